#include "convert/text.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace crosswalk::convert {
namespace {

constexpr std::size_t kEmailNameMax = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Bytes of the character at `at`, or 0 when it is not UTF-8 (overlong, surrogate, beyond U+10FFFF).
std::size_t character_bytes(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if (first == 0xF0 && byte(1) < 0x90) return 0;
    if (first == 0xF4 && byte(1) > 0x8F) return 0;
    return 4;
  }
  return 0;
}

// A control character that XML 1.0 does not know, U+FFFE or U+FFFF.
bool is_illegal(std::string_view text, std::size_t at, std::size_t bytes) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (bytes == 1) return first < 0x20 && first != '\t' && first != '\n' && first != '\r';
  return bytes == 3 && first == 0xEF && static_cast<unsigned char>(text[at + 1]) == 0xBF &&
         static_cast<unsigned char>(text[at + 2]) >= 0xBE;
}

bool needs_cleaning(std::string_view text, LineEnds line_ends) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(character_bytes(text, at), 1);
    if (text[at] == '\r' || (text[at] == '\n' && line_ends == LineEnds::blank)) return true;
    if (is_illegal(text, at, bytes)) return true;
    at += bytes;
  }
  return false;
}

// The high bit of every byte that is no printable ASCII: a byte below 0x20 borrows, one above 0x7F
// has it.
std::uint64_t not_plain(std::uint64_t eight) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U, kBlanks = 0x2020202020202020U;
  return (eight | (eight - kBlanks)) & kHigh;
}

std::uint64_t load_eight(const char* at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, sizeof eight);
  return eight;
}

}  // namespace

bool is_plain(std::string_view text) {
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  if (text.size() >= kEight) {
    std::uint64_t found = 0;
    const char* const last = text.data() + text.size() - kEight;
    for (const char* at = text.data(); at < last; at += kEight) found |= not_plain(load_eight(at));
    return (found | not_plain(load_eight(last))) == 0;  // may look at some bytes again
  }
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte > 0x7F) return false;
  }
  return true;
}

TextLook look_at(std::string_view text) {
  TextLook look;
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= sizeof(std::uint64_t) && not_plain(load_eight(&text[at])) == 0) {
      at += sizeof(std::uint64_t);
      look.units += sizeof(std::uint64_t);
      continue;
    }
    const std::size_t bytes = character_bytes(text, at);
    if (bytes == 0) return {.utf8 = false};
    if (text[at] == '\n') {
      look.line_feeds = true;
    } else if (text[at] == '\r') {
      look.returns = true;
    } else if (is_illegal(text, at, bytes)) {
      look.controls = true;
    }
    look.units += bytes == 4 ? 2 : 1;
    at += bytes;
  }
  return look;
}

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<std::size_t> utf16_length(std::string_view text) {
  const TextLook look = look_at(text);
  if (!look.utf8) return {};
  return look.units;
}

std::string_view cut(std::string_view text, std::size_t units) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t bytes = std::max<std::size_t>(character_bytes(text, at), 1);
    const std::size_t wide = bytes == 4 ? 2 : 1;
    if (wide > units) break;
    units -= wide;
    at += bytes;
  }
  return text.substr(0, at);
}

std::string_view clean(std::string_view text, LineEnds line_ends, Arena& arena) {
  text = trim(text);
  if (is_plain(text) || !needs_cleaning(text, line_ends)) return text;
  char* out = arena.take(text.size());
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(character_bytes(text, at), 1);
    if (text[at] == '\r' || text[at] == '\n') {
      if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
      out[size++] = line_ends == LineEnds::keep ? '\n' : ' ';
    } else if (!is_illegal(text, at, bytes)) {
      for (std::size_t i = 0; i < bytes; ++i) out[size++] = text[at + i];
    }
    at += bytes;
  }
  arena.give_back(text.size() - size);
  // What was dropped may have stood between blanks and the end.
  return trim({out, size});
}

std::string_view unify_line_ends(std::string_view text, Arena& arena) {
  if (text.find('\r') == std::string_view::npos) return text;
  char* out = arena.take(text.size());
  std::size_t size = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r') {
      if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
      out[size++] = '\n';
    } else {
      out[size++] = text[at];
    }
  }
  arena.give_back(text.size() - size);
  return {out, size};
}

bool same_text(std::string_view left, std::string_view right) {
  std::size_t a = 0, b = 0;
  const auto next = [](std::string_view text, std::size_t& at) {
    const char c = text[at++];
    if (c != '\r') return c;
    if (at < text.size() && text[at] == '\n') ++at;
    return '\n';
  };
  while (a < left.size() && b < right.size()) {
    if (next(left, a) != next(right, b)) return false;
  }
  return a == left.size() && b == right.size();
}

bool is_email(std::string_view text) {
  // What a byte may be part of: bit 0 the name, bit 1 a label of the domain.
  constexpr auto kParts = [] {
    std::array<unsigned char, 256> parts{};
    for (unsigned byte = 0x21; byte < 256; ++byte) parts[byte] = byte == 0x7F ? 0 : 1;
    for (const char c : std::string_view("()<>[]:;,\\\"@"))
      parts[static_cast<unsigned char>(c)] = 0;
    for (unsigned byte = 0; byte < 256; ++byte) {
      const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= '0' && byte <= '9') || byte >= 0x80 || byte == '-';
      if (letter) parts[byte] = static_cast<unsigned char>(parts[byte] | 2U);
    }
    return parts;
  }();
  const auto part = [&](std::size_t at) { return kParts[static_cast<unsigned char>(text[at])]; };
  // Beyond the standard Salesforce takes dots side by side and at the name's end: "a..b", "a.".
  if (text.starts_with('.')) return false;
  std::size_t at = 0;
  for (; at < text.size() && text[at] != '@'; ++at) {
    if ((part(at) & 1U) == 0) return false;
  }
  if (at == 0 || at == text.size() || at > kEmailNameMax) return false;
  std::size_t labels = 0, label = 0;
  char before = '.';
  for (++at; at < text.size(); ++at) {
    if (text[at] == '.') {
      if (label == 0 || before == '-') return false;
      ++labels;
      label = 0;
    } else {
      if ((part(at) & 2U) == 0 || (label == 0 && text[at] == '-')) return false;
      ++label;
    }
    before = text[at];
  }
  // No top-level domain has a single letter.
  return labels >= 1 && label > 1 && before != '-';
}

bool same_without_case(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  const auto low = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (low(left[i]) != low(right[i])) return false;
  }
  return true;
}

}  // namespace crosswalk::convert
