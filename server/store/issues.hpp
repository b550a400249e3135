// Issues: one record that could not be synchronised, why, and what to do. One per crossing, record
// and code; seen again it counts up, and it is cleared when the record later settles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

enum class IssueState { open, retrying, cleared, ignored };

struct IssueRow {
  std::string id, sync, run;
  std::string object, key;                // key empty: the platform does not have the record
  std::string salesforce, salesforce_id;  // id empty: Salesforce does not have it
  std::string code, salesforce_code;
  std::vector<std::string> fields;
  std::string message, cure;
  IssueState state = IssueState::open;
  std::int64_t attempts = 0;
  runtime::Stamp first_seen, last_seen;
  std::optional<runtime::Stamp> next_retry;
};

// What a run reports. `id` is taken only when the issue is new.
struct IssueWrite {
  std::string id;
  std::string key, salesforce_id;  // at least one
  std::string code, salesforce_code;
  std::vector<std::string> fields;
  std::string message, cure;
  std::optional<runtime::Stamp> next_retry;  // absent: waits for a change or for an admin
};

struct IssueFilter {
  std::optional<std::string> sync, run, code, object, key;
  std::optional<IssueState> state;
};

class Issues {
 public:
  virtual ~Issues() = default;
  virtual Task<IssueRow> get(std::string tenant, std::string id) = 0;
  virtual Task<Page<IssueRow>> list(std::string tenant, IssueFilter filter, PageRequest page) = 0;
  // Open and retrying ones.
  virtual Task<std::int64_t> count_open(std::string tenant, std::string sync) = 0;
  // Open issues become `retrying` and due at once; answers how many.
  virtual Task<std::int64_t> retry(std::string tenant, std::vector<std::string> ids,
                                   runtime::Stamp at) = 0;
  virtual Task<std::int64_t> retry_code(std::string tenant, std::string code,
                                        runtime::Stamp at) = 0;
  virtual Task<void> ignore(std::string tenant, std::string id) = 0;
  // Salesforce ids that due issues name, after `after_id` and in their order: a run reads these
  // again by id.
  virtual Task<std::vector<std::string>> due_ids(std::string tenant, std::string sync,
                                                 std::string salesforce, runtime::Stamp now,
                                                 std::string after_id, std::size_t limit) = 0;
};

}  // namespace crosswalk::store
