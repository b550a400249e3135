// Every seed through its target, without libFuzzer: what once broke a reader must not again.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/targets.hpp"

namespace crosswalk::fuzz {
namespace {

std::vector<std::filesystem::path> seeds_of(std::string_view target) {
  const std::filesystem::path folder =
      std::filesystem::path(CROSSWALK_SOURCE_DIR) / "tests/fuzz/seeds" / target;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Replay : public testing::TestWithParam<NamedTarget> {};

TEST_P(Replay, BearsEverySeedAndEveryBeginningOfIt) {
  const auto seeds = seeds_of(GetParam().name);
  ASSERT_FALSE(seeds.empty());
  for (const auto& seed : seeds) {
    SCOPED_TRACE(seed.filename());
    const std::string text = content_of(seed);
    GetParam().run(text);
    const std::size_t step = std::max<std::size_t>(1, text.size() / 200);
    for (std::size_t end = 0; end < text.size(); end += step) {
      GetParam().run(std::string_view(text).substr(0, end));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Replay, testing::ValuesIn(kTargets),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace crosswalk::fuzz
