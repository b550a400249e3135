// Tokens, names and operands.
#include <utility>

#include "soql/token_reader.hpp"

namespace crosswalk::soql {
namespace {

// What cannot begin a field: a clause or an operator where a field is missing.
constexpr std::string_view kNoField = "FROM WHERE AND OR NOT SELECT IN LIKE";
// The words that the reference reserves: no alias.
constexpr std::string_view kNoAlias =
    "AND AS ASC DESC EXCLUDES FIRST FROM GROUP HAVING IN INCLUDES LAST LIKE LIMIT NOT NULL NULLS "
    "OR "
    "SELECT USING WHERE WITH";

}  // namespace

std::string joined(const Path& path) {
  std::string out;
  for (const std::string& name : path.names) {
    if (!out.empty()) out += '.';
    out += name;
  }
  return out;
}

TokenReader::TokenReader(std::string_view text, Reading& reading) : text_(text), reading_(reading) {
  Tokens read = tokens_of(text);
  tokens_ = std::move(read.list);
  for (const Span& comment : read.comments) apex_only(comment, "A comment");
}

const Token& TokenReader::peek(std::size_t ahead) const {
  return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : tokens_.back();
}

const Token& TokenReader::take() {
  const Token& out = peek();
  if (at_ + 1 < tokens_.size()) ++at_;
  return out;
}

bool TokenReader::is_word(std::string_view word, std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::name && same_word(peek(ahead).text, word);
}

bool TokenReader::is_any_word(std::string_view words, std::size_t ahead) const {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    if (is_word(words.substr(0, end), ahead)) return true;
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return false;
}

bool TokenReader::is_symbol(std::string_view symbol, std::size_t ahead) const {
  return peek(ahead).kind == TokenKind::symbol && peek(ahead).text == symbol;
}

bool TokenReader::take_word(std::string_view word) {
  if (!is_word(word)) return false;
  take();
  return true;
}

bool TokenReader::take_symbol(std::string_view symbol) {
  if (!is_symbol(symbol)) return false;
  take();
  return true;
}

bool TokenReader::expect_word(std::string_view word) { return take_word(word) || unexpected(word); }
bool TokenReader::expect_symbol(std::string_view symbol) {
  return take_symbol(symbol) || unexpected(concat({"\"", symbol, "\""}));
}

Span TokenReader::since(std::size_t offset) const {
  const Span last = at_ > 0 ? tokens_[at_ - 1].span : Span{};
  const std::size_t end = last.offset + last.length;
  return {offset, end > offset ? end - offset : 0};
}

bool TokenReader::name(std::string& into, std::string_view expected) {
  const Token& token = peek();
  const bool plain = token.kind == TokenKind::name ||
                     (token.kind == TokenKind::currency && token.text.find('.') == token.text.npos);
  if (!plain) return unexpected(expected);
  into = std::string(take().text);
  return true;
}

bool TokenReader::path(Path& into, std::string_view expected) {
  if (is_any_word(kNoField) && !is_symbol(".", 1)) return unexpected(expected);
  const std::size_t start = peek().span.offset;
  do {
    if (!name(into.names.emplace_back(), expected)) return false;
  } while (take_symbol("."));
  into.span = since(start);
  return true;
}

bool TokenReader::paths(std::vector<Path>& into) {
  do {
    if (!path(into.emplace_back())) return false;
  } while (take_symbol(","));
  return true;
}

// None is fine. `unless`: words that go on instead.
bool TokenReader::alias(std::string& into, std::string_view unless) {
  if (peek().kind != TokenKind::name || is_any_word(kNoAlias) || is_any_word(unless)) return true;
  alias_at_ = at_;
  return name(into);
}

bool TokenReader::operand(Operand& into) {
  if (peek().kind == TokenKind::name && is_symbol("(", 1) && !is_any_word(kNoField))
    return call(into);
  into.kind = OperandKind::field;
  if (!path(into.path, "a field or a function")) return false;
  into.span = into.path.span;
  return true;
}

bool TokenReader::call(Operand& into) {
  Nesting level(*this);
  if (level.too_deep()) return false;
  const std::size_t start = peek().span.offset;
  into.kind = OperandKind::call;
  if (!name(into.path.names.emplace_back())) return false;
  into.path.span = since(start);
  take_symbol("(");
  while (!is_symbol(")")) {
    if (!argument(into.arguments.emplace_back())) return false;
    if (is_symbol(")")) break;
    if (!take_symbol(",")) return unexpected("\",\" or \")\"");
    if (is_symbol(")")) return unexpected("an argument");
  }
  take();
  into.span = since(start);
  return true;
}

bool TokenReader::argument(Operand& into) {
  const TokenKind kind = peek().kind;
  const bool named = kind == TokenKind::name || kind == TokenKind::currency;
  if ((!named && kind < TokenKind::symbol) || is_symbol(":")) {
    into.kind = OperandKind::literal;
    if (!literal(into.literal)) return false;
    into.span = into.literal.span;
    return true;
  }
  return operand(into);
}

}  // namespace crosswalk::soql
