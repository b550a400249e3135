#include "store/sqlite/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "store/failure.hpp"

namespace crosswalk::store::sqlite {

namespace {

constexpr std::string_view kOpenMark = "open\n";

Error folder_error(const std::filesystem::path& path, int error) {
  return failure(ErrorKind::unreadable, "dataFolder", path.string(),
                 std::string("The data folder cannot be used: ") + std::strerror(error));
}

}  // namespace

Result<std::unique_ptr<DataFolder>> DataFolder::take(const std::filesystem::path& folder) {
  std::error_code ignored;
  if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), ignored);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return folder_error(folder, errno);

  const auto file = folder / "crosswalk.lock";
  const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return folder_error(file, errno);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    ::close(lock);
    if (error != EWOULDBLOCK) return folder_error(file, error);
    return failure(ErrorKind::conflict, "dataInUse", folder.string(),
                   "Another Crosswalk server works with this data folder.");
  }
  struct stat status {};
  const bool was_unclean = ::fstat(lock, &status) == 0 && status.st_size > 0;
  if (!was_unclean) {
    const auto written = ::pwrite(lock, kOpenMark.data(), kOpenMark.size(), 0);
    if (written != static_cast<ssize_t>(kOpenMark.size()) || ::fsync(lock) != 0) {
      const int error = errno;
      ::close(lock);
      return folder_error(file, error);
    }
  }
  return std::unique_ptr<DataFolder>(new DataFolder(folder, lock, was_unclean));
}

DataFolder::DataFolder(std::filesystem::path folder, int lock, bool was_unclean)
    : folder_(std::move(folder)), lock_(lock), was_unclean_(was_unclean) {}

DataFolder::~DataFolder() {
  // A mark that stays only makes the next start check the file.
  if (::ftruncate(lock_, 0) == 0) ::fsync(lock_);
  ::close(lock_);
}

}  // namespace crosswalk::store::sqlite
