#include "store/sqlite/job_queue.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "store/failure.hpp"

namespace crosswalk::store::sqlite {

namespace asio = boost::asio;

void Job::run(Database& database) {
  try {
    failure = work(database);
  } catch (const SqlFailure& thrown) {
    failure = to_error(thrown);
  } catch (const std::exception& thrown) {
    failure = store::failure(ErrorKind::internal, "store", {},
                             std::string("The store failed: ") + thrown.what());
  }
}

bool JobQueue::add(std::shared_ptr<Job> job) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || jobs_.size() >= jobs_max_) return false;
    jobs_.push_back(std::move(job));
  }
  filled_.notify_one();
  return true;
}

asio::awaitable<void> JobQueue::run(std::shared_ptr<Job> job) {
  auto initiate = [this, job](auto handler) {
    auto home = asio::prefer(asio::get_associated_executor(handler),
                             asio::execution::outstanding_work.tracked);
    auto kept = std::make_shared<decltype(handler)>(std::move(handler));
    job->resume = [home, kept] { asio::post(home, std::move(*kept)); };
    if (add(job)) return;
    job->failure = store::failure(ErrorKind::unavailable, "storeBusy", {},
                                  "Too much is waiting for the store; try again.");
    job->finish();
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate,
                                                                       asio::use_awaitable);
}

std::vector<std::shared_ptr<Job>> JobQueue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
  std::vector<std::shared_ptr<Job>> taken;
  while (!jobs_.empty() && taken.size() < most) {
    taken.push_back(std::move(jobs_.front()));
    jobs_.pop_front();
  }
  return taken;
}

void JobQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  filled_.notify_all();
}

std::size_t JobQueue::size() {
  const std::lock_guard lock(mutex_);
  return jobs_.size();
}

}  // namespace crosswalk::store::sqlite
