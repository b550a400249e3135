#include "json/scanner.hpp"

#include <algorithm>
#include <utility>

#include "diagnostic/utf8.hpp"

namespace crosswalk::json {

using diagnostic::append_utf8;
using diagnostic::find_invalid_utf8;
using diagnostic::utf16_length;

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

int hex_value(char letter) {
  if (is_digit(letter)) return letter - '0';
  if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
  return -1;
}

// The four hex digits at `at`, or -1.
int hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const int digit = hex_value(text[i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

char simple_escape(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;  // quote, backslash, slash
  }
}

}  // namespace

std::string unescape(const Token& token) {
  if (!token.escaped) return std::string(token.raw);
  const std::string_view raw = token.raw;
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') {
      out += raw[i];
      continue;
    }
    ++i;
    if (raw[i] != 'u') {
      out += simple_escape(raw[i]);
      continue;
    }
    int unit = hex4(raw, i + 1);
    i += 4;
    if (is_high_surrogate(unit)) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (hex4(raw, i + 3) - 0xDC00);
      i += 6;
    }
    append_utf8(out, static_cast<std::uint32_t>(unit));
  }
  return out;
}

Scanner::Scanner(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

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
  const std::size_t bad = find_invalid_utf8(text_);
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
      if (!scan_string(token)) return false;
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
  if (!scan_string(token) || !skip_blank()) return false;
  if (peek() != ':') {
    return fail(at_, "jsonSyntax", "A colon is missing between the name and its value.");
  }
  ++at_;
  expect_ = Expect::value;
  return true;
}

bool Scanner::scan_string(Token& token) {
  const std::size_t begin = ++at_;
  while (at_ < text_.size()) {
    const char letter = text_[at_];
    if (letter == '"') {
      token.raw = text_.substr(begin, at_ - begin);
      token.end = ++at_;
      return true;
    }
    if (letter == '\\') {
      if (!scan_escape(token)) return false;
    } else if (static_cast<unsigned char>(letter) < 0x20) {
      return fail(at_, "jsonSyntax",
                  letter == '\n' || letter == '\r'
                      ? "The text's closing quote is missing on this line; a line break inside a "
                        "text is written \\n."
                      : "A control character inside a text must be written as an escape.");
    } else {
      ++at_;
    }
  }
  return fail(token.begin, "jsonSyntax", "The text that begins here has no closing quote.");
}

bool Scanner::scan_escape(Token& token) {
  token.escaped = true;
  const std::size_t begin = at_++;
  const char letter = peek();
  if (letter == 'u') {
    const int unit = hex4(text_, at_ + 1);
    if (unit < 0) return fail(begin, "jsonSyntax", "\\u takes four hexadecimal digits.");
    at_ += 5;
    if (is_low_surrogate(unit)) {
      return fail(begin, "jsonSyntax", "The escape is the second half of a character.");
    }
    if (!is_high_surrogate(unit)) return true;
    if (text_.substr(at_, 2) != "\\u" || !is_low_surrogate(hex4(text_, at_ + 2))) {
      return fail(begin, "jsonSyntax", "The escape is the first half of a character only.");
    }
    at_ += 6;
    return true;
  }
  if (std::string_view("\"\\/bfnrt").find(letter) == std::string_view::npos || letter == '\0') {
    return fail(begin, "jsonSyntax", "The escape is none of JSON's.");
  }
  ++at_;
  return true;
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

Position position_of(std::string_view text, std::size_t offset) {
  Position place;
  offset = std::min(offset, text.size());
  std::size_t line_begin = text.substr(0, 3) == "\xEF\xBB\xBF" && offset >= 3 ? 3 : 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      ++place.line;
      line_begin = i + 1;
    }
  }
  place.column = 1 + utf16_length(text.substr(line_begin, offset - line_begin));
  return place;
}

}  // namespace crosswalk::json
