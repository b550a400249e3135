// CSV (RFC 4180) writer: appends rows to a text. Cells are quoted only where they must be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace crosswalk::csv {

enum class LineEnd : unsigned char { crlf, lf };

class Writer {
 public:
  explicit Writer(char separator = ',', LineEnd line_end = LineEnd::crlf)
      : separator_(separator), line_end_(line_end) {}

  void append_row(std::string& out, std::span<const std::string_view> cells) const;
  void append_cell(std::string& out, std::string_view cell) const;

 private:
  char separator_;
  LineEnd line_end_;
};

}  // namespace crosswalk::csv
