#include "convert/decimal.hpp"

#include <algorithm>
#include <cstring>

namespace crosswalk::convert {
namespace {

constexpr std::size_t kTextMax = 400;
constexpr std::int64_t kExponentMax = 400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Walks JSON's number grammar; `end` is where it ends, and nothing is remembered of a part that is
// not there.
struct Walk {
  std::size_t whole = 0, whole_end = 0;        // digits before the point
  std::size_t fraction = 0, fraction_end = 0;  // behind it
  std::size_t exponent = 0, exponent_end = 0;  // without its sign
  bool exponent_negative = false;
};

bool walk(std::string_view text, Walk& out) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* at = begin;
  const auto offset = [&] { return static_cast<std::size_t>(at - begin); };
  const auto digits = [&] {
    const char* const first = at;
    while (at < end && is_digit(*at)) ++at;
    return at > first;
  };
  if (at < end && *at == '-') ++at;
  out.whole = offset();
  if (!digits() || (begin[out.whole] == '0' && offset() > out.whole + 1)) return false;
  out.whole_end = out.fraction = out.fraction_end = offset();
  if (at == end) return true;
  if (*at == '.') {
    ++at;
    out.fraction = offset();
    if (!digits()) return false;
    out.fraction_end = offset();
  }
  if (at < end && (*at == 'e' || *at == 'E')) {
    ++at;
    if (at < end && (*at == '+' || *at == '-')) out.exponent_negative = *at++ == '-';
    out.exponent = offset();
    if (!digits()) return false;
    out.exponent_end = offset();
  }
  return at == end;
}

}  // namespace

bool is_json_number(std::string_view text) {
  Walk parts;
  return walk(text, parts);
}

std::optional<Decimal> Decimal::read(std::string_view text) {
  Walk parts;
  if (text.size() > kTextMax || !walk(text, parts)) return {};
  std::int64_t exponent = 0;
  for (std::size_t i = parts.exponent; i < parts.exponent_end; ++i) {
    exponent = exponent * 10 + (text[i] - '0');
    if (exponent > kExponentMax) return {};
  }
  if (parts.exponent_negative) exponent = -exponent;

  std::optional<Decimal> read(std::in_place);
  Decimal& out = *read;
  out.whole_ = text.substr(parts.whole, parts.whole_end - parts.whole);
  out.fraction_ = text.substr(parts.fraction, parts.fraction_end - parts.fraction);
  out.negative_ = text.front() == '-';
  const std::size_t all = out.whole_.size() + out.fraction_.size();
  std::size_t begin = 0, end = all;
  while (begin < end && out.digit(begin) == '0') ++begin;
  while (end > begin && out.digit(end - 1) == '0') --end;
  out.first_ = begin;
  out.count_ = end - begin;
  out.point_ =
      static_cast<std::int64_t>(out.whole_.size()) - static_cast<std::int64_t>(begin) + exponent;
  // No exponent, no zero at the end behind a point, and no sign before nothing. JSON's grammar sees
  // to zeros at the beginning.
  out.plain_ = parts.exponent_end == 0 && (out.fraction_.empty() || out.fraction_.back() != '0') &&
               !(out.count_ == 0 && out.negative_);
  if (out.count_ == 0) {
    out.point_ = 0;
    out.negative_ = false;
  }
  return read;
}

char Decimal::digit(std::size_t index) const {
  const std::size_t at = first_ + index;
  return at < whole_.size() ? whole_[at] : fraction_[at - whole_.size()];
}

std::size_t Decimal::integer_digits() const {
  return count_ == 0 || point_ <= 0 ? 0 : static_cast<std::size_t>(point_);
}

std::size_t Decimal::fraction_digits() const {
  const std::int64_t digits = static_cast<std::int64_t>(count_) - point_;
  return count_ == 0 || digits <= 0 ? 0 : static_cast<std::size_t>(digits);
}

int Decimal::compare(const Decimal& left, const Decimal& right) {
  if (left.is_zero() || right.is_zero()) {
    if (left.is_zero() && right.is_zero()) return 0;
    if (left.is_zero()) return right.negative_ ? 1 : -1;
    return left.negative_ ? -1 : 1;
  }
  if (left.negative_ != right.negative_) return left.negative_ ? -1 : 1;
  const int sign = left.negative_ ? -1 : 1;
  if (left.point_ != right.point_) return left.point_ < right.point_ ? -sign : sign;
  const std::size_t count = std::max(left.count_, right.count_);
  for (std::size_t i = 0; i < count; ++i) {
    const char a = i < left.count_ ? left.digit(i) : '0';
    const char b = i < right.count_ ? right.digit(i) : '0';
    if (a != b) return a < b ? -sign : sign;
  }
  return 0;
}

std::string_view Decimal::plain(Arena& arena) const { return rounded(fraction_digits(), arena); }

std::string_view Decimal::rounded(std::size_t scale, Arena& arena) const {
  if (count_ == 0) return "0";
  const std::size_t integers = integer_digits();
  // Sign, a digit for a carry, the integers (at least one), the point, the fraction.
  const std::size_t size = 2 + std::max<std::size_t>(integers, 1) + 1 + scale;
  char* begin = arena.take(size);
  char* digits = begin + 2;  // after sign and carry
  const std::size_t lead = integers == 0 ? 1 : integers;
  const std::int64_t shift = integers == 0 ? point_ - 1 : 0;  // zeros before the first digit
  const auto at = [&](std::size_t place) {                    // place 0 is the first integer digit
    const std::int64_t index = static_cast<std::int64_t>(place) + shift;
    return index < 0 || index >= static_cast<std::int64_t>(count_)
               ? '0'
               : digit(static_cast<std::size_t>(index));
  };
  const std::size_t places = lead + scale;
  for (std::size_t i = 0; i < places; ++i) digits[i] = at(i);
  bool carry = at(places) >= '5';
  for (std::size_t i = places; carry && i > 0; --i) {
    carry = digits[i - 1] == '9';
    digits[i - 1] = carry ? '0' : static_cast<char>(digits[i - 1] + 1);
  }
  char* first = digits;
  std::size_t whole = lead;
  if (carry) {
    *--first = '1';
    ++whole;
  }
  std::size_t fraction = scale;
  while (fraction > 0 && first[whole + fraction - 1] == '0') --fraction;
  const bool zero = fraction == 0 && whole == 1 && first[0] == '0';
  if (fraction > 0) {
    std::memmove(first + whole + 1, first + whole, fraction);
    first[whole] = '.';
  }
  std::size_t length = whole + (fraction > 0 ? 1 + fraction : 0);
  if (negative_ && !zero) {
    *--first = '-';
    ++length;
  }
  arena.give_back(static_cast<std::size_t>(begin + size - (first + length)));
  return {first, length};
}

}  // namespace crosswalk::convert
