// A code: something that Crosswalk can find wrong, with its entry in the catalogue. Codes are
// stable and never reused for another meaning. They lie in codes/, one file per family; a rule
// includes the family that it reports.
#pragma once

#include <cstdint>
#include <string_view>

namespace crosswalk::diagnostic {

enum class Severity : std::uint8_t { error, warning, info };

std::string_view severity_name(Severity severity);  // "error", "warning", "info"

// What a check needs of a code.
struct Code {
  std::string_view code;     // "CW2104"
  Severity severity;         // unless the finding says otherwise
  std::string_view cause{};  // why it matters; the cause of a finding that gives none of its own
};

// What the catalogue says besides; the module that checks in a page does without it. An admin's
// words: plain and short.
struct Entry {
  const Code& code;
  std::string_view title;      // what is found, in one line
  std::string_view example{};  // what gives it: a piece of a document, or a situation
  std::string_view cure{};     // what to do about it
};

namespace codes {}

}  // namespace crosswalk::diagnostic

namespace crosswalk {
namespace codes = diagnostic::codes;
}
