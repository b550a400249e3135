// A Salesforce org in memory behind salesforce::Org: contacts with an external id, a clock of its
// own, and faults. It keeps a record's values as JSON texts and knows nothing of mappings.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "salesforce/org.hpp"

namespace crosswalk::sync {

// What survives a crash of the server: the org is another machine.
struct OrgState {
  using Fields = std::map<std::string, std::string>;  // name → JSON text

  std::map<std::string, Fields> records;  // by id
  std::int64_t seconds = 0;               // stamps of writes; see stamp()
  std::int64_t next_id = 1;
  std::size_t page_records = 2000;
  salesforce::ApiUsage usage{.used = 10, .max = 100'000};
  std::int64_t calls = 0, writes = 0, created = 0, updated = 0;

  bool numeric_key = false;     // Participant_Id__c is a number
  bool opt_out_visible = true;  // HasOptedOutOfEmail, to the connected user

  std::map<std::string, salesforce::WriteAnswer> refusals;  // by external id or id
  std::set<std::string> outside;   // ids that a mapping's criteria keep from every query
  std::set<std::string> poison;    // a call that holds one is refused whole
  int lose_answers = 0;            // the next writes are carried out and their answers lost
  std::function<void()> on_write;  // after a write was carried out

  // As a person or another tool would write it.
  std::string add(Fields fields);
  void change(const std::string& id, const std::string& name, const std::string& json);
  [[nodiscard]] const Fields* by_key(const std::string& key) const;
  [[nodiscard]] std::string key_json(const std::string& key) const;  // as the org writes it
  [[nodiscard]] std::string stamp() const;
};

class MemoryOrg final : public salesforce::Org {
 public:
  explicit MemoryOrg(OrgState& state) : state_(state) {}

  Task<std::string> versions() override;
  Task<std::string> global_describe() override;
  Task<std::string> describe(std::string object) override;
  Task<salesforce::QueryPage> query(std::string soql, std::vector<std::string> columns) override;
  Task<salesforce::QueryPage> query_more(std::string next,
                                         std::vector<std::string> columns) override;
  Task<std::vector<salesforce::WriteAnswer>> update(
      std::string object, std::vector<salesforce::WriteRecord> records) override;
  Task<std::vector<salesforce::WriteAnswer>> upsert(
      std::string object, std::string external_id_field, bool numeric_key,
      std::vector<salesforce::WriteRecord> records) override;
  Task<salesforce::ApiUsage> limits() override;
  [[nodiscard]] salesforce::ApiUsage usage() const override { return state_.usage; }
  [[nodiscard]] std::int64_t calls() const override { return state_.calls; }

 private:
  using Answers = std::vector<salesforce::WriteAnswer>;

  Result<salesforce::QueryPage> page(std::size_t from, const std::vector<std::string>& columns);
  salesforce::WriteAnswer write_one(const salesforce::WriteRecord& record, bool by_key);
  Task<Answers> write(std::vector<salesforce::WriteRecord> records, bool by_key);

  OrgState& state_;
  std::vector<std::string> found_;  // ids of the query under way
};

}  // namespace crosswalk::sync
