// Time as a parameter, so that a simulation can own it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

namespace crosswalk::runtime {

using Stamp = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Stamp now() const = 0;
  virtual std::chrono::steady_clock::time_point steady() const = 0;
  virtual boost::asio::awaitable<void> sleep(std::chrono::milliseconds duration) = 0;
};

}  // namespace crosswalk::runtime
