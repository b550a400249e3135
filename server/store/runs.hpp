// Runs and watermarks. A sync has at most one unfinished run, and the watermarks move in the same
// transaction that ends it, so an interrupted run reads its changes again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/crossing.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

enum class RunKind { initial, instant, forced, reconcile, undo };
enum class RunTrigger { manual, schedule, live, record };
enum class RunState {
  queued,
  running,
  waiting_approval,
  paused,
  succeeded,
  partial,
  failed,
  cancelled
};
enum class RunPhase { read, match, merge, write, settle };

struct RunCounts {
  std::int64_t read_salesforce = 0, read_platform = 0;
  std::int64_t salesforce_created = 0, salesforce_updated = 0, salesforce_deleted = 0,
               salesforce_failed = 0;
  std::int64_t platform_created = 0, platform_updated = 0, platform_deleted = 0,
               platform_deactivated = 0, platform_failed = 0;
  std::int64_t unchanged = 0, skipped = 0, conflicts = 0, issues = 0, api_calls = 0;
  std::int64_t total = 0;  // pairs of all worklists built so far, for the estimate of the end
};

struct RunRow {
  std::string id, sync;
  RunKind kind = RunKind::instant;
  RunTrigger trigger = RunTrigger::manual;
  RunState state = RunState::queued;
  RunPhase phase = RunPhase::read;
  std::string cause;
  std::vector<std::string> only_keys;  // a run of some records alone
  runtime::Stamp started_at;
  std::optional<runtime::Stamp> finished_at;
  RunCounts counts;
};

struct RunFilter {
  std::optional<std::string> sync;
  bool unfinished_only = false;
};

// How far each side's changes have been read.
struct Watermark {
  Crossing crossing;
  std::string salesforce_stamp;  // org time, RFC 3339; empty: never read
  std::int64_t platform_version = 0;
};

class Runs {
 public:
  virtual ~Runs() = default;
  // Error{conflict, "runInProgress", path = id of the unfinished run}.
  virtual Task<void> create(std::string tenant, RunRow run) = 0;
  // State, phase, cause and counts of an unfinished run; Error{conflict, "runFinished"} otherwise.
  virtual Task<void> update(std::string tenant, RunRow run) = 0;
  // The last update, with finished_at, and the watermarks: one transaction.
  virtual Task<void> finish(std::string tenant, RunRow run, std::vector<Watermark> watermarks) = 0;
  virtual Task<RunRow> get(std::string tenant, std::string id) = 0;
  // Newest first.
  virtual Task<Page<RunRow>> list(std::string tenant, RunFilter filter, PageRequest page) = 0;
  // The newest finished run that succeeded, fully or in part; absent before the first.
  virtual Task<std::optional<RunRow>> last_finished(std::string tenant, std::string sync) = 0;

  // All zero and empty when the crossing was never run.
  virtual Task<Watermark> watermark(std::string tenant, Crossing crossing) = 0;
};

}  // namespace crosswalk::store
