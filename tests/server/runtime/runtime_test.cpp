#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <csignal>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include "runtime/offload.hpp"
#include "runtime/shutdown.hpp"
#include "runtime/system_clock.hpp"
#include "runtime/system_random.hpp"
#include "runtime/with_timeout.hpp"

namespace crosswalk::runtime {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

template <class T>
asio::awaitable<void> keep(asio::awaitable<T> coroutine, std::optional<T>* value) {
  value->emplace(co_await std::move(coroutine));
}

// Runs the coroutine to its end on this thread.
template <class T>
T run(asio::io_context& context, asio::awaitable<T> coroutine) {
  std::optional<T> value;
  auto future = asio::co_spawn(context, keep(std::move(coroutine), &value), asio::use_future);
  context.run();
  future.get();
  return std::move(*value);
}

void run(asio::io_context& context, asio::awaitable<void> coroutine) {
  auto future = asio::co_spawn(context, std::move(coroutine), asio::use_future);
  context.run();
  future.get();
}

Error failure(ErrorKind kind, std::string code) {
  Error error;
  error.kind = kind;
  error.code = std::move(code);
  return error;
}

Task<int> answer_after(std::chrono::milliseconds time, int value, bool* ended) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  auto [code] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  if (ended != nullptr) *ended = true;
  if (code) co_return failure(ErrorKind::unavailable, "cut");
  co_return value;
}

Task<int> refuse() { co_return failure(ErrorKind::conflict, "no"); }

Task<int> throw_after(std::chrono::milliseconds time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(asio::use_awaitable);
  throw std::runtime_error("a bug");
}

TEST(WithTimeout, GivesTheResultOfAnOperationThatEndsInTime) {
  asio::io_context context;
  const auto from = std::chrono::steady_clock::now();
  const auto result = run(context, with_timeout(answer_after(1ms, 7, nullptr), 1h));
  EXPECT_EQ(*result, 7);
  EXPECT_LT(std::chrono::steady_clock::now() - from, 5s);
}

TEST(WithTimeout, GivesTheErrorOfAnOperationThatFails) {
  asio::io_context context;
  EXPECT_EQ(run(context, with_timeout(refuse(), 1h)).error().code, "no");
}

TEST(WithTimeout, SaysTimedOutAfterTheOperationHasStopped) {
  asio::io_context context;
  bool ended = false;
  const auto result = run(context, with_timeout(answer_after(1h, 7, &ended), 5ms));
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().kind, ErrorKind::timeout);
  EXPECT_EQ(result.error().code, "timedOut");
  EXPECT_TRUE(ended);
}

TEST(WithTimeout, LetsExceptionsThroughAtOnce) {
  asio::io_context context;
  const auto from = std::chrono::steady_clock::now();
  EXPECT_THROW(run(context, with_timeout(throw_after(1ms), 1h)), std::runtime_error);
  EXPECT_LT(std::chrono::steady_clock::now() - from, 5s);
}

asio::awaitable<std::thread::id> thread_of(asio::thread_pool& pool, std::thread::id* back) {
  auto work = [] { return std::this_thread::get_id(); };
  const auto id = co_await offload(pool, work);
  *back = std::this_thread::get_id();
  co_return id;
}

TEST(Offload, RunsOnThePoolAndResumesAtHome) {
  asio::io_context context;
  asio::thread_pool pool(1);
  std::thread::id back;
  EXPECT_NE(run(context, thread_of(pool, &back)), std::this_thread::get_id());
  EXPECT_EQ(back, std::this_thread::get_id());
}

asio::awaitable<Result<std::string>> offload_result(asio::thread_pool& pool) {
  auto work = []() -> Result<std::string> { return std::string("value"); };
  co_return co_await offload(pool, work);
}

asio::awaitable<void> offload_throw(asio::thread_pool& pool) {
  auto work = [] { throw std::runtime_error("lost database"); };
  co_await offload(pool, work);
}

TEST(Offload, PassesResultsAndExceptions) {
  asio::thread_pool pool(2);
  asio::io_context first;
  EXPECT_EQ(*run(first, offload_result(pool)), "value");
  asio::io_context second;
  EXPECT_THROW(run(second, offload_throw(pool)), std::runtime_error);
}

TEST(Shutdown, EndsEveryWaitOnceItIsRequested) {
  asio::io_context context;
  Shutdown shutdown;
  int ended = 0;
  for (int i = 0; i < 3; ++i) {
    asio::co_spawn(context, shutdown.wait(), [&](const std::exception_ptr&) { ++ended; });
  }
  std::thread other([&] { shutdown.request(); });
  other.join();
  shutdown.request();
  context.run();
  EXPECT_EQ(ended, 3);
  EXPECT_TRUE(shutdown.requested());
  asio::io_context later;
  run(later, shutdown.wait());
}

asio::awaitable<void> await_signal(Shutdown& shutdown, asio::io_context& context) {
  co_await shutdown.wait();
  context.stop();
}

TEST(Shutdown, FollowsSigterm) {
  asio::io_context context;
  Shutdown shutdown;
  shutdown.watch_signals(context);
  asio::co_spawn(context, await_signal(shutdown, context), asio::detached);
  std::raise(SIGTERM);
  context.run_for(5s);
  EXPECT_TRUE(shutdown.requested());
}

TEST(SystemClock, SleepsAtLeastAsLongAsAsked) {
  asio::io_context context;
  SystemClock clock;
  const auto from = clock.steady();
  run(context, clock.sleep(10ms));
  EXPECT_GE(clock.steady() - from, 10ms);
  EXPECT_GT(clock.now(), Stamp(std::chrono::sys_days(std::chrono::year(2020) / 1 / 1)));
}

TEST(SystemRandom, FillsEveryPartAndNeverTwiceTheSame) {
  SystemRandom random;
  std::array<std::byte, 1'024> one{};
  std::array<std::byte, 1'024> other{};
  random.fill(one);
  random.fill(other);
  EXPECT_NE(one, other);
  const auto is_zero = [](std::byte byte) { return byte == std::byte{0}; };
  EXPECT_FALSE(std::all_of(one.end() - 32, one.end(), is_zero));
  random.fill({});
}

}  // namespace
}  // namespace crosswalk::runtime
