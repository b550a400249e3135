// A run's row while it goes on: counted in memory, told to listeners a few times a second, kept in
// the store about once a second and with every settlement.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "store/issues.hpp"
#include "store/runs.hpp"
#include "sync/engine.hpp"

namespace crosswalk::sync {

class Progress {
 public:
  Progress(Parts& parts, std::string tenant, store::RunRow row);

  [[nodiscard]] store::RunRow& row() { return row_; }
  [[nodiscard]] store::RunCounts& counts() { return row_.counts; }

  Task<void> enter(store::RunPhase phase);
  // Cheap to call often.
  Task<void> tell();
  void tell_issues(const std::vector<store::IssueRow>& issues);

 private:
  void publish();

  Parts& parts_;
  std::string tenant_;
  store::RunRow row_;
  std::chrono::steady_clock::time_point told_at_, kept_at_;
};

}  // namespace crosswalk::sync
