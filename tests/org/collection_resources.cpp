// /composite/sobjects: up to 200 records in one call, each accepted or refused by itself.
#include <nlohmann/json.hpp>
#include <set>

#include "json/read.hpp"
#include "org/data_api.hpp"

namespace crosswalk::org {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t kRecordsMax = 200;
constexpr std::size_t kReadMax = 2000;
constexpr std::size_t kRunsMax = 10;

Outcome refused(std::string code, std::string message) {
  Outcome out;
  out.errors.push_back({std::move(code), std::move(message), {}});
  return out;
}

void append_outcome(std::string& out, const Outcome& outcome, bool upsert) {
  out += out.size() > 1 ? ",{" : "{";
  if (outcome.ok()) out += "\"id\":\"" + outcome.id + "\",";
  out += outcome.ok() ? "\"success\":true,\"errors\":[" : "\"success\":false,\"errors\":[";
  for (std::size_t i = 0; i < outcome.errors.size(); ++i) {
    const Refusal& error = outcome.errors[i];
    out += i > 0 ? ",{\"statusCode\":" : "{\"statusCode\":";
    append_json_text(out, error.code);
    out += ",\"message\":";
    append_json_text(out, error.message);
    out += ",\"fields\":[";
    for (std::size_t k = 0; k < error.fields.size(); ++k) {
      if (k > 0) out += ',';
      append_json_text(out, error.fields[k]);
    }
    out += "]}";
  }
  out += "]";
  if (upsert) out += outcome.created ? ",\"created\":true" : ",\"created\":false";
  out += "}";
}

std::string type_of(const Json& record) {
  const Json* attributes = record.is_object() ? json::member(record, "attributes") : nullptr;
  return attributes && attributes->is_object() ? json::text_member(*attributes, "type") : "";
}

const Json* member_of_any_case(const Json& record, const std::string& name) {
  for (const auto& [key, value] : record.items())
    if (lower(key) == lower(name)) return &value;
  return nullptr;
}

std::vector<std::string> split_ids(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start < text.size();) {
    const auto comma = std::min(text.find(',', start), text.size());
    if (comma > start) out.push_back(text.substr(start, comma - start));
    start = comma + 1;
  }
  return out;
}

// What is wrong with the request as a whole.
std::optional<Refusal> whole_refusal(const std::vector<std::string>& types) {
  if (types.empty()) return Refusal{"REQUIRED_FIELD_MISSING", "At least 1 record is required", {}};
  if (types.size() > kRecordsMax)
    return Refusal{"EXCEEDED_ID_LIMIT",
                   "record limit reached. cannot submit more than 200 records in this operation",
                   {}};
  std::size_t runs = 1;
  for (std::size_t i = 1; i < types.size(); ++i) runs += types[i] != types[i - 1];
  if (runs > kRunsMax)
    return Refusal{
        "LIMIT_EXCEEDED",
        "Cannot have more than 10 chunks in a single operation. Please rearrange the records.",
        {}};
  return std::nullopt;
}

// Under allOrNone one failure undoes everything, and the innocent say so.
void take_back(RecordWriter& writer, std::vector<Outcome>& outcomes) {
  bool failed = false;
  for (const Outcome& outcome : outcomes) failed = failed || !outcome.ok();
  if (!failed) return;
  writer.roll_back();
  for (Outcome& outcome : outcomes)
    if (outcome.ok()) {
      const bool created = outcome.created;
      outcome = refused("ALL_OR_NONE_OPERATION_ROLLED_BACK",
                        "Record rolled back because not all records were valid and the request was "
                        "using AllOrNone header");
      outcome.created = created;
    }
}

}  // namespace

Response DataApi::collections(DataCall& call) {
  call.kind = "collections";
  const std::string& method = call.request.method;
  const std::size_t depth = call.segments.size();
  if (method == "DELETE" && depth == 2) return erase_collection(call);
  if (depth == 3 && (method == "GET" || method == "POST")) return read_collection(call);
  const bool write =
      (depth == 2 && (method == "POST" || method == "PATCH")) || (depth == 4 && method == "PATCH");
  if (!write)
    return error_response(405,
                          {"METHOD_NOT_ALLOWED", "HTTP Method '" + method + "' not allowed.", {}});
  auto body = read_body(call.request);
  if (auto* refusal = std::get_if<Response>(&body)) return std::move(*refusal);
  return write_collection(call, std::get<Json>(body));
}

Outcome DataApi::write_one(DataCall& call, const Json& record, std::map<std::string, int>& seen) {
  const bool upsert = call.segments.size() == 4;
  if (!record.is_object())
    return refused("JSON_PARSER_ERROR", wrong_type("SObject", record).message);
  const std::string type = type_of(record);
  Table* table = store_.find(type);
  if (type.empty()) return refused("INVALID_TYPE", "The attributes of a record must name its type");
  if (!table) return refused("INVALID_TYPE", "sObject type '" + type + "' is not supported.");
  if (upsert) {
    if (lower(type) != lower(call.segments[2]))
      return refused("INVALID_TYPE", "An upsert takes records of one type: " + call.segments[2]);
    const std::size_t field = *table->object().find(call.segments[3]);
    const Json* key = member_of_any_case(record, call.segments[3]);
    const std::string written = !key               ? ""
                                : key->is_string() ? key->get<std::string>()
                                                   : key->dump();
    const bool as_written = table->object().fields[field].case_sensitive;
    const std::string text = as_written ? written : lower(written);
    if (key && ++seen[text] > 1)
      return refused("DUPLICATE_EXTERNAL_ID", "Duplicate external id specified: " + text);
    if (table->object().fields[field].type != FieldType::id && member_of_any_case(record, "Id"))
      return refused("INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    Json rest = Json::object();
    for (const auto& [name, value] : record.items())
      if (lower(name) != lower(call.segments[3])) rest[name] = value;
    Outcome outcome = writer_.upsert(*table, field, key ? *key : Json(), rest, false);
    if (!outcome.matches.empty()) {
      std::string ids;
      for (const std::string& id : outcome.matches) ids += (ids.empty() ? "" : ", ") + id;
      outcome = refused(
          "DUPLICATE_EXTERNAL_ID",
          call.segments[3] + ": more than one record found for external id field: [" + ids + "]");
    }
    return outcome;
  }
  if (call.request.method == "POST") {
    if (member_of_any_case(record, "Id"))
      return refused("INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call");
    return writer_.insert(*table, record);
  }
  const Json* id = member_of_any_case(record, "Id");
  if (!id || !id->is_string())
    return refused("MISSING_ARGUMENT", "Id not specified in an update call");
  const auto whole = read_id(id->get<std::string>());
  if (whole && ++seen[*whole] > 1)
    return refused("DUPLICATE_VALUE", "duplicate values in list: " + *whole);
  return writer_.update(*table, id->get<std::string>(), record);
}

Response DataApi::write_collection(DataCall& call, const Json& body) {
  const bool upsert = call.segments.size() == 4;
  const Json* records = body.is_object() ? json::member(body, "records") : nullptr;
  if (!records || !records->is_array())
    return error_response(400, {"REQUIRED_FIELD_MISSING", "At least 1 record is required", {}});
  std::vector<std::string> types;
  for (const Json& record : *records) types.push_back(lower(type_of(record)));
  if (auto refusal = whole_refusal(types)) return error_response(400, *refusal);
  if (upsert) {
    const Table* table = store_.find(call.segments[2]);
    const auto field = table ? table->object().find(call.segments[3]) : std::nullopt;
    if (!table) return not_found();
    const Field* key = field ? &table->object().fields[*field] : nullptr;
    if (!key || !(key->type == FieldType::id || key->external_id || key->id_lookup))
      return not_found("Provided external ID field does not exist or is not accessible: " +
                       call.segments[3]);
  }
  writer_.begin();
  std::vector<Outcome> outcomes;
  std::map<std::string, int> seen;
  for (const Json& record : *records) outcomes.push_back(write_one(call, record, seen));
  if (json::truth_member(body, "allOrNone")) take_back(writer_, outcomes);
  std::string out = "[";
  for (const Outcome& outcome : outcomes) {
    count(outcome);
    append_outcome(out, outcome, upsert);
  }
  return json_response(200, out + "]");
}

Response DataApi::erase_collection(DataCall& call) {
  const auto ids = split_ids(call.target.parameter("ids"));
  std::vector<std::string> types;
  types.reserve(ids.size());
  for (const std::string& id : ids) types.push_back(id.substr(0, 3));
  if (auto refusal = whole_refusal(types)) return error_response(400, *refusal);
  writer_.begin();
  std::vector<Outcome> outcomes;
  outcomes.reserve(ids.size());
  for (const std::string& id : ids) outcomes.push_back(writer_.erase(id));
  if (call.target.parameter("allOrNone") == "true") take_back(writer_, outcomes);
  std::string out = "[";
  for (const Outcome& outcome : outcomes) {
    count(outcome, true);
    append_outcome(out, outcome, false);
  }
  return json_response(200, out + "]");
}

Response DataApi::read_collection(DataCall& call) {
  const Table* table = store_.find(call.segments[2]);
  if (!table) return not_found();
  std::vector<std::string> ids = split_ids(call.target.parameter("ids")),
                           fields = split_ids(call.target.parameter("fields"));
  if (call.request.method == "POST") {
    auto body = read_body(call.request);
    if (auto* refusal = std::get_if<Response>(&body)) return std::move(*refusal);
    const Json& tree = std::get<Json>(body);
    for (auto [name, list] : {std::pair{"ids", &ids}, std::pair{"fields", &fields}})
      if (const Json* values = tree.is_object() ? json::member(tree, name) : nullptr;
          values && values->is_array())
        for (const Json& value : *values)
          if (value.is_string()) list->push_back(value.get<std::string>());
  }
  if (ids.empty() || fields.empty())
    return error_response(400, {"REQUIRED_FIELD_MISSING", "ids and fields are required", {}});
  if (ids.size() > kReadMax)
    return error_response(
        400,
        {"EXCEEDED_ID_LIMIT", "record limit reached. cannot retrieve more than 2000 records", {}});
  const auto select = select_fields(table->object(), fields);
  if (const auto* refusal = std::get_if<Refusal>(&select)) return error_response(400, *refusal);
  std::string out = "[";
  for (const std::string& id : ids) {
    if (out.size() > 1) out += ',';
    const auto row = table->find(id);
    if (row && !table->is_deleted(*row))
      std::get<SelectList>(select).write(out, {store_, now_(), false}, *table, *row, call.version);
    else
      out += "null";
  }
  return json_response(200, out + "]");
}

}  // namespace crosswalk::org
