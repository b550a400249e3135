// The threads that own the connections: one writer, a few readers. The writer commits several
// waiting jobs together (each in a savepoint of its own, so that one refusal undoes nobody else's
// work): a commit costs a disk flush, however much is in it. After a commit it writes the log back
// into the database when the log has grown; no other connection ever does (SQLite before 3.51.3 can
// damage the file otherwise).
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "store/sqlite/database.hpp"
#include "store/sqlite/job_queue.hpp"

namespace crosswalk::store::sqlite {

class Writer {
 public:
  struct Options {
    std::size_t jobs_max;
    std::size_t checkpoint_pages;
    bool check_first;  // after an unclean stop: writes wait until the file has been checked
  };
  // Takes over a migrated connection.
  Writer(std::unique_ptr<Database> database, Options options);
  ~Writer();  // finishes what is queued, writes the log back

  JobQueue& queue() { return queue_; }
  // What an unclean stop's check found; empty when the file is good or is still being checked.
  [[nodiscard]] std::optional<std::string> damage() const;
  [[nodiscard]] bool checking() const { return checking_.load(); }
  [[nodiscard]] std::size_t log_pages() const { return log_pages_.load(); }

 private:
  void work();
  void check_file();
  void commit_together(std::vector<std::shared_ptr<Job>>& jobs);
  void checkpoint();

  std::unique_ptr<Database> database_;
  const Options options_;
  JobQueue queue_;
  std::atomic<std::size_t> log_pages_{0};
  std::atomic<bool> checking_;
  std::atomic<bool> damaged_{false};
  std::string damage_;  // written before damaged_ is set
  std::thread thread_;
};

class Readers {
 public:
  Readers(const std::filesystem::path& file, std::size_t threads, std::size_t jobs_max);
  ~Readers();

  JobQueue& queue() { return queue_; }

 private:
  void work(Database& database);

  JobQueue queue_;
  std::vector<std::unique_ptr<Database>> databases_;
  std::vector<std::thread> threads_;
};

// What every resource gets.
struct Access {
  Writer& writer;
  Readers& readers;

  template <class T, class Work>
  Task<T> write(Work work) {
    return submit<T>(writer.queue(), std::move(work));
  }
  template <class T, class Work>
  Task<T> read(Work work) {
    return submit<T>(readers.queue(), std::move(work));
  }
};

}  // namespace crosswalk::store::sqlite
