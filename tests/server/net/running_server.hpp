// The real server on a free port of loopback, with a context that runs on a thread of its own.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <future>
#include <thread>
#include <utility>

#include "net/server.hpp"

namespace crosswalk::net::testing {

class RunningServer {
 public:
  explicit RunningServer(Handler handler, ServerOptions options = {})
      : work_(boost::asio::make_work_guard(context_)),
        server_(context_, std::move(options), std::move(handler)) {
    auto bound = server_.listen("127.0.0.1", 0);
    if (!bound) {
      ADD_FAILURE() << bound.error().message;
      return;
    }
    port_ = *bound;
    thread_ = std::thread([this] { context_.run(); });
  }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;
  ~RunningServer() {
    if (!thread_.joinable()) return;
    drain(std::chrono::milliseconds(0)).wait();
    work_.reset();
    context_.stop();
    thread_.join();
  }

  std::future<void> drain(std::chrono::milliseconds limit) {
    auto draining = server_.drain(limit);
    return boost::asio::co_spawn(context_, std::move(draining), boost::asio::use_future);
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] ServerCounts counts() const { return server_.counts(); }

 private:
  boost::asio::io_context context_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  Server server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

// Polls what another thread brings about, for at most five seconds.
template <class Condition>
bool eventually(Condition condition) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace crosswalk::net::testing
