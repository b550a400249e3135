// Links: platform key ↔ Salesforce Id of one crossing, with the base: the field values that both
// sides last agreed on, in Salesforce's form, as one JSON object. A key has one link in a crossing,
// and so has a Salesforce Id. They are written by Journal::settle.
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

struct LinkRow {
  std::string key;  // platform key
  std::string id;   // Salesforce Id, 18 characters
  std::string base_json;
  std::int64_t platform_version = 0;  // version of the platform record that the base speaks of
  std::string modstamp;               // SystemModstamp of the Salesforce record that it speaks of
  runtime::Stamp agreed_at;
};

class Links {
 public:
  virtual ~Links() = default;
  // Links of the given keys (or ids), in no order; those without a link are left out. ≤ 1000.
  virtual Task<std::vector<LinkRow>> by_keys(std::string tenant, Crossing crossing,
                                             std::vector<std::string> keys) = 0;
  virtual Task<std::vector<LinkRow>> by_ids(std::string tenant, Crossing crossing,
                                            std::vector<std::string> ids) = 0;
  virtual Task<Page<LinkRow>> list(std::string tenant, Crossing crossing, PageRequest page) = 0;
  virtual Task<std::int64_t> count(std::string tenant, Crossing crossing) = 0;
};

}  // namespace crosswalk::store
