#include "json/number.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace crosswalk::json {
namespace {

// Two doubles and the point between them differ within 770 digits; what follows decides only
// whether there is something at all.
constexpr int kDigitsMax = 800;
constexpr std::int64_t kExponentMax = std::int64_t{1} << 40;  // more than any text has digits

// The number as 0.DIGITS times a power of ten.
struct Decimal {
  std::array<std::uint8_t, kDigitsMax + 1> digits;
  int count = 0;
  std::int64_t point = 0;
  bool negative = false;

  explicit Decimal(std::string_view number) {
    std::size_t at = number[0] == '-' ? 1 : 0;
    negative = at == 1;
    bool fraction = false;
    for (; at < number.size() && number[at] != 'e' && number[at] != 'E'; ++at) {
      if (number[at] == '.') {
        fraction = true;
        continue;
      }
      const int digit = number[at] - '0';
      const bool counts = count > 0 || digit > 0;
      if (counts && !fraction) ++point;
      if (!counts && fraction) --point;
      if (counts) add(static_cast<std::uint8_t>(digit));
    }
    if (at < number.size()) point += exponent(number.substr(at + 1));
  }

 private:
  void add(std::uint8_t digit) {
    if (count < kDigitsMax) {
      digits[static_cast<std::size_t>(count++)] = digit;
    } else if (digit > 0) {
      digits[kDigitsMax] = 1;
      count = kDigitsMax + 1;
    }
  }

  static std::int64_t exponent(std::string_view text) {
    std::int64_t value = 0;
    for (const char letter : text) {
      if (letter != '-' && letter != '+') value = std::min(value * 10 + letter - '0', kExponentMax);
    }
    return text[0] == '-' ? -value : value;
  }
};

// A natural number of up to 4,096 bits: the digits above, times 10 to the 331 or over 10 to the
// 1,131.
class Natural {
 public:
  void multiply_add(std::uint32_t factor, std::uint32_t term) {
    std::uint64_t carry = term;
    for (std::size_t i = 0; i < size_; ++i) {
      carry += std::uint64_t{words_[i]} * factor;
      words_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry > 0) words_[size_++] = static_cast<std::uint32_t>(carry);
  }

  [[nodiscard]] int bits() const {
    return static_cast<int>(size_ * 32) - std::countl_zero(words_[size_ - 1]);
  }

  void shift_left(int bits) {
    for (; bits >= 31; bits -= 31) multiply_add(std::uint32_t{1} << 31, 0);
    multiply_add(std::uint32_t{1} << bits, 0);
  }

  [[nodiscard]] int compare(const Natural& other) const {
    if (size_ != other.size_) return size_ < other.size_ ? -1 : 1;
    for (std::size_t i = size_; i-- > 0;) {
      if (words_[i] != other.words_[i]) return words_[i] < other.words_[i] ? -1 : 1;
    }
    return 0;
  }

  // `other` is not above this one.
  void subtract(const Natural& other) {
    std::int64_t borrow = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      borrow += std::int64_t{words_[i]} - (i < other.size_ ? other.words_[i] : 0);
      words_[i] = static_cast<std::uint32_t>(borrow);
      borrow >>= 32;
    }
    while (size_ > 0 && words_[size_ - 1] == 0) --size_;
  }

 private:
  std::array<std::uint32_t, 128> words_;  // the least first; written up to size_
  std::size_t size_ = 0;
};

// over/under to the precision of a double, by long division in binary.
double divide(Natural over, Natural under) {
  using Double = std::numeric_limits<double>;
  int exponent = over.bits() - under.bits();
  (exponent > 0 ? under : over).shift_left(std::abs(exponent));
  if (over.compare(under) < 0) {
    over.shift_left(1);
    --exponent;
  }
  // Below the normal doubles each power of two takes a bit away.
  const int bits = Double::digits + std::min(0, exponent - (Double::min_exponent - 1));
  if (bits < 0) return 0;
  std::uint64_t quotient = 0;
  for (int i = 0; i < bits; ++i) {
    quotient <<= 1;
    if (over.compare(under) >= 0) {
      over.subtract(under);
      quotient |= 1;
    }
    over.shift_left(1);
  }
  const int rest = over.compare(under);
  if (rest > 0 || (rest == 0 && (quotient & 1) != 0)) ++quotient;
  return std::ldexp(static_cast<double>(quotient), exponent - bits + 1);
}

double magnitude(const Decimal& decimal) {
  if (decimal.count == 0 || decimal.point < -330) return 0;
  if (decimal.point > 330) return std::numeric_limits<double>::infinity();
  const int power = static_cast<int>(decimal.point) - decimal.count;
  if (decimal.count <= 15 && std::abs(power) <= 22) {
    // Both are doubles without loss, so one operation rounds once.
    double digits = 0;
    double scale = 1;
    for (int i = 0; i < decimal.count; ++i) {
      digits = digits * 10 + decimal.digits[static_cast<std::size_t>(i)];
    }
    for (int i = std::abs(power); i > 0; --i) scale *= 10;
    return power < 0 ? digits / scale : digits * scale;
  }
  Natural over;
  Natural under;
  for (int i = 0; i < decimal.count; ++i) {
    over.multiply_add(10, decimal.digits[static_cast<std::size_t>(i)]);
  }
  under.multiply_add(1, 1);
  for (int i = std::abs(power); i > 0; --i) (power < 0 ? under : over).multiply_add(10, 0);
  return divide(over, under);
}

}  // namespace

double nearest_double(std::string_view number) {
  const Decimal decimal(number);
  const double size = magnitude(decimal);
  return decimal.negative ? -size : size;
}

}  // namespace crosswalk::json
