#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "observe/log.hpp"
#include "store/staging.hpp"
#include "sync/documents.hpp"
#include "sync/engine_work.hpp"
#include "sync/run.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::sync {
namespace {

store::RunState end_state(const Result<std::vector<store::Watermark>>& done,
                          const store::RunCounts& counts) {
  if (!done) {
    return done.error().code == "runCancelled" ? store::RunState::cancelled
                                               : store::RunState::failed;
  }
  return counts.issues > 0 ? store::RunState::partial : store::RunState::succeeded;
}

}  // namespace

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

}  // namespace crosswalk::sync
