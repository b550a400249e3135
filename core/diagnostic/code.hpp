// A code: a row of the catalogue of everything that Crosswalk can find wrong. Codes are stable and
// never reused for another meaning. The rows lie in codes/, one file per family; a rule includes
// the family that it reports.
#pragma once

#include <cstdint>
#include <string_view>

namespace crosswalk::diagnostic {

enum class Severity : std::uint8_t { error, warning, info };

std::string_view severity_name(Severity severity);  // "error", "warning", "info"

// The texts are an admin's: plain words, short, for they travel in the WebAssembly module.
struct Code {
  std::string_view code;       // "CW2104"
  Severity severity;           // unless the finding says otherwise
  std::string_view title;      // what is found, in one line
  std::string_view example{};  // what gives it: a piece of a document, or a situation
  std::string_view cause{};    // why it matters; the cause of a finding that gives none of its own
  std::string_view cure{};     // what to do about it
};

namespace codes {}

}  // namespace crosswalk::diagnostic

namespace crosswalk {
namespace codes = diagnostic::codes;
}
