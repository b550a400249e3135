// The platform's records: the embedded record store. Fields are one JSON object per record; a write
// replaces the named fields only, and absent, null and "" stay different. Each change takes the
// next number of the tenant's counter as the record's version, so "what changed since" is a range
// of versions. A write that changes nothing keeps the version.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

enum class SyncState { in_step, waiting, issue, inactive, unlinked };

struct RecordRow {
  std::string object, key;
  std::int64_t version = 0;
  std::string fields_json;
  bool inactive = false;
  bool deleted = false;  // a tombstone: lists and get leave it out, pairs carry it
  std::vector<std::string> lists;
  runtime::Stamp changed_at;
  SyncState state = SyncState::unlinked;
  runtime::Stamp state_since;
  std::optional<runtime::Stamp> last_sync_at;
  std::string salesforce, salesforce_id;  // of its newest link; empty without one
};

struct RecordWrite {
  std::string object, key;
  std::string fields_json;                        // an object of the named fields
  std::optional<std::vector<std::string>> lists;  // replaces the memberships when given
  std::optional<bool> inactive;
  std::optional<std::int64_t> expected_version;  // 0: must not exist yet
};

struct PutOutcome {
  enum class Change { created, changed, unchanged, version_mismatch, bad_fields };
  Change change = Change::unchanged;
  std::int64_t version = 0;  // the version kept now
};

struct RecordFilter {
  std::string object;
  std::optional<runtime::Stamp> changed_since, synced_after;
  std::optional<SyncState> state;
  std::optional<std::string> list;
};

struct StateCounts {
  std::int64_t in_step = 0, waiting = 0, issue = 0, inactive = 0, unlinked = 0;
};

struct ListRow {
  std::string name;
  std::int64_t records = 0;
};

inline constexpr std::size_t kRecordBatchMax = 1000;

class Records {
 public:
  virtual ~Records() = default;

  // One transaction for the batch (≤ kRecordBatchMax, else Error{too_large, "batchTooLarge"});
  // outcomes in the batch's order. A mismatched version or bad fields refuse that record alone;
  // a key or a list's name with a line break counts as bad fields.
  virtual Task<std::vector<PutOutcome>> put(std::string tenant, std::vector<RecordWrite> batch,
                                            runtime::Stamp at) = 0;
  virtual Task<RecordRow> get(std::string tenant, std::string object, std::string key) = 0;
  virtual Task<void> erase(std::string tenant, std::string object, std::string key,
                           std::optional<std::int64_t> expected_version, runtime::Stamp at) = 0;
  virtual Task<Page<RecordRow>> list(std::string tenant, RecordFilter filter, PageRequest page) = 0;

  // The newest version of any of the tenant's records: read it before reading changes.
  virtual Task<std::int64_t> version(std::string tenant) = 0;
  virtual Task<StateCounts> counts(std::string tenant, std::string object) = 0;

  virtual Task<Page<ListRow>> lists(std::string tenant, PageRequest page) = 0;
  virtual Task<Page<RecordRow>> list_members(std::string tenant, std::string list,
                                             PageRequest page) = 0;
};

}  // namespace crosswalk::store
