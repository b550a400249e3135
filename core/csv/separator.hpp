// Which character parts the cells of a CSV whose origin is not known.
#pragma once

#include <cstddef>
#include <string_view>

namespace crosswalk::csv {

// As much of the beginning as is looked at.
inline constexpr std::size_t kSampleBytes = std::size_t{16} << 10;

// Comma, semicolon, tab or pipe: the one that gives most of the first rows as many cells as the
// header has, and, of two that do, the one with more cells. Quotes are respected. A text of one
// column has none of them: comma. `whole`: the text ends where the sample does.
char detect_separator(std::string_view sample, bool whole);

}  // namespace crosswalk::csv
