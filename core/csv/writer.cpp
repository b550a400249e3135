#include "csv/writer.hpp"

namespace crosswalk::csv {

void Writer::append_row(std::string& out, std::span<const std::string_view> cells) const {
  // A row of one empty cell would be an empty line, which is no row.
  if (cells.size() == 1 && cells.front().empty()) {
    out += "\"\"";
  } else {
    bool first = true;
    for (const std::string_view cell : cells) {
      if (!first) out += separator_;
      first = false;
      append_cell(out, cell);
    }
  }
  out += line_end_ == LineEnd::crlf ? "\r\n" : "\n";
}

void Writer::append_cell(std::string& out, std::string_view cell) const {
  bool quote = false;
  for (const char c : cell) quote = quote || c == separator_ || c == '"' || c == '\r' || c == '\n';
  if (!quote) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace crosswalk::csv
