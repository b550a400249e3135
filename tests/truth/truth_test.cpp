// The preview's verdict is the org's, row by row: a short form of `truth_bench`.
#include <gtest/gtest.h>

#include "truth/comparison.hpp"

namespace crosswalk::truth {
namespace {

constexpr std::uint64_t kSeed = 20'261'130;
constexpr std::size_t kMappings = 60, kFiles = 1;
constexpr double kRecallMin = 0.999, kFalseMax = 0.001;

TEST(PreviewsTruth, IsTheOrgsAnswerToTheSameRows) {
  Comparison comparison;
  for (std::size_t i = 0; i < kMappings; ++i) {
    const auto compared = compare(kSeed + i, kFiles, kRowsMax, comparison);
    ASSERT_TRUE(compared.has_value()) << kSeed + i << ": " << compared.error().message;
  }
  EXPECT_GE(comparison.recall(), kRecallMin) << comparison.disagreements_text();
  EXPECT_LE(comparison.share_of_false(), kFalseMax) << comparison.disagreements_text();
  // Nothing was won by leaving rows out.
  EXPECT_LT(comparison.ours, comparison.rows / 20);
  EXPECT_GT(comparison.sum().refused, comparison.rows / 20);
  EXPECT_GT(comparison.taken, comparison.rows / 2);
  EXPECT_GE(comparison.codes.size(), 10U);
  std::printf("%s\n", comparison.json().c_str());
}

}  // namespace
}  // namespace crosswalk::truth
