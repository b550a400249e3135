// Random bytes as a parameter: the system's generator in the server, a seeded one in a simulation.
#pragma once

#include <cstddef>
#include <span>

namespace crosswalk::runtime {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::byte> out) = 0;
};

}  // namespace crosswalk::runtime
