// The double nearest to a decimal number, ties to even, whatever the locale: the standard's
// from_chars for doubles is missing in one of the two compilers, and strtod asks the locale.
#pragma once

#include <string_view>

namespace crosswalk::json {

// `number` is one of JSON's grammar. Infinite when it is too large for a double.
double nearest_double(std::string_view number);

}  // namespace crosswalk::json
