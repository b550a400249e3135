#include "cost/calls.hpp"

#include <gtest/gtest.h>

namespace crosswalk::cost {
namespace {

struct CallsCase {
  const char* name;
  Amounts amounts;
  std::uint64_t query;
  std::uint64_t collections;
};

class CallsOf : public testing::TestWithParam<CallsCase> {};

TEST_P(CallsOf, ARun) {
  const Calls calls = calls_for(GetParam().amounts);
  EXPECT_EQ(calls.query, GetParam().query);
  EXPECT_EQ(calls.collections, GetParam().collections);
  EXPECT_EQ(calls.total(), GetParam().query + GetParam().collections);
}

INSTANTIATE_TEST_SUITE_P(
    Cost, CallsOf,
    testing::Values(CallsCase{"NothingCostsNothing", {}, 0, 0},
                    CallsCase{"AnEmptyObjectCostsItsQuery", {true, 0, 0, 0, 0}, 1, 0},
                    CallsCase{"AFullPageIsOneCall", {true, 2000, 0, 0, 0}, 1, 0},
                    CallsCase{"OneRecordMoreIsAnotherPage", {true, 2001, 0, 0, 0}, 2, 0},
                    CallsCase{"CreatesAndUpdatesTravelApart", {true, 1, 200, 1, 0}, 1, 2},
                    CallsCase{"ManyRecords", {true, 10000, 10000, 201, 1}, 5, 53}),
    [](const auto& info) { return info.param.name; });

TEST(Cost, SecondsAreRoundedUp) {
  EXPECT_EQ(seconds_for({}), 0u);
  EXPECT_EQ(seconds_for({1, 0, 0, 0, 0}), 2u);
  EXPECT_EQ(seconds_for({1, 1, 0, 0, 0}), 6u);
  EXPECT_EQ(seconds_for({1, 0, 0, 0, 1}), 3u) << "a describe takes as long as a query";
}

TEST(Cost, CallsAddUp) {
  Calls calls{1, 2, 3, 4, 5};
  calls += {1, 1, 1, 1, 1};
  EXPECT_EQ(calls, (Calls{2, 3, 4, 5, 6}));
}

}  // namespace
}  // namespace crosswalk::cost
