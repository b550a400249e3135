#include "csv/reader.hpp"

#include <cassert>

namespace crosswalk::csv {
namespace {
constexpr std::string_view kMark = "\xEF\xBB\xBF";
}

Reader::Reader(Limits limits) : limits_(limits) {}

void Reader::feed(std::string_view chunk) {
  assert(at_ == chunk_.size() && !finished_);
  chunk_ = chunk;
  at_ = 0;
}

void Reader::finish() { finished_ = true; }

Result<Step> Reader::next() {
  if (failed_) return failure_;
  if (row_given_) {
    bytes_.clear();
    ends_.clear();
    cells_.clear();
    row_given_ = false;
  }
  while (at_ < chunk_.size()) {
    const char byte = chunk_[at_++];
    if (mark_ < kMark.size() && take_mark(byte)) continue;
    Result<Step> step = take(byte);
    if (!step || *step == Step::row) return step;
  }
  if (!finished_) return Step::need_more;
  if (state_ == State::quoted) return fail("csvQuote", "A quoted cell is not closed.");
  if (state_ == State::row_start) return Step::end;
  return end_row();
}

// Passes a byte order mark at the very beginning over. A text that only begins like one gets back
// the bytes that were held.
bool Reader::take_mark(char byte) {
  if (byte == kMark[mark_]) {
    ++mark_;
    return true;
  }
  const std::size_t held = mark_;
  mark_ = kMark.size();
  for (std::size_t i = 0; i < held; ++i) (void)take(kMark[i]);
  return false;
}

Result<Step> Reader::take(char byte) {
  if (byte == '\n' && after_cr_) {
    after_cr_ = false;
    if (state_ == State::quoted && !add(byte)) return failure_;
    return Step::need_more;
  }
  after_cr_ = byte == '\r';
  const bool line_end = byte == '\n' || byte == '\r';
  if (state_ == State::row_start) {
    // An empty line is no row: RFC 4180 has none, and files end with one.
    row_line_ = line_;
    if (!line_end) state_ = State::cell_start;
  }
  Result<Step> step = Step::need_more;
  if (state_ == State::quoted) {
    if (byte == '"') {
      state_ = State::quote_in_quoted;
    } else if (!add(byte)) {
      return failure_;
    }
  } else if (state_ != State::row_start) {
    step = take_outside_quotes(byte);
  }
  if (line_end) {
    ++line_;
    column_ = 1;
  } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
    column_ += static_cast<unsigned char>(byte) >= 0xF0 ? 2 : 1;
  }
  return step;
}

Result<Step> Reader::take_outside_quotes(char byte) {
  if (byte == limits_.separator) {
    if (!end_cell()) return failure_;
    state_ = State::cell_start;
    return Step::need_more;
  }
  if (byte == '\n' || byte == '\r') return end_row();
  if (state_ == State::quote_in_quoted) {
    if (byte != '"') return fail("csvQuote", "A quote inside a quoted cell must be doubled.");
    state_ = State::quoted;
    if (!add(byte)) return failure_;
    return Step::need_more;
  }
  if (byte == '"') {
    if (state_ != State::cell_start) {
      return fail("csvQuote", "A cell with a quote in it must be quoted.");
    }
    state_ = State::quoted;
    return Step::need_more;
  }
  state_ = State::plain;
  if (!add(byte)) return failure_;
  return Step::need_more;
}

bool Reader::add(char byte) {
  const std::size_t begin = ends_.empty() ? 0 : ends_.back();
  if (bytes_.size() - begin >= limits_.cell_bytes_max) {
    (void)fail("csvTooLarge",
               "A cell has more than " + std::to_string(limits_.cell_bytes_max) + " bytes.");
    return false;
  }
  if (bytes_.size() >= limits_.row_bytes_max) {
    (void)fail("csvTooLarge",
               "A row has more than " + std::to_string(limits_.row_bytes_max) + " bytes.");
    return false;
  }
  bytes_ += byte;
  return true;
}

bool Reader::end_cell() {
  if (ends_.size() >= limits_.columns_max) {
    (void)fail("csvTooLarge",
               "A row has more than " + std::to_string(limits_.columns_max) + " cells.");
    return false;
  }
  ends_.push_back(bytes_.size());
  return true;
}

Result<Step> Reader::end_row() {
  if (!end_cell()) return failure_;
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    cells_.push_back(std::string_view(bytes_).substr(begin, end - begin));
    begin = end;
  }
  row_given_ = true;
  state_ = State::row_start;
  return Step::row;
}

Error Reader::fail(std::string code, std::string message) {
  const ErrorKind kind = code == "csvTooLarge" ? ErrorKind::too_large : ErrorKind::bad_input;
  failure_ = {kind,
              std::move(code),
              std::to_string(line_) + ":" + std::to_string(column_),
              std::move(message),
              0,
              {}};
  failed_ = true;
  return failure_;
}

}  // namespace crosswalk::csv
