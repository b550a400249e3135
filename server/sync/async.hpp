// Two ways of doing things at once on one executor: Started, a task that runs while the caller goes
// on, and Flights, a bounded number of tasks of which the first failure counts. Both must be waited
// for before what their tasks refer to goes away.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "runtime/task.hpp"

namespace crosswalk::sync {

// A task that was begun and whose result is fetched later, once.
template <class T>
class Started {
 public:
  Started() = default;
  Started(boost::asio::any_io_executor executor, Task<T> task)
      : state_(std::make_shared<State>(executor)) {
    boost::asio::co_spawn(executor, run(state_, std::move(task)), boost::asio::detached);
  }

  [[nodiscard]] bool begun() const { return state_ != nullptr; }

  Task<T> result() {
    const auto state = std::exchange(state_, nullptr);
    while (!state->done)
      co_await state->finished.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    if (state->broken) std::rethrow_exception(state->broken);
    co_return std::move(*state->result);
  }

 private:
  struct State {
    explicit State(boost::asio::any_io_executor executor)
        : finished(executor, boost::asio::steady_timer::time_point::max()) {}
    boost::asio::steady_timer finished;
    std::optional<Result<T>> result;
    std::exception_ptr broken;
    bool done = false;
  };

  static boost::asio::awaitable<void> run(std::shared_ptr<State> state, Task<T> task) {
    try {
      state->result.emplace(co_await std::move(task));
    } catch (...) {
      state->broken = std::current_exception();
    }
    state->done = true;
    state->finished.cancel();
  }

  std::shared_ptr<State> state_;
};

class Flights {
 public:
  Flights(boost::asio::any_io_executor executor, std::size_t at_once);

  // Waits for a place, then begins the task. After a failure nothing more is begun; the failure is
  // answered here and by land().
  Task<void> begin(Task<void> task);
  // Waits for all that was begun: the first failure, or nothing.
  Task<void> land();

 private:
  struct State;
  static boost::asio::awaitable<void> run(std::shared_ptr<State> state, Task<void> task);

  boost::asio::any_io_executor executor_;
  std::shared_ptr<State> state_;
};

}  // namespace crosswalk::sync
