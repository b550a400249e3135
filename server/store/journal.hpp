// The journal of writes. An intent says what is about to be sent to Salesforce and what will be
// agreed when it succeeds; it is durable (fsync) before begin() answers, and only then may a byte
// leave. settle() takes a batch's answers and moves intents, links with bases, issues, platform
// records and the run's counts in one transaction. Intents that are still there belong to writes
// whose answer was lost, or whose platform record was changed before the answer was kept: the next
// run sees in PairRow::sent_json what it may find in Salesforce as its own words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/crossing.hpp"
#include "store/issues.hpp"
#include "store/links.hpp"
#include "store/records.hpp"
#include "store/runs.hpp"

namespace crosswalk::store {

enum class IntentOperation { upsert, create, update, erase };

struct Intent {
  IntentOperation operation = IntentOperation::upsert;
  std::string key;           // platform key
  std::string id;            // Salesforce Id where known
  std::string payload_json;  // the fields that are sent, in Salesforce's form
  std::string base_json;     // the base that holds once it is acknowledged
  std::int64_t platform_version = 0;
  std::string modstamp;  // of the staged row that the decision was made on
};

struct IntentRow {
  std::int64_t seq = 0;
  std::string run;
  Crossing crossing;
  Intent intent;
  runtime::Stamp at;
};

struct Settlement {
  std::string run;
  Crossing crossing;
  runtime::Stamp at;
  // Answered, well or badly: they leave the journal, except those of stale keys (see `records`).
  std::vector<std::int64_t> intents;
  // Agreements. Each ends whatever intents there are on its key, clears the record's issues, except
  // those named again below, and puts the record in step (or waiting, when it was changed
  // meanwhile).
  std::vector<LinkRow> links;
  std::vector<std::string> unlinked_keys;  // their links are removed
  // Writes to platform records; expected_version is the version the decision was made on. A record
  // that was changed meanwhile is left alone and named in SettleOutcome::stale, and a link of the
  // same key in this settlement is left alone too: the next run decides again. Where the write
  // is made, the link's platform_version becomes the record's new version.
  std::vector<RecordWrite> records;
  std::vector<std::string> lists;  // lists that every key of `links` joins
  std::vector<IssueWrite> issues;
  std::vector<std::string> erased_keys;  // platform records to delete (tombstones)
  std::optional<RunCounts> counts;       // the run's counts after this batch
};

struct SettleOutcome {
  std::vector<std::string> stale;  // keys
  std::vector<IssueRow> issues;    // as they stand now, one per Settlement::issues
  std::int64_t issues_cleared = 0;
};

inline constexpr std::size_t kIntentBatchMax = 200;
inline constexpr std::size_t kSettleBatchMax = 2000;

class Journal {
 public:
  virtual ~Journal() = default;
  // ≤ kIntentBatchMax in one durable commit; answers the seq of the first, the others follow by
  // one. One on the same key with the same payload is replaced.
  virtual Task<std::int64_t> begin(std::string tenant, std::string run, Crossing crossing,
                                   std::vector<Intent> intents, runtime::Stamp at) = 0;
  virtual Task<SettleOutcome> settle(std::string tenant, Settlement settlement) = 0;
  // Intents of the sync that were begun and never settled, of whatever run, by seq.
  virtual Task<std::vector<IntentRow>> unanswered(std::string tenant, std::string sync,
                                                  std::int64_t after_seq, std::size_t limit) = 0;
};

}  // namespace crosswalk::store
