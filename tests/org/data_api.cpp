#include "org/data_api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "soql/literal.hpp"

namespace crosswalk::org {
namespace {

constexpr std::size_t kCursorsMax = 1000;
constexpr std::int64_t kCursorLife = std::int64_t{2} * 86'400;
constexpr std::size_t kBatchMin = 200, kBatchMax = 2000;

struct Limit {
  const char* name;
  std::int64_t max;
};
constexpr Limit kLimits[] = {{"ActiveScratchOrgs", 3},
                             {"ConcurrentAsyncGetReportInstances", 200},
                             {"ConcurrentSyncReportRuns", 20},
                             {"DailyAsyncApexExecutions", 250'000},
                             {"DailyBulkApiBatches", 15'000},
                             {"DailyBulkV2QueryFileStorageMB", 976'562},
                             {"DailyBulkV2QueryJobs", 10'000},
                             {"DailyDeliveredPlatformEvents", 10'000},
                             {"DailyDurableStreamingApiEvents", 10'000},
                             {"DailyGenericStreamingApiEvents", 10'000},
                             {"DailyStandardVolumePlatformEvents", 10'000},
                             {"DailyStreamingApiEvents", 10'000},
                             {"DataStorageMB", 1024},
                             {"DurableStreamingApiConcurrentClients", 20},
                             {"FileStorageMB", 1024},
                             {"HourlyAsyncReportRuns", 1200},
                             {"HourlyODataCallout", 1000},
                             {"HourlyPublishedPlatformEvents", 50'000},
                             {"HourlySyncReportRuns", 500},
                             {"HourlyTimeBasedWorkflow", 50},
                             {"MassEmail", 10},
                             {"MonthlyPlatformEvents", 300'000},
                             {"SingleEmail", 15},
                             {"StreamingApiConcurrentClients", 20}};

// batchSize of Sforce-Query-Options, within its bounds.
std::size_t batch_size(const Request& request) {
  const std::string options = lower(request.header("sforce-query-options"));
  const auto at = options.find("batchsize=");
  if (at == std::string::npos) return kBatchMax;
  const std::string_view digits = std::string_view(options).substr(at + 10);
  const auto size = read_integer(digits.substr(0, digits.find_first_not_of("0123456789")));
  return size ? std::clamp<std::size_t>(static_cast<std::size_t>(*size), kBatchMin, kBatchMax)
              : kBatchMax;
}

}  // namespace

Response error_response(int status, const Refusal& refusal) {
  std::string body = "[{\"message\":";
  append_json_text(body, refusal.message);
  body += ",\"errorCode\":";
  append_json_text(body, refusal.code);
  if (!refusal.fields.empty()) {
    body += ",\"fields\":[";
    for (std::size_t i = 0; i < refusal.fields.size(); ++i) {
      if (i > 0) body += ',';
      append_json_text(body, refusal.fields[i]);
    }
    body += ']';
  }
  return json_response(status, body + "}]");
}

Response not_found(const std::string& message) {
  return error_response(404, {"NOT_FOUND", message, {}});
}

int status_of(const std::string& code) {
  if (code == "NOT_FOUND" || code == "ENTITY_IS_DELETED") return 404;
  if (code == "INSUFFICIENT_ACCESS_OR_READONLY") return 403;
  return 400;
}

std::variant<nlohmann::ordered_json, Response> read_body(const Request& request) {
  const std::string type = request.header("content-type");
  if (!type.empty() && type.find("json") == std::string::npos)
    return error_response(415, {"UNSUPPORTED_MEDIA_TYPE", "Unsupported content type: " + type, {}});
  auto tree = json::read(request.body);
  if (!tree)
    return error_response(
        400, {"JSON_PARSER_ERROR", tree.error().message + " at [" + tree.error().path + "]", {}});
  return std::move(*tree);
}

DataApi::DataApi(RecordStore& store, Faults& faults, Stats& stats, std::string user, Now now)
    : store_(store),
      faults_(faults),
      stats_(stats),
      now_(now),
      writer_(store, std::move(user), now,
              [this](const std::string& id) { return faults_.take_lock(id); }),
      started_(now_()) {
  started_http_date_ = format_http_date(started_);
}

Response DataApi::handle(DataCall& call) {
  const auto& path = call.segments;
  const bool get = call.request.method == "GET" || call.request.method == "HEAD";
  if (path.empty()) return resources(call);
  if (path[0] == "sobjects") return sobjects(call);
  if (path[0] == "composite" && path.size() >= 2 && path[1] == "sobjects") return collections(call);
  if (!get)
    return error_response(
        405, {"METHOD_NOT_ALLOWED", "HTTP Method '" + call.request.method + "' not allowed.", {}});
  if (path[0] == "query" || path[0] == "queryAll")
    return path.size() > 1 ? next_page(call, path[1]) : query(call, path[0] == "queryAll");
  if (path[0] == "limits") return limits(call);
  return not_found();
}

Response DataApi::resources(DataCall& call) {
  const std::string base = "/services/data/v" + call.version;
  std::string body = "{";
  for (const char* name : {"sobjects", "composite", "query", "queryAll", "limits"}) {
    if (body.size() > 1) body += ',';
    body += "\"" + std::string(name) + "\":\"" + base + "/" + name + "\"";
  }
  return json_response(200, body + "}");
}

Response DataApi::query(DataCall& call, bool all) {
  call.kind = "query";
  const QueryContext context{store_, now_(), all};
  const Started started = start_query(context, call.target.parameter("q"));
  if (const auto* refusal = std::get_if<Refusal>(&started)) return error_response(400, *refusal);
  const std::string cursor = "0r8" + call.version.substr(0, 2) +
                             std::to_string(cursor_order_.size()) + "x" + std::to_string(now_()) +
                             "CAA";
  std::string name = cursor;
  for (int i = 1; cursors_.contains(name); ++i) name = cursor + std::to_string(i);
  cursors_[name] = {std::get<std::shared_ptr<const RunningQuery>>(started), now_(),
                    batch_size(call.request)};
  cursor_order_.push_back(name);
  Response out = page(call, name, 0);
  while (cursors_.size() > kCursorsMax) {
    cursors_.erase(cursor_order_.front());
    cursor_order_.pop_front();
  }
  return out;
}

Response DataApi::next_page(DataCall& call, const std::string& locator) {
  call.kind = "queryMore";
  const auto dash = locator.rfind('-');
  const auto offset = dash == std::string::npos
                          ? std::nullopt
                          : read_integer(std::string_view(locator).substr(dash + 1));
  const auto found = cursors_.find(locator.substr(0, dash));
  if (!offset || *offset <= 0 || found == cursors_.end() ||
      now_() - found->second.made > kCursorLife)
    return error_response(400, {"INVALID_QUERY_LOCATOR", "invalid query locator", {}});
  return page(call, found->first, static_cast<std::size_t>(*offset));
}

Response DataApi::page(DataCall& call, const std::string& cursor, std::size_t offset) {
  const Cursor& open = cursors_.at(cursor);
  const QueryPage page = open.query->page(store_, offset, open.batch, call.version);
  std::string body = "{\"totalSize\":" + std::to_string(page.total) +
                     ",\"done\":" + (page.next == 0 ? "true" : "false");
  if (page.next != 0)
    body += ",\"nextRecordsUrl\":\"/services/data/v" + call.version + "/query/" + cursor + "-" +
            std::to_string(page.next) + "\"";
  Response out = json_response(200, body + ",\"records\":" + page.records + "}");
  if (page.next == 0 && offset == 0) {  // all of it fitted: nothing to come back for
    cursors_.erase(cursor);
    std::erase(cursor_order_, cursor);
  }
  return out;
}

Response DataApi::limits(DataCall& call) {
  call.kind = "limits";
  if (call.segments.size() == 1) {
    std::string body =
        "{\"DailyApiRequests\":{\"Max\":" + std::to_string(faults_.limit_max) +
        ",\"Remaining\":" + std::to_string(std::max(0, faults_.limit_max - faults_.limit_used)) +
        "}";
    for (const Limit& limit : kLimits)
      body += std::string(",\"") + limit.name + "\":{\"Max\":" + std::to_string(limit.max) +
              ",\"Remaining\":" + std::to_string(limit.max) + "}";
    return json_response(200, body + "}");
  }
  if (call.segments[1] != "recordCount") return not_found();
  std::string body;
  const std::string wanted = "," + lower(call.target.parameter("sObjects")) + ",";
  for (const auto& [key, object] : store_.schema().objects()) {
    if (wanted != ",," && wanted.find("," + key + ",") == std::string::npos) continue;
    const Table* table = store_.find(key);
    std::size_t count = 0;
    for (RowNumber row = 0; table && row < table->size(); ++row) count += !table->is_deleted(row);
    if (!table || count == 0) continue;
    body += (body.empty() ? "" : ",") + ("{\"count\":" + std::to_string(count)) + ",\"name\":\"" +
            object.name + "\"}";
  }
  return json_response(200, "{\"sObjects\":[" + body + "]}");
}

std::string DataApi::expand(std::string text, const std::string& version) const {
  for (std::size_t at = 0; (at = text.find("{version}", at)) != std::string::npos;)
    text.replace(at, 9, version);
  return text;
}

}  // namespace crosswalk::org
