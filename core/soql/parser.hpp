// Text to tree. Fails with Error code "soqlSyntax" (or "soqlTooLarge"), path "line:column" counted
// from 1 in UTF-16 units, and, where the caller gives one, a Fault with the place in bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "soql/ast.hpp"

namespace crosswalk::soql {

struct Fault {
  Span span;
  std::string message;  // "unexpected token: 'FORM'"
};

Result<Query> parse(std::string_view text, Fault* fault = nullptr);

// A condition alone, as it stands after WHERE.
Result<Condition> parse_condition(std::string_view text, Fault* fault = nullptr);

struct Place {
  std::size_t line = 1, column = 1;
};
Place place_of(std::string_view text, std::size_t offset);

}  // namespace crosswalk::soql
