// Dates, datetimes and times of day as text: read in every form that both sides write, compared,
// and printed in one. A date is a day and never passes through a time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "convert/arena.hpp"

namespace crosswalk::convert {

struct Day {
  int year = 0;
  unsigned month = 0, day = 0;
  friend bool operator==(const Day&, const Day&) = default;
};

// YYYY-MM-DD of a day that exists, years 0001 to 9999; a trailing Z (SOAP) is tolerated.
std::optional<Day> read_day(std::string_view text);

struct Instant {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  unsigned milliseconds = 0;
  Day written_day;  // as written, before the offset is applied
  friend bool operator==(const Instant& a, const Instant& b) {
    return a.seconds == b.seconds && a.milliseconds == b.milliseconds;
  }
};

// ISO 8601 with zone: "2022-02-15T06:21:19.000+0000", "...Z", "...+02:00", "...+02"; seconds and
// fraction may be missing, a blank may stand for T. Without a zone: nothing.
std::optional<Instant> read_instant(std::string_view text);

// The beginning of the day in UTC.
Instant midnight(const Day& day);

// Milliseconds since midnight: "13:30", "13:30:00", "13:30:00.000", each with or without Z.
std::optional<std::uint32_t> read_time(std::string_view text);

// "2022-02-15T06:21:19.000Z": whole seconds, as Salesforce keeps them.
std::string_view write_instant(const Instant& instant, Arena& arena);
// Whether a text that read_instant takes is what write_instant would write.
bool is_written_instant(std::string_view text);
std::string_view write_day(const Day& day, Arena& arena);
std::string_view write_time(std::uint32_t milliseconds, Arena& arena);  // "13:30:00.000Z"

inline constexpr std::size_t kDayBytes = 10;  // of what write_day writes

// The years that Salesforce takes.
inline constexpr int kYearMin = 1700;
inline constexpr int kYearMax = 4000;

}  // namespace crosswalk::convert
