// Streaming CSV (RFC 4180) reader: fed with chunks cut anywhere, gives one row at a time. Quoted
// cells may hold separators, doubled quotes and line ends. Line ends are CRLF, LF or CR; a UTF-8
// byte order mark is passed over. Every size is capped. Errors name line:column and are final.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::csv {

struct Limits {
  char separator = ',';
  std::size_t cell_bytes_max = std::size_t{1} << 20;
  std::size_t row_bytes_max = std::size_t{8} << 20;
  std::size_t columns_max = 4096;
};

enum class Step : std::uint8_t {
  row,        // cells() holds a row
  need_more,  // feed() or finish()
  end,        // after finish(): no more rows
};

class Reader {
 public:
  explicit Reader(Limits limits = {});

  // Takes the next piece of the text; only when next() said need_more. The piece must stay alive
  // until next() says need_more again.
  void feed(std::string_view chunk);
  void finish();

  // Errors: csvQuote, csvTooLarge; path "line:column".
  Result<Step> next();

  // The row that next() announced; good until the next call of next().
  [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
  // Line where that row begins, counted from 1.
  [[nodiscard]] std::size_t line() const { return row_line_; }

 private:
  enum class State : std::uint8_t { row_start, cell_start, plain, quoted, quote_in_quoted };

  // What one byte leads to; need_more: go on.
  Result<Step> take(char byte);
  Result<Step> take_outside_quotes(char byte);
  Result<Step> end_row();
  bool take_mark(char byte);
  bool add(char byte);
  bool end_cell();
  Error fail(std::string code, std::string message);

  Limits limits_;
  State state_ = State::row_start;
  std::string_view chunk_;
  std::size_t at_ = 0;
  bool finished_ = false;
  bool after_cr_ = false;  // an LF belongs to the line end before it
  bool failed_ = false;
  Error failure_;
  std::string bytes_;              // of the row's cells, one after the other
  std::vector<std::size_t> ends_;  // of the cells in bytes_
  std::vector<std::string_view> cells_;
  bool row_given_ = false;
  std::size_t mark_ = 0;  // bytes of a byte order mark seen so far; 3: settled
  std::size_t line_ = 1, column_ = 1, row_line_ = 1;
};

}  // namespace crosswalk::csv
