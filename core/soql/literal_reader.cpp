// Values: literals, and the variables of Apex.
#include <utility>

#include "diagnostic/codes/soql.hpp"
#include "soql/token_reader.hpp"

namespace crosswalk::soql {
namespace {

constexpr std::string_view kAfterValue =
    "AND OR WITH GROUP HAVING ORDER LIMIT OFFSET FOR UPDATE ALL USING";

}  // namespace

bool TokenReader::text_literal(Literal& into) {
  const Token& token = take();
  auto text = unescape(token.text);
  if (!text || (!like_ && has_like_escape(token.text))) {
    return fail(token.span,
                "A backslash with nothing to escape; SOQL knows \\' \\\\ \\\" \\n \\r \\t \\b \\f "
                "\\uXXXX, and in LIKE \\% \\_",
                {}, &codes::kSoqlLiteral);
  }
  if (characters(*text) > kLiteralCharactersMax)
    return fail(token.span, "The text is longer than 4,000 characters", {}, &codes::kSoqlTooLarge);
  into.kind = LiteralKind::text;
  into.text = std::move(*text);
  into.source = std::string(token.text);
  return true;
}

// null, true, false, TODAY, LAST_N_DAYS:30
bool TokenReader::name_literal(Literal& into) {
  const std::string word = upper_case(peek().text);
  if (word == "NULL") {
    into.kind = LiteralKind::null;
  } else if (word == "TRUE" || word == "FALSE") {
    into.kind = LiteralKind::truth;
    into.text = word == "TRUE" ? "true" : "false";
  } else if (is_relative_date(word, false)) {
    into.kind = LiteralKind::relative_date;
    into.text = word;
  } else if (is_relative_date(word, true)) {
    take();
    if (!is_symbol(":")) return unexpected(concat({"\":\" and a number, as in ", word, ":30"}));
    take();
    const Token& number = peek();
    const std::size_t sign = number.text.substr(0, 1) == "-" ? 1 : 0;
    const bool whole = number.kind == TokenKind::number && number.text.size() <= 9 + sign &&
                       number.text.find_first_not_of("0123456789", sign) == std::string_view::npos;
    if (!whole) return unexpected(concat({"a whole number, as in ", word, ":30"}));
    into.kind = LiteralKind::relative_date;
    into.text = concat({word, ":", number.text});
  } else {
    return not_a_value(peek());
  }
  take();
  return true;
}

bool TokenReader::literal(Literal& into) {
  const Token token = peek();
  struct Row {
    TokenKind token;
    LiteralKind kind;
  };
  constexpr Row kPlain[] = {{TokenKind::number, LiteralKind::number},
                            {TokenKind::currency, LiteralKind::currency},
                            {TokenKind::date, LiteralKind::date},
                            {TokenKind::datetime, LiteralKind::datetime},
                            {TokenKind::time, LiteralKind::time}};
  bool read = false;
  if (token.kind == TokenKind::text) {
    read = text_literal(into);
  } else if (token.kind == TokenKind::name) {
    read = name_literal(into);
  } else if (is_symbol(":")) {
    into.kind = LiteralKind::bind;
    read = bind(into.text);
  } else {
    for (const Row& row : kPlain) {
      if (row.token != token.kind) continue;
      into.kind = row.kind;
      into.text = std::string(take().text);
      read = true;
    }
    if (!read) return unexpected("a value");
  }
  into.span = since(token.span.offset);
  return read;
}

// An expression of Apex after its colon. What it says is for the Apex compiler; here only where it
// ends counts, so brackets must pair and operators must stand between parts.
bool TokenReader::bind(std::string& into) {
  const std::size_t colon = take().span.offset;
  const std::size_t start = peek().span.offset;
  constexpr std::string_view kOperators = "+-*/";
  while (true) {
    if (!bind_part()) return false;
    const Token& next = peek();
    const bool more = next.kind == TokenKind::symbol && next.text.size() == 1 &&
                      kOperators.find(next.text) != std::string_view::npos;
    const bool signed_number =
        next.kind == TokenKind::number && (next.text[0] == '-' || next.text[0] == '+');
    if (more) take();
    if (!more && !signed_number) break;
  }
  into = std::string(written(since(start)));
  apex_only(since(colon), "A variable");
  return true;
}

bool TokenReader::bind_part() {
  Nesting level(*this);
  if (level.too_deep()) return false;
  while (take_symbol("!") || take_symbol("-")) {
  }
  bool makes = false;
  if (is_symbol("(") || is_symbol("[")) {
    if (!balanced()) return false;
    // (Id) record.get('Id'): a cast, unless the query goes on.
    if (peek().kind == TokenKind::name && !is_any_word(kAfterValue)) return bind_part();
  } else if (peek().kind == TokenKind::symbol || peek().kind == TokenKind::end ||
             peek().kind == TokenKind::bad) {
    return unexpected("a variable of Apex");
  } else {
    makes = is_word("NEW");
    const bool word = take().kind == TokenKind::name;
    std::string type;
    if (makes && !name(type, "a type of Apex")) return false;
    if (!word) return true;
  }
  while (true) {
    if (is_symbol("(") || is_symbol("[") || (makes && (is_symbol("{") || is_symbol("<")))) {
      if (!balanced()) return false;
    } else if (is_symbol(".") || (is_symbol("?") && is_symbol(".", 1))) {
      if (take().text == "?") take();
      std::string part;
      if (!name(part, "a name of Apex")) return false;
    } else {
      return true;
    }
  }
}

// From an opening bracket to behind its partner; without recursion, whatever is inside.
bool TokenReader::balanced() {
  constexpr std::string_view kOpen = "([{<", kClose = ")]}>";
  const Token& first = peek();
  const bool type = is_symbol("<");
  std::string awaited;
  do {
    const Token& token = take();
    if (token.kind == TokenKind::end || token.kind == TokenKind::bad)
      return token.kind == TokenKind::bad ? bad_token(token, true)
                                          : fail(first.span, "The bracket is never closed");
    if (token.kind != TokenKind::symbol || token.text.size() != 1) continue;
    const std::size_t opens = kOpen.find(token.text), closes = kClose.find(token.text);
    if (opens != std::string_view::npos && (opens < 3 || type)) awaited += kClose[opens];
    if (closes == std::string_view::npos || (closes == 3 && !type)) continue;
    if (token.text[0] != awaited.back()) return fail(token.span, "The brackets do not pair");
    awaited.pop_back();
  } while (!awaited.empty());
  return true;
}

}  // namespace crosswalk::soql
