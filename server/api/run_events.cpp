// A run's events as server-sent events: `progress`, `issue`, `end`. A listener that comes back with
// Last-Event-ID misses nothing that the hub still holds; a run that is over answers its end.
#include <boost/system/system_error.hpp>
#include <charconv>

#include "api/call.hpp"
#include "api/problem.hpp"
#include "api/routes.hpp"
#include "store/runs.hpp"
#include "sync/documents.hpp"

namespace crosswalk::api {
namespace {

constexpr std::chrono::milliseconds kHeartbeat{15'000};

std::string event_text(const sync::Event& event) {
  std::string text;
  if (event.id > 0) text += "id: " + std::to_string(event.id) + "\n";
  return text + "event: " + event.name + "\ndata: " + event.data + "\n\n";
}

Result<std::uint64_t> last_event_id(const Call& call) {
  const auto header = call.head().headers.get("Last-Event-ID");
  if (!header || header->empty()) return std::uint64_t{0};
  std::uint64_t id = 0;
  const auto [stop, failure] = std::from_chars(header->data(), header->data() + header->size(), id);
  if (failure == std::errc() && stop == header->data() + header->size()) return id;
  return make_error(ErrorKind::bad_input, "badLastEventId",
                    "Last-Event-ID must be the id of an event of this stream.");
}

// Tells what the hub has until the run ends or the listener leaves; answers whether `end` was told.
boost::asio::awaitable<bool> tell(Call& call, sync::EventHub::Subscription subscription) {
  while (!call.exchange.draining()) {
    auto event = co_await subscription.next(kHeartbeat);
    if (!event && !subscription.alive()) co_return false;
    std::string text = event ? event_text(*event) : std::string(": still here\n\n");
    auto written = co_await call.exchange.write(std::move(text));
    if (!written || (event && event->name == "end")) co_return true;
  }
  co_return true;
}

// The hub forgets runs; the store does not.
Task<void> tell_outcome(Call& call) {
  auto run = co_await call.store().runs().get(call.tenant(), call.parameters[0]);
  if (!run) co_return run.error();
  std::string text = event_text(sync::Event{.id = 0,
                                            .name = run->finished_at ? "end" : "progress",
                                            .data = sync::write_run(*run, call.now())});
  co_return co_await call.exchange.write(std::move(text));
}

boost::asio::awaitable<void> stream(Call& call, std::uint64_t last_id) {
  const net::Headers headers{{"Content-Type", "text/event-stream"},
                             {"Cache-Control", "no-store"},
                             {"X-Accel-Buffering", "no"},
                             {"X-Content-Type-Options", "nosniff"}};
  auto begun = co_await call.exchange.begin(200, headers, net::Stream::endless);
  if (!begun) co_return;
  auto subscription = call.services.events.subscribe(call.tenant(), call.parameters[0], last_id);
  const bool told = co_await tell(call, std::move(subscription));
  if (!told) {
    auto outcome = co_await tell_outcome(call);
    if (!outcome) co_return;
  }
  static_cast<void>(co_await call.exchange.end());
}

Task<Answer> run_events(Call& call) {
  auto run = co_await call.store().runs().get(call.tenant(), call.parameters[0]);
  if (!run) co_return missing(run.error(), "run");
  auto last_id = last_event_id(call);
  if (!last_id) co_return last_id.error();
  try {
    co_await stream(call, *last_id);
  } catch (const boost::system::system_error& failure) {
    // The listener has left, or the server drains: the pending wait was cancelled.
    if (failure.code() != boost::asio::error::operation_aborted) throw;
  }
  co_return Answer::already_streamed();
}

constexpr BodyShape kEvents[] = {{"text/event-stream", ""}};

constexpr Route kRoutes[] = {
    {"GET",
     "/api/v1/runs/{id}/events",
     "streamRunEvents",
     "A run's events as they happen: progress and end carry a run, issue an issue",
     Access::tenant,
     {},
     200,
     kEvents,
     {},
     run_events},
};

}  // namespace

std::span<const Route> run_event_routes() { return kRoutes; }

}  // namespace crosswalk::api
