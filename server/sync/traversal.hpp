// The part of a run that a plan shares with it: reads what changed in Salesforce into the staging,
// has the store match and pair it, and hands the worklist over page by page. `id` is the run's or
// the plan's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/runs.hpp"
#include "store/staging.hpp"
#include "sync/control.hpp"
#include "sync/job.hpp"

namespace crosswalk::sync {

struct TraversalOptions {
  std::string id;
  store::RunKind kind = store::RunKind::instant;
  std::vector<std::string> only_keys;
};

class Traversal {
 public:
  // `read` is told of every page of Salesforce records.
  Traversal(Parts& parts, const Job& job, const Control& control, TraversalOptions options,
            std::function<Task<void>(std::size_t records)> read);

  // Answers how far both sides have then been read: the watermark to keep when all is well.
  Task<store::Watermark> read(const CrossingJob& crossing);
  Task<store::PairTotals> pair(const CrossingJob& crossing, const store::Watermark& reached);
  // The next lines of the worklist; none at its end. The following ones are fetched meanwhile.
  Task<std::vector<store::PairRow>> lines(const CrossingJob& crossing, std::string after);
  // How many calls reading has taken.
  [[nodiscard]] std::uint64_t queries() const { return queries_; }

 private:
  Task<void> stage(const CrossingJob& crossing, const salesforce::QueryPage& page);
  Task<void> read_query(const CrossingJob& crossing, std::string soql, std::string* server_date);
  Task<void> read_pages(const CrossingJob& crossing, std::string soql, std::string* server_date);
  Task<void> read_due(const CrossingJob& crossing);
  Task<void> read_unread(const CrossingJob& crossing, const store::PairSelection& selection);
  Task<void> read_ids(const CrossingJob& crossing, const std::vector<std::string>& ids);
  [[nodiscard]] Result<void> may_call() const;

  Parts& parts_;
  const Job& job_;
  const Control& control_;
  TraversalOptions options_;
  std::function<Task<void>(std::size_t)> read_;
  store::Watermark former_;
  runtime::Stamp read_at_{};
  std::uint64_t queries_ = 0;
};

}  // namespace crosswalk::sync
