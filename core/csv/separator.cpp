#include "csv/separator.hpp"

namespace crosswalk::csv {
namespace {

constexpr std::string_view kSeparators = ",;\t|";
constexpr std::size_t kRowsMax = 64;

// Walks rows under the supposition that `separator` is the one.
class Supposed {
 public:
  Supposed(std::string_view text, bool whole, char separator)
      : text_(text), whole_(whole), separator_(separator) {}

  // Cells of the next row; 0: no more complete rows.
  std::size_t next_row() {
    while (at_ < text_.size() && is_line_end(text_[at_])) ++at_;
    if (at_ == text_.size()) return 0;
    std::size_t cells = 1;
    bool begins = true, quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (quoted) {
        quoted = c != '"';
      } else if (c == '"' && (begins || text_[at_ - 1] == '"')) {
        quoted = true;  // opened, or doubled and opened again
      } else if (is_line_end(c)) {
        return cells;
      } else if (c == separator_) {
        ++cells;
        begins = true;
        continue;
      }
      begins = false;
    }
    return whole_ && !quoted ? cells : 0;
  }

 private:
  static bool is_line_end(char c) { return c == '\n' || c == '\r'; }

  std::string_view text_;
  bool whole_;
  char separator_;
  std::size_t at_ = 0;
};

struct Score {
  std::size_t permille = 0;  // of the rows that have as many cells as the header
  std::size_t cells = 0;

  [[nodiscard]] bool beats(const Score& other) const {
    return permille != other.permille ? permille > other.permille : cells > other.cells;
  }
};

Score score_of(std::string_view sample, bool whole, char separator) {
  Supposed supposed(sample, whole, separator);
  const std::size_t header = supposed.next_row();
  if (header < 2) return {};
  std::size_t rows = 1, alike = 1;
  for (std::size_t cells; rows < kRowsMax && (cells = supposed.next_row()) > 0; ++rows) {
    if (cells == header) ++alike;
  }
  return {alike * 1000 / rows, header};
}

}  // namespace

char detect_separator(std::string_view sample, bool whole) {
  char best = kSeparators.front();
  Score best_score;
  for (const char separator : kSeparators) {
    const Score score = score_of(sample, whole, separator);
    if (!score.beats(best_score)) continue;
    best = separator;
    best_score = score;
  }
  return best;
}

}  // namespace crosswalk::csv
