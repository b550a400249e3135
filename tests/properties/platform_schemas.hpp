// Platform schemas with fields of every type.
#pragma once

#include <rapidcheck.h>

#include <ostream>

#include "schema/platform.hpp"

namespace crosswalk::schema {

// For a failed property's message.
void showValue(const PlatformSchema& schema, std::ostream& out);

}  // namespace crosswalk::schema

namespace crosswalk::properties {

rc::Gen<schema::PlatformSchema> platform_schemas();

schema::PlatformField platform_field(std::string name);

}  // namespace crosswalk::properties
