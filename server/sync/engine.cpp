#include "sync/engine.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <map>
#include <set>

#include "observe/log.hpp"
#include "store/documents.hpp"
#include "store/plans.hpp"
#include "store/staging.hpp"
#include "store/tenants.hpp"
#include "sync/documents.hpp"
#include "sync/plan_run.hpp"
#include "sync/run.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::sync {
namespace asio = boost::asio;

namespace {

constexpr std::chrono::hours kPlanLife{24};
constexpr std::size_t kTenantPage = 200;
constexpr std::size_t kUnfinishedMax = 5000;  // one per sync

Error draining() {
  return Error{.kind = ErrorKind::unavailable,
               .code = "shuttingDown",
               .path = "",
               .message = "The server is shutting down.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

Error broken() {
  return Error{.kind = ErrorKind::internal,
               .code = "internal",
               .path = "",
               .message = "Something failed inside the server; its log says what.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

Error bad_kind() {
  return Error{.kind = ErrorKind::bad_input,
               .code = "runKind",
               .path = "/kind",
               .message = "A run is initial, instant, forced or reconcile.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

store::RunState end_state(const Result<std::vector<store::Watermark>>& done,
                          const store::RunCounts& counts) {
  if (!done) {
    return done.error().code == "runCancelled" ? store::RunState::cancelled
                                               : store::RunState::failed;
  }
  return counts.issues > 0 ? store::RunState::partial : store::RunState::succeeded;
}

}  // namespace

struct Engine::Impl : std::enable_shared_from_this<Engine::Impl> {
  explicit Impl(Parts given)
      : parts(std::move(given)), changed(parts.executor, asio::steady_timer::time_point::max()) {}

  using Name = std::pair<std::string, std::string>;  // tenant, id of a run or plan

  static asio::awaitable<void> run(std::shared_ptr<Impl> self, std::string tenant,
                                   store::RunRow row, std::shared_ptr<Control> control);
  static asio::awaitable<void> plan(std::shared_ptr<Impl> self, std::string tenant,
                                    store::PlanRow row, std::vector<std::string> keys,
                                    std::shared_ptr<Control> control);
  Task<void> run_in_turn(std::string tenant, Progress& progress, const Control& control);
  Task<void> end_run(std::string tenant, Progress& progress,
                     Result<std::vector<store::Watermark>> done, const Control& control);
  Task<void> end_plan(std::string tenant, store::PlanRow row, Result<void> done);
  Task<void> recover_tenant(std::string tenant);
  Task<store::RunRow> end_interrupted(std::string tenant, store::RunRow row);
  Task<std::string> begin(std::string tenant, store::RunRow row);

  std::shared_ptr<Control> open(const Name& name) {
    auto control = std::make_shared<Control>();
    controls[name] = control;
    return control;
  }
  void close(const Name& name) {
    controls.erase(name);
    changed.cancel();
  }

  Parts parts;
  std::map<Name, std::shared_ptr<Control>> controls;  // of all that is under way
  std::size_t running = 0;                            // of these, runs that have their turn
  bool closing = false;
  asio::steady_timer changed;  // cancelled whenever a run ends
};

Engine::Engine(Parts parts) : impl_(std::make_shared<Impl>(std::move(parts))) {}
Engine::~Engine() = default;

Task<std::string> Engine::Impl::begin(std::string tenant, store::RunRow row) {
  if (closing) co_return draining();
  row.id = vault::random_id("run_", parts.random);
  row.started_at = parts.clock.now();
  row.state = store::RunState::queued;
  if (auto created = co_await parts.store.runs().create(tenant, row); !created)
    co_return created.error();
  parts.events.open(tenant, row.id);
  auto control = open({tenant, row.id});
  control->interrupted = closing;
  asio::co_spawn(parts.executor, run(shared_from_this(), tenant, row, control), asio::detached);
  co_return row.id;
}

Task<std::string> Engine::start(StartRun request) {
  const auto impl = impl_;
  if (request.kind == store::RunKind::undo) co_return bad_kind();
  auto document = co_await impl->parts.store.documents().get(
      request.tenant, store::DocumentKind::sync, request.sync);
  if (!document) co_return document.error();
  store::RunRow row;
  row.sync = std::move(request.sync);
  row.kind = request.kind;
  row.trigger = request.trigger;
  row.only_keys = std::move(request.records);
  co_return co_await impl->begin(std::move(request.tenant), std::move(row));
}

asio::awaitable<void> Engine::Impl::run(std::shared_ptr<Impl> self, std::string tenant,
                                        store::RunRow row, std::shared_ptr<Control> control) {
  const Name name(tenant, row.id);
  const std::string id = row.id;
  Progress progress(self->parts, tenant, std::move(row));
  try {
    auto done = co_await self->run_in_turn(tenant, progress, *control);
    if (!done)
      observe::log_error(observe::Level::error, "run.not_ended", done.error(),
                         {{"tenant", tenant}, {"run", id}});
  } catch (const std::exception& failure) {
    observe::log(observe::Level::error, "run.broken",
                 {{"tenant", tenant}, {"run", id}, {"what", failure.what()}});
  }
  self->close(name);
}

Task<void> Engine::Impl::run_in_turn(std::string tenant, Progress& progress,
                                     const Control& control) {
  while (running >= parts.limits.runs_at_once && control.check())
    co_await changed.async_wait(asio::as_tuple(asio::use_awaitable));
  ++running;
  progress.row().state = store::RunState::running;
  observe::log(observe::Level::info, "run.started",
               {{"tenant", tenant},
                {"run", progress.row().id},
                {"sync", progress.row().sync},
                {"kind", name_of(progress.row().kind)}});
  Result<std::vector<store::Watermark>> done = broken();
  try {
    Run work(parts, tenant, progress, control);
    done = co_await work.execute();
  } catch (const std::exception& failure) {
    observe::log(observe::Level::error, "run.broken",
                 {{"tenant", tenant}, {"run", progress.row().id}, {"what", failure.what()}});
  }
  --running;
  co_return co_await end_run(std::move(tenant), progress, std::move(done), control);
}

Task<void> Engine::Impl::end_run(std::string tenant, Progress& progress,
                                 Result<std::vector<store::Watermark>> done,
                                 const Control& control) {
  store::RunRow& row = progress.row();
  // Stays open in the store: the next start of the server goes on with it.
  if (!done && control.interrupted && !control.cancelled)
    co_return co_await parts.store.runs().update(tenant, row);
  row.state = end_state(done, row.counts);
  row.cause = done ? std::string() : done.error().message;
  row.finished_at = parts.clock.now();
  std::vector<store::Watermark> marks;
  if (done) marks = std::move(*done);
  auto finished = co_await parts.store.runs().finish(tenant, row, std::move(marks));
  if (done) {
    observe::log(observe::Level::info, "run.ended",
                 {{"tenant", tenant},
                  {"run", row.id},
                  {"state", name_of(row.state)},
                  {"issues", row.counts.issues},
                  {"apiCalls", row.counts.api_calls}});
  } else {
    observe::log_error(observe::Level::warning, "run.ended", done.error(),
                       {{"tenant", tenant}, {"run", row.id}, {"state", name_of(row.state)}});
  }
  parts.events.end(tenant, row.id, write_run(row, parts.clock.now()));
  auto dropped = co_await parts.store.staging().drop(tenant, row.id);
  co_return finished ? dropped : finished;
}

Task<std::string> Engine::plan(std::string tenant, std::string sync,
                               std::vector<std::string> records) {
  const auto impl = impl_;
  if (impl->closing) co_return draining();
  auto document =
      co_await impl->parts.store.documents().get(tenant, store::DocumentKind::sync, sync);
  if (!document) co_return document.error();
  auto settings = read_sync(document->text);
  if (!settings) co_return settings.error();
  store::PlanRow row;
  row.id = vault::random_id("plan_", impl->parts.random);
  row.sync = std::move(sync);
  row.mapping = settings->mapping;
  row.created_at = impl->parts.clock.now();
  row.expires_at = row.created_at + kPlanLife;
  if (auto created = co_await impl->parts.store.plans().create(tenant, row); !created)
    co_return created.error();
  const std::string id = row.id;
  auto control = impl->open({tenant, id});
  control->interrupted = impl->closing;
  asio::co_spawn(impl->parts.executor,
                 Impl::plan(impl, tenant, std::move(row), std::move(records), control),
                 asio::detached);
  co_return id;
}

asio::awaitable<void> Engine::Impl::plan(std::shared_ptr<Impl> self, std::string tenant,
                                         store::PlanRow row, std::vector<std::string> keys,
                                         std::shared_ptr<Control> control) {
  const Name name(tenant, row.id);
  Result<void> done = broken();
  try {
    PlanRun work(self->parts, tenant, &row, *control, std::move(keys));
    done = co_await work.execute();
  } catch (const std::exception& failure) {
    observe::log(observe::Level::error, "plan.broken",
                 {{"tenant", tenant}, {"plan", row.id}, {"what", failure.what()}});
  }
  try {
    auto ended = co_await self->end_plan(tenant, std::move(row), std::move(done));
    if (!ended) observe::log_error(observe::Level::error, "plan.not_ended", ended.error());
  } catch (const std::exception& failure) {
    observe::log(observe::Level::error, "plan.broken", {{"what", failure.what()}});
  }
  self->close(name);
}

Task<void> Engine::Impl::end_plan(std::string tenant, store::PlanRow row, Result<void> done) {
  row.state = done ? store::PlanState::ready : store::PlanState::failed;
  row.cause = done ? std::string() : done.error().message;
  const std::string id = row.id;
  auto updated = co_await parts.store.plans().update(tenant, std::move(row));
  if (!updated) co_return updated;
  co_return co_await parts.store.staging().drop(tenant, id);
}

Task<void> Engine::cancel(std::string tenant, std::string run) {
  const auto impl = impl_;
  const auto at = impl->controls.find({tenant, run});
  if (at != impl->controls.end()) {
    at->second->cancelled = true;
    impl->changed.cancel();
    co_return Result<void>();
  }
  auto row = co_await impl->parts.store.runs().get(tenant, run);
  if (!row) co_return row.error();
  co_return Result<void>();
}

// Ends a run that a stop of the server left open; answers the one that goes on with it.
Task<store::RunRow> Engine::Impl::end_interrupted(std::string tenant, store::RunRow row) {
  store::RunRow again;
  again.sync = row.sync;
  again.kind = row.kind;
  again.trigger = row.trigger;
  again.only_keys = row.only_keys;
  row.state = store::RunState::failed;
  row.cause = "The server was stopped before the run ended; another run went on with it.";
  row.finished_at = parts.clock.now();
  auto ended = co_await parts.store.runs().finish(tenant, std::move(row), {});
  if (!ended) co_return ended.error();
  co_return again;
}

Task<void> Engine::Impl::recover_tenant(std::string tenant) {
  store::RunFilter filter;
  filter.unfinished_only = true;
  store::PageRequest request;
  request.limit = kUnfinishedMax;
  auto rows = co_await parts.store.runs().list(tenant, filter, request);
  if (!rows) co_return rows.error();
  std::vector<store::RunRow> again;
  for (store::RunRow& row : rows->items) {
    auto next = co_await end_interrupted(tenant, std::move(row));
    if (!next) co_return next.error();
    again.push_back(std::move(*next));
  }
  if (auto dropped = co_await parts.store.staging().drop_orphans(tenant); !dropped)
    co_return dropped;
  for (store::RunRow& row : again) {
    if (auto begun = co_await begin(tenant, std::move(row)); !begun) co_return begun.error();
  }
  co_return Result<void>();
}

Task<void> Engine::recover() {
  const auto impl = impl_;
  store::PageRequest request{.after = "", .limit = kTenantPage};
  for (;;) {
    auto tenants = co_await impl->parts.store.tenants().list(request);
    if (!tenants) co_return tenants.error();
    for (const store::TenantRow& tenant : tenants->items) {
      if (auto done = co_await impl->recover_tenant(tenant.id); !done) co_return done;
    }
    if (!tenants->next) co_return Result<void>();
    request.after = *tenants->next;
  }
}

asio::awaitable<void> Engine::drain(std::chrono::milliseconds patience) {
  const auto impl = impl_;
  impl->closing = true;
  for (const auto& [name, control] : impl->controls) control->interrupted = true;
  impl->changed.cancel();
  asio::steady_timer limit(impl->parts.executor, patience);
  const auto deadline = limit.expiry();
  while (!impl->controls.empty() && std::chrono::steady_clock::now() < deadline) {
    // `changed` is shared; a short wait of our own keeps the deadline.
    limit.expires_after(std::chrono::milliseconds(20));
    co_await limit.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace crosswalk::sync
