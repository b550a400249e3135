// Salesforce's standard objects, as the local org describes them, without custom fields.
#pragma once

#include <string>
#include <string_view>

#include "schema/salesforce.hpp"

namespace crosswalk::suggest_test {

// The objects under tests/org/objects, read once.
const schema::SalesforceSchema& standard_objects();
const schema::SalesforceObject& standard_object(std::string_view name);

std::string file_text(const std::string& path);

}  // namespace crosswalk::suggest_test
