#include "sync/org_time.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace crosswalk::sync {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Digits alone, of exactly this width.
std::optional<int> number(std::string_view text, std::size_t at, std::size_t width) {
  if (text.size() < at + width) return std::nullopt;
  int value = 0;
  const char* const begin = text.data() + at;
  const auto read = std::from_chars(begin, begin + width, value);
  if (read.ec != std::errc() || read.ptr != begin + width || *begin == '-') return std::nullopt;
  return value;
}

std::optional<runtime::Stamp> stamp_of(std::optional<int> year, std::optional<int> month,
                                       std::optional<int> day, std::string_view time) {
  const auto hour = number(time, 0, 2);
  const auto minute = number(time, 3, 2);
  const auto second = number(time, 6, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  if (time[2] != ':' || time[5] != ':' || *hour > 23 || *minute > 59 || *second > 60)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second);
}

}  // namespace

std::optional<runtime::Stamp> read_http_date(std::string_view text) {
  if (text.size() != 29 || !text.ends_with(" GMT")) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (text.substr(8, 3) == kMonths[i])
      return stamp_of(number(text, 12, 4), static_cast<int>(i) + 1, number(text, 5, 2),
                      text.substr(17, 8));
  }
  return std::nullopt;
}

std::optional<runtime::Stamp> read_soql_time(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return std::nullopt;
  return stamp_of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2), text.substr(11, 8));
}

std::string write_soql_time(runtime::Stamp stamp) {
  const auto day = std::chrono::floor<std::chrono::days>(stamp);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(stamp - day));
  std::array<char, 40> text{};
  const int size = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
      static_cast<int>(time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace crosswalk::sync
