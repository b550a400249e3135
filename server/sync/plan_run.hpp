// A plan: the path of a run up to its decisions, which are kept as the plan's records instead of
// being carried out. Nothing is written to either side, to links or to watermarks.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/plans.hpp"
#include "sync/control.hpp"
#include "sync/job.hpp"
#include "sync/traversal.hpp"

namespace crosswalk::sync {

class PlanRun {
 public:
  PlanRun(Parts& parts, std::string tenant, store::PlanRow* row, const Control& control,
          std::vector<std::string> only_keys);

  // Fills the row's totals, cost and digest.
  Task<void> execute();

 private:
  struct Tally;

  Task<void> decide_crossing(const Job& job, std::size_t index, Tally* tally);
  Task<void> walk(const Job& job, const CrossingJob& crossing, Traversal& traversal, bool keyed,
                  Tally* tally);
  Task<std::string> digest(Tally* tally);

  Parts& parts_;
  std::string tenant_;
  store::PlanRow* row_;
  const Control& control_;
  std::vector<std::string> only_keys_;
};

}  // namespace crosswalk::sync
