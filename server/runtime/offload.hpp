// offload(pool, work): runs a blocking function (SQL, hashing, a big conversion) on a thread pool
// and resumes the coroutine on its own executor with what the function returned or threw. What was
// started always runs to its end, also when the caller is cancelled meanwhile.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace crosswalk::runtime {

namespace detail {

// Hands `work` to the pool; the completion is posted back to the waiting coroutine's executor.
template <class Work>
boost::asio::awaitable<void> run_on(boost::asio::thread_pool& pool, Work* work) {
  namespace asio = boost::asio;
  auto initiate = [work, &pool](auto handler) {
    auto home = asio::prefer(asio::get_associated_executor(handler),
                             asio::execution::outstanding_work.tracked);
    asio::post(pool, [work, home, handler = std::move(handler)]() mutable {
      (*work)();
      asio::post(home, std::move(handler));
    });
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate,
                                                                       asio::use_awaitable);
}

}  // namespace detail

template <class F>
auto offload(boost::asio::thread_pool& pool, F work)
    -> boost::asio::awaitable<std::invoke_result_t<F&>> {
  using Value = std::invoke_result_t<F&>;
  std::exception_ptr failure;
  if constexpr (std::is_void_v<Value>) {
    auto guarded = [&] {
      try {
        work();
      } catch (...) {
        failure = std::current_exception();
      }
    };
    co_await detail::run_on(pool, &guarded);
    if (failure) std::rethrow_exception(failure);
  } else {
    std::optional<Value> value;
    auto guarded = [&] {
      try {
        value.emplace(work());
      } catch (...) {
        failure = std::current_exception();
      }
    };
    co_await detail::run_on(pool, &guarded);
    if (failure) std::rethrow_exception(failure);
    co_return std::move(*value);
  }
}

}  // namespace crosswalk::runtime
