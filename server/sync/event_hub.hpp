// What is told about runs while they go on: `progress`, `issue`, `end`. A bounded ring per run
// keeps the latest events, so that a listener who comes back with its Last-Event-ID misses nothing
// that is still in it. Publishing never waits for a listener. Used from coroutines of one executor.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace crosswalk::sync {

struct Event {
  std::uint64_t id = 0;  // grows by one within a run, from 1
  std::string name;      // progress, issue, end
  std::string data;      // one JSON document
};

class EventHub {
 public:
  struct Options {
    std::size_t events_max = 512;  // per run
    std::size_t runs_max = 256;    // rings kept; the oldest ended one goes first
  };

  class Subscription {
   public:
    // The next event, as soon as there is one; nothing when the run has ended and all was told, or
    // when `patience` passed (alive() tells which: send a comment and ask again).
    boost::asio::awaitable<std::optional<Event>> next(std::chrono::milliseconds patience);
    [[nodiscard]] bool alive() const;

   private:
    friend class EventHub;
    struct State;
    std::shared_ptr<State> state_;
  };

  explicit EventHub(boost::asio::any_io_executor executor);
  EventHub(boost::asio::any_io_executor executor, Options options);
  ~EventHub();

  // Events after `last_event_id` (0: all that the ring has). A run that nobody has published about
  // yet can be subscribed to; one whose ring is gone tells nothing and is not alive.
  Subscription subscribe(std::string_view tenant, std::string_view run,
                         std::uint64_t last_event_id);
  void open(std::string_view tenant, std::string_view run);
  void publish(std::string_view tenant, std::string_view run, std::string_view name,
               std::string data);
  void end(std::string_view tenant, std::string_view run, std::string data);
  void close_all();  // shutdown: every listener is told that it is over

 private:
  struct Ring;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk::sync
