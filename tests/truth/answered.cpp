#include "truth/answered.hpp"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "org/org.hpp"
#include "truth/describes.hpp"
#include "truth/sent.hpp"

namespace crosswalk::truth {
namespace {

constexpr std::int64_t kNow = 1'767'225'600'000;  // 2026-01-01T00:00:00Z

std::unique_ptr<org::Org> new_org(const Scenario& scenario) {
  org::Schema schema;
  for (const std::string& describe : scenario.describes)
    schema.add(*org::read_describe(*json::read(describe)));
  return std::make_unique<org::Org>(std::move(schema), org::OrgOptions{}, [] { return kNow; });
}

Answered read_answer(const Json& answer) {
  Answered out;
  out.asked = true;
  if (json::truth_member(answer, "success")) return out;
  const Json& error = answer["errors"][0];
  out.code = json::text_member(error, "statusCode");
  out.message = json::text_member(error, "message");
  for (const Json& field : error["fields"]) out.fields.push_back(field.get<std::string>());
  return out;
}

}  // namespace

bool Answered::names(std::string_view field) const {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Asking::Asking(const Scenario& scenario)
    : scenario_(scenario), org_(new_org(scenario)), token_(org_->login().open_session()) {}

Asking::~Asking() = default;

std::vector<Answered> Asking::call(const std::string& method, const std::string& path,
                                   const std::vector<std::string>& records) {
  org::Request request;
  request.method = method;
  request.target = "/services/data/v62.0/composite/sobjects" + path;
  request.headers["authorization"] = "Bearer " + token_;
  request.body = R"({"allOrNone":false,"records":[)";
  for (const std::string& record : records)
    request.body += (&record == &records.front() ? "" : ",") + record;
  request.body += "]}";
  const org::Response response = org_->handle(request);
  const auto answers = json::read(response.body);
  std::vector<Answered> out;
  if (response.status == 200 && answers && answers->size() == records.size()) {
    for (const Json& answer : *answers) out.push_back(read_answer(answer));
  } else {
    // Seen by whoever compares: no row is refused with such a code.
    out.resize(records.size(), {true, "CALL_REFUSED", response.body.substr(0, 500), {}});
  }
  return out;
}

std::vector<Answered> Asking::rows(const Rows& rows, const std::vector<Foretold>& foretold) {
  assert(rows.cells.size() <= kRowsMax);
  std::vector<Answered> out(rows.cells.size());
  std::vector<std::string> records;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < rows.cells.size(); ++i) {
    if (rows.cells[i].empty()) continue;
    out[i].asked = !foretold[i].ours;
    // A row that is not sent has its key in the file all the same.
    std::string record = out[i].asked                    ? record_of(scenario_, rows.cells[i])
                         : scenario_.external_id.empty() ? std::string()
                                                         : key_of(scenario_, rows.cells[i]);
    const bool keyless = !out[i].asked && record.find(scenario_.external_id) == std::string::npos;
    if (record.empty() || keyless) continue;
    records.push_back(std::move(record));
    places.push_back(i);
  }
  if (records.empty()) return out;
  const bool upsert = !scenario_.external_id.empty();
  const std::string path =
      upsert ? std::string("/") + kObject + "/" + scenario_.external_id : std::string();
  const std::vector<Answered> answers = call(upsert ? "PATCH" : "POST", path, records);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (out[places[i]].asked) out[places[i]] = answers[i];
  }
  return out;
}

std::vector<Answered> Asking::records(const std::vector<std::string>& records) {
  std::vector<Answered> out;
  for (std::size_t at = 0; at < records.size(); at += kRowsMax) {
    const std::size_t count = std::min(kRowsMax, records.size() - at);
    const auto first = records.begin() + static_cast<std::ptrdiff_t>(at);
    const auto answers = call("POST", "", {first, first + static_cast<std::ptrdiff_t>(count)});
    out.insert(out.end(), answers.begin(), answers.end());
  }
  return out;
}

}  // namespace crosswalk::truth
