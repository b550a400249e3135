// Unicode's simple case mappings: one character becomes one character, the same in every language.
// What would become two ("ß" in capitals) stays as it is.
#pragma once

#include <cstdint>

namespace crosswalk::convert {

std::uint32_t to_upper(std::uint32_t point);
std::uint32_t to_lower(std::uint32_t point);
std::uint32_t to_title(std::uint32_t point);  // as to_upper, but for Dž, Lj, Nj, Dz
bool is_cased(std::uint32_t point);           // a letter that is capital or small

}  // namespace crosswalk::convert
