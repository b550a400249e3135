// Whether there is a country: a bit for each pair of letters, made of the table when this is
// compiled, so that who only asks this does without the table.
#include <array>
#include <cstdint>

#include "convert/countries.hpp"
#include "convert/country_table.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::size_t place_of(char first, char second) {
  return static_cast<std::size_t>(first - 'A') * 26 + static_cast<std::size_t>(second - 'A');
}

consteval auto known_countries() {
  std::array<std::uint32_t, 22> bits{};
  for (std::size_t at = 0; at < kCountryTable.size(); at = kCountryTable.find(' ', at) + 1) {
    const std::size_t place = place_of(kCountryTable[at], kCountryTable[at + 1]);
    bits[place / 32] |= 1U << place % 32;
  }
  return bits;
}

constexpr auto kKnown = known_countries();

}  // namespace

bool is_country(std::string_view country) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (country.size() != 2 || !is_capital(country[0]) || !is_capital(country[1])) return false;
  const std::size_t place = place_of(country[0], country[1]);
  return (kKnown[place / 32] >> place % 32 & 1U) != 0;
}

}  // namespace crosswalk::convert
