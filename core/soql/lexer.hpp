// Splits text into tokens. The last token is `end`; a bad token is `bad` with a message.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soql/ast.hpp"

namespace crosswalk::soql {

enum class TokenKind : std::uint8_t {
  name,
  number,
  currency,
  text,
  date,
  datetime,
  time,
  symbol,
  end,
  bad
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;  // as written; of a text literal what stands between the quotes
  Span span;
  const char* message = "";  // bad only
};

struct Tokens {
  std::vector<Token> list;
  std::vector<Span> comments;  // of Apex: /* … */ and // …
};

// Stops at the first bad token.
Tokens tokens_of(std::string_view text);

}  // namespace crosswalk::soql
