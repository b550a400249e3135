// What a preview says of values that are not refused by the conversion, in an admin's words.
// Inside preview only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "convert/program.hpp"
#include "convert/refusal.hpp"
#include "diagnostic/code.hpp"

namespace crosswalk::preview {

const diagnostic::Code& code_of(convert::Change change);

// "Last Name (LastName)".
std::string label_of(const convert::ProgramField& field);

std::string words_of(convert::Change change, const convert::ProgramField& field);

// "The same value stands in row 7 …".
std::string words_of_twice(std::string_view label, std::uint64_t first_row);

// What is shown of a value; nothing for null.
inline std::optional<std::string_view> shown(const convert::Value& value) {
  if (value.is_nothing()) return {};
  if (value.is_truth()) return value.truth ? "true" : "false";
  return value.text;
}

}  // namespace crosswalk::preview
