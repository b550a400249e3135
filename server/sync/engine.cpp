#include "sync/engine.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "store/documents.hpp"
#include "sync/engine_work.hpp"
#include "sync/settings.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::sync {
namespace asio = boost::asio;

namespace {

constexpr std::chrono::hours kPlanLife{24};

Error bad_kind() {
  return Error{.kind = ErrorKind::bad_input,
               .code = "runKind",
               .path = "/kind",
               .message = "A run is initial, instant, forced or reconcile.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

}  // namespace

Engine::Engine(Parts parts) : impl_(std::make_shared<Impl>(std::move(parts))) {}
Engine::~Engine() = default;

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
