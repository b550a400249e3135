// Syncs: mapping + connection + settings, where they stand, and starting a plan or a run of one.
#include <nlohmann/json.hpp>
#include <set>

#include "api/body.hpp"
#include "api/call.hpp"
#include "api/list_answer.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "store/documents.hpp"
#include "store/issues.hpp"
#include "store/records.hpp"
#include "store/runs.hpp"
#include "sync/documents.hpp"
#include "sync/settings.hpp"

namespace crosswalk::api {
namespace {

using nlohmann::ordered_json;
using store::DocumentKind;

constexpr std::size_t kRecordsMax = 1000;  // named in one plan or run
constexpr std::string_view kRunKinds[] = {"initial", "instant", "forced", "reconcile"};

// What the settings name must be there.
Task<void> check_references(Call& call, sync::SyncSettings settings) {
  auto connection = co_await call.store().connections().get(call.tenant(), settings.connection);
  if (!connection) {
    if (connection.error().kind != ErrorKind::not_found) co_return connection.error();
    co_return bad_member("/connection", "There is no such connection.");
  }
  auto mapping =
      co_await call.store().documents().get(call.tenant(), DocumentKind::mapping, settings.mapping);
  if (!mapping) {
    if (mapping.error().kind != ErrorKind::not_found) co_return mapping.error();
    co_return bad_member("/mapping", "There is no such mapping.");
  }
  co_return Result<void>();
}

// How the records of the mapping's objects stand.
Task<store::StateCounts> record_states(Call& call, std::string mapping_name) {
  store::StateCounts sum;
  auto row = co_await call.store().documents().get(call.tenant(), DocumentKind::mapping,
                                                   std::move(mapping_name));
  if (!row) {
    if (row.error().kind != ErrorKind::not_found) co_return row.error();
    co_return sum;
  }
  const auto outcome = mapping::read_unlocated(row->text);
  std::set<std::string> objects;
  if (outcome.document) {
    for (const auto& object : outcome.document->objects) objects.insert(object.platform);
  }
  for (const std::string& object : objects) {
    auto counts = co_await call.store().records().counts(call.tenant(), object);
    if (!counts) co_return counts.error();
    sum.in_step += counts->in_step;
    sum.waiting += counts->waiting;
    sum.inactive += counts->inactive;
  }
  co_return sum;
}

ordered_json stamp_or_null(const std::optional<runtime::Stamp>& stamp) {
  return stamp ? ordered_json(sync::write_stamp(*stamp)) : ordered_json(nullptr);
}

Task<ordered_json> status(Call& call, std::string sync_name, std::string mapping_name) {
  auto& runs = call.store().runs();
  auto last = co_await runs.last_finished(call.tenant(), sync_name);
  if (!last) co_return last.error();
  store::RunFilter filter{.sync = sync_name, .unfinished_only = false};
  store::PageRequest one{.after = "", .limit = 1};
  auto newest = co_await runs.list(call.tenant(), std::move(filter), std::move(one));
  if (!newest) co_return newest.error();
  auto issues = co_await call.store().issues().count_open(call.tenant(), sync_name);
  if (!issues) co_return issues.error();
  auto states = co_await record_states(call, std::move(mapping_name));
  if (!states) co_return states.error();
  const store::RunRow* run = newest->items.empty() ? nullptr : &newest->items.front();
  const bool running = run && !run->finished_at;
  ordered_json node;
  node["firstSync"] = *last ? "done" : running ? "running" : "never";
  node["current"] = !running                                ? "idle"
                    : run->state == store::RunState::queued ? "waiting"
                                                            : "running";
  node["cause"] = run && !run->cause.empty() ? ordered_json(run->cause) : ordered_json(nullptr);
  node["run"] = run ? ordered_json(run->id) : ordered_json(nullptr);
  node["lastSyncAt"] = *last ? stamp_or_null((*last)->finished_at) : ordered_json(nullptr);
  node["inStep"] = states->in_step;
  node["waiting"] = states->waiting;
  node["issues"] = *issues;
  node["inactive"] = states->inactive;
  co_return node;
}

Task<std::string> sync_document(Call& call, store::DocumentRow row) {
  auto settings = sync::read_sync(row.text);
  if (!settings) co_return settings.error();
  ordered_json node;
  node["name"] = row.name;
  node["connection"] = settings->connection;
  node["mapping"] = settings->mapping;
  node["enabled"] = settings->enabled;
  node["reserve"] = settings->reserve;
  auto state = co_await status(call, row.name, settings->mapping);
  if (!state) co_return state.error();
  node["status"] = std::move(*state);
  co_return json::write(node);
}

Task<Answer> put_sync(Call& call) {
  auto named = check_name(call.parameters[0]);
  if (!named) co_return named.error();
  auto text = co_await call.document_body(kRequestBytesMax);
  if (!text) co_return text.error();
  auto settings = sync::read_sync(*text);
  if (!settings) co_return settings.error();
  auto good = co_await check_references(call, *settings);
  if (!good) co_return good.error();
  store::DocumentRow row{.kind = DocumentKind::sync,
                         .name = call.parameters[0],
                         .version = 0,
                         .text = std::move(*text),
                         .updated_at = call.now()};
  auto put = co_await call.store().documents().put(call.tenant(), row, std::nullopt);
  if (!put) co_return put.error();
  auto document = co_await sync_document(call, std::move(row));
  if (!document) co_return document.error();
  co_return Answer::json(std::move(*document));
}

Task<Answer> get_sync(Call& call) {
  auto row =
      co_await call.store().documents().get(call.tenant(), DocumentKind::sync, call.parameters[0]);
  if (!row) co_return missing(row.error(), "sync");
  auto document = co_await sync_document(call, std::move(*row));
  if (!document) co_return document.error();
  co_return Answer::json(std::move(*document));
}

Task<Answer> list_syncs(Call& call) {
  auto page = call.page(50, 200);
  if (!page) co_return page.error();
  auto rows = co_await call.store().documents().list(call.tenant(), DocumentKind::sync, *page);
  if (!rows) co_return rows.error();
  store::Page<std::string> documents{.items = {}, .next = rows->next};
  for (store::DocumentRow& row : rows->items) {
    auto document = co_await sync_document(call, std::move(row));
    if (!document) co_return document.error();
    documents.items.push_back(std::move(*document));
  }
  co_return list_answer(documents, [](const std::string& document) { return document; });
}

Task<Answer> start_plan(Call& call) {
  auto& documents = call.store().documents();
  auto row = co_await documents.get(call.tenant(), DocumentKind::sync, call.parameters[0]);
  if (!row) co_return missing(row.error(), "sync");
  auto body = co_await call.json_body_or_empty();
  if (!body) co_return body.error();
  BodyReader reader(*body);
  auto records = reader.texts("records", kRecordsMax, 255);
  auto good = reader.finish();
  if (!good) co_return good.error();
  auto id = co_await call.services.engine.plan(call.tenant(), row->name, std::move(records));
  if (!id) co_return id.error();
  ordered_json node;
  node["id"] = *id;
  co_return Answer::json(json::write(node), 202)
      .with("Location", "/api/v1/plans/" + net::percent_encode(*id));
}

Task<Answer> start_run(Call& call) {
  auto& documents = call.store().documents();
  auto row = co_await documents.get(call.tenant(), DocumentKind::sync, call.parameters[0]);
  if (!row) co_return missing(row.error(), "sync");
  auto body = co_await call.json_body_or_empty();
  if (!body) co_return body.error();
  BodyReader reader(*body);
  const std::string kind = reader.choice("kind", kRunKinds, "instant");
  auto records = reader.texts("records", kRecordsMax, 255);
  auto good = reader.finish();
  if (!good) co_return good.error();
  sync::StartRun request{.tenant = call.tenant(),
                         .sync = row->name,
                         .kind = sync::run_kind(kind).value_or(store::RunKind::instant),
                         .trigger = store::RunTrigger::manual,
                         .records = std::move(records)};
  auto id = co_await call.services.engine.start(std::move(request));
  if (!id) {
    Error error = id.error();
    if (error.kind != ErrorKind::conflict || error.path.empty()) co_return error;
    const ProblemMember running[] = {{"run", std::exchange(error.path, "")}};
    co_return problem(error, running);
  }
  auto run = co_await call.store().runs().get(call.tenant(), *id);
  if (!run) co_return run.error();
  co_return Answer::json(sync::write_run(*run, call.now()), 202)
      .with("Location", "/api/v1/runs/" + net::percent_encode(*id));
}

constexpr BodyShape kSettings[] = {{"application/json", "SyncSettings"}};
constexpr BodyShape kSync[] = {{"application/json", "Sync"}};
constexpr BodyShape kList[] = {{"application/json", "SyncList"}};
constexpr BodyShape kNewPlan[] = {{"application/json", "NewPlan"}};
constexpr BodyShape kNewRun[] = {{"application/json", "NewRun"}};
constexpr BodyShape kCreated[] = {{"application/json", "Created"}};
constexpr BodyShape kRun[] = {{"application/json", "Run"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/syncs",
     "listSyncs",
     "Syncs of the tenant",
     Access::tenant,
     {},
     200,
     kList,
     kPaging,
     list_syncs},
    {"PUT",
     "/api/v1/syncs/{name}",
     "putSync",
     "Set a sync",
     Access::tenant,
     kSettings,
     200,
     kSync,
     {},
     put_sync},
    {"GET",
     "/api/v1/syncs/{name}",
     "getSync",
     "A sync and where it stands",
     Access::tenant,
     {},
     200,
     kSync,
     {},
     get_sync},
    {"POST",
     "/api/v1/syncs/{name}/plan",
     "createPlan",
     "Begin to compute what a run would do, without writing",
     Access::tenant,
     kNewPlan,
     202,
     kCreated,
     {},
     start_plan},
    {"POST",
     "/api/v1/syncs/{name}/runs",
     "createRun",
     "Begin a run; 409 names the one that is on",
     Access::tenant,
     kNewRun,
     202,
     kRun,
     {},
     start_run},
};

}  // namespace

std::span<const Route> sync_routes() { return kRoutes; }

}  // namespace crosswalk::api
