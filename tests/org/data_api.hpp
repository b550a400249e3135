// Everything under /services/data/vXX.0/ once the caller is known: describes, records, collections,
// queries, limits. Each answer is complete but for the headers that all answers carry.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>

#include "org/faults.hpp"
#include "org/http_message.hpp"
#include "org/record_writer.hpp"
#include "org/running_query.hpp"

namespace crosswalk::org {

struct DataCall {
  const Request& request;
  const Target& target;
  std::string version;                // "62.0"
  std::vector<std::string> segments;  // behind the version
  std::string kind = "other";         // for the counts
};

class DataApi {
 public:
  using Now = std::function<std::int64_t()>;  // seconds since 1970
  DataApi(RecordStore& store, Faults& faults, Stats& stats, std::string user, Now now);

  Response handle(DataCall& call);

 private:
  Response sobjects(DataCall& call);
  Response describe(DataCall& call, const Object& object);
  Response global_describe(DataCall& call);
  Response create(DataCall& call, Table& table);
  Response record(DataCall& call, Table& table, RowNumber row);
  Response by_key(DataCall& call, Table& table);
  Response read_record(DataCall& call, const Table& table, RowNumber row);
  Response upsert(DataCall& call, Table& table, std::size_t field, const std::string& key);
  Response changes(DataCall& call, const Table& table, bool deleted);

  Response collections(DataCall& call);
  Response write_collection(DataCall& call, const nlohmann::ordered_json& body);
  Response erase_collection(DataCall& call);
  Response read_collection(DataCall& call);
  Outcome write_one(DataCall& call, const nlohmann::ordered_json& record,
                    std::map<std::string, int>& seen);

  Response query(DataCall& call, bool all);
  Response next_page(DataCall& call, const std::string& locator);
  Response page(DataCall& call, const std::string& cursor, std::size_t offset);
  Response limits(DataCall& call);
  Response resources(DataCall& call);

  std::string expand(std::string text, const std::string& version) const;
  Response written(const Outcome& outcome, bool single_key);
  void count(const Outcome& outcome, bool erased = false);

  RecordStore& store_;
  Faults& faults_;
  Stats& stats_;
  Now now_;
  RecordWriter writer_;
  std::string started_http_date_;
  std::int64_t started_ = 0;
  struct Cursor {
    std::shared_ptr<const RunningQuery> query;
    std::int64_t made = 0;
    std::size_t batch = 2000;
  };
  std::map<std::string, Cursor> cursors_;
  std::deque<std::string> cursor_order_;
};

Response error_response(int status, const Refusal& refusal);
Response not_found(const std::string& message = "The requested resource does not exist");
int status_of(const std::string& code);

// The body as JSON, or the answer that refuses it.
std::variant<nlohmann::ordered_json, Response> read_body(const Request& request);

}  // namespace crosswalk::org
