#include "json/escape.hpp"

#include <cstdint>

#include "diagnostic/utf8.hpp"

namespace crosswalk::json {
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

Escape read_escape(std::string_view text, std::size_t at) {
  const char letter = at + 1 < text.size() ? text[at + 1] : '\0';
  if (letter != 'u') {
    const bool known =
        letter != '\0' && std::string_view("\"\\/bfnrt").find(letter) != std::string_view::npos;
    return known ? Escape{2, {}} : Escape{0, "The escape is none of JSON's."};
  }
  const int unit = hex4(text, at + 2);
  if (unit < 0) return {0, "\\u takes four hexadecimal digits."};
  if (is_low_surrogate(unit)) return {0, "The escape is the second half of a character."};
  if (!is_high_surrogate(unit)) return {6, {}};
  const bool paired = text.substr(at + 6, 2) == "\\u" && is_low_surrogate(hex4(text, at + 8));
  return paired ? Escape{12, {}} : Escape{0, "The escape is the first half of a character only."};
}

std::string unescape(std::string_view raw) {
  // No escape is shorter than what it stands for. A document inside a document has one at every
  // quote, so letters are put in place rather than appended.
  std::string out(raw.size(), '\0');
  out.resize(unescape_into(raw, out.data()));
  return out;
}

std::size_t unescape_into(std::string_view raw, char* out) {
  char* to = out;
  std::string character;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\') {
      *to++ = raw[i];
      continue;
    }
    ++i;
    if (raw[i] != 'u') {
      *to++ = simple_escape(raw[i]);
      continue;
    }
    int unit = hex4(raw, i + 1);
    i += 4;
    if (is_high_surrogate(unit)) {
      unit = 0x10000 + ((unit - 0xD800) << 10) + (hex4(raw, i + 3) - 0xDC00);
      i += 6;
    }
    character.clear();
    diagnostic::append_utf8(character, static_cast<std::uint32_t>(unit));
    for (const char byte : character) *to++ = byte;
  }
  return static_cast<std::size_t>(to - out);
}

}  // namespace crosswalk::json
