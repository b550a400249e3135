#include "store/staging.hpp"
#include "store/tenants.hpp"
#include "sync/engine_work.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::size_t kTenantPage = 200;
constexpr std::size_t kUnfinishedMax = 5000;  // one per sync

}  // namespace

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

}  // namespace crosswalk::sync
