// /sobjects: describes, single records by id and by external id, and what changed since a moment.
#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "org/data_api.hpp"

namespace crosswalk::org {
namespace {

using Json = nlohmann::ordered_json;

Response method_not_allowed(const DataCall& call) {
  return error_response(405, {"METHOD_NOT_ALLOWED",
                              "HTTP Method '" + call.request.method +
                                  "' not allowed. Allowed are GET,POST,PATCH,DELETE",
                              {}});
}

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start < text.size();) {
    const auto comma = std::min(text.find(',', start), text.size());
    if (comma > start) out.push_back(text.substr(start, comma - start));
    start = comma + 1;
  }
  return out;
}

// The id (or key field) stands in the URL; naming it again in the body is refused.
std::optional<Refusal> forbids(const Json& body, const std::string& name) {
  for (const auto& [key, value] : body.items())
    if (lower(key) == lower(name))
      return Refusal{"INVALID_FIELD",
                     "The " + name + " field should not be specified in the sobject data.",
                     {}};
  return std::nullopt;
}

}  // namespace

Response DataApi::global_describe(DataCall& call) {
  call.kind = "describe";
  std::string body = R"({"encoding":"UTF-8","maxBatchSize":200,"sobjects":[)";
  bool first = true;
  for (const auto& [key, object] : store_.schema().objects()) {
    body += (first ? "" : ",") + object.global_entry;
    first = false;
  }
  return json_response(200, expand(body + "]}", call.version));
}

Response DataApi::describe(DataCall& call, const Object& object) {
  call.kind = "describe";
  const auto since = read_http_date(call.request.header("if-modified-since"));
  Response out = since && *since >= started_
                     ? json_response(304, "")
                     : json_response(200, expand(object.describe, call.version));
  out.headers.emplace_back("Last-Modified", started_http_date_);
  return out;
}

Response DataApi::sobjects(DataCall& call) {
  call.kind = "record";
  const auto& path = call.segments;
  const std::string& method = call.request.method;
  if (path.size() == 1) return method == "GET" ? global_describe(call) : method_not_allowed(call);
  const Object* object = store_.schema().find(path[1]);
  if (!object) return not_found();
  if (path.size() == 3 && path[2] == "describe") return describe(call, *object);
  Table* table = store_.find(path[1]);
  if (!table) return not_found();
  if (path.size() == 2) {
    if (method == "POST") return create(call, *table);
    if (method != "GET") return method_not_allowed(call);
    return json_response(
        200, expand("{\"objectDescribe\":" + object->global_entry + ",\"recentItems\":[]}",
                    call.version));
  }
  if (path.size() == 3 && (path[2] == "updated" || path[2] == "deleted"))
    return changes(call, *table, path[2] == "deleted");
  if (path.size() == 4) return by_key(call, *table);
  if (path.size() != 3) return not_found();
  if (!read_id(path[2]))
    return not_found("Provided external ID field does not exist or is not accessible: " + path[2]);
  const auto row = table->find(path[2]);
  return row ? record(call, *table, *row) : not_found();
}

Response DataApi::create(DataCall& call, Table& table) {
  auto body = read_body(call.request);
  if (auto* refused = std::get_if<Response>(&body)) return std::move(*refused);
  const Json& tree = std::get<Json>(body);
  if (tree.is_object())
    if (auto refusal = forbids(tree, "Id")) return error_response(400, *refusal);
  writer_.begin();
  const Outcome outcome = writer_.insert(table, tree);
  count(outcome);
  if (!outcome.ok())
    return error_response(status_of(outcome.errors.front().code), outcome.errors.front());
  Response out =
      json_response(201, "{\"id\":\"" + outcome.id + "\",\"success\":true,\"errors\":[]}");
  out.headers.emplace_back("Location", "/services/data/v" + call.version + "/sobjects/" +
                                           table.object().name + "/" + outcome.id);
  return out;
}

Response DataApi::record(DataCall& call, Table& table, RowNumber row) {
  const std::string& method = call.request.method;
  const std::string id = table.id(row);
  if (table.is_deleted(row))
    return error_response(404, {"ENTITY_IS_DELETED", "entity is deleted", {}});
  if (method == "GET") return read_record(call, table, row);
  const auto unmodified = read_http_date(call.request.header("if-unmodified-since"));
  const auto* stamp =
      table.system().modified_date
          ? std::get_if<std::int64_t>(&table.row(row)[*table.system().modified_date])
          : nullptr;
  if (unmodified && stamp && *stamp > *unmodified)
    return error_response(412, {"PRECONDITION_FAILED", "The record was modified since.", {}});
  if (method == "DELETE") {
    writer_.begin();
    const Outcome outcome = writer_.erase(id);
    count(outcome, true);
    return outcome.ok()
               ? json_response(204, "")
               : error_response(status_of(outcome.errors.front().code), outcome.errors.front());
  }
  if (method != "PATCH") return method_not_allowed(call);
  auto body = read_body(call.request);
  if (auto* refused = std::get_if<Response>(&body)) return std::move(*refused);
  const Json& tree = std::get<Json>(body);
  if (tree.is_object())
    if (auto refusal = forbids(tree, "Id")) return error_response(400, *refusal);
  writer_.begin();
  const Outcome outcome = writer_.update(table, id, tree);
  count(outcome);
  return outcome.ok()
             ? json_response(204, "")
             : error_response(status_of(outcome.errors.front().code), outcome.errors.front());
}

Response DataApi::read_record(DataCall& call, const Table& table, RowNumber row) {
  SelectList select = select_all(table.object());
  if (const std::string fields = call.target.parameter("fields"); !fields.empty()) {
    auto chosen = select_fields(table.object(), split_list(fields));
    if (const auto* refusal = std::get_if<Refusal>(&chosen)) return error_response(400, *refusal);
    select = std::get<SelectList>(std::move(chosen));
  }
  std::string body;
  select.write(body, {store_, now_(), false}, table, row, call.version);
  return json_response(200, body);
}

Response DataApi::by_key(DataCall& call, Table& table) {
  const std::string& name = call.segments[2];
  const std::string& key = call.segments[3];
  const auto field = table.object().find(name);
  const bool usable = field && (table.object().fields[*field].type == FieldType::id ||
                                table.object().fields[*field].id_lookup ||
                                table.object().fields[*field].external_id);
  if (!usable)
    return not_found("Provided external ID field does not exist or is not accessible: " + name);
  if (call.request.method == "PATCH") return upsert(call, table, *field, key);
  const Accepted accepted = accept(store_, table.object().fields[*field], Json(key));
  const Value* value = std::get_if<Value>(&accepted);
  std::vector<RowNumber> rows;
  if (value && table.is_indexed(*field)) rows = table.find_by(*field, *value);
  if (table.object().fields[*field].type == FieldType::id)
    if (const auto row = table.find(key)) rows = {*row};
  if (rows.empty()) return not_found();
  if (rows.size() == 1) return record(call, table, rows.front());
  std::string body;
  for (const RowNumber row : rows)
    body += (body.empty() ? "\"" : ",\"") + ("/services/data/v" + call.version) + "/sobjects/" +
            table.object().name + "/" + table.id(row) + "\"";
  return json_response(300, "[" + body + "]");
}

Response DataApi::upsert(DataCall& call, Table& table, std::size_t field, const std::string& key) {
  auto body = read_body(call.request);
  if (auto* refused = std::get_if<Response>(&body)) return std::move(*refused);
  const Json& tree = std::get<Json>(body);
  if (!tree.is_object()) return error_response(400, wrong_type(table.object().name, tree));
  for (const std::string& name : {std::string("Id"), table.object().fields[field].name})
    if (auto refusal = forbids(tree, name)) return error_response(400, *refusal);
  writer_.begin();
  const Outcome outcome =
      writer_.upsert(table, field, Json(key), tree, call.target.parameter("updateOnly") == "true");
  count(outcome);
  if (!outcome.matches.empty()) {
    std::string list;
    for (const std::string& id : outcome.matches)
      list += (list.empty() ? "\"" : ",\"") + ("/services/data/v" + call.version) + "/sobjects/" +
              table.object().name + "/" + id + "\"";
    return json_response(300, "[" + list + "]");
  }
  if (!outcome.ok())
    return error_response(outcome.not_found ? 404 : status_of(outcome.errors.front().code),
                          outcome.errors.front());
  const auto major = read_integer(std::string_view(call.version).substr(0, 2));
  if (!outcome.created && major && *major < 46) return json_response(204, "");
  return json_response(outcome.created ? 201 : 200,
                       "{\"id\":\"" + outcome.id +
                           "\",\"success\":true,\"errors\":[],\"created\":" +
                           (outcome.created ? "true" : "false") + "}");
}

Response DataApi::changes(DataCall& call, const Table& table, bool deleted) {
  const auto start = read_datetime(call.target.parameter("start")),
             end = read_datetime(call.target.parameter("end"));
  if (!start || !end)
    return error_response(
        400,
        {"INVALID_REPLICATION_DATE", "start and end must be ISO 8601 datetimes with a zone", {}});
  const std::int64_t first = *start / 60 * 60, last = *end / 60 * 60;  // seconds are ignored
  if (last - first <= 60)
    return error_response(
        400, {"INVALID_REPLICATION_DATE", "end must be more than one minute after start", {}});
  if (now_() - first > (deleted ? 15 : 30) * 86'400)
    return error_response(400, {"INVALID_REPLICATION_DATE", "start is too long ago", {}});
  std::string list;
  for (const auto& [stamp, row] : table.by_modstamp()) {
    if (stamp < first || stamp >= last || table.is_deleted(row) != deleted) continue;
    if (!list.empty()) list += ',';
    if (deleted)
      list +=
          "{\"deletedDate\":\"" + format_datetime(stamp) + "\",\"id\":\"" + table.id(row) + "\"}";
    if (!deleted) list += "\"" + table.id(row) + "\"";
  }
  const std::string covered = format_datetime(std::min(last, now_() / 60 * 60));
  if (!deleted)
    return json_response(200, "{\"ids\":[" + list + "],\"latestDateCovered\":\"" + covered + "\"}");
  return json_response(200, "{\"deletedRecords\":[" + list + "],\"earliestDateAvailable\":\"" +
                                format_datetime(started_ - 15 * 86'400) +
                                "\",\"latestDateCovered\":\"" + covered + "\"}");
}

void DataApi::count(const Outcome& outcome, bool erased) {
  if (!outcome.ok())
    ++stats_.records_refused;
  else if (erased)
    ++stats_.records_deleted;
  else if (outcome.created)
    ++stats_.records_created;
  else
    ++stats_.records_updated;
}

}  // namespace crosswalk::org
