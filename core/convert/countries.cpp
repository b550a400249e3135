#include "convert/countries.hpp"

#include "convert/country_table.hpp"

namespace crosswalk::convert {
namespace {

std::string_view row_of(std::string_view country) {
  for (std::size_t at = 0; at < kCountryTable.size();) {
    const std::size_t end = kCountryTable.find(' ', at);
    if (kCountryTable.substr(at, 2) == country) return kCountryTable.substr(at + 2, end - at - 2);
    at = end + 1;
  }
  return {};
}

std::string_view take_digits(std::string_view& row) {
  const std::size_t end = row.find_first_not_of("0123456789");
  const std::string_view digits = row.substr(0, end);
  row.remove_prefix(digits.size());
  return digits;
}

Dialling read_row(std::string_view row) {
  Dialling made{take_digits(row), "0", "00", 0};
  while (!row.empty()) {
    const char sign = row.front();
    row.remove_prefix(1);
    if (sign == '-') {
      made.trunk = {};
    } else if (sign == '/') {
      made.trunk = take_digits(row);
    } else if (sign == '>') {
      made.international = take_digits(row);
    } else {
      for (const char digit : take_digits(row)) {
        made.national_digits = made.national_digits * 10 + static_cast<std::size_t>(digit - '0');
      }
    }
  }
  return made;
}

}  // namespace

std::optional<Dialling> dialling_of(std::string_view country) {
  if (!is_country(country)) return {};
  return read_row(row_of(country));
}

std::string_view trunk_of_code(std::string_view digits) {
  for (std::size_t at = 0; at < kCountryTable.size();) {
    const std::size_t end = kCountryTable.find(' ', at);
    const Dialling made = read_row(kCountryTable.substr(at + 2, end - at - 2));
    if (digits.starts_with(made.code)) return made.trunk;
    at = end + 1;
  }
  return {};
}

}  // namespace crosswalk::convert
