// Text to tree. Fails with Error code "soqlSyntax" (or "soqlTooLarge"), path "line:column" counted
// from 1 in UTF-16 units; a Reading has the same with its place in bytes and a way to mend it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/code.hpp"
#include "diagnostic/result.hpp"
#include "soql/ast.hpp"

namespace crosswalk::soql {

// A change of the text that a person probably meant: `text` in place of the span.
struct Mend {
  std::string title;  // empty: nothing is known that would help
  Span span;
  std::string text;
};

struct Fault {
  Span span;
  std::string message;  // "Expected FROM, found \"FORM\""
  const diagnostic::Code* code = nullptr;
  Mend mend;
};

// What Apex reads and REST refuses.
struct ApexOnly {
  Span span;
  const char* what;  // "A comment"
};

struct Reading {
  Fault fault;  // where it failed
  std::vector<ApexOnly> apex_only;
};

Result<Query> parse(std::string_view text, Reading* reading);
Result<Query> parse(std::string_view text, Fault* fault = nullptr);

// A condition alone, as it stands after WHERE.
Result<Condition> parse_condition(std::string_view text, Reading* reading);
Result<Condition> parse_condition(std::string_view text, Fault* fault = nullptr);

struct Place {
  std::size_t line = 1, column = 1;
};
Place place_of(std::string_view text, std::size_t offset);

}  // namespace crosswalk::soql
