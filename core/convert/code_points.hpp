// Characters of UTF-8 text, one by one. The text must be UTF-8 where it is read; of other bytes no
// more can be said than that each is passed over once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crosswalk::convert {

// The character at `at`, which moves behind it. `at` lies within the text.
inline std::uint32_t take_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t first = byte(at++);
  if (first < 0xC0) return first;
  const int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  std::uint32_t point = first & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size() && (byte(at) & 0xC0U) == 0x80; ++i) {
    point = point << 6 | (byte(at++) & 0x3FU);
  }
  return point;
}

// Writes at most four bytes; answers behind them.
inline char* put_code_point(char* out, std::uint32_t point) {
  const auto put = [&out](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6);
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  }
  return out;
}

}  // namespace crosswalk::convert
