// Streaming CSV (RFC 4180) reader: fed with chunks cut anywhere, gives one row at a time. Quoted
// cells may hold separators, doubled quotes and line ends. Line ends are CRLF, LF or CR. A byte
// order mark is passed over; UTF-16 and UTF-32 are read, too (decode.hpp). Every size is capped.
// Errors name line:column and are final, unless the limits ask for rows that cannot be read to be
// passed over.
//
// Cells are views of the fed chunk where their row lies whole in it; a row that crosses chunks, and
// a cell with doubled quotes, is copied into buffers that are used again. Nothing is allocated per
// row once warm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "csv/decode.hpp"
#include "diagnostic/result.hpp"

namespace crosswalk::csv {

// As a separator: found out from the first rows.
inline constexpr char kDetect = '\0';

struct Limits {
  char separator = ',';
  std::size_t cell_bytes_max = std::size_t{1} << 20;
  std::size_t row_bytes_max = std::size_t{8} << 20;  // separators and quotes counted
  std::size_t columns_max = 4096;
  // A row whose quotes are wrong is given as Step::broken_row, and the next line is a row again.
  bool pass_over_broken_rows = false;
};

enum class Step : std::uint8_t {
  row,         // cells() holds a row
  broken_row,  // fault() says what is wrong with it
  need_more,   // feed() or finish()
  end,         // after finish(): no more rows
};

class Reader {
 public:
  explicit Reader(Limits limits = {});

  // Takes the next piece of the file; only when next() said need_more. The piece must stay alive
  // until next() says need_more again.
  void feed(std::string_view chunk);
  void finish();
  // The whole file in one piece, in place of both.
  void feed_all(std::string_view text);

  // Errors: csvQuote, csvTooLarge; path "line:column".
  Result<Step> next();

  // The row that next() announced; good until the next call of next().
  [[nodiscard]] std::span<const std::string_view> cells() const { return cells_; }
  // What is wrong with the broken row that next() announced.
  [[nodiscard]] const Error& fault() const { return failure_; }
  // Line where that row begins, counted from 1.
  [[nodiscard]] std::size_t line() const { return row_line_; }
  // kDetect until the first rows were seen.
  [[nodiscard]] char separator() const { return limits_.separator; }

 private:
  enum class State : std::uint8_t {
    plain,  // outside quotes
    quoted,
    closed,    // behind a quote inside quotes: the end of the cell, or doubled
    skipping,  // the rest of a broken row's line
  };
  // Offsets count from the row's first byte, wherever that lies.
  struct Span {
    std::size_t begin = 0, end = 0;
    bool doubled = false;  // quotes that are to become one each
  };

  void take_text(std::string_view text);
  bool load_block();
  bool keep_row();
  void begin_row();
  Result<Step> take_special(std::size_t chunk_at);
  Result<Step> take_line_end(std::size_t chunk_at);
  void count_line(std::size_t chunk_at);
  Result<Step> end_row(std::size_t chunk_at);
  Result<Step> end_text();
  bool end_cell(std::size_t row_at);
  bool within_limits(std::size_t row_at);
  void make_cells(const char* row);
  Result<Step> break_row(std::size_t row_at, const char* message);
  Error fail(std::string code, std::size_t row_at, std::string message);
  [[nodiscard]] std::string place_of(std::size_t row_at) const;
  [[nodiscard]] std::size_t row_offset(std::size_t chunk_at) const {
    return carry_.size() + chunk_at - row_begin_;
  }

  Limits limits_;
  Decoder decoder_;
  std::string sample_;  // while the separator is not known
  std::string_view chunk_;
  bool finishes_itself_ = false;
  bool finished_ = false, failed_ = false, row_given_ = false;
  Error failure_;

  std::uint64_t bits_ = 0;                 // of the block, still to be looked at
  std::size_t block_ = 0, block_end_ = 0;  // of it in the chunk

  State state_ = State::plain;
  std::string carry_;           // the row's beginning, from earlier chunks
  std::size_t row_begin_ = 0;   // in the chunk, of the row or of its rest
  std::size_t next_row_ = 0;    // in the chunk, when a row was given
  std::size_t cell_begin_ = 0;  // of the cell's text, behind its quote
  std::size_t quote_at_ = 0;    // of the quote that closed the cell, if the state says so
  std::size_t pair_at_ =
      std::string::npos;  // where a line feed would belong to the line end before it
  bool doubled_ = false;  // the cell has doubled quotes
  std::vector<Span> spans_;
  std::vector<std::string_view> cells_;
  std::string joined_;  // cells with doubled quotes, made single
  std::size_t line_ = 1, row_line_ = 1;
};

}  // namespace crosswalk::csv
