#include "store/sqlite/cursor.hpp"

#include <algorithm>
#include <charconv>

#include "store/failure.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::store::sqlite {

std::string write_cursor(std::string_view tag, std::int64_t number, std::string_view text) {
  std::string plain(tag);
  plain += ':';
  plain += std::to_string(number);
  plain += ':';
  plain += text;
  return vault::base64url_encode(plain);
}

Result<std::optional<Cursor>> read_cursor(std::string_view tag, std::string_view cursor) {
  if (cursor.empty()) return std::optional<Cursor>();
  const Error refused =
      failure(ErrorKind::bad_input, "cursor", {}, "`after` is not a cursor that this list gave.");
  const auto plain = vault::base64url_decode(cursor);
  if (!plain || plain->size() < tag.size() + 2 || plain->compare(0, tag.size(), tag) != 0 ||
      (*plain)[tag.size()] != ':')
    return refused;
  Cursor read;
  const char* end = plain->data() + plain->size();
  const auto number = std::from_chars(plain->data() + tag.size() + 1, end, read.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != ':') return refused;
  read.text.assign(number.ptr + 1, end);
  return std::optional(std::move(read));
}

std::size_t page_limit(const PageRequest& page) {
  return std::clamp<std::size_t>(page.limit, 1, kPageRowsMax);
}

bool has_line_break(std::string_view name) { return name.find('\n') != std::string_view::npos; }

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

Error not_found(std::string_view what, std::string_view path) {
  return failure(ErrorKind::not_found, std::string(what), std::string(path),
                 "There is no such " + std::string(what) + ".");
}

}  // namespace crosswalk::store::sqlite
