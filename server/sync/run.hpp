// One run, from its first read to its last settlement.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "sync/async.hpp"
#include "sync/control.hpp"
#include "sync/job.hpp"
#include "sync/merger.hpp"
#include "sync/progress.hpp"
#include "sync/sender.hpp"
#include "sync/traversal.hpp"

namespace crosswalk::sync {

class Run {
 public:
  Run(Parts& parts, std::string tenant, Progress& progress, const Control& control);

  // All crossings. On success the watermarks to keep.
  Task<std::vector<store::Watermark>> execute();

 private:
  Task<void> forget_unanswered();
  Task<void> keep_limit();
  Task<store::Watermark> cross(const CrossingJob& crossing);
  Task<void> write(const CrossingJob& crossing, Traversal& traversal);
  Task<Batch> decide(const CrossingJob& crossing, Merger& merger,
                     const std::vector<store::PairRow>& lines);
  Task<void> write_lines(const CrossingJob& crossing, Traversal& traversal, Sender& sender,
                         Flights& flights);
  Task<void> write_page(const CrossingJob& crossing, Merger& merger,
                        const std::vector<store::PairRow>& lines, Sender& sender, Flights& flights,
                        Batch* pending);
  // Sends collections while at least `least` writes are pending.
  Task<void> send_collections(Sender& sender, Flights& flights, std::vector<Write>* pending,
                              std::size_t least);
  void count(const Batch& batch);
  void count_calls();
  [[nodiscard]] std::function<std::string()> issue_ids();

  Parts& parts_;
  std::string tenant_;
  Progress& progress_;
  const Control& control_;
  std::shared_ptr<const Job> job_;
  std::int64_t calls_before_ = 0;
};

}  // namespace crosswalk::sync
