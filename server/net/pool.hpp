// Kept connections, per origin, last used first. Safe from every thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "net/channel.hpp"

namespace crosswalk::net {

class Pool {
 public:
  Pool(std::size_t per_origin_max, std::size_t all_max, std::chrono::milliseconds keep_limit)
      : per_origin_max_(per_origin_max), all_max_(all_max), keep_limit_(keep_limit) {}

  // One that is still open and quiet, or nothing. Those too old are closed on the way.
  std::unique_ptr<Channel> take(const Origin& origin);
  void keep(const Origin& origin, std::unique_ptr<Channel> channel);

 private:
  struct Kept {
    Origin origin;
    std::unique_ptr<Channel> channel;
    std::chrono::steady_clock::time_point since;
  };
  std::size_t per_origin_max_;
  std::size_t all_max_;
  std::chrono::milliseconds keep_limit_;
  std::mutex mutex_;
  std::vector<Kept> kept_;  // guarded by mutex_; oldest first
};

}  // namespace crosswalk::net
