// Both sides' verdicts row by row, counted by Salesforce's code.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "truth/answered.hpp"
#include "truth/foretold.hpp"

namespace crosswalk::truth {

// Of refused rows, and of the causes that the preview gives (several of one row at times). A row's
// answer names one cause; the others are tried with a record that has that fault alone.
struct CodeCount {
  std::uint64_t refused = 0;       // rows that the org refused with the code
  std::uint64_t foretold = 0;      // of those, with that code, and field where the org names it
  std::uint64_t alarms = 0;        // causes that the preview gave, and the org was asked for
  std::uint64_t false_alarms = 0;  // of those, no reason for the org to refuse
};

// A row that the two sides see differently, for whoever settles it.
struct Disagreement {
  std::uint64_t seed = 0;  // of the mapping
  std::size_t row = 0;
  std::vector<Foretold::Cause> causes;
  Answered answered;
  std::string given, sent;
};

struct Comparison {
  std::uint64_t mappings = 0, rows = 0;
  std::uint64_t taken = 0;       // by both
  std::uint64_t ours = 0;        // refused by the preview alone, and said to be
  std::uint64_t unreadable = 0;  // no JSON
  // Duplicates in rows that are refused for something else: nothing of them is in the org.
  std::uint64_t unasked = 0;
  std::map<std::string, CodeCount> codes;
  std::vector<Disagreement> disagreements;  // the first ones

  [[nodiscard]] CodeCount sum() const;
  [[nodiscard]] double recall() const;          // of refused rows
  [[nodiscard]] double share_of_false() const;  // of alarms
  [[nodiscard]] std::string json() const;       // one line
  [[nodiscard]] std::string disagreements_text() const;
};

// One mapping, generated from the seed, with so many files of so many rows (at most kRowsMax).
Result<void> compare(std::uint64_t seed, std::size_t files, std::size_t rows, Comparison& into);

}  // namespace crosswalk::truth
