// Numbers: around the digits, the integers and the coordinates that a field takes, written in every
// form that JSON has.
#include <algorithm>

#include "truth/values.hpp"

namespace crosswalk::truth {
namespace {

using schema::FieldType;

// Digits that a double keeps; whether Salesforce keeps more is not known.
constexpr std::size_t kSafeDigits = 15;

std::string digits(Dice& dice, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += static_cast<char>((i == 0 ? '1' : '0') + dice.below(i == 0 ? 9 : 10));
  }
  return out;
}

std::string with_scale(std::string whole, const std::string& fraction) {
  if (whole.empty()) whole = "0";
  return fraction.empty() ? whole : whole + "." + fraction;
}

std::string signed_text(Dice& dice, const std::string& number) {
  return dice.chance(150) ? "-" + number : number;
}

// Around ten to the power of `whole`, where numbers become too great: by rounding, too.
std::string at_the_border(Dice& dice, std::size_t whole, std::size_t scale) {
  std::string nines(whole, '9'), over = "1" + std::string(whole, '0');
  const std::string kept(scale, '9');
  switch (dice.below(6)) {
    case 0:
      return with_scale(nines, kept);
    case 1:
      return with_scale(nines, kept + "4");
    case 2:
      return with_scale(nines, kept + "5");
    case 3:
      return with_scale(nines, kept + "49");
    case 4:
      return over;
    default:
      return with_scale(over, std::string(scale, '0'));
  }
}

std::string integer_near(Dice& dice, const schema::SalesforceField& field) {
  static const std::vector<std::string> kShort{
      "99999999",   "100000000",   "999999999",   "1000000000", "2147483647",
      "2147483648", "-2147483648", "-2147483649", "3000000000", "99999999.4",
      "99999999.5", "12.5",        "-0.4",        "0.5"};
  static const std::vector<std::string> kLong{"9007199254740993",       "9223372036854775807",
                                              "9223372036854775808",    "-9223372036854775808",
                                              "-9223372036854775809",   "1e19",
                                              "10000000000000000000000"};
  if (dice.chance(80)) return dice.one_of(field.type == FieldType::long_ ? kLong : kShort);
  return signed_text(dice, digits(dice, dice.between(1, 7)));
}

std::string coordinate_near(Dice& dice) {
  static const std::vector<std::string> kBorder{"90",  "-90",  "90.0000001",      "-90.5",
                                                "180", "-180", "180.001",         "-181",
                                                "91",  "1000", "89.9999999999999"};
  if (dice.chance(60)) return dice.one_of(kBorder);
  return signed_text(dice,
                     with_scale(std::to_string(dice.below(90)), digits(dice, dice.below(13))));
}

// The same amount, written otherwise.
std::string spelt(Dice& dice, std::string number) {
  if (number.find('e') != std::string::npos) return number;
  if (number.find('.') == std::string::npos) {
    if (dice.chance(40)) return number + ".0";
    if (dice.chance(30)) return number + dice.one_of<const char*>({"e0", "E+0", "e-0"});
    if (number.back() != '0' && dice.chance(10)) return number + "0e-1";
  } else if (dice.chance(40)) {
    return number + "00";
  }
  return number;
}

}  // namespace

std::string number_near(Dice& dice, const schema::SalesforceField& field) {
  if (field.type == FieldType::int_ || field.type == FieldType::long_)
    return spelt(dice, integer_near(dice, field));
  if (!field.compound_field_name.empty()) return spelt(dice, coordinate_near(dice));
  const std::size_t scale = field.scale, whole = field.precision - field.scale;
  if (field.precision < kSafeDigits && dice.chance(50))
    return signed_text(dice, at_the_border(dice, whole, scale));
  if (dice.chance(15)) return signed_text(dice, digits(dice, whole + dice.between(1, 3)));
  const std::size_t before = std::min(dice.between(0, whole), kSafeDigits - 2);
  const std::size_t after =
      dice.between(0, std::min(scale + (dice.chance(100) ? 3 : 0), kSafeDigits - before));
  return spelt(dice, signed_text(dice, with_scale(digits(dice, before), digits(dice, after))));
}

std::string any_number(Dice& dice) {
  static const std::vector<std::string> kOdd{"0",  "-0",   "1e5", "1E+3", "12.50", "1.0",  "0.1",
                                             "-7", "1e-7", "42",  "1e30", "0.000", "1e300"};
  if (dice.chance(100)) return dice.one_of(kOdd);
  return signed_text(dice,
                     with_scale(digits(dice, dice.between(1, 9)), digits(dice, dice.below(4))));
}

}  // namespace crosswalk::truth
