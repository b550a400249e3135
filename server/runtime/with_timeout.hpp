// with_timeout(operation, limit): the operation's own result, or Error{timeout, "timedOut"} when
// the limit passes first. The operation is then cancelled and waited for, so what it borrows stays
// valid; an operation that cannot be cancelled (name resolution, offload) therefore must not be
// given to it. An exception of the operation passes through. Cancelling the caller cancels both.
#pragma once

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <exception>
#include <optional>
#include <utility>

#include "runtime/task.hpp"

namespace crosswalk::runtime {

namespace detail {

template <class T>
boost::asio::awaitable<void> keep_result(Task<T> operation, std::optional<Result<T>>* result) {
  result->emplace(co_await std::move(operation));
}

}  // namespace detail

template <class T>
Task<T> with_timeout(Task<T> operation, std::chrono::milliseconds limit) {
  namespace asio = boost::asio;
  auto executor = co_await asio::this_coro::executor;
  asio::steady_timer timer(executor, limit);
  std::optional<Result<T>> result;
  auto kept = detail::keep_result<T>(std::move(operation), &result);
  auto group = asio::experimental::make_parallel_group(
      asio::co_spawn(executor, std::move(kept), asio::deferred), timer.async_wait(asio::deferred));
  auto [order, failure, timer_code] =
      co_await group.async_wait(asio::experimental::wait_for_one(), asio::use_awaitable);
  const bool ended_first = order[0] == 0;
  // Cancelled operations end in an error of their own, which is not the reason. One that got
  // through in the last moment has its result.
  if (result && (ended_first || result->has_value())) co_return std::move(*result);
  if (ended_first && failure) std::rethrow_exception(failure);
  co_return Error{.kind = ErrorKind::timeout,
                  .code = "timedOut",
                  .path = {},
                  .message = "The operation did not end in time.",
                  .salesforce_code = {}};
}

}  // namespace crosswalk::runtime
