// Appends JSON to a text: what goes into collections and into the store's field objects. Values
// come from readers that have checked UTF-8 already; nothing is allocated but the text itself.
#pragma once

#include <string>
#include <string_view>

#include "convert/value.hpp"

namespace crosswalk::salesforce {

void append_json_text(std::string* out, std::string_view text);  // with quotes
// Absent is written as null: leave absent values out before.
void append_json_value(std::string* out, const convert::Value& value);
// ,"name":value — the comma only where the object has members already ('{' is not the last
// character).
void append_json_member(std::string* out, std::string_view name, const convert::Value& value);

}  // namespace crosswalk::salesforce
