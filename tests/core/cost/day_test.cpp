#include "cost/day.hpp"

#include <gtest/gtest.h>

#include "cost/query_size.hpp"

namespace crosswalk::cost {
namespace {

struct LoadCase {
  const char* name;
  ObjectLoad load;
  std::uint64_t idle;  // calls of a run that finds nothing changed
  std::uint64_t all;
};

class LoadOf : public testing::TestWithParam<LoadCase> {};

TEST_P(LoadOf, AnObject) {
  EXPECT_EQ(calls_when_nothing_changed(GetParam().load).total(), GetParam().idle);
  EXPECT_EQ(calls_when_all_is_read(GetParam().load).total(), GetParam().all);
}

INSTANTIATE_TEST_SUITE_P(
    Cost, LoadOf,
    testing::Values(LoadCase{"AnEmptyObjectIsDescribedAndAsked", {0, true, false}, 2, 2},
                    LoadCase{"ManyRecordsAreReadOnce", {10'001, true, false}, 2, 7},
                    LoadCase{"LongTextsHalveThePage", {10'001, true, true}, 2, 12},
                    LoadCase{"WithoutAStampAllIsReadEveryTime", {10'001, false, false}, 7, 7}),
    [](const auto& info) { return info.param.name; });

TEST(Day, CountsRunsThatBegin) {
  EXPECT_EQ(runs_per_day(0), 0U);
  EXPECT_EQ(runs_per_day(60), 1440U);
  EXPECT_EQ(runs_per_day(86'399), 2U);
  EXPECT_EQ(runs_per_day(86'400), 1U);
  EXPECT_EQ(runs_per_day(1'000'000), 1U);
  Calls run = kRunItself;
  run += calls_when_nothing_changed({});
  EXPECT_EQ(calls_per_day(run, 300), 3U * 288U) << "limits, describe, query";
}

TEST(QuerySize, CountsWhatIsEncodedThreefold) {
  QuerySize size;
  size.add("SELECT Id FROM X WHERE a = 'é'");
  EXPECT_EQ(size.characters, 31U);
  EXPECT_EQ(size.url_bytes, 31U + 2U * 12U);  // 7 blanks, 2 quotes, =, 2 bytes of é
  size.add_field("Parent__r.Name");
  EXPECT_EQ(size.characters, 31U + 16U);
  EXPECT_EQ(size.url_bytes, 55U + 20U);
}

}  // namespace
}  // namespace crosswalk::cost
