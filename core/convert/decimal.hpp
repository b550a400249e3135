// Decimal numbers as text: read, compared, rounded and printed without ever becoming a double, so
// that 18 digits stay 18 digits. Accepts JSON's number grammar ("-12.50", "1.44E12").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "convert/arena.hpp"

namespace crosswalk::convert {

// A number taken apart; views of the text it was read from. Its amount is 0.DIGITS times
// 10^point, where DIGITS are the significant digits of `whole` followed by those of `fraction`,
// without zeros at either end. Zero has no digits.
class Decimal {
 public:
  // Nothing when the text is no number, has more than 400 characters or an exponent beyond ±400.
  static std::optional<Decimal> read(std::string_view text);

  [[nodiscard]] bool negative() const { return negative_; }
  [[nodiscard]] bool is_zero() const { return count_ == 0; }
  [[nodiscard]] std::size_t integer_digits() const;   // before the point, without leading zeros
  [[nodiscard]] std::size_t fraction_digits() const;  // after the point, without trailing zeros

  [[nodiscard]] std::size_t significant_digits() const { return count_; }
  // Whether the text is what plain() would write.
  [[nodiscard]] bool is_plain() const { return plain_; }

  // Compares amounts: negative, zero or positive.
  static int compare(const Decimal& left, const Decimal& right);

  // Plain text without exponent and needless zeros: "23", "-0.5", "1440000000000".
  [[nodiscard]] std::string_view plain(Arena& arena) const;

  // The same rounded half away from zero to `scale` digits after the point.
  [[nodiscard]] std::string_view rounded(std::size_t scale, Arena& arena) const;

 private:
  [[nodiscard]] char digit(std::size_t index) const;  // of the significant digits

  std::string_view whole_, fraction_;
  std::size_t first_ = 0;   // index of the first significant digit in whole_ + fraction_
  std::size_t count_ = 0;   // of significant digits
  std::int64_t point_ = 0;  // position of the point relative to the first significant digit
  bool negative_ = false;
  bool plain_ = false;
};

bool is_json_number(std::string_view text);

}  // namespace crosswalk::convert
