// Everything that a run or a plan needs to know before it reads a record: the sync's documents,
// both schemas, and one compiled crossing per object of the mapping, in dependency order.
// Immutable.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/program.hpp"
#include "runtime/task.hpp"
#include "salesforce/org.hpp"
#include "schema/salesforce.hpp"
#include "store/crossing.hpp"
#include "store/staging.hpp"
#include "sync/engine.hpp"
#include "sync/platform_filter.hpp"
#include "sync/settings.hpp"

namespace crosswalk::sync {

struct CrossingJob {
  store::Crossing crossing;
  convert::Program program;
  std::vector<std::string> columns;  // of a query: Id, the stamp, then the program's fields
  std::string select;                // SELECT … FROM …
  std::string criteria;              // conditions of the mapping, printed; may be empty
  bool limited = false;              // records of Salesforce may lie outside of the criteria
  std::string stamp_field;           // SystemModstamp; empty where the object has none
  store::MatchRule rule;
  std::string external_id;
  bool numeric_key = false;  // the external id is a number
  std::optional<PlatformFilter> filter;

  // The platform key that a Salesforce record names in its external id; empty where it names none.
  [[nodiscard]] std::string named_key(std::span<const convert::Value> fields) const;
  // The query for what changed since `from` (empty: everything).
  [[nodiscard]] std::string soql(std::string_view from) const;
  // The query for some records by id.
  [[nodiscard]] std::string soql_of(const std::vector<std::string>& ids) const;
};

struct Job {
  std::string tenant, sync;
  SyncSettings settings;
  std::shared_ptr<salesforce::Org> org;
  std::vector<CrossingJob> crossings;
};

inline constexpr std::size_t kFixedColumns = 2;  // Id and the stamp lead each row

// Errors say in an admin's words what is missing or wrong.
Task<std::shared_ptr<const Job>> prepare(Parts& parts, std::string tenant, std::string sync);

}  // namespace crosswalk::sync
