#include "csv/reader.hpp"

#include <bit>
#include <cassert>

#include "csv/scan.hpp"
#include "csv/separator.hpp"

namespace crosswalk::csv {

Reader::Reader(Limits limits) : limits_(limits) {}

void Reader::feed(std::string_view chunk) {
  assert(chunk_.empty() && !finished_);
  take_text(decoder_.feed(chunk));
}

void Reader::finish() {
  finished_ = true;
  take_text(decoder_.finish());
}

void Reader::feed_all(std::string_view text) {
  feed(text);
  finishes_itself_ = true;
}

// Text goes to the rows as soon as it is known what parts their cells.
void Reader::take_text(std::string_view text) {
  if (limits_.separator == kDetect) {
    sample_ += text;
    if (sample_.size() < kSampleBytes && !finished_) return;
    const bool whole = sample_.size() <= kSampleBytes && finished_;
    const std::string_view sample = std::string_view(sample_).substr(0, kSampleBytes);
    limits_.separator = detect_separator(sample, whole);
    text = sample_;
  }
  chunk_ = text;
  bits_ = 0;
  block_end_ = 0;
  row_begin_ = 0;
}

// Finds out where in the next block something stands that matters. False: the chunk is through.
bool Reader::load_block() {
  if (block_end_ >= chunk_.size()) return false;
  block_ = block_end_;
  const std::size_t left = chunk_.size() - block_;
  if (left >= kBlockBytes) {
    bits_ = special_bits(chunk_.data() + block_, limits_.separator);
    block_end_ += kBlockBytes;
  } else {
    bits_ = special_bits(chunk_.data() + block_, left, limits_.separator);
    block_end_ = chunk_.size();
  }
  return true;
}

Result<Step> Reader::next() {
  if (failed_) return failure_;
  if (row_given_) begin_row();
  while (true) {
    while (bits_ == 0) {
      if (load_block()) continue;
      if (!keep_row()) return failure_;
      if (finished_) return end_text();
      if (!finishes_itself_) return Step::need_more;
      finish();
    }
    const std::size_t chunk_at = block_ + static_cast<std::size_t>(std::countr_zero(bits_));
    bits_ &= bits_ - 1;
    // The way of nearly every cell, without a call.
    if (state_ == State::plain && chunk_[chunk_at] == limits_.separator) {
      const std::size_t row_at = row_offset(chunk_at);
      if (row_at - cell_begin_ <= limits_.cell_bytes_max && row_at <= limits_.row_bytes_max &&
          spans_.size() < limits_.columns_max) {
        spans_.push_back({cell_begin_, row_at, false});
        cell_begin_ = row_at + 1;
        continue;
      }
    }
    Result<Step> step = take_special(chunk_at);
    if (!step || *step != Step::need_more) return step;
  }
}

void Reader::begin_row() {
  row_given_ = false;
  state_ = State::plain;
  carry_.clear();
  spans_.clear();
  cells_.clear();
  row_begin_ = next_row_;
  cell_begin_ = 0;
  doubled_ = false;
  row_line_ = line_;
}

Result<Step> Reader::take_special(std::size_t chunk_at) {
  const char byte = chunk_[chunk_at];
  const std::size_t row_at = row_offset(chunk_at);
  const bool line_end = byte == '\n' || byte == '\r';
  if (state_ == State::skipping) return line_end ? take_line_end(chunk_at) : Step::need_more;
  if (!within_limits(row_at)) return failure_;
  if (state_ == State::quoted) {
    if (line_end) return take_line_end(chunk_at);
    if (byte == '"') {
      state_ = State::closed;
      quote_at_ = row_at;
    }
    return Step::need_more;
  }
  if (state_ == State::closed && row_at != quote_at_ + 1) {
    Result<Step> step = break_row(quote_at_ + 1, "A quote inside a quoted cell must be doubled.");
    if (step && line_end) {
      count_line(chunk_at);
      row_given_ = true;
    }
    return step;
  }
  if (byte == '"') {
    if (state_ == State::closed) {
      doubled_ = true;
    } else if (row_at == cell_begin_) {
      cell_begin_ = row_at + 1;
    } else {
      return break_row(row_at, "A cell with a quote in it must be quoted.");
    }
    state_ = State::quoted;
    return Step::need_more;
  }
  if (line_end) return take_line_end(chunk_at);
  if (!end_cell(row_at)) return failure_;
  return Step::need_more;
}

// A line end inside quotes is counted, one outside ends the row.
Result<Step> Reader::take_line_end(std::size_t chunk_at) {
  const std::size_t row_at = row_offset(chunk_at);
  count_line(chunk_at);
  if (state_ == State::quoted) return Step::need_more;
  // An empty line is no row: RFC 4180 has none, and files end with one.
  const bool empty = row_at == 0 && spans_.empty() && state_ == State::plain;
  if (empty || state_ == State::skipping) {
    begin_row();
    return Step::need_more;
  }
  if (!end_cell(row_at)) return failure_;
  return end_row(chunk_at);
}

void Reader::count_line(std::size_t chunk_at) {
  const std::size_t row_at = row_offset(chunk_at);
  const bool may_pair = chunk_[chunk_at] == '\r';
  if (may_pair || row_at != pair_at_) ++line_;
  const std::size_t next = state_ == State::quoted ? row_at + 1 : 0;  // outside, a row begins there
  pair_at_ = may_pair ? next : std::string::npos;
  next_row_ = chunk_at + 1;
}

bool Reader::end_cell(std::size_t row_at) {
  if (spans_.size() >= limits_.columns_max) {
    (void)fail("csvTooLarge", row_at,
               "A row has more than " + std::to_string(limits_.columns_max) + " cells.");
    return false;
  }
  spans_.push_back({cell_begin_, state_ == State::closed ? quote_at_ : row_at, doubled_});
  state_ = State::plain;
  cell_begin_ = row_at + 1;
  doubled_ = false;
  return true;
}

Result<Step> Reader::end_row(std::size_t chunk_at) {
  if (carry_.empty()) {
    make_cells(chunk_.data() + row_begin_);
  } else {
    carry_ += chunk_.substr(row_begin_, chunk_at - row_begin_);
    make_cells(carry_.data());
  }
  row_given_ = true;
  return Step::row;
}

void Reader::make_cells(const char* row) {
  std::size_t doubled = 0;
  for (const Span& span : spans_) {
    cells_.emplace_back(row + span.begin, span.end - span.begin);
    if (span.doubled) doubled += span.end - span.begin;
  }
  if (doubled == 0) return;
  joined_.clear();
  joined_.reserve(doubled);  // no cell moves while others are made
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    if (!spans_[i].doubled) continue;
    const std::size_t begin = joined_.size();
    for (std::size_t at = 0; at < cells_[i].size(); ++at) {
      joined_ += cells_[i][at];
      if (cells_[i][at] == '"') ++at;
    }
    cells_[i] = std::string_view(joined_).substr(begin);
  }
}

// The chunk is through: what it has of an unfinished row is kept.
bool Reader::keep_row() {
  if (state_ != State::skipping) {
    if (!within_limits(row_offset(chunk_.size()))) return false;
    carry_ += chunk_.substr(row_begin_);
  }
  chunk_ = {};
  row_begin_ = next_row_ = 0;
  block_end_ = 0;
  return true;
}

Result<Step> Reader::end_text() {
  const std::size_t row_at = carry_.size();
  if (state_ == State::skipping || (row_at == 0 && spans_.empty())) return Step::end;
  if (state_ == State::quoted) return break_row(row_at, "A quoted cell is not closed.");
  if (state_ == State::closed && row_at != quote_at_ + 1) {
    return break_row(quote_at_ + 1, "A quote inside a quoted cell must be doubled.");
  }
  if (!end_cell(row_at)) return failure_;
  return end_row(0);
}

bool Reader::within_limits(std::size_t row_at) {
  const std::size_t end = state_ == State::closed ? quote_at_ : row_at;
  const bool cell = end > cell_begin_ && end - cell_begin_ > limits_.cell_bytes_max;
  const bool row = row_at > limits_.row_bytes_max;
  if (!cell && !row) return true;
  const std::size_t cell_limit = cell_begin_ + limits_.cell_bytes_max;
  if (cell && (!row || cell_limit <= limits_.row_bytes_max)) {
    (void)fail("csvTooLarge", cell_limit,
               "A cell has more than " + std::to_string(limits_.cell_bytes_max) + " bytes.");
  } else {
    (void)fail("csvTooLarge", limits_.row_bytes_max,
               "A row has more than " + std::to_string(limits_.row_bytes_max) + " bytes.");
  }
  return false;
}

Result<Step> Reader::break_row(std::size_t row_at, const char* message) {
  Error error = fail("csvQuote", row_at, message);
  if (!limits_.pass_over_broken_rows) return error;
  failed_ = false;
  state_ = State::skipping;
  cells_.clear();
  return Step::broken_row;
}

Error Reader::fail(std::string code, std::size_t row_at, std::string message) {
  const ErrorKind kind = code == "csvTooLarge" ? ErrorKind::too_large : ErrorKind::bad_input;
  failure_ = {kind, std::move(code), place_of(row_at), std::move(message), 0, {}};
  failed_ = true;
  return failure_;
}

// "line:column" of a byte of the row.
std::string Reader::place_of(std::size_t row_at) const {
  std::size_t line = row_line_, column = 1;
  char before = '\0';
  for (std::size_t i = 0; i < row_at; ++i) {
    const char byte = i < carry_.size() ? carry_[i] : chunk_[row_begin_ + i - carry_.size()];
    if (byte == '\r' || (byte == '\n' && before != '\r')) {
      ++line;
      column = 1;
    } else if (byte != '\n' && (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      column += static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
    }
    before = byte;
  }
  return std::to_string(line) + ":" + std::to_string(column);
}

}  // namespace crosswalk::csv
