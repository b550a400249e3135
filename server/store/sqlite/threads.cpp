#include "store/sqlite/threads.hpp"

namespace crosswalk::store::sqlite {

namespace {

constexpr std::size_t kJobsPerCommitMax = 64;

int note_log_pages(void* pages, sqlite3*, const char*, int count) {
  static_cast<std::atomic<std::size_t>*>(pages)->store(static_cast<std::size_t>(count));
  return SQLITE_OK;
}

void roll_back(Database& database) {
  try {
    if (database.in_transaction()) database.script("ROLLBACK");
  } catch (const SqlFailure&) {
    // A transaction that a failure has already ended cannot be rolled back again.
  }
}

}  // namespace

Writer::Writer(std::unique_ptr<Database> database, Options options)
    : database_(std::move(database)),
      options_(options),
      queue_(options.jobs_max),
      checking_(options.check_first) {
  sqlite3_wal_hook(database_->raw(), note_log_pages, &log_pages_);
  thread_ = std::thread([this] { work(); });
}

Writer::~Writer() {
  queue_.close();
  thread_.join();
}

std::optional<std::string> Writer::damage() const {
  return damaged_.load() ? std::optional(damage_) : std::nullopt;
}

void Writer::work() {
  if (options_.check_first) check_file();
  for (auto jobs = queue_.take(kJobsPerCommitMax); !jobs.empty();
       jobs = queue_.take(kJobsPerCommitMax)) {
    commit_together(jobs);
    for (const auto& job : jobs) job->finish();
    jobs.clear();
    checkpoint();
  }
  sqlite3_wal_checkpoint_v2(database_->raw(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                            nullptr);
}

void Writer::check_file() {
  try {
    auto query = database_->query("PRAGMA quick_check(1)");
    if (query.next() && query.view(0) != "ok") damage_ = query.text(0);
  } catch (const SqlFailure& failure) {
    damage_ = failure.message;
  }
  damaged_ = !damage_.empty();
  checking_ = false;
}

void Writer::commit_together(std::vector<std::shared_ptr<Job>>& jobs) {
  if (damaged_) {
    for (const auto& job : jobs) job->failure = to_error(SqlFailure(SQLITE_CORRUPT, damage_));
    return;
  }
  try {
    database_->execute("BEGIN IMMEDIATE");
    for (const auto& job : jobs) {
      database_->execute("SAVEPOINT job");
      job->run(*database_);
      // A full disk or a lost file ends the whole transaction by itself.
      if (!database_->in_transaction()) throw SqlFailure(SQLITE_FULL, "transaction lost");
      if (job->failure) database_->execute("ROLLBACK TO job");
      database_->execute("RELEASE job");
    }
    database_->execute("COMMIT");
  } catch (const SqlFailure& failure) {
    roll_back(*database_);
    for (const auto& job : jobs)
      if (!job->failure) job->failure = to_error(failure);
  }
}

void Writer::checkpoint() {
  const std::size_t pages = log_pages_.load();
  if (pages < options_.checkpoint_pages) return;
  // Readers that stay may keep the log from starting over; a log that has grown far is then cut
  // with more force, which waits for them.
  const bool force = pages > 32 * options_.checkpoint_pages;
  int log = 0;
  int done = 0;
  sqlite3_wal_checkpoint_v2(database_->raw(), nullptr,
                            force ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE, &log,
                            &done);
}

Readers::Readers(const std::filesystem::path& file, std::size_t threads, std::size_t jobs_max)
    : queue_(jobs_max) {
  for (std::size_t i = 0; i < threads; ++i)
    databases_.push_back(std::make_unique<Database>(file, Database::Use::read));
  for (const auto& database : databases_)
    threads_.emplace_back([this, &connection = *database] { work(connection); });
}

Readers::~Readers() {
  queue_.close();
  for (auto& thread : threads_) thread.join();
}

void Readers::work(Database& database) {
  for (auto jobs = queue_.take(1); !jobs.empty(); jobs = queue_.take(1)) {
    auto& job = *jobs.front();
    try {
      database.execute("BEGIN");
      job.run(database);
      database.execute("COMMIT");
    } catch (const SqlFailure& failure) {
      if (!job.failure) job.failure = to_error(failure);
    }
    roll_back(database);
    job.finish();
    jobs.clear();  // what waits for the next job must not keep this one's executor at work
  }
}

}  // namespace crosswalk::store::sqlite
