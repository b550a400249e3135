// The platform's records: one at a time, and lists of them as JSON or NDJSON.
#include "store/records.hpp"

#include <nlohmann/json.hpp>

#include "api/body.hpp"
#include "api/call.hpp"
#include "api/list_answer.hpp"
#include "api/problem.hpp"
#include "api/record_shape.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "sync/documents.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kNdjson = "application/x-ndjson";

constexpr std::pair<std::string_view, store::SyncState> kStates[] = {
    {"inStep", store::SyncState::in_step},
    {"waiting", store::SyncState::waiting},
    {"issue", store::SyncState::issue},
    {"inactive", store::SyncState::inactive},
    {"unlinked", store::SyncState::unlinked}};

std::string_view name_of(store::SyncState state) {
  for (const auto& [name, value] : kStates) {
    if (value == state) return name;
  }
  return "unlinked";
}

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

// The fields go in as the text they are kept as: no digit of a number passes through a double.
std::string record_document(const store::RecordRow& row) {
  ordered_json head;
  head["object"] = row.object;
  head["key"] = row.key;
  head["version"] = row.version;
  ordered_json tail;
  tail["inactive"] = row.inactive;
  tail["lists"] = row.lists;
  tail["changedAt"] = sync::write_stamp(row.changed_at);
  ordered_json& state = tail["sync"];
  state["state"] = name_of(row.state);
  state["since"] = sync::write_stamp(row.state_since);
  state["lastSyncAt"] =
      row.last_sync_at ? ordered_json(sync::write_stamp(*row.last_sync_at)) : ordered_json(nullptr);
  state["salesforce"] = text_or_null(row.salesforce);
  state["id"] = text_or_null(row.salesforce_id);
  std::string text = json::write(head);
  text.back() = ',';
  text += "\"fields\":" + (row.fields_json.empty() ? std::string("{}") : row.fields_json) + ",";
  text += json::write(tail).substr(1);
  return text;
}

Error version_mismatch() {
  return make_error(ErrorKind::conflict, "versionMismatch",
                    "The record was changed meanwhile. Read it again.");
}

Task<Answer> get_record(Call& call) {
  auto row =
      co_await call.store().records().get(call.tenant(), call.parameters[0], call.parameters[1]);
  if (!row) co_return missing(row.error(), "record");
  co_return Answer::json(record_document(*row))
      .with("ETag", '"' + std::to_string(row->version) + '"');
}

Task<Answer> put_record(Call& call) {
  auto shape = co_await load_shape(call, call.parameters[0]);
  if (!shape) co_return shape.error();
  auto expected = call.expected_version();
  if (!expected) co_return expected.error();
  auto text = co_await call.document_body(kRecordBytesMax);
  if (!text) co_return text.error();
  auto write = read_record(*shape, *text, call.parameters[1]);
  if (!write) co_return write.error();
  write->expected_version = *expected;
  std::vector<store::RecordWrite> batch;
  batch.push_back(std::move(*write));
  auto outcomes = co_await call.store().records().put(call.tenant(), std::move(batch), call.now());
  if (!outcomes) co_return outcomes.error();
  using Change = store::PutOutcome::Change;
  const Change change = outcomes->front().change;
  if (change == Change::version_mismatch) co_return version_mismatch();
  if (change == Change::bad_fields) {
    co_return bad_member("/fields", "The record store cannot keep these fields.");
  }
  auto row =
      co_await call.store().records().get(call.tenant(), call.parameters[0], call.parameters[1]);
  if (!row) co_return missing(row.error(), "record");
  co_return Answer::json(record_document(*row), change == Change::created ? 201 : 200)
      .with("ETag", '"' + std::to_string(row->version) + '"');
}

Task<Answer> delete_record(Call& call) {
  auto expected = call.expected_version();
  if (!expected) co_return expected.error();
  auto erased = co_await call.store().records().erase(call.tenant(), call.parameters[0],
                                                      call.parameters[1], *expected, call.now());
  if (!erased) {
    if (erased.error().kind == ErrorKind::conflict) co_return version_mismatch();
    co_return missing(erased.error(), "record");
  }
  co_return Answer::empty();
}

Result<store::RecordFilter> read_filter(const Call& call) {
  store::RecordFilter filter;
  filter.object = call.parameters[0];
  filter.list = call.query("list");
  constexpr std::string_view kStamps[] = {"changedSince", "syncedAfter"};
  for (const std::string_view name : kStamps) {
    const auto text = call.query(name);
    if (!text) continue;
    auto stamp = parse_stamp(name, *text);
    if (!stamp) return stamp.error();
    (name == "changedSince" ? filter.changed_since : filter.synced_after) = *stamp;
  }
  if (const auto state = call.query("state")) {
    for (const auto& [name, value] : kStates) {
      if (name == *state) filter.state = value;
    }
    if (!filter.state) {
      return bad_query("state", "This must be inStep, waiting, issue, inactive or unlinked.");
    }
  }
  return filter;
}

// One record a line, page after page to the end; memory stays flat.
Task<Answer> stream_records(Call& call, store::RecordFilter filter, std::string after) {
  auto& records = call.store().records();
  store::PageRequest request{.after = std::move(after), .limit = 1000};
  auto page = co_await records.list(call.tenant(), filter, request);
  if (!page) co_return page.error();
  const net::Headers headers{{"Content-Type", std::string(kNdjson)},
                             {"Cache-Control", "no-store"},
                             {"X-Content-Type-Options", "nosniff"}};
  auto begun = co_await call.exchange.begin(200, headers);
  if (!begun) co_return Answer::already_streamed();
  while (true) {
    std::string lines;
    for (const store::RecordRow& row : page->items) lines += record_document(row) + "\n";
    if (!lines.empty()) {
      auto written = co_await call.exchange.write(std::move(lines));
      if (!written) co_return Answer::already_streamed();
    }
    if (!page->next) break;
    request.after = *page->next;
    page = co_await records.list(call.tenant(), filter, request);
    // Without its end the answer is seen to be broken off, never taken for the whole.
    if (!page) co_return Answer::already_streamed();
  }
  static_cast<void>(co_await call.exchange.end());
  co_return Answer::already_streamed();
}

Task<Answer> list_records(Call& call) {
  auto filter = read_filter(call);
  if (!filter) co_return filter.error();
  auto page = call.page();
  if (!page) co_return page.error();
  auto media_type = call.wanted_media_type();
  if (!media_type) co_return media_type.error();
  if (*media_type == kNdjson) {
    co_return co_await stream_records(call, std::move(*filter), std::move(page->after));
  }
  auto rows = co_await call.store().records().list(call.tenant(), *filter, *page);
  if (!rows) co_return rows.error();
  co_return list_answer(*rows, record_document);
}

constexpr BodyShape kFields[] = {{"application/json", "RecordFields"}};
constexpr BodyShape kRecord[] = {{"application/json", "Record"}};
constexpr BodyShape kList[] = {{"application/json", "RecordList"}, {kNdjson, "Record"}};
constexpr QueryParameter kQuery[] = {
    kAfter,
    kLimit,
    {"changedSince", "string", "Changed at or after this stamp"},
    {"syncedAfter", "string", "Last synchronised after this stamp"},
    {"state", "string", "inStep, waiting, issue, inactive or unlinked"},
    {"list", "string", "Members of this list"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/records/{object}",
     "listRecords",
     "Records of an object; as NDJSON all of them",
     Access::tenant,
     {},
     200,
     kList,
     kQuery,
     list_records},
    {"PUT",
     "/api/v1/records/{object}/{key}",
     "putRecord",
     "Set the named fields of a record; If-Match gives the version it must have",
     Access::tenant,
     kFields,
     200,
     kRecord,
     {},
     put_record},
    {"GET",
     "/api/v1/records/{object}/{key}",
     "getRecord",
     "One record",
     Access::tenant,
     {},
     200,
     kRecord,
     {},
     get_record},
    {"DELETE",
     "/api/v1/records/{object}/{key}",
     "deleteRecord",
     "Delete a record",
     Access::tenant,
     {},
     204,
     {},
     {},
     delete_record},
};

}  // namespace

std::span<const Route> record_routes() { return kRoutes; }

}  // namespace crosswalk::api
