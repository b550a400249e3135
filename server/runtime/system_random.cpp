#include "runtime/system_random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <system_error>

namespace crosswalk::runtime {

void SystemRandom::fill(std::span<std::byte> out) {
  while (!out.empty()) {
    const ssize_t taken = ::getrandom(out.data(), out.size(), 0);
    if (taken > 0) {
      out = out.subspan(static_cast<std::size_t>(taken));
    } else if (errno != EINTR) {
      throw std::system_error(errno, std::generic_category(), "getrandom");
    }
  }
}

}  // namespace crosswalk::runtime
