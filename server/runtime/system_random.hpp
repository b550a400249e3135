// The operating system's random generator (getrandom). Safe from every thread.
#pragma once

#include "runtime/random.hpp"

namespace crosswalk::runtime {

class SystemRandom final : public Random {
 public:
  // Throws std::system_error when the kernel has none to give: no secret is made from less.
  void fill(std::span<std::byte> out) override;
};

}  // namespace crosswalk::runtime
