#include "suggest/words.hpp"

#include <cstdint>

#include "diagnostic/utf8.hpp"

namespace crosswalk::suggest {
namespace {

enum class Kind : std::uint8_t { separator, lower, upper, digit, other };

struct Letter {
  Kind kind = Kind::separator;
  std::string folded;
};

// U+00C0 to U+017F without their accents; '*' are more than one letter, '.' is none.
constexpr std::string_view kPlain =
    "aaaaaa*ceeeeiiiidnooooo.ouuuuy**aaaaaa*ceeeeiiiidnooooo.ouuuuy*"
    "yaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**"
    "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static_assert(kPlain.size() == 0x180 - 0xC0);

std::string_view pair_of_letters(std::uint32_t code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    default:
      return "oe";
  }
}

bool is_upper(std::uint32_t code) {
  if (code < 0xE0) return code != 0xDF;
  if (code < 0x100) return false;
  const bool odd_is_upper = (code >= 0x139 && code <= 0x148) || code >= 0x179;
  return odd_is_upper ? code % 2 == 1 : code % 2 == 0;
}

std::uint32_t code_point(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() == 1) return lead;
  std::uint32_t code = lead & (0xFFU >> (bytes.size() + 1));
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    code = code << 6 | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
  }
  return code;
}

// Punctuation and blanks outside of ASCII: general, of Chinese, Japanese and Korean, full width.
bool is_punctuation(std::uint32_t code) {
  return code < 0xC0 || code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x206F) ||
         (code >= 0x3000 && code <= 0x303F && code != 0x3005) || code == 0x30FB ||
         (code >= 0xFF00 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20) ||
         (code >= 0xFF3B && code <= 0xFF40) || (code >= 0xFF5B && code <= 0xFF65) || code == 0xFEFF;
}

Letter letter_of(std::string_view bytes) {
  const std::uint32_t code = code_point(bytes);
  if (code < 0x80) {
    const char c = bytes[0];
    if (c >= 'a' && c <= 'z') return {Kind::lower, std::string(1, c)};
    if (c >= 'A' && c <= 'Z')
      return {Kind::upper, std::string(1, static_cast<char>(c - 'A' + 'a'))};
    if (c >= '0' && c <= '9') return {Kind::digit, std::string(1, c)};
    return {};
  }
  if (is_punctuation(code)) return {};
  if (code < 0x180) {
    const char plain = kPlain[code - 0xC0];
    const Kind kind = is_upper(code) ? Kind::upper : Kind::lower;
    return {kind, plain == '*' ? std::string(pair_of_letters(code)) : std::string(1, plain)};
  }
  return {Kind::other, std::string(bytes)};
}

// Whether a word ends between two letters; `next` is the one behind the second.
bool parts(Kind before, Kind here, Kind next) {
  if (before == here) return here == Kind::upper && next == Kind::lower;
  if (before == Kind::upper && here == Kind::lower) return false;
  return true;
}

// No name or label is longer; what is goes by its beginning.
constexpr std::size_t kTextBytesMax = 512;

std::vector<Letter> letters(std::string_view text) {
  text = text.substr(0, kTextBytesMax);
  std::vector<Letter> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = diagnostic::utf8_sequence_length(text, at);
    out.push_back(bytes == 0 ? Letter{} : letter_of(text.substr(at, bytes)));
    at += bytes == 0 ? 1 : bytes;
  }
  return out;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  const std::vector<Letter> all = letters(text);
  std::vector<std::string> words;
  Kind before = Kind::separator;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Kind here = all[i].kind;
    if (here != Kind::separator) {
      const Kind next = i + 1 < all.size() ? all[i + 1].kind : Kind::separator;
      if (before == Kind::separator || parts(before, here, next)) words.emplace_back();
      words.back() += all[i].folded;
    }
    before = here;
  }
  return words;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const Letter& letter : letters(text)) out += letter.folded;
  return out;
}

}  // namespace crosswalk::suggest
