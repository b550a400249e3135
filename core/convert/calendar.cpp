#include "convert/calendar.hpp"

namespace crosswalk::convert {
namespace {

// Walks a text; every step answers whether it was there.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool number(std::size_t digits, unsigned& out) {
    if (text_.size() - at_ < digits) return false;
    unsigned value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      const char c = text_[at_ + i];
      if (c < '0' || c > '9') return false;
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    at_ += digits;
    out = value;
    return true;
  }
  bool one_of(std::string_view choices) {
    if (at_ == text_.size() || choices.find(text_[at_]) == std::string_view::npos) return false;
    ++at_;
    return true;
  }
  // Digits after a point; the first three count.
  bool fraction(unsigned& milliseconds) {
    unsigned value = 0;
    std::size_t digits = 0;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
      if (digits < 3) value = value * 10 + static_cast<unsigned>(text_[at_] - '0');
      ++digits;
    }
    for (std::size_t i = digits; i < 3; ++i) value *= 10;
    milliseconds = value;
    return digits > 0;
  }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] bool done() const { return at_ == text_.size(); }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_leap(unsigned year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

unsigned days_of(unsigned year, unsigned month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days since 1970-01-01 in the Gregorian calendar. Years begin in March here, so that the leap day
// is the last of its year; 400 years have 146,097 days.
constexpr std::int64_t kCycleDays = 146097;
constexpr std::int64_t kEpochDays = 719468;  // 1970-01-01, from 0000-03-01

bool take_day(Cursor& cursor, Day& out) {
  unsigned year = 0, month = 0, day = 0;
  if (!cursor.number(4, year) || !cursor.one_of("-") || !cursor.number(2, month) ||
      !cursor.one_of("-") || !cursor.number(2, day)) {
    return false;
  }
  if (year == 0 || month < 1 || month > 12 || day < 1 || day > days_of(year, month)) return false;
  out = {static_cast<int>(year), month, day};
  return true;
}

bool take_clock(Cursor& cursor, unsigned& seconds, unsigned& milliseconds) {
  unsigned hour = 0, minute = 0, second = 0;
  milliseconds = 0;
  if (!cursor.number(2, hour) || !cursor.one_of(":") || !cursor.number(2, minute)) return false;
  if (cursor.one_of(":")) {
    if (!cursor.number(2, second)) return false;
    if (cursor.one_of(".") && !cursor.fraction(milliseconds)) return false;
  }
  if (hour > 23 || minute > 59 || second > 59) return false;
  seconds = hour * 3600 + minute * 60 + second;
  return true;
}

bool take_zone(Cursor& cursor, std::int64_t& offset) {
  offset = 0;
  if (cursor.one_of("Zz")) return true;
  const bool west = cursor.peek() == '-';
  unsigned hours = 0, minutes = 0;
  if (!cursor.one_of("+-") || !cursor.number(2, hours)) return false;
  if (!cursor.done()) {
    cursor.one_of(":");
    if (!cursor.number(2, minutes)) return false;
  }
  if (hours > 14 || minutes > 59) return false;
  offset = static_cast<std::int64_t>(hours) * 3600 + static_cast<std::int64_t>(minutes) * 60;
  if (west) offset = -offset;
  return true;
}

std::int64_t days_since_epoch(const Day& day) {
  const std::int64_t year = day.month > 2 ? day.year : day.year - 1;
  const std::int64_t month = day.month > 2 ? day.month - 3 : day.month + 9;
  const std::int64_t cycle = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_cycle = year - cycle * 400;
  const std::int64_t of_year = (153 * month + 2) / 5 + day.day - 1;
  return cycle * kCycleDays + of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + of_year - kEpochDays;
}

Day day_since_epoch(std::int64_t days) {
  days += kEpochDays;
  const std::int64_t cycle = (days >= 0 ? days : days - (kCycleDays - 1)) / kCycleDays;
  const std::int64_t rest = days - cycle * kCycleDays;
  const std::int64_t of_cycle = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
  const std::int64_t of_year = rest - (365 * of_cycle + of_cycle / 4 - of_cycle / 100);
  const std::int64_t month = (5 * of_year + 2) / 153;
  const auto day = static_cast<unsigned>(of_year - (153 * month + 2) / 5 + 1);
  const auto shown = static_cast<unsigned>(month < 10 ? month + 3 : month - 9);
  return {static_cast<int>(of_cycle + cycle * 400 + (shown <= 2 ? 1 : 0)), shown, day};
}

void put(char* at, unsigned value, std::size_t digits) {
  for (std::size_t i = digits; i > 0; --i) {
    at[i - 1] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
}

void put_day(char* at, const Day& day) {
  put(at, static_cast<unsigned>(day.year), 4);
  at[4] = '-';
  put(at + 5, day.month, 2);
  at[7] = '-';
  put(at + 8, day.day, 2);
}

void put_clock(char* at, unsigned seconds) {
  put(at, seconds / 3600, 2);
  at[2] = ':';
  put(at + 3, seconds / 60 % 60, 2);
  at[5] = ':';
  put(at + 6, seconds % 60, 2);
}

}  // namespace

std::optional<Day> read_day(std::string_view text) {
  Cursor cursor(text);
  Day day;
  if (!take_day(cursor, day)) return {};
  cursor.one_of("Z");
  if (!cursor.done()) return {};
  return day;
}

std::optional<Instant> read_instant(std::string_view text) {
  Cursor cursor(text);
  Instant out;
  unsigned seconds = 0;
  std::int64_t offset = 0;
  if (!take_day(cursor, out.written_day) || !cursor.one_of("Tt ") ||
      !take_clock(cursor, seconds, out.milliseconds) || !take_zone(cursor, offset) ||
      !cursor.done()) {
    return {};
  }
  out.seconds = days_since_epoch(out.written_day) * 86400 + seconds - offset;
  return out;
}

Instant midnight(const Day& day) { return {days_since_epoch(day) * 86400, 0, day}; }

std::optional<std::uint32_t> read_time(std::string_view text) {
  Cursor cursor(text);
  unsigned seconds = 0, milliseconds = 0;
  if (!take_clock(cursor, seconds, milliseconds)) return {};
  cursor.one_of("Z");
  if (!cursor.done()) return {};
  return seconds * 1000 + milliseconds;
}

std::string_view write_instant(const Instant& instant, Arena& arena) {
  std::int64_t days = instant.seconds / 86400;
  std::int64_t rest = instant.seconds % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  char* at = arena.take(24);
  put_day(at, day_since_epoch(days));
  at[10] = 'T';
  put_clock(at + 11, static_cast<unsigned>(rest));
  for (std::size_t i = 0; i < 5; ++i) at[19 + i] = ".000Z"[i];
  return {at, 24};
}

bool is_written_instant(std::string_view text) {
  return text.size() == 24 && text[10] == 'T' && text.ends_with(".000Z");
}

std::string_view write_day(const Day& day, Arena& arena) {
  char* at = arena.take(10);
  put_day(at, day);
  return {at, 10};
}

std::string_view write_time(std::uint32_t milliseconds, Arena& arena) {
  char* at = arena.take(13);
  put_clock(at, milliseconds / 1000);
  at[8] = '.';
  put(at + 9, milliseconds % 1000, 3);
  at[12] = 'Z';
  return {at, 13};
}

}  // namespace crosswalk::convert
