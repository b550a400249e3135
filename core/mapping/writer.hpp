// Prints a mapping document. Reading what was printed gives an equal document. Members that hold
// their default are left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "mapping/document.hpp"

namespace crosswalk::mapping {

enum class FieldStyle : std::uint8_t {
  full,
  shorthand,  // {"first_name": "FirstName"} where no field of an object says more than that
};

std::string write(const Document& document, FieldStyle style = FieldStyle::full);

// The published JSON Schema (draft 2020-12) of the mapping document.
std::string_view json_schema();

}  // namespace crosswalk::mapping
