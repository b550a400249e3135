#include "json/position.hpp"

#include <algorithm>

#include "diagnostic/utf8.hpp"

namespace crosswalk::json {

Position position_of(std::string_view text, std::size_t offset) {
  Position place;
  offset = std::min(offset, text.size());
  std::size_t line_begin = text.substr(0, 3) == "\xEF\xBB\xBF" && offset >= 3 ? 3 : 0;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) {
      ++place.line;
      line_begin = i + 1;
    }
  }
  place.column = 1 + diagnostic::utf16_length(text.substr(line_begin, offset - line_begin));
  return place;
}

}  // namespace crosswalk::json
