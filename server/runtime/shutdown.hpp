// Shutdown: one "please end" that many wait for. Parts that must drain wait for it or ask it
// between steps. request() may be called from any thread and more than once; wait() is called on a
// strand or on a context that one thread runs.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <mutex>
#include <vector>

namespace crosswalk::runtime {

class Shutdown {
 public:
  Shutdown();
  ~Shutdown();
  Shutdown(const Shutdown&) = delete;
  Shutdown& operator=(const Shutdown&) = delete;

  void request();
  [[nodiscard]] bool requested() const { return requested_.load(); }
  // Ends at the request, at once when it was made before, or when the caller is cancelled.
  boost::asio::awaitable<void> wait();
  // SIGTERM and SIGINT become a request. A second signal ends the process at once, with status 130.
  void watch_signals(boost::asio::io_context& context);

 private:
  struct Waiter;
  struct Signals;
  std::atomic<bool> requested_ = false;
  std::mutex mutex_;
  std::vector<std::weak_ptr<Waiter>> waiters_;  // guarded by mutex_
  std::shared_ptr<Signals> signals_;
};

}  // namespace crosswalk::runtime
