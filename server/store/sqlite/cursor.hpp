// Cursors of pages: a few values packed into opaque text, and the texts of columns that hold lists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "store/page.hpp"

namespace crosswalk::store::sqlite {

// A cursor of one list is refused by another: each has a tag.
std::string write_cursor(std::string_view tag, std::int64_t number, std::string_view text);

struct Cursor {
  std::int64_t number = 0;
  std::string text;
};
// Nothing when `cursor` is empty; Error{bad_input, "cursor"} when it is not of this tag.
Result<std::optional<Cursor>> read_cursor(std::string_view tag, std::string_view cursor);

std::size_t page_limit(const PageRequest& page);

// Names, one a line; what holds a line break must be refused before.
bool has_line_break(std::string_view name);
std::string join_lines(const std::vector<std::string>& lines);
std::vector<std::string> split_lines(std::string_view text);

Error not_found(std::string_view what, std::string_view path);

}  // namespace crosswalk::store::sqlite
