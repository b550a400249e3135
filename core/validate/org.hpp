// What is known of an org beside its describes: the facts of ORG.json. Every member may be unknown,
// and a rule that asks for an unknown fact stays silent. Reading is lenient, since the facts come
// from several of Salesforce's answers: members that nobody knows and values of another shape are
// passed over. It is bounded: a list that is longer than its bound counts as unknown, for half a
// list would make rules report what is there.
//
//   { "limits": { "DailyApiRequests": { "Max": 15000, "Remaining": 14998 } },
//     "recordCounts": { "Contact": 6000 },            or the answer of /limits/recordCount
//     "personAccounts": false, "multiCurrency": true,
//     "campaigns": [ { "id": "701…", "name": "Spring fair", "statuses": ["Sent", "Came"] } ],
//     "recordTypes": { "Account": { "Partner": CHOICES, "012…": CHOICES } },
//     "sync": { "schedule": { "every": "15m" }, "reserve": 0.2, "deletes": { "maxCount": 100 } } }
//
// "sync" holds members of the sync that is to run the mapping, as its own document does.
//
// CHOICES is the answer of /ui-api/object-info/OBJECT/picklist-values/RECORD_TYPE_ID as Salesforce
// sent it: { "picklistFieldValues": { FIELD: { "values": [ { "value": … } ] } } }. Also read: its
// inner object alone, and for a field a plain list of values. A record type goes by its developer
// name or its Id. Which values depend on another field, the describes say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::validate {

inline constexpr std::size_t kOrgObjectsMax = 10'000;  // with record counts or record types
inline constexpr std::size_t kOrgRecordTypesMax = 500;
inline constexpr std::size_t kOrgPicklistsMax = 1'000;  // of one record type
inline constexpr std::size_t kOrgChoicesMax = 2'000;    // of one picklist
inline constexpr std::size_t kOrgCampaignsMax = 50'000;
inline constexpr std::size_t kOrgStatusesMax = 200;  // of one campaign

struct RecordCount {
  std::string object;
  long long count = 0;
};

struct Campaign {
  std::string id;
  std::string name;
  std::vector<std::string> statuses;
};

struct OfferedPicklist {
  std::string field;
  std::vector<std::string> values;
};

struct RecordTypeOffer {
  std::string object;
  std::string record_type;  // developer name or Id
  std::vector<OfferedPicklist> picklists;

  [[nodiscard]] const OfferedPicklist* find(std::string_view field) const;
};

struct SyncFacts {
  std::optional<long long>
      every_seconds;  // "30s", "15m", "2h", "1d"; of a schedule by cron unknown
  std::optional<long long> reserve_percent;  // share of the daily calls that is left to others
  std::optional<bool> deletes_limited;
};

struct Org {
  std::optional<bool> person_accounts;
  std::optional<bool> multi_currency;
  std::optional<long long> daily_api_requests_max;
  std::optional<long long> daily_api_requests_remaining;
  std::vector<RecordCount> record_counts;
  std::vector<Campaign> campaigns;
  std::vector<RecordTypeOffer> record_types;
  SyncFacts sync;

  [[nodiscard]] std::optional<long long> records_of(std::string_view object) const;
  // By Id, of 15 or 18 characters.
  [[nodiscard]] const Campaign* campaign(std::string_view id) const;
  // What a record type of the object offers, or null when that is not known.
  [[nodiscard]] const RecordTypeOffer* offer_of(std::string_view object,
                                                const schema::RecordType& type) const;
};

// Of ORG.json; an empty text says that nothing is known. Errors: those of json::read, and
// orgUnreadable where the text is no JSON object.
Result<Org> read_org(std::string_view text);

}  // namespace crosswalk::validate
