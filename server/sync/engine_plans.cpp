#include "observe/log.hpp"
#include "store/staging.hpp"
#include "sync/engine_work.hpp"
#include "sync/plan_run.hpp"

namespace crosswalk::sync {

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

}  // namespace crosswalk::sync
