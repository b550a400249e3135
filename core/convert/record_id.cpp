#include "convert/record_id.hpp"

#include <cstring>

namespace crosswalk::convert {
namespace {

constexpr std::size_t kShort = 15, kLong = 18;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Of each five characters, one bit for every capital letter, the first one lowest.
void write_checks(std::string_view id, char* out) {
  for (std::size_t group = 0; group < 3; ++group) {
    unsigned bits = 0;
    for (std::size_t i = 0; i < 5; ++i) {
      const char c = id[group * 5 + i];
      if (c >= 'A' && c <= 'Z') bits |= 1U << i;
    }
    out[group] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits];
  }
}

}  // namespace

bool is_record_id(std::string_view text) {
  if (text.size() != kShort && text.size() != kLong) return false;
  for (const char c : text) {
    if (!is_alphanumeric(c)) return false;
  }
  if (text.size() == kShort) return true;
  char checks[3];
  write_checks(text, checks);
  for (std::size_t i = 0; i < 3; ++i) {
    const char given = text[kShort + i];
    const char upper = given >= 'a' && given <= 'z' ? static_cast<char>(given - 'a' + 'A') : given;
    if (upper != checks[i]) return false;
  }
  return true;
}

std::string_view long_record_id(std::string_view id, Arena& arena) {
  if (id.size() == kLong) return id;
  char* out = arena.take(kLong);
  std::memcpy(out, id.data(), kShort);
  write_checks(id, out + kShort);
  return {out, kLong};
}

bool same_record_id(std::string_view left, std::string_view right) {
  return left.substr(0, kShort) == right.substr(0, kShort);
}

}  // namespace crosswalk::convert
