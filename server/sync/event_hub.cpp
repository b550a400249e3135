#include "sync/event_hub.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace crosswalk::sync {
namespace asio = boost::asio;

struct EventHub::Ring {
  explicit Ring(asio::any_io_executor executor_in) : executor(std::move(executor_in)) {}

  void push(std::size_t events_max, std::string_view name, std::string data) {
    if (events.size() == events_max) events.pop_front();
    events.push_back({.id = ++last_id, .name = std::string(name), .data = std::move(data)});
    wake();
  }
  void wake() {
    for (asio::steady_timer* waiter : waiters) waiter->cancel();
  }

  std::deque<Event> events;
  std::uint64_t last_id = 0;
  bool ended = false;
  asio::any_io_executor executor;
  std::vector<asio::steady_timer*> waiters;  // each in the frame of a listener that waits
};

struct EventHub::Impl {
  using Name = std::pair<std::string, std::string>;

  std::shared_ptr<Ring> find(std::string_view tenant, std::string_view run) {
    const auto at = rings.find(Name(tenant, run));
    return at == rings.end() ? nullptr : at->second;
  }

  std::shared_ptr<Ring> find_or_make(std::string_view tenant, std::string_view run) {
    Name name(tenant, run);
    auto& ring = rings[name];
    if (!ring) {
      ring = std::make_shared<Ring>(executor);
      order.push_back(name);
      forget_old();
    }
    return rings[name];
  }

  // Rings of runs that go on are few (one per sync that runs) and never forgotten.
  void forget_old() {
    for (auto at = order.begin(); rings.size() > options.runs_max && at != order.end();) {
      const auto ring = rings.find(*at);
      if (ring != rings.end() && !ring->second->ended) {
        ++at;
        continue;
      }
      if (ring != rings.end()) rings.erase(ring);
      at = order.erase(at);
    }
  }

  asio::any_io_executor executor;
  Options options;
  std::map<Name, std::shared_ptr<Ring>> rings;
  std::deque<Name> order;
};

struct EventHub::Subscription::State {
  std::shared_ptr<Ring> ring;
  std::uint64_t told = 0;  // id of the latest event that was handed out
};

EventHub::EventHub(asio::any_io_executor executor) : EventHub(executor, Options()) {}
EventHub::EventHub(asio::any_io_executor executor, Options options)
    : impl_(std::make_unique<Impl>(Impl{executor, options, {}, {}})) {}
EventHub::~EventHub() = default;

void EventHub::open(std::string_view tenant, std::string_view run) {
  impl_->find_or_make(tenant, run);
}

void EventHub::publish(std::string_view tenant, std::string_view run, std::string_view name,
                       std::string data) {
  const auto ring = impl_->find_or_make(tenant, run);
  if (!ring->ended) ring->push(impl_->options.events_max, name, std::move(data));
}

void EventHub::end(std::string_view tenant, std::string_view run, std::string data) {
  const auto ring = impl_->find_or_make(tenant, run);
  if (ring->ended) return;
  ring->ended = true;
  ring->push(impl_->options.events_max, "end", std::move(data));
}

void EventHub::close_all() {
  for (const auto& [name, ring] : impl_->rings) {
    ring->ended = true;
    ring->wake();
  }
}

EventHub::Subscription EventHub::subscribe(std::string_view tenant, std::string_view run,
                                           std::uint64_t last_event_id) {
  Subscription subscription;
  subscription.state_ = std::make_shared<Subscription::State>(
      Subscription::State{impl_->find(tenant, run), last_event_id});
  return subscription;
}

bool EventHub::Subscription::alive() const {
  const auto& ring = state_->ring;
  return ring && (!ring->ended || state_->told < ring->last_id);
}

asio::awaitable<std::optional<Event>> EventHub::Subscription::next(
    std::chrono::milliseconds patience) {
  const auto state = state_;
  if (!state->ring) co_return std::nullopt;
  Ring& ring = *state->ring;
  // An id from another life of the run (the server was started anew): tell everything.
  if (state->told > ring.last_id) state->told = 0;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (state->told == ring.last_id) {
    if (ring.ended || std::chrono::steady_clock::now() >= deadline) co_return std::nullopt;
    // Each listener waits on a timer of its own, so that its patience is its own too.
    asio::steady_timer own(ring.executor, deadline);
    ring.waiters.push_back(&own);
    co_await own.async_wait(asio::as_tuple(asio::use_awaitable));
    std::erase(ring.waiters, &own);
    if ((co_await asio::this_coro::cancellation_state).cancelled() != asio::cancellation_type::none)
      co_return std::nullopt;
  }
  const auto at = std::find_if(ring.events.begin(), ring.events.end(),
                               [&](const Event& event) { return event.id > state->told; });
  state->told = at->id;
  co_return *at;
}

}  // namespace crosswalk::sync
