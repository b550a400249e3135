// Decides pairs: reads both sides and the base of each line of the worklist into rows, lets
// core/plan decide, and hands line and decision to a consumer while their values are alive. Used by
// one thread at a time; nothing is allocated per record once warm.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "plan/decide.hpp"
#include "salesforce/row_reader.hpp"
#include "store/staging.hpp"
#include "sync/job.hpp"

namespace crosswalk::sync {

class DecisionConsumer {
 public:
  virtual ~DecisionConsumer() = default;
  virtual void take(const store::PairRow& row, const plan::Pair& pair,
                    const plan::Decision& decision) = 0;
  // The platform's record is outside of the mapping's criteria, or deleted: it is left alone.
  virtual void leave(const store::PairRow& row) = 0;
  // Salesforce's record did not answer to the mapping's criteria; `decision` is a skip with its
  // reason. `waits`: the platform holds a change that cannot reach it.
  virtual void leave_linked(const store::PairRow& row, const plan::Pair& pair,
                            const plan::Decision& decision, bool waits) = 0;
};

class Merger {
 public:
  explicit Merger(const CrossingJob& job);

  // Fails only when the store holds something that is no record.
  Result<void> merge(std::span<const store::PairRow> rows, DecisionConsumer* consumer);

 private:
  Result<void> merge_one(const store::PairRow& row, DecisionConsumer* consumer);
  void decide_out_of_reach(const store::PairRow& row, const plan::Pair& pair,
                           DecisionConsumer* consumer);
  Result<bool> is_wanted(const store::PairRow& row);
  Result<void> agree_on_sent(const store::PairRow& row, plan::Pair* pair);

  const CrossingJob& job_;
  salesforce::RowReader platform_reader_, salesforce_reader_, base_reader_, sent_reader_,
      filter_reader_;
  std::vector<convert::Value> platform_, salesforce_, base_, sent_, filter_;
  std::string platform_changed_;  // for the policy that takes the latest change
  plan::Scratch scratch_;
  plan::Decision decision_;
};

}  // namespace crosswalk::sync
