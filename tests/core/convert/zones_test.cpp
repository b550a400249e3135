#include "convert/zones.hpp"

#include <gtest/gtest.h>

#include "core/convert/transform_program.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::int64_t kSpring = 1774746000;  // 2026-03-29T01:00:00Z
constexpr std::int64_t kAutumn = 1792890000;  // 2026-10-25T01:00:00Z

TEST(Zones, KnowTheOffsetOfAMoment) {
  const Zone& berlin = zones_of_test().at("Europe/Berlin");
  EXPECT_EQ(berlin.offset_at(0), 3600);
  EXPECT_EQ(berlin.offset_at(kSpring - 1), 3600);
  EXPECT_EQ(berlin.offset_at(kSpring), 7200);
  EXPECT_EQ(berlin.offset_at(kAutumn), 3600);
  EXPECT_EQ(zones_of_test().at("America/New_York").offset_at(kSpring), -18000);
}

TEST(Zones, TurnAWallClocksTimeIntoAMoment) {
  const Zone& berlin = zones_of_test().at("Europe/Berlin");
  for (std::int64_t utc = kSpring - 7200; utc < kSpring + 7200; utc += 600) {
    EXPECT_EQ(berlin.to_utc(utc + berlin.offset_at(utc)), utc);
  }
  // The clock shows this twice; the first of the two is meant.
  EXPECT_EQ(berlin.to_utc(kAutumn + 3600), kAutumn - 3600);
  EXPECT_EQ(berlin.to_utc(kAutumn + 7200), kAutumn + 3600);
  // The clock never shows this.
  EXPECT_EQ(berlin.to_utc(kSpring + 3600 + 1800), kSpring + 1800);
}

TEST(ZonesReader, RefusesWhatIsNoTable) {
  for (const char* text :
       {"", "[]", "{}", R"({"zones": 1})", R"({"zones": {"A/B": {}}})",
        R"({"zones": {"A/B": {"offsets": []}}})", R"({"zones": {"A/B": {"offsets": [999999]}}})",
        R"({"zones": {"A/B": {"offsets": [0, 1], "transitions": [5]}}})",
        R"({"zones": {"A/B": {"offsets": [0, 1], "transitions": [5, 2]}}})",
        R"({"zones": {"A/B": {"offsets": [0, 1], "transitions": [5, 1, 5, 0]}}})"}) {
    EXPECT_FALSE(read_zones(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace crosswalk::convert
