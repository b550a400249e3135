// What the benchmark programs share: the file of a text, and the times of a work's rounds.
#pragma once

#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace crosswalk::bench {

inline std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Milliseconds of each round. The first rounds, which fill the caches, are not among them.
template <class Work>
std::vector<double> times_ms(int rounds, Work&& work) {
  constexpr int kWarmUp = 5;
  std::vector<double> times;
  for (int round = -kWarmUp; round < rounds; ++round) {
    const auto started = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - started;
    if (round >= 0) times.push_back(taken.count());
  }
  return times;
}

}  // namespace crosswalk::bench
