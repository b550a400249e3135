// Runs a Task to its end on an io_context of its own, and folders that vanish with their test.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"

namespace crosswalk::store::test {

template <class T>
Result<T> wait_for(Task<T> task) {
  boost::asio::io_context context;
  std::optional<Result<T>> answer;
  auto kept = [&]() -> boost::asio::awaitable<void> { answer.emplace(co_await std::move(task)); };
  boost::asio::co_spawn(context, kept, [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
  context.run();
  return std::move(*answer);
}

inline runtime::Stamp at(long long milliseconds) {
  return runtime::Stamp(std::chrono::milliseconds(1'700'000'000'000 + milliseconds));
}

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "crosswalk-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace crosswalk::store::test
