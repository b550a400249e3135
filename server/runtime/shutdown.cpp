#include "runtime/shutdown.hpp"

#include <unistd.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <functional>

namespace crosswalk::runtime {

namespace asio = boost::asio;

// A timer that never fires by itself; its owner's executor moves its end to "now".
struct Shutdown::Waiter {
  explicit Waiter(const asio::any_io_executor& executor)
      : timer(executor, asio::steady_timer::time_point::max()) {}
  asio::steady_timer timer;
};

struct Shutdown::Signals {
  explicit Signals(asio::io_context& context) : set(context, SIGTERM, SIGINT) {}
  asio::signal_set set;
};

Shutdown::Shutdown() = default;

Shutdown::~Shutdown() = default;

void Shutdown::request() {
  std::vector<std::weak_ptr<Waiter>> waiting;
  {
    std::lock_guard lock(mutex_);
    if (requested_.exchange(true)) return;
    waiting.swap(waiters_);
  }
  for (const auto& weak : waiting) {
    if (auto waiter = weak.lock()) {
      asio::post(waiter->timer.get_executor(),
                 [waiter] { waiter->timer.expires_at(asio::steady_timer::time_point::min()); });
    }
  }
}

asio::awaitable<void> Shutdown::wait() {
  auto executor = co_await asio::this_coro::executor;
  auto waiter = std::make_shared<Waiter>(executor);
  {
    std::lock_guard lock(mutex_);
    if (requested_) co_return;
    std::erase_if(waiters_, [](const auto& weak) { return weak.expired(); });
    waiters_.push_back(waiter);
  }
  co_await waiter->timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

void Shutdown::watch_signals(asio::io_context& context) {
  signals_ = std::make_shared<Signals>(context);
  auto second = [](boost::system::error_code code, int) {
    if (!code) ::_exit(130);
  };
  signals_->set.async_wait([this, second](boost::system::error_code code, int) {
    if (code) return;
    request();
    signals_->set.async_wait(second);
  });
}

}  // namespace crosswalk::runtime
