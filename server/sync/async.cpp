#include "sync/async.hpp"

namespace crosswalk::sync {
namespace asio = boost::asio;

struct Flights::State {
  State(asio::any_io_executor executor, std::size_t at_once)
      : changed(executor, asio::steady_timer::time_point::max()), places(at_once) {}
  asio::steady_timer changed;  // cancelled whenever a task ends
  std::size_t places;
  std::size_t under_way = 0;
  std::optional<Error> failure;
  std::exception_ptr broken;
};

Flights::Flights(asio::any_io_executor executor, std::size_t at_once)
    : executor_(executor), state_(std::make_shared<State>(executor, at_once)) {}

asio::awaitable<void> Flights::run(std::shared_ptr<State> state, Task<void> task) {
  try {
    auto done = co_await std::move(task);
    if (!done && !state->failure) state->failure = done.error();
  } catch (...) {
    if (!state->broken) state->broken = std::current_exception();
  }
  --state->under_way;
  state->changed.cancel();
}

Task<void> Flights::begin(Task<void> task) {
  while (state_->under_way == state_->places && !state_->failure && !state_->broken)
    co_await state_->changed.async_wait(asio::as_tuple(asio::use_awaitable));
  if (state_->broken) co_return co_await land();
  if (state_->failure) co_return *state_->failure;
  ++state_->under_way;
  asio::co_spawn(executor_, run(state_, std::move(task)), asio::detached);
  co_return Result<void>();
}

Task<void> Flights::land() {
  while (state_->under_way > 0)
    co_await state_->changed.async_wait(asio::as_tuple(asio::use_awaitable));
  if (state_->broken) std::rethrow_exception(state_->broken);
  if (state_->failure) co_return *state_->failure;
  co_return Result<void>();
}

}  // namespace crosswalk::sync
