#include "memory_org.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "salesforce/answers.hpp"
#include "sync/org_time.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::int64_t kEpoch = 1'795'000'000;  // what the tests' clock starts at, in seconds

constexpr const char* kDescribe = R"({"name":"Contact","label":"Contact","queryable":true,
 "createable":true,"updateable":true,"fields":[
 {"name":"Id","type":"id","length":18,"nillable":false,"createable":false,"updateable":false},
 {"name":"SystemModstamp","type":"datetime","nillable":false,"createable":false,"updateable":false},
 {"name":"FirstName","label":"First Name","type":"string","length":40,"nillable":true,"createable":true,"updateable":true},
 {"name":"LastName","label":"Last Name","type":"string","length":80,"nillable":false,"createable":true,"updateable":true},
 {"name":"Title","label":"Title","type":"string","length":20,"nillable":true,"createable":true,"updateable":true},
 {"name":"Score__c","label":"Score","type":"double","precision":5,"scale":2,"nillable":true,"createable":true,"updateable":true,"custom":true},
 {"name":"HasOptedOutOfEmail","label":"Email Opt Out","type":"boolean","nillable":false,"createable":true,"updateable":true},
 {"name":"Participant_Id__c","label":"Participant Id","type":"string","length":36,"externalId":true,"unique":true,"nillable":true,"createable":true,"updateable":true,"custom":true}]})";

// Another coroutine's turn, as at a real socket.
boost::asio::awaitable<void> turn() {
  co_await boost::asio::post(co_await boost::asio::this_coro::executor, boost::asio::use_awaitable);
}

Error lost() {
  Error error;
  error.kind = ErrorKind::unavailable;
  error.code = "connectionLost";
  error.message = "The connection was lost.";
  return error;
}

Error poisoned() {
  Error error;
  error.kind = ErrorKind::refused;
  error.code = "salesforceRefused";
  error.message = "Cannot deserialize";
  error.salesforce_status = 400;
  error.salesforce_code = "JSON_PARSER_ERROR";
  return error;
}

// "SystemModstamp >= 2026-…Z" of a query, or nothing.
std::string window_of(const std::string& soql) {
  constexpr std::string_view kCondition = "SystemModstamp >= ";
  const std::size_t at = soql.find(kCondition);
  return at == std::string::npos ? std::string() : soql.substr(at + kCondition.size(), 20);
}

std::string http_date(std::int64_t seconds) {
  // Only the shape and the second matter to the engine: the tests stay within one day.
  const auto time = write_soql_time(runtime::Stamp(std::chrono::seconds(seconds)));
  static const char* const kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return "Sun, " + time.substr(8, 2) + " " + kMonths[std::stoi(time.substr(5, 2)) - 1] + " " +
         time.substr(0, 4) + " " + time.substr(11, 8) + " GMT";
}

}  // namespace

std::string OrgState::stamp() const {
  const auto time = write_soql_time(runtime::Stamp(std::chrono::seconds(kEpoch + seconds)));
  return "\"" + time.substr(0, 19) + ".000+0000\"";
}

std::string OrgState::add(Fields fields) {
  std::string number = std::to_string(next_id++);
  const std::string id =
      salesforce::long_record_id("003" + std::string(12 - number.size(), '0') + number);
  fields["Id"] = "\"" + id + "\"";
  fields["SystemModstamp"] = stamp();
  records[id] = std::move(fields);
  return id;
}

void OrgState::change(const std::string& id, const std::string& name, const std::string& json) {
  records[id][name] = json;
  records[id]["SystemModstamp"] = stamp();
}

std::string OrgState::key_json(const std::string& key) const {
  return numeric_key ? key + ".0" : "\"" + key + "\"";
}

const OrgState::Fields* OrgState::by_key(const std::string& key) const {
  for (const auto& [id, fields] : records) {
    const auto held = fields.find("Participant_Id__c");
    if (held != fields.end() && held->second == key_json(key)) return &fields;
  }
  return nullptr;
}

Task<std::string> MemoryOrg::versions() { co_return std::string("[]"); }
Task<std::string> MemoryOrg::global_describe() { co_return std::string("{}"); }
Task<std::string> MemoryOrg::describe(std::string) {
  ++state_.calls;
  co_await turn();
  std::string text = kDescribe;
  constexpr std::string_view kKeyType = R"("type":"string","length":36)";
  if (state_.numeric_key)
    text.replace(text.find(kKeyType), kKeyType.size(),
                 R"("type":"double","precision":18,"scale":0)");
  constexpr std::string_view kOptOut = "HasOptedOutOfEmail";
  if (!state_.opt_out_visible) text.replace(text.find(kOptOut), kOptOut.size(), "Fax_Opt_Out__c");
  co_return text;
}

Result<salesforce::QueryPage> MemoryOrg::page(std::size_t from,
                                              const std::vector<std::string>& columns) {
  const std::size_t to = std::min(found_.size(), from + state_.page_records);
  std::string body = "{\"totalSize\":" + std::to_string(found_.size());
  body += to == found_.size() ? ",\"done\":true"
                              : ",\"done\":false,\"nextRecordsUrl\":\"/services/data/v62.0/query/" +
                                    std::to_string(to) + "\"";
  body += ",\"records\":[";
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) body += ",";
    body += R"({"attributes":{"type":"Contact"})";
    for (const auto& [name, json] : state_.records[found_[i]]) {
      body += ",\"" + name + "\":";
      body += json;
    }
    body += "}";
  }
  auto read = salesforce::QueryPage::read(body + "]}", columns);
  if (read) read->server_date = http_date(kEpoch + state_.seconds);
  return read;
}

Task<salesforce::QueryPage> MemoryOrg::query(std::string soql, std::vector<std::string> columns) {
  ++state_.calls;
  co_await turn();
  const std::string from = window_of(soql);
  const bool by_id = soql.find("Id IN (") != std::string::npos;
  found_.clear();
  for (const auto& [id, fields] : state_.records) {
    if (state_.outside.count(id) > 0) continue;
    if (by_id && soql.find("'" + id + "'") == std::string::npos) continue;
    if (from.empty() || fields.at("SystemModstamp").substr(1, 19) >= from.substr(0, 19))
      found_.push_back(id);
  }
  co_return page(0, columns);
}

Task<salesforce::QueryPage> MemoryOrg::query_more(std::string next,
                                                  std::vector<std::string> columns) {
  ++state_.calls;
  co_await turn();
  co_return page(std::stoul(next.substr(next.rfind('/') + 1)), columns);
}

salesforce::WriteAnswer MemoryOrg::write_one(const salesforce::WriteRecord& record, bool by_key) {
  salesforce::WriteAnswer answer;
  if (const auto refusal = state_.refusals.find(record.target); refusal != state_.refusals.end())
    return refusal->second;
  std::string id = record.target;
  if (by_key) {
    const auto* known = state_.by_key(record.target);
    answer.created = known == nullptr;
    id = known != nullptr ? known->at("Id").substr(1, 18)
                          : state_.add({{"Participant_Id__c", state_.key_json(record.target)}});
  }
  const auto fields = json::read("{" + record.fields_json + "}");
  for (const auto& [name, value] : fields->items()) state_.change(id, name, json::write(value));
  ++(answer.created ? state_.created : state_.updated);
  answer.success = true;
  answer.id = id;
  return answer;
}

Task<MemoryOrg::Answers> MemoryOrg::write(std::vector<salesforce::WriteRecord> records,
                                          bool by_key) {
  ++state_.calls;
  ++state_.writes;
  co_await turn();
  for (const auto& record : records) {
    if (state_.poison.count(record.target) > 0) co_return poisoned();
  }
  Answers answers;
  for (const auto& record : records) answers.push_back(write_one(record, by_key));
  if (state_.on_write) state_.on_write();
  co_await turn();
  if (state_.lose_answers > 0) {
    --state_.lose_answers;
    co_return lost();
  }
  co_return answers;
}

Task<MemoryOrg::Answers> MemoryOrg::update(std::string,
                                           std::vector<salesforce::WriteRecord> records) {
  return write(std::move(records), false);
}

Task<MemoryOrg::Answers> MemoryOrg::upsert(std::string, std::string, bool,
                                           std::vector<salesforce::WriteRecord> records) {
  return write(std::move(records), true);
}

Task<salesforce::ApiUsage> MemoryOrg::limits() {
  ++state_.calls;
  co_return state_.usage;
}

}  // namespace crosswalk::sync
