// What is to be done with a page of the worklist: writes to Salesforce, and a settlement for
// everything that needs no call. Owns all its texts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/issues.hpp"
#include "store/journal.hpp"

namespace crosswalk::sync {

// One record that goes to Salesforce, and what is agreed when it has arrived.
struct Write {
  store::Intent intent;                   // payload_json and base_json are whole objects
  std::string platform_json;              // not empty: written to the platform with the agreement
  std::vector<store::IssueWrite> issues;  // that stay whatever Salesforce answers
};

struct Batch {
  std::vector<Write> upserts, updates;
  store::Settlement local;  // no call needed: links, platform records, issues
  // Of the local settlement; writes are counted when they are answered.
  std::int64_t read_platform = 0, unchanged = 0, skipped = 0, conflicts = 0, platform_created = 0,
               platform_updated = 0, platform_failed = 0, salesforce_failed = 0;
};

}  // namespace crosswalk::sync
