// Runs: what was done, what is going on, and stopping it.
#include "store/runs.hpp"

#include "api/call.hpp"
#include "api/list_answer.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "sync/documents.hpp"

namespace crosswalk::api {
namespace {

Task<Answer> list_runs(Call& call) {
  auto page = call.page();
  if (!page) co_return page.error();
  store::RunFilter filter{.sync = call.query("sync"), .unfinished_only = false};
  auto rows = co_await call.store().runs().list(call.tenant(), std::move(filter), *page);
  if (!rows) co_return rows.error();
  const runtime::Stamp now = call.now();
  co_return list_answer(*rows,
                        [now](const store::RunRow& row) { return sync::write_run(row, now); });
}

Task<Answer> get_run(Call& call) {
  auto row = co_await call.store().runs().get(call.tenant(), call.parameters[0]);
  if (!row) co_return missing(row.error(), "run");
  co_return Answer::json(sync::write_run(*row, call.now()));
}

// Good also when it has ended; the run says how.
Task<Answer> cancel_run(Call& call) {
  auto before = co_await call.store().runs().get(call.tenant(), call.parameters[0]);
  if (!before) co_return missing(before.error(), "run");
  auto cancelled = co_await call.services.engine.cancel(call.tenant(), before->id);
  if (!cancelled) co_return cancelled.error();
  auto row = co_await call.store().runs().get(call.tenant(), call.parameters[0]);
  if (!row) co_return missing(row.error(), "run");
  co_return Answer::json(sync::write_run(*row, call.now()), 202);
}

constexpr BodyShape kRun[] = {{"application/json", "Run"}};
constexpr BodyShape kList[] = {{"application/json", "RunList"}};
constexpr QueryParameter kQuery[] = {kAfter, kLimit, {"sync", "string", "Runs of this sync alone"}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/runs",
     "listRuns",
     "Runs, the newest first",
     Access::tenant,
     {},
     200,
     kList,
     kQuery,
     list_runs},
    {"GET", "/api/v1/runs/{id}", "getRun", "One run", Access::tenant, {}, 200, kRun, {}, get_run},
    {"POST",
     "/api/v1/runs/{id}/cancel",
     "cancelRun",
     "Stop a run at its next batch; what was sent is settled",
     Access::tenant,
     {},
     202,
     kRun,
     {},
     cancel_run},
};

}  // namespace

std::span<const Route> run_routes() { return kRoutes; }

}  // namespace crosswalk::api
