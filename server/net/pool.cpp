#include "net/pool.hpp"

#include <algorithm>
#include <utility>

namespace crosswalk::net {

std::unique_ptr<Channel> Pool::take(const Origin& origin) {
  const auto oldest = std::chrono::steady_clock::now() - keep_limit_;
  std::lock_guard lock(mutex_);
  std::erase_if(kept_, [&](const Kept& kept) { return kept.since < oldest; });
  for (std::size_t i = kept_.size(); i-- > 0;) {
    if (!(kept_[i].origin == origin)) continue;
    auto channel = std::move(kept_[i].channel);
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(i));
    if (channel->is_quiet()) return channel;
  }
  return nullptr;
}

void Pool::keep(const Origin& origin, std::unique_ptr<Channel> channel) {
  std::lock_guard lock(mutex_);
  const auto of_origin = [&](const Kept& kept) { return kept.origin == origin; };
  const auto count = std::count_if(kept_.begin(), kept_.end(), of_origin);
  if (static_cast<std::size_t>(count) >= per_origin_max_) {
    kept_.erase(std::find_if(kept_.begin(), kept_.end(), of_origin));
  } else if (kept_.size() >= all_max_) {
    kept_.erase(kept_.begin());
  }
  Kept kept;
  kept.origin = origin;
  kept.channel = std::move(channel);
  kept.since = std::chrono::steady_clock::now();
  kept_.push_back(std::move(kept));
}

}  // namespace crosswalk::net
