// Line and column of a byte offset, for one place. source_map.hpp knows those of a whole document.
#pragma once

#include <cstddef>
#include <string_view>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::json {

// Columns in UTF-16 units. Walks the text from its beginning. A line ends with LF, CR LF or CR.
Position position_of(std::string_view text, std::size_t offset);

}  // namespace crosswalk::json
