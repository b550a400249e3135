#include "sync/progress.hpp"

#include "sync/documents.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::chrono::seconds kKeepEvery{1};

}  // namespace

Progress::Progress(Parts& parts, std::string tenant, store::RunRow row)
    : parts_(parts), tenant_(std::move(tenant)), row_(std::move(row)) {}

void Progress::publish() {
  told_at_ = parts_.clock.steady();
  parts_.events.publish(tenant_, row_.id, "progress", write_run(row_, parts_.clock.now()));
}

Task<void> Progress::enter(store::RunPhase phase) {
  if (row_.phase != phase) {
    row_.phase = phase;
    publish();
  }
  co_return co_await tell();
}

Task<void> Progress::tell() {
  const auto now = parts_.clock.steady();
  if (now - told_at_ >= parts_.limits.progress_every) publish();
  if (now - kept_at_ < kKeepEvery) co_return Result<void>();
  kept_at_ = now;
  co_return co_await parts_.store.runs().update(tenant_, row_);
}

void Progress::tell_issues(const std::vector<store::IssueRow>& issues) {
  for (const store::IssueRow& issue : issues)
    parts_.events.publish(tenant_, row_.id, "issue", write_issue(issue));
}

}  // namespace crosswalk::sync
