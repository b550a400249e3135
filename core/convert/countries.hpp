// Countries and how their telephone numbers are dialled: the country code of ITU-T E.164, the
// prefix before a national number, the prefix before an international one.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace crosswalk::convert {

struct Dialling {
  std::string_view code;            // "49"
  std::string_view trunk;           // "0"; empty: none
  std::string_view international;   // "00"
  std::size_t national_digits = 0;  // of every number behind the trunk prefix; 0: they differ
};

// Of a country by its two letters of ISO 3166; nothing where nobody knows it.
std::optional<Dialling> dialling_of(std::string_view country);
bool is_country(std::string_view country);

// The trunk prefix of the countries that a number's digits behind + begin with; empty: none.
std::string_view trunk_of_code(std::string_view digits);

}  // namespace crosswalk::convert
