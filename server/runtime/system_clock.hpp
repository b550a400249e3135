// The machine's own clock and timers.
#pragma once

#include "runtime/clock.hpp"

namespace crosswalk::runtime {

class SystemClock final : public Clock {
 public:
  Stamp now() const override;
  std::chrono::steady_clock::time_point steady() const override;
  // Ends early, without an exception, when the waiting coroutine is cancelled.
  boost::asio::awaitable<void> sleep(std::chrono::milliseconds duration) override;
};

}  // namespace crosswalk::runtime
