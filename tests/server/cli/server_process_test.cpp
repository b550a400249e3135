#include "cli/server_process.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <chrono>
#include <csignal>
#include <future>
#include <optional>
#include <string>

#include "server/store/wait_for.hpp"

namespace crosswalk::cli {
namespace {

// Another program that writes the database: the store's writer waits for it in the middle of a job.
class WriteLock {
 public:
  explicit WriteLock(const std::filesystem::path& file) {
    EXPECT_EQ(sqlite3_open(file.c_str(), &database_), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  }
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;
  ~WriteLock() { sqlite3_close(database_); }

 private:
  sqlite3* database_ = nullptr;
};

// Nobody waits for the write that forgets expired sessions. Its answer comes after the server has
// stopped; a sanitizer or valgrind sees where it goes.
TEST(ServerProcess, EndsWhileTheStoreIsStillAtWork) {
  const store::test::TemporaryFolder folder;
  ServeOptions options;
  options.data = folder.path() / "data";
  options.listen = "127.0.0.1:0";
  auto process = ServerProcess::open(options);
  ASSERT_TRUE(process) << process.error().message;
  std::optional<WriteLock> lock(std::in_place, folder.path() / "data" / "crosswalk.db");
  ASSERT_EQ(std::raise(SIGTERM), 0);
  (*process)->run();
  auto ending = std::async(std::launch::async, [&] { process->reset(); });
  // All that does not wait for the store is gone by then; later it is the same again.
  EXPECT_EQ(ending.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
  lock.reset();
  ending.get();
  // Closed in order: the next start finds a clean file.
  EXPECT_EQ(std::filesystem::file_size(folder.path() / "data" / "crosswalk.lock"), 0U);
}

}  // namespace
}  // namespace crosswalk::cli
