#include "convert/calendar.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace crosswalk::convert {
namespace {

TEST(Calendar, EveryDayOfSalesforcesYearsIsWhatTheLibrarySays) {
  using std::chrono::sys_days;
  Arena arena;
  const sys_days first = std::chrono::year(kYearMin) / 1 / 1;
  const sys_days last = std::chrono::year(kYearMax) / 12 / 31;
  for (sys_days day = first; day <= last; day += std::chrono::days(1)) {
    const std::chrono::year_month_day date{day};
    arena.clear();
    const Day expected{static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day())};
    const std::string text(write_day(expected, arena));
    ASSERT_EQ(read_day(text), expected) << text;
    const auto instant = read_instant(text + "T23:59:58Z");
    ASSERT_TRUE(instant.has_value()) << text;
    ASSERT_EQ(instant->seconds, day.time_since_epoch().count() * 86400LL + 86398) << text;
    ASSERT_EQ(write_instant(*instant, arena), text + "T23:59:58.000Z");
  }
}

TEST(Calendar, DaysThatAreNotAreRefused) {
  for (const char* text : {"1900-02-29", "2001-02-29", "2026-04-31", "2026-00-10", "2026-13-01",
                           "2026-01-00", "0000-01-01", "2026-1-1", "2026-01-01x", ""}) {
    EXPECT_FALSE(read_day(text).has_value()) << text;
  }
  EXPECT_TRUE(read_day("2000-02-29").has_value());
}

}  // namespace
}  // namespace crosswalk::convert
