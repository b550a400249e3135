#include "suggest/assign.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace crosswalk::suggest {
namespace {

using Rows = std::vector<std::vector<Choice>>;

int total(const Rows& rows, const std::vector<std::uint32_t>& chosen) {
  int sum = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const Choice& choice : rows[i]) {
      if (choice.column == chosen[i]) sum += choice.score;
    }
  }
  return sum;
}

// Every way to choose, one row after the other.
int best_by_trying(const Rows& rows, std::size_t row, std::vector<bool>& taken) {
  if (row == rows.size()) return 0;
  int best = best_by_trying(rows, row + 1, taken);
  for (const Choice& choice : rows[row]) {
    if (taken[choice.column]) continue;
    taken[choice.column] = true;
    best = std::max(best, choice.score + best_by_trying(rows, row + 1, taken));
    taken[choice.column] = false;
  }
  return best;
}

TEST(Assign, GivesWayWhereTheSumIsHigher) {
  // The first row's best column is the second row's only one.
  const Rows rows{{{0, 900}, {1, 850}}, {{0, 800}}};
  EXPECT_EQ(assign(rows, 2), (std::vector<std::uint32_t>{1, 0}));
}

TEST(Assign, LeavesARowAloneThatWouldCostTheOthersMore) {
  const Rows rows{{{0, 900}}, {{0, 700}}, {}};
  EXPECT_EQ(assign(rows, 1), (std::vector<std::uint32_t>{0, kAlone, kAlone}));
}

TEST(Assign, MovesAlongAChain) {
  const Rows rows{{{0, 900}, {1, 890}}, {{1, 900}, {2, 890}}, {{2, 900}, {3, 890}}, {{0, 900}}};
  EXPECT_EQ(total(rows, assign(rows, 4)), 890 + 890 + 890 + 900);
}

TEST(Assign, HandlesNothing) {
  EXPECT_TRUE(assign(Rows{}, 0).empty());
  EXPECT_EQ(assign(Rows{{}, {}}, 0), (std::vector<std::uint32_t>{kAlone, kAlone}));
}

TEST(Assign, IsAsGoodAsTryingEverything) {
  std::uint32_t seed = 1;
  const auto next = [&](std::uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  for (int round = 0; round < 400; ++round) {
    const std::size_t columns = 1 + next(6);
    Rows rows(1 + next(6));
    for (auto& row : rows) {
      for (std::uint32_t column = 0; column < columns; ++column) {
        if (next(3) > 0) row.push_back({column, 1 + static_cast<int>(next(1000))});
      }
    }
    const std::vector<std::uint32_t> chosen = assign(rows, columns);
    std::vector<bool> taken(columns, false);
    EXPECT_EQ(total(rows, chosen), best_by_trying(rows, 0, taken)) << "round " << round;
    std::vector<std::uint32_t> used;
    for (const std::uint32_t column : chosen) {
      if (column != kAlone) used.push_back(column);
    }
    std::sort(used.begin(), used.end());
    EXPECT_EQ(std::adjacent_find(used.begin(), used.end()), used.end()) << "one to one";
  }
}

}  // namespace
}  // namespace crosswalk::suggest
