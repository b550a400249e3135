// The schemas of tests/golden, read once.
#pragma once

#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::fuzz {

const schema::PlatformObject& golden_platform();  // participant
const schema::SalesforceObject& golden_contact();

}  // namespace crosswalk::fuzz
