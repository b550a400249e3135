#include "json/scanner.hpp"

#include <algorithm>
#include <utility>

#include "diagnostic/utf8.hpp"
#include "json/position.hpp"

namespace crosswalk::json {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The first quote, backslash or control character from `at` on, or the text's end.
std::size_t plain_until(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '"' || byte == '\\' || byte < 0x20) break;
  }
  return at;
}

}  // namespace

Scanner::Scanner(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

void Scanner::restart(std::string_view text) {
  text_ = text;
  at_ = 0;
  nodes_ = 0;
  expect_ = Expect::value;
  begun_ = false;
  levels_.clear();
  failure_code_ = {};
}

Error Scanner::error() const {
  const Position place = position_of(text_, failure_offset_);
  Error error;
  error.kind = failure_code_ == "jsonTooLarge" || failure_code_ == "jsonTooDeep"
                   ? ErrorKind::too_large
                   : ErrorKind::bad_input;
  error.code = std::string(failure_code_);
  error.path = std::to_string(place.line) + ':' + std::to_string(place.column);
  error.message = failure_message_;
  return error;
}

bool Scanner::fail(std::size_t offset, std::string_view code, std::string message) {
  if (!failure_code_.empty()) return false;  // the first failure is the one that matters
  failure_code_ = code;
  failure_message_ = std::move(message);
  failure_offset_ = std::min(offset, text_.size());
  return false;
}

bool Scanner::begin() {
  begun_ = true;
  if (text_.size() > limits_.bytes_max) {
    return fail(0, "jsonTooLarge",
                "The text has " + std::to_string(text_.size()) + " bytes; at most " +
                    std::to_string(limits_.bytes_max) + " are read.");
  }
  const std::size_t bad = diagnostic::find_invalid_utf8(text_);
  if (bad != text_.size()) {
    return fail(bad, "jsonUtf8", "The bytes here are not UTF-8; save the file as UTF-8.");
  }
  if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;  // editors on Windows write one
  return true;
}

bool Scanner::next(Token& token) {
  if (!failure_code_.empty()) return false;
  if (!begun_ && !begin()) return false;
  if (!skip_blank()) return false;
  if (expect_ == Expect::comma_or_end && peek() == ',' && !after_comma()) return false;
  token = Token{};
  token.begin = at_;
  if (at_ == text_.size()) {
    if (expect_ != Expect::end) {
      return fail(at_, "jsonSyntax",
                  levels_.empty() ? "The text is empty."
                                  : std::string("The text ends here, but a ") +
                                        (levels_.back() ? '}' : ']') + " is still missing.");
    }
    token.end = at_;
    return true;
  }
  const char letter = text_[at_];
  switch (expect_) {
    case Expect::end:
      return fail(at_, "jsonSyntax", "The document has ended; nothing may follow here.");
    case Expect::comma_or_end:
      if (letter == (levels_.back() ? '}' : ']')) return close(token);
      return fail(at_, "jsonSyntax",
                  std::string("A comma or a ") + (levels_.back() ? '}' : ']') +
                      " is missing before this place.");
    case Expect::key_or_end:
      if (letter == '}') return close(token);
      return scan_key(token);
    case Expect::key:
      return scan_key(token);
    case Expect::value_or_end:
      if (letter == ']') return close(token);
      return scan_value(token);
    case Expect::value:
      return scan_value(token);
  }
  return false;
}

bool Scanner::skip(const Token& opened) {
  if (opened.kind != TokenKind::begin_object && opened.kind != TokenKind::begin_array) return true;
  const std::size_t outside = levels_.size() - 1;
  Token token;
  while (levels_.size() > outside) {
    if (!next(token)) return false;
  }
  return true;
}

bool Scanner::after_comma() {
  const std::size_t comma = at_++;
  if (!skip_blank()) return false;
  if (peek() == '}' || peek() == ']') {
    return fail(comma, "jsonSyntax", "The comma before the closing bracket is one too many.");
  }
  expect_ = levels_.back() ? Expect::key : Expect::value;
  return true;
}

bool Scanner::skip_blank() {
  while (at_ < text_.size()) {
    const char letter = text_[at_];
    if (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t') {
      ++at_;
    } else if (letter == '/') {
      if (!skip_comment()) return false;
    } else {
      break;
    }
  }
  return true;
}

bool Scanner::skip_comment() {
  const std::size_t begin = at_;
  const std::string_view rest = text_.substr(at_, 2);
  if (rest != "//" && rest != "/*") return fail(begin, "jsonSyntax", "A stray / stands here.");
  if (!limits_.comments) return fail(begin, "jsonSyntax", "Comments are not allowed here.");
  if (rest == "//") {
    at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
    return true;
  }
  const std::size_t end = text_.find("*/", at_ + 2);
  if (end == std::string_view::npos) {
    return fail(begin, "jsonSyntax", "The comment that begins here never ends.");
  }
  at_ = end + 2;
  return true;
}

bool Scanner::scan_value(Token& token) {
  if (++nodes_ > limits_.nodes_max) {
    return fail(at_, "jsonTooLarge",
                "The text holds more than " + std::to_string(limits_.nodes_max) + " values.");
  }
  const char letter = text_[at_];
  switch (letter) {
    case '{':
      return open(token, TokenKind::begin_object);
    case '[':
      return open(token, TokenKind::begin_array);
    case '"':
      token.kind = TokenKind::text;
      if (!scan_string(token, limits_.text_bytes_max)) return false;
      value_done();
      return true;
    case 't':
      token.truth = true;
      return scan_word(token, "true", TokenKind::truth);
    case 'f':
      return scan_word(token, "false", TokenKind::truth);
    case 'n':
      return scan_word(token, "null", TokenKind::null);
    default:
      if (letter == '-' || is_digit(letter)) return scan_number(token);
      if (letter == '\'') {
        return fail(at_, "jsonSyntax", "Texts stand in double quotes, not in single ones.");
      }
      return fail(at_, "jsonSyntax", "A value is expected here.");
  }
}

bool Scanner::scan_key(Token& token) {
  if (peek() != '"') {
    return fail(at_, "jsonSyntax", "A member's name in double quotes is expected here.");
  }
  token.kind = TokenKind::key;
  if (!scan_string(token, limits_.key_bytes_max) || !skip_blank()) return false;
  if (peek() != ':') {
    return fail(at_, "jsonSyntax", "A colon is missing between the name and its value.");
  }
  ++at_;
  expect_ = Expect::value;
  return true;
}

bool Scanner::scan_string(Token& token, std::size_t bytes_max) {
  const std::size_t begin = ++at_;
  while (at_ < text_.size()) {
    at_ = plain_until(text_, at_);
    if (at_ == text_.size()) break;
    const char letter = text_[at_];
    if (letter == '"') {
      token.raw = text_.substr(begin, at_ - begin);
      token.end = ++at_;
      if (token.raw.size() <= bytes_max) return true;
      return fail(token.begin, "jsonTooLarge",
                  "The text that begins here has " + std::to_string(token.raw.size()) +
                      " bytes; at most " + std::to_string(bytes_max) + " are read.");
    }
    if (letter != '\\') {
      return fail(at_, "jsonSyntax",
                  letter == '\n' || letter == '\r'
                      ? "The text's closing quote is missing on this line; a line break inside a "
                        "text is written \\n."
                      : "A control character inside a text must be written as an escape.");
    }
    const Escape escape = read_escape(text_, at_);
    if (escape.length == 0) return fail(at_, "jsonSyntax", std::string(escape.fault));
    token.escaped = true;
    at_ += escape.length;
  }
  return fail(token.begin, "jsonSyntax", "The text that begins here has no closing quote.");
}

bool Scanner::scan_number(Token& token) {
  const std::size_t begin = at_;
  const auto digits = [this] {
    const std::size_t first = at_;
    while (is_digit(peek())) ++at_;
    return at_ > first;
  };
  if (peek() == '-') ++at_;
  bool good = true;
  if (peek() == '0') {
    ++at_;
    good = !is_digit(peek());
  } else {
    good = digits();
  }
  if (good && peek() == '.') {
    ++at_;
    good = digits();
  }
  if (good && (peek() == 'e' || peek() == 'E')) {
    ++at_;
    if (peek() == '+' || peek() == '-') ++at_;
    good = digits();
  }
  if (!good) return fail(begin, "jsonSyntax", "The number is not written as JSON writes numbers.");
  token.kind = TokenKind::number;
  token.raw = text_.substr(begin, at_ - begin);
  token.end = at_;
  value_done();
  return true;
}

bool Scanner::scan_word(Token& token, std::string_view word, TokenKind kind) {
  if (text_.substr(at_, word.size()) != word) {
    return fail(at_, "jsonSyntax", "A value is expected here.");
  }
  at_ += word.size();
  token.kind = kind;
  token.end = at_;
  value_done();
  return true;
}

bool Scanner::open(Token& token, TokenKind kind) {
  if (levels_.size() >= limits_.depth_max) {
    return fail(
        at_, "jsonTooDeep",
        "The text is nested more than " + std::to_string(limits_.depth_max) + " levels deep.");
  }
  const bool object = kind == TokenKind::begin_object;
  levels_.push_back(object);
  expect_ = object ? Expect::key_or_end : Expect::value_or_end;
  token.kind = kind;
  token.end = ++at_;
  return true;
}

bool Scanner::close(Token& token) {
  token.kind = levels_.back() ? TokenKind::end_object : TokenKind::end_array;
  token.end = ++at_;
  levels_.pop_back();
  value_done();
  return true;
}

void Scanner::value_done() { expect_ = levels_.empty() ? Expect::end : Expect::comma_or_end; }

}  // namespace crosswalk::json
