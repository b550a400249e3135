// Jobs for the threads that own a connection. A coroutine hands a job in and resumes on its own
// executor once the job is done (for writes: committed). The queue is bounded: a full one answers
// Error{unavailable, "storeBusy"} at once. A job that is in the queue always runs, also when the
// coroutine is cancelled meanwhile.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "runtime/task.hpp"
#include "store/sqlite/database.hpp"

namespace crosswalk::store::sqlite {

struct Job {
  // An Error undoes what this job wrote, and nothing else.
  std::function<std::optional<Error>(Database&)> work;
  std::function<void()> resume;
  std::optional<Error> failure;

  void run(Database& database);  // turns what is thrown into `failure`
  // Resumes the coroutine, once. Nothing of it is held afterwards: a job that lingers must not keep
  // the coroutine's executor at work.
  void finish() { std::exchange(resume, nullptr)(); }
};

class JobQueue {
 public:
  explicit JobQueue(std::size_t jobs_max) : jobs_max_(jobs_max) {}

  // For coroutines.
  boost::asio::awaitable<void> run(std::shared_ptr<Job> job);

  // For the threads: waits for work; up to `most` jobs; empty once closed and drained.
  std::vector<std::shared_ptr<Job>> take(std::size_t most);
  void close();
  [[nodiscard]] std::size_t size();

 private:
  bool add(std::shared_ptr<Job> job);

  const std::size_t jobs_max_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::deque<std::shared_ptr<Job>> jobs_;
  bool closed_ = false;
};

// A typed answer: `work` takes Database& and answers Result<T>.
template <class T, class Work>
Task<T> submit(JobQueue& queue, Work work) {
  auto answer = std::make_shared<std::optional<Result<T>>>();
  auto job = std::make_shared<Job>();
  job->work = [answer, work = std::move(work)](Database& database) mutable -> std::optional<Error> {
    answer->emplace(work(database));
    if (!**answer) return (**answer).error();
    return std::nullopt;
  };
  co_await queue.run(job);
  if (job->failure) co_return std::move(*job->failure);
  co_return std::move(**answer);
}

}  // namespace crosswalk::store::sqlite
