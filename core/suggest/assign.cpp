#include "suggest/assign.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace crosswalk::suggest {
namespace {

// A column of its own for each row, at the price of no score at all, stands for staying alone: so
// every row can always be placed. Costs are what a choice lacks to the highest score.
class Solver {
 public:
  Solver(std::span<const std::vector<Choice>> rows, std::size_t columns)
      : rows_(rows),
        columns_(columns),
        row_of_(columns + rows.size(), kAlone),
        column_of_(rows.size(), kAlone),
        price_(columns + rows.size(), 0),
        distance_(columns + rows.size(), kFar),
        before_(columns + rows.size(), kAlone),
        done_(columns + rows.size(), false) {
    for (const std::vector<Choice>& row : rows) {
      for (const Choice& choice : row) highest_ = std::max(highest_, choice.score);
    }
  }

  std::vector<std::uint32_t> solve() {
    for (std::uint32_t row = 0; row < rows_.size(); ++row) place(row);
    std::vector<std::uint32_t> out(rows_.size(), kAlone);
    for (std::uint32_t column = 0; column < columns_; ++column) {
      if (row_of_[column] != kAlone) out[row_of_[column]] = column;
    }
    return out;
  }

 private:
  using Entry = std::pair<std::int64_t, std::uint32_t>;  // distance, column
  static constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max();

  // Finds the cheapest way to place one more row, by moving others where that pays.
  void place(std::uint32_t row) {
    heap_.clear();
    touched_.clear();
    reach(row, kAlone, 0);
    while (true) {
      std::pop_heap(heap_.begin(), heap_.end(), std::greater<>());
      const auto [distance, column] = heap_.back();
      heap_.pop_back();
      if (done_[column]) continue;
      done_[column] = true;
      if (row_of_[column] == kAlone) {
        settle(row, column, distance);
        return;
      }
      reach(row_of_[column], column, distance);
    }
  }

  // What lies one step behind a row that would give up `from`.
  void reach(std::uint32_t row, std::uint32_t from, std::int64_t distance) {
    // The reduced cost of the row's present column is zero, so the row's own price is this.
    const std::int64_t base = from == kAlone ? 0 : cost(row, from) - price_[from];
    const auto look = [&](std::uint32_t column, std::int64_t cost) {
      if (done_[column]) return;
      const std::int64_t through = distance + cost - price_[column] - base;
      if (through >= distance_[column]) return;
      if (distance_[column] == kFar) touched_.push_back(column);
      distance_[column] = through;
      before_[column] = row;
      heap_.push_back({through, column});
      std::push_heap(heap_.begin(), heap_.end(), std::greater<>());
    };
    for (const Choice& choice : rows_[row]) look(choice.column, highest_ - choice.score);
    look(static_cast<std::uint32_t>(columns_ + row), highest_);
  }

  [[nodiscard]] std::int64_t cost(std::uint32_t row, std::uint32_t column) const {
    if (column >= columns_) return highest_;
    for (const Choice& choice : rows_[row]) {
      if (choice.column == column) return highest_ - choice.score;
    }
    return kFar;
  }

  void settle(std::uint32_t row, std::uint32_t last, std::int64_t length) {
    for (const std::uint32_t column : touched_) {
      if (done_[column]) price_[column] += distance_[column] - length;
    }
    for (std::uint32_t column = last;;) {
      const std::uint32_t mover = before_[column];
      row_of_[column] = mover;
      column = std::exchange(column_of_[mover], column);
      if (mover == row) break;
    }
    for (const std::uint32_t column : touched_) {
      distance_[column] = kFar;
      done_[column] = false;
    }
  }

  std::span<const std::vector<Choice>> rows_;
  std::size_t columns_;
  int highest_ = 0;
  std::vector<std::uint32_t> row_of_;     // by column
  std::vector<std::uint32_t> column_of_;  // by row
  std::vector<std::int64_t> price_;       // by column; never above zero
  std::vector<std::int64_t> distance_;
  std::vector<std::uint32_t> before_;
  std::vector<bool> done_;
  std::vector<Entry> heap_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace

std::vector<std::uint32_t> assign(std::span<const std::vector<Choice>> rows, std::size_t columns) {
  return Solver(rows, columns).solve();
}

}  // namespace crosswalk::suggest
