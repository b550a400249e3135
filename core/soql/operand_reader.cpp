// Tokens, names, operands and literals.
#include <utility>

#include "soql/token_reader.hpp"

namespace crosswalk::soql {
namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

}  // namespace

std::string joined(const Path& path) {
  std::string out;
  for (const std::string& name : path.names) {
    if (!out.empty()) out += '.';
    out += name;
  }
  return out;
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

bool TokenReader::expect_word(std::string_view word) { return take_word(word) || unexpected(); }
bool TokenReader::expect_symbol(std::string_view symbol) {
  return take_symbol(symbol) || unexpected();
}

bool TokenReader::fail(const Token& at, std::string message) {
  if (!failed_) fault_ = {at.span, std::move(message)};
  failed_ = true;
  return false;
}

bool TokenReader::unexpected() {
  const Token& token = peek();
  if (token.kind == TokenKind::bad) return fail(token, token.message);
  if (token.kind == TokenKind::end) return fail(token, "unexpected end of the query");
  return fail(token, "unexpected token: '" + std::string(token.text) + "'");
}

Span TokenReader::since(std::size_t offset) const {
  const Span last = at_ > 0 ? tokens_[at_ - 1].span : Span{};
  const std::size_t end = last.offset + last.length;
  return {offset, end > offset ? end - offset : 0};
}

bool TokenReader::expect_end() { return peek().kind == TokenKind::end || unexpected(); }

bool TokenReader::name(std::string& into) {
  const Token& token = peek();
  const bool plain = token.kind == TokenKind::name ||
                     (token.kind == TokenKind::currency && token.text.find('.') == token.text.npos);
  if (!plain) return unexpected();
  into = std::string(take().text);
  return true;
}

bool TokenReader::path(Path& into) {
  const std::size_t start = peek().span.offset;
  do {
    std::string part;
    if (!name(part)) return false;
    into.names.push_back(std::move(part));
  } while (take_symbol("."));
  into.span = since(start);
  return true;
}

bool TokenReader::paths(std::vector<Path>& into) {
  do {
    Path one;
    if (!path(one)) return false;
    into.push_back(std::move(one));
  } while (take_symbol(","));
  return true;
}

bool TokenReader::operand(Operand& into) {
  if (peek().kind == TokenKind::name && is_symbol("(", 1)) return call(into);
  into.kind = OperandKind::field;
  if (!path(into.path)) return false;
  into.span = into.path.span;
  return true;
}

bool TokenReader::call(Operand& into) {
  Nesting level(*this);
  if (level.too_deep()) return false;
  const std::size_t start = peek().span.offset;
  into.kind = OperandKind::call;
  std::string function;
  if (!name(function)) return false;
  into.path.names = {std::move(function)};
  into.path.span = since(start);
  take_symbol("(");
  while (!is_symbol(")")) {
    Operand one;
    if (!argument(one)) return false;
    into.arguments.push_back(std::move(one));
    if (!is_symbol(")") && !expect_symbol(",")) return false;
  }
  take();
  into.span = since(start);
  return true;
}

bool TokenReader::argument(Operand& into) {
  if (peek().kind == TokenKind::text || peek().kind == TokenKind::number) {
    into.kind = OperandKind::literal;
    if (!literal(into.literal)) return false;
    into.span = into.literal.span;
    return true;
  }
  return operand(into);
}

bool TokenReader::text_literal(Literal& into) {
  const Token& token = take();
  auto text = unescape(token.text);
  if (!text)
    return fail(token, "invalid string literal '" + std::string(token.text) +
                           "'. Illegal character sequence.");
  if (text->size() > kLiteralBytesMax)
    return fail(token, "a string literal is longer than 4,000 characters");
  into.kind = LiteralKind::text;
  into.text = std::move(*text);
  into.source = std::string(token.text);
  return true;
}

// null, true, false, TODAY, LAST_N_DAYS:30
bool TokenReader::name_literal(Literal& into) {
  const std::string word = upper(peek().text);
  if (word == "NULL") {
    into.kind = LiteralKind::null;
  } else if (word == "TRUE" || word == "FALSE") {
    into.kind = LiteralKind::truth;
    into.text = word == "TRUE" ? "true" : "false";
  } else if (is_relative_date(word, false)) {
    into.kind = LiteralKind::relative_date;
    into.text = word;
  } else if (is_relative_date(word, true) && is_symbol(":", 1) &&
             peek(2).kind == TokenKind::number) {
    into.kind = LiteralKind::relative_date;
    into.text = word + ":" + std::string(peek(2).text);
    take();
    take();
  } else {
    return unexpected();
  }
  take();
  return true;
}

bool TokenReader::literal(Literal& into) {
  const Token token = peek();
  const auto plain = [&](LiteralKind kind) {
    into.kind = kind;
    into.text = std::string(take().text);
    return true;
  };
  bool read = false;
  switch (token.kind) {
    case TokenKind::text:
      read = text_literal(into);
      break;
    case TokenKind::number:
      read = plain(LiteralKind::number);
      break;
    case TokenKind::currency:
      read = plain(LiteralKind::currency);
      break;
    case TokenKind::date:
      read = plain(LiteralKind::date);
      break;
    case TokenKind::datetime:
      read = plain(LiteralKind::datetime);
      break;
    case TokenKind::time:
      read = plain(LiteralKind::time);
      break;
    case TokenKind::name:
      read = name_literal(into);
      break;
    case TokenKind::symbol: {
      if (!take_symbol(":")) return unexpected();
      Path variable;
      read = path(variable);
      into.kind = LiteralKind::bind;
      into.text = joined(variable);
      break;
    }
    default:
      return unexpected();
  }
  into.span = since(token.span.offset);
  return read;
}

}  // namespace crosswalk::soql
