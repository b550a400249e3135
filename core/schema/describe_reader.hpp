// Reads describe results of the REST API, of any version, alone or wrapped: one object's describe,
// a list of them, a composite or batch answer around them, an object's basic answer
// (objectDescribe), a global describe (objects without fields). Null and absent are the same; a
// property of a wrong type is taken as absent. Only a text that is no describe at all is an error.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "json/limits.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::schema {

// No text of a describe is longer than a formula of a few thousand letters.
inline constexpr json::Limits kDescribeLimits{.text_bytes_max = std::size_t{1} << 20};

// Every object that the text describes. Errors: the codes of json::read, or describeUnrecognised.
Result<std::vector<SalesforceObject>> read_describes(std::string_view text,
                                                     json::Limits limits = kDescribeLimits);

// The one object that the text describes; describeUnrecognised when there are none or several.
Result<SalesforceObject> read_describe(std::string_view text,
                                       json::Limits limits = kDescribeLimits);

// All of several texts. The error's path starts with the text's index: "2:14:7".
Result<SalesforceSchema> read_schema(std::span<const std::string_view> texts,
                                     json::Limits limits = kDescribeLimits);

}  // namespace crosswalk::schema
