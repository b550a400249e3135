// One Salesforce org as one connection's user sees it: the calls that a sync needs. The client
// speaks to a real org; tests put an org in memory behind the same face. Calls may run at once from
// coroutines of one executor. A failed call ends in Error with salesforce_status and
// salesforce_code; a refused record is no failed call, it is a WriteAnswer.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/task.hpp"
#include "salesforce/query_page.hpp"

namespace crosswalk::salesforce {

inline constexpr std::size_t kCollectionRecordsMax = 200;

struct ApiUsage {
  std::int64_t used = 0;
  std::int64_t max = 0;  // 0: Salesforce has not said yet
};

// What Salesforce did with one record of a collection, in the order that the records were sent.
struct WriteAnswer {
  bool success = false;
  bool created = false;
  std::string id;  // empty when it failed
  std::string code;
  std::string message;
  std::vector<std::string> fields;
};

// One record to write. `fields_json` are the members to send, without braces, attributes, id or
// key:
// `"FirstName":"Ada","Score__c":4.5`.
struct WriteRecord {
  std::string target;  // update: the 18-character id; upsert: the external id's value
  std::string fields_json;
};

class Org {
 public:
  virtual ~Org() = default;

  virtual Task<std::string> versions() = 0;  // JSON bodies, as they came
  virtual Task<std::string> global_describe() = 0;
  virtual Task<std::string> describe(std::string object) = 0;

  // The first page, and those after it by the page's own next(). A page that is too large is asked
  // for with fewer records; Error{too_large, kPageTooLarge} when the fewest are too many, and
  // kQueryAgain when the query should be begun anew first, once.
  virtual Task<QueryPage> query(std::string soql, std::vector<std::string> columns) = 0;
  virtual Task<QueryPage> query_more(std::string next, std::vector<std::string> columns) = 0;

  // At most kCollectionRecordsMax records, each target once. One record's refusal leaves the others
  // alone. `numeric_key`: the external id is a number field, its value goes without quotes.
  virtual Task<std::vector<WriteAnswer>> update(std::string object,
                                                std::vector<WriteRecord> records) = 0;
  virtual Task<std::vector<WriteAnswer>> upsert(std::string object, std::string external_id_field,
                                                bool numeric_key,
                                                std::vector<WriteRecord> records) = 0;

  // Asks; usage() then knows too.
  virtual Task<ApiUsage> limits() = 0;
  // As the latest answer said, and calls sent by this Org since it was made.
  [[nodiscard]] virtual ApiUsage usage() const = 0;
  [[nodiscard]] virtual std::int64_t calls() const = 0;
};

}  // namespace crosswalk::salesforce
