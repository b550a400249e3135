#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <span>
#include <string>

#include "vault/seal.hpp"
#include "vault/tokens.hpp"
#include "vault/vault.hpp"

namespace crosswalk::vault {

namespace {

class File {
 public:
  File(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : handle_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (handle_ >= 0) ::close(handle_);
  }
  [[nodiscard]] int handle() const { return handle_; }
  [[nodiscard]] bool good() const { return handle_ >= 0; }

 private:
  int handle_;
};

Error key_error(ErrorKind kind, std::string code, const std::filesystem::path& path,
                std::string message) {
  Error error;
  error.kind = kind;
  error.code = std::move(code);
  error.path = path.string();
  error.message = std::move(message);
  return error;
}

Error unreadable(const std::filesystem::path& path, int error) {
  return key_error(ErrorKind::unreadable, "vaultKey", path,
                   std::string("The vault's key file cannot be used: ") + std::strerror(error));
}

// Written beside and linked into place: the file appears whole or not at all, and a file that
// another process made meanwhile is never replaced.
Result<void> create_key_file(const std::filesystem::path& path, runtime::Random& random) {
  std::string key(kKeyBytes, '\0');
  random.fill(std::as_writable_bytes(std::span(key)));
  const std::filesystem::path draft =
      path.string() + "." + std::to_string(::getpid()) + random_id(".", random);
  int error = 0;
  {
    const File file(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (!file.good()) {
      error = errno;
    } else if (::write(file.handle(), key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
               ::fsync(file.handle()) != 0) {
      error = errno != 0 ? errno : EIO;
    }
  }
  observe::wipe(key);
  if (error == 0 && ::link(draft.c_str(), path.c_str()) != 0 && errno != EEXIST) error = errno;
  ::unlink(draft.c_str());
  const File folder(path.parent_path(), O_RDONLY | O_DIRECTORY);
  if (error == 0 && (!folder.good() || ::fsync(folder.handle()) != 0)) error = errno;
  if (error != 0) return unreadable(path, error);
  return {};
}

}  // namespace

Result<observe::Secret> read_key_file(const std::filesystem::path& data, bool create,
                                      runtime::Random& random) {
  const auto path = data / "vault.key";
  std::error_code ignored;
  if (create && !std::filesystem::exists(std::filesystem::symlink_status(path, ignored))) {
    if (auto created = create_key_file(path, random); !created) return std::move(created.error());
  }
  const File file(path, O_RDONLY | O_NOFOLLOW);
  if (!file.good()) return unreadable(path, errno);
  struct stat status {};
  if (::fstat(file.handle(), &status) != 0) return unreadable(path, errno);
  if (!S_ISREG(status.st_mode))
    return key_error(ErrorKind::bad_input, "vaultKey", path,
                     "The vault's key must be a plain file.");
  if ((status.st_mode & 077) != 0 || status.st_uid != ::geteuid())
    return key_error(ErrorKind::forbidden, "vaultKeyMode", path,
                     "The vault's key file must belong to the server's user and be closed to all "
                     "others (chmod 600).");
  std::string key(kKeyBytes + 1, '\0');
  const ssize_t size = ::read(file.handle(), key.data(), key.size());
  if (size != static_cast<ssize_t>(kKeyBytes)) {
    observe::wipe(key);
    return key_error(ErrorKind::bad_input, "vaultKey", path,
                     "The vault's key file must hold exactly 32 bytes.");
  }
  key.resize(kKeyBytes);
  if (key == std::string(kKeyBytes, key[0])) {
    return key_error(ErrorKind::bad_input, "vaultKey", path,
                     "The vault's key file holds one repeated byte, which is no key.");
  }
  return observe::Secret(std::move(key));
}

}  // namespace crosswalk::vault
