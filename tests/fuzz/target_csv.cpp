#include <string>
#include <vector>

#include "csv/reader.hpp"
#include "csv/writer.hpp"
#include "fuzz/targets.hpp"

namespace crosswalk::fuzz {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Seen {
  Rows rows;
  std::vector<std::string> broken;  // places
  std::string error;
};

// The first bytes of an input say where its chunks are cut.
Seen read(std::string_view text, std::string_view borders, csv::Limits limits) {
  Seen seen;
  csv::Reader reader(limits);
  std::size_t border = 0;
  while (true) {
    const auto step = reader.next();
    if (!step) {
      seen.error = step.error().code + step.error().path;
      require(reader.next().has_value() == false, "an error is final");
      return seen;
    }
    if (*step == csv::Step::end) return seen;
    if (*step == csv::Step::row) {
      require(!reader.cells().empty(), "a row has a cell");
      seen.rows.emplace_back(reader.cells().begin(), reader.cells().end());
    } else if (*step == csv::Step::broken_row) {
      seen.broken.push_back(reader.fault().path + " " + std::to_string(reader.line()));
    } else if (text.empty()) {
      reader.finish();
    } else {
      std::size_t size = text.size();
      if (!borders.empty()) {
        size = static_cast<unsigned char>(borders[border++ % borders.size()]) % 97U + 1;
      }
      reader.feed(text.substr(0, size));
      text.remove_prefix(std::min(size, text.size()));
    }
  }
}

void require_same(const Seen& left, const Seen& right) {
  require(left.rows == right.rows, "rows are the same wherever chunks are cut");
  require(left.broken == right.broken, "broken rows are the same wherever chunks are cut");
  require(left.error == right.error, "an error is the same wherever chunks are cut");
}

}  // namespace

void read_csv(std::string_view input) {
  const std::size_t head = input.size() < 8 ? 0 : 8;
  const std::string_view borders = input.substr(0, head), text = input.substr(head);
  csv::Limits limits{.separator = csv::kDetect, .pass_over_broken_rows = true};
  const Seen whole = read(text, {}, limits);
  require_same(whole, read(text, borders.empty() ? "\x01" : borders, limits));
  limits = {.separator = ';', .cell_bytes_max = 40, .row_bytes_max = 100, .columns_max = 5};
  require_same(read(text, {}, limits), read(text, borders.empty() ? "\x01" : borders, limits));

  std::string written;
  for (const auto& row : whole.rows) {
    csv::Writer().append_row(written, std::vector<std::string_view>(row.begin(), row.end()));
  }
  // Zero bytes at the beginning, and what looks like a mark, would be taken for another encoding.
  const bool plain = written.substr(0, 6).find_first_of(std::string_view("\0\xFE\xFF\xEF", 4)) ==
                     std::string::npos;
  if (plain) require(read(written, {}, {}).rows == whole.rows, "what was written is read back");
}

}  // namespace crosswalk::fuzz
