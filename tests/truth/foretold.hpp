// One side of the comparison: what the preview says of each row of a file.
#pragma once

#include <string>
#include <vector>

#include "diagnostic/result.hpp"
#include "truth/dice.hpp"
#include "truth/rows.hpp"
#include "truth/scenario.hpp"

namespace crosswalk::truth {

struct Foretold {
  struct Cause {
    std::string code;   // what Salesforce would answer
    std::string field;  // of Salesforce; empty: of none
  };
  std::vector<Cause> causes;
  bool ours = false;  // a refusal that is not Salesforce's is among them
  bool unreadable = false;
  [[nodiscard]] bool taken() const { return causes.empty() && !ours; }
  [[nodiscard]] bool has(std::string_view code, std::string_view field) const;
  [[nodiscard]] bool has(std::string_view code) const;
};

// The file is fed in chunks that end anywhere.
Result<std::vector<Foretold>> foretell(Dice& dice, const Scenario& scenario, const Rows& rows);

}  // namespace crosswalk::truth
