#include "cli/server_process.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <future>
#include <optional>
#include <string>

#include "server/store/wait_for.hpp"
#include "server/store/write_lock.hpp"

namespace crosswalk::cli {
namespace {

// Nobody waits for the write that forgets expired sessions. Its answer comes after the server has
// stopped; a sanitizer or valgrind sees where it goes.
TEST(ServerProcess, EndsWhileTheStoreIsStillAtWork) {
  const store::test::TemporaryFolder folder;
  ServeOptions options;
  options.data = folder.path() / "data";
  options.listen = "127.0.0.1:0";
  auto process = ServerProcess::open(options);
  ASSERT_TRUE(process) << process.error().message;
  std::optional<store::test::WriteLock> lock(std::in_place,
                                             folder.path() / "data" / "crosswalk.db");
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
