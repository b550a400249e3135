// Staging: what one run (or plan) has read from Salesforce, and the worklist of pairs made of it.
// A run adds pages as they arrive, links rows with platform records in SQL, builds the worklist
// once and then walks it page by page, so that memory stays flat whatever the number of records.
// `run` is the id of a run or of a plan. Everything here can be read again from Salesforce; nothing
// else is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/crossing.hpp"
#include "store/page.hpp"
#include "store/records.hpp"

namespace crosswalk::store {

struct StagedRow {
  std::string id;           // 18 characters
  std::string match_value;  // external id's value, or match_value(...) of the fields; empty: none
  std::string fields_json;  // the Salesforce record's mapped fields, an object
  std::string modstamp;
  bool deleted = false;
};

// How unlinked rows find their platform record: by key, or by the values of platform fields.
struct MatchRule {
  std::vector<std::string> platform_fields;  // empty: match_value is the platform key itself
  enum class OnMultiple { issue, newest, oldest } on_multiple = OnMultiple::issue;
};

// The form in which field values are compared: ASCII letters lowered, outer spaces cut, joined.
// Empty when every value is empty.
std::string match_value(std::span<const std::string_view> values);

enum class PairMatch { none, linked, matched, ambiguous };

struct PairSelection {
  std::int64_t after_version = 0;      // platform records changed after this version ...
  std::int64_t up_to_version = 0;      // ... up to this one (Records::version at the run's start)
  bool settled_too = false;            // also those whose link already speaks of their version
  bool all_links = false;              // also every linked record (forced, reconcile)
  std::vector<std::string> only_keys;  // not empty: nothing but these keys (≤ 1000)
  runtime::Stamp now;                  // open issues whose retry is due by now come too
};

struct PairTotals {
  std::int64_t pairs = 0, linked = 0, matched = 0, ambiguous = 0, only_platform = 0,
               only_salesforce = 0;
};

// One line of the worklist with all that both sides know of it.
struct PairRow {
  std::string place;  // its place in the worklist: the cursor
  std::string key;    // empty: the platform does not have it
  std::string id;     // empty: Salesforce does not have it, as far as known
  PairMatch match = PairMatch::none;
  std::optional<std::string> record_json;  // the platform record's fields
  std::int64_t record_version = 0;
  bool record_deleted = false, record_inactive = false;
  runtime::Stamp record_changed_at;        // where there is a record
  std::optional<std::string> staged_json;  // absent although `id` is known: not changed since
  bool staged_deleted = false;
  std::string modstamp;
  std::optional<std::string> base_json;  // the link's base
  std::vector<std::string> sent_json;    // payloads of intents on the key that nobody answered
  bool settled = false;  // the link speaks of the record's version, and no issue is open
};

inline constexpr std::size_t kStagedBatchMax = 2000;
inline constexpr std::size_t kUnreadMax = 2000;

struct UnreadPage {
  std::vector<std::string> ids;
  std::optional<std::int64_t> next;  // the version to go on after
};

class Staging {
 public:
  virtual ~Staging() = default;

  // One page of an answer (≤ kStagedBatchMax); an id seen before in this run is replaced.
  virtual Task<void> add(std::string tenant, std::string run, Crossing crossing,
                         std::vector<StagedRow> rows) = 0;
  virtual Task<std::int64_t> count(std::string tenant, std::string run, Crossing crossing) = 0;

  // Salesforce ids that links give to the selection's changed or named records and that were not
  // staged: what Salesforce holds there now is not known. Goes through versions after `after`.
  virtual Task<UnreadPage> unread(std::string tenant, std::string run, Crossing crossing,
                                  PairSelection selection, std::int64_t after) = 0;

  // Gives every staged row its platform key: by its link, else by the rule; under match by key a
  // linked row that names another record, which has no link, goes over to that one, and the record
  // that it leaves has a line without a Salesforce record. Then builds the
  // worklist of the crossing: one line per key, in the order of keys, then one per Salesforce
  // record without a key, in the order of ids. Under OnMultiple::issue a line is ambiguous when its
  // key is matched by several Salesforce records, or its Salesforce record matches several keys;
  // otherwise the newest or oldest (by modstamp; of platform records by version) is taken and the
  // other Salesforce records are left out. A key that is linked stays with its link. Works in
  // several transactions.
  virtual Task<PairTotals> pair(std::string tenant, std::string run, Crossing crossing,
                                MatchRule rule, PairSelection selection) = 0;
  // The lines after `place` (empty: from the start), ≤ limit; nothing at the end. Records,
  // links and staged rows are read as they are now, not as they were when it was built.
  virtual Task<std::vector<PairRow>> pairs(std::string tenant, std::string run, Crossing crossing,
                                           std::string after_place, std::size_t limit) = 0;

  // Forgets what the run has staged, in several small transactions.
  virtual Task<void> drop(std::string tenant, std::string run) = 0;
  // Forgets whatever belongs to no unfinished run and no building plan (after a crash).
  virtual Task<void> drop_orphans(std::string tenant) = 0;
};

}  // namespace crosswalk::store
