// The step "date": days and times read and written by a pattern. Between the pattern and a value
// stands the one form of calendar.hpp, "2026-11-22T13:30:00.000Z", which checks the days of months.
#include <array>

#include "convert/calendar.hpp"
#include "convert/steps.hpp"
#include "convert/text.hpp"

namespace crosswalk::convert {
namespace {

// Where the parts stand in the one form, and how many digits they have.
struct Slot {
  std::size_t at, digits;
};

constexpr std::string_view kEmptyForm = "1970-01-01T00:00:00.000Z";

Slot slot_of(char letter) {
  switch (letter) {
    case 'y':
      return {0, 4};
    case 'M':
      return {5, 2};
    case 'd':
      return {8, 2};
    case 'H':
    case 'h':
      return {11, 2};
    case 'm':
      return {14, 2};
    case 's':
      return {17, 2};
    default:
      return {20, 3};
  }
}

void put(std::array<char, 24>& form, Slot slot, unsigned number) {
  for (std::size_t i = slot.digits; i > 0; --i, number /= 10) {
    form[slot.at + i - 1] = static_cast<char>('0' + number % 10);
  }
}

// A number of at least `least` and at most `most` digits.
bool take_number(std::string_view& text, std::size_t least, std::size_t most, unsigned& out) {
  std::size_t digits = 0;
  out = 0;
  for (; digits < most && digits < text.size() && text[digits] >= '0' && text[digits] <= '9';
       ++digits) {
    out = out * 10 + static_cast<unsigned>(text[digits] - '0');
  }
  text.remove_prefix(digits);
  return digits >= least;
}

// Walks a text along a pattern.
class DateReader {
 public:
  DateReader(const TransformStep& step, std::string_view text) : step_(step), text_(text) {}

  bool run() {
    for (const DatePart& part : step_.date.parts) {
      if (!take(part)) return false;
    }
    if (!text_.empty()) return false;
    if (twelve_ && hour_ > 12) return false;
    if (twelve_) put(form_, slot_of('H'), hour_ % 12 + (afternoon_ ? 12 : 0));
    return true;
  }

  [[nodiscard]] std::string_view day() const { return {form_.data(), 10}; }
  [[nodiscard]] std::string_view time() const { return {form_.data() + 11, 13}; }
  [[nodiscard]] std::string_view all() const { return {form_.data(), form_.size()}; }
  [[nodiscard]] std::optional<std::int32_t> offset() const { return offset_; }

 private:
  bool take(const DatePart& part) {
    if (part.letter == 0) {
      if (text_.empty() || text_.front() != step_.date.text[part.begin]) return false;
      text_.remove_prefix(1);
      return true;
    }
    if (part.letter == 'X') return take_offset();
    if (part.letter == 'a') return take_half();
    unsigned number = 0;
    const std::size_t most = part.letter == 'y' || part.letter == 'S' ? part.count : 2;
    if (!take_number(text_, part.count, most, number)) return false;
    if (part.letter == 'y' && part.count == 2) number = full_year(number);
    if (part.letter == 'h') {
      twelve_ = true;
      hour_ = number;
      return number > 0;
    }
    put(form_, slot_of(part.letter), number);
    return true;
  }

  [[nodiscard]] unsigned full_year(unsigned number) const {
    const auto pivot = static_cast<unsigned>(step_.count);
    const unsigned year = pivot / 100 * 100 + number;
    return year < pivot ? year + 100 : year;
  }

  bool take_half() {
    const std::string_view half = text_.substr(0, 2);
    afternoon_ = same_without_case(half, "pm");
    if (!afternoon_ && !same_without_case(half, "am")) return false;
    text_.remove_prefix(2);
    return true;
  }

  bool take_offset() {
    for (const std::size_t size : {6, 5, 3, 1}) {
      if (text_.size() < size) continue;
      offset_ = fixed_offset(text_.substr(0, size));
      if (!offset_) continue;
      text_.remove_prefix(size);
      return true;
    }
    return false;
  }

  const TransformStep& step_;
  std::string_view text_;
  std::array<char, 24> form_ = [] {
    std::array<char, 24> form{};
    kEmptyForm.copy(form.data(), form.size());
    return form;
  }();
  bool twelve_ = false, afternoon_ = false;
  unsigned hour_ = 0;
  std::optional<std::int32_t> offset_;
};

std::optional<std::string_view> read_by(const TransformStep& step, std::string_view text,
                                        Arena& arena) {
  DateReader reader(step, text);
  if (!reader.run()) return {};
  const std::optional<Form> form = step.date.form;
  if (form == Form::date) {
    const auto day = read_day(reader.day());
    return day ? std::optional(write_day(*day, arena)) : std::nullopt;
  }
  if (form == Form::time) {
    const auto time = read_time(reader.time());
    return time ? std::optional(write_time(*time, arena)) : std::nullopt;
  }
  auto instant = read_instant(reader.all());
  if (!instant) return {};
  const auto offset = reader.offset();
  instant->seconds = offset ? instant->seconds - *offset : step.zone.to_utc(instant->seconds);
  return write_instant(*instant, arena);
}

// The value in the one form, as the clock of the zone shows it; nothing for what is no such value.
struct Shown {
  std::string_view form;
  std::int32_t offset = 0;
  unsigned milliseconds = 0;
};

std::optional<Shown> show(const TransformStep& step, std::string_view text, Arena& arena) {
  if (const auto day = read_day(text)) return Shown{write_instant(midnight(*day), arena), 0, 0};
  if (const auto time = read_time(text)) {
    Instant instant;
    instant.seconds = *time / 1000;
    return Shown{write_instant(instant, arena), 0, *time % 1000};
  }
  auto instant = read_instant(text);
  if (!instant) return {};
  const std::int32_t offset = step.zone.offset_at(instant->seconds);
  instant->seconds += offset;
  // Beyond them the one form has no room for the year.
  if (instant->seconds < midnight({1, 1, 1}).seconds ||
      instant->seconds > midnight({9999, 12, 31}).seconds) {
    return {};
  }
  return Shown{write_instant(*instant, arena), offset, instant->milliseconds};
}

void write_offset(TextMaker& out, std::int32_t seconds, std::size_t count) {
  if (seconds == 0) return out.add('Z');
  out.add(seconds < 0 ? '-' : '+');
  const std::int32_t minutes = (seconds < 0 ? -seconds : seconds) / 60;
  const auto two = [&out](std::int32_t number) {
    out.add(static_cast<char>('0' + number / 10));
    out.add(static_cast<char>('0' + number % 10));
  };
  two(minutes / 60);
  if (count == 1 && minutes % 60 == 0) return;
  if (count == 3) out.add(':');
  two(minutes % 60);
}

void write_part(TextMaker& out, const DatePattern& pattern, const DatePart& part,
                const Shown& shown) {
  if (part.letter == 0) return out.add(pattern.text[part.begin]);
  if (part.letter == 'X') return write_offset(out, shown.offset, part.count);
  const std::string_view hour = shown.form.substr(11, 2);
  const unsigned hours =
      static_cast<unsigned>(hour[0] - '0') * 10 + static_cast<unsigned>(hour[1] - '0');
  if (part.letter == 'a') return out.add(hours < 12 ? "AM" : "PM");
  const Slot slot = slot_of(part.letter);
  std::array<char, 3> own{};
  std::string_view digits = shown.form.substr(slot.at, slot.digits);
  if (part.letter == 'h') {
    const unsigned twelve = hours % 12 == 0 ? 12 : hours % 12;
    own = {static_cast<char>('0' + twelve / 10), static_cast<char>('0' + twelve % 10), 0};
    digits = {own.data(), 2};
  } else if (part.letter == 'S') {
    const unsigned ms = shown.milliseconds;
    own = {static_cast<char>('0' + ms / 100), static_cast<char>('0' + ms / 10 % 10),
           static_cast<char>('0' + ms % 10)};
    digits = {own.data(), 3};
  }
  if (part.letter == 'y' && part.count == 2) digits.remove_prefix(2);
  if (part.count == 1 && digits.front() == '0') digits.remove_prefix(1);
  out.add(digits);
}

}  // namespace

DatePattern read_date_pattern(std::string_view text) {
  std::string_view problem;
  DatePattern pattern;
  pattern.text = text;
  if (const auto letters = check_date_pattern(text, problem)) pattern.form = letters->form();
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const DatePart part = next_date_part(text, at, quoted);
    if (part.count > 0) pattern.parts.push_back(part);
  }
  return pattern;
}

bool read_date(const Travel& travel, const TransformStep& step, Value& value) {
  const auto read = value.is_text() ? read_by(step, trim(value.text), travel.arena) : std::nullopt;
  if (!read) return give_up(travel, step, value, "is not a date or time as the transform reads it");
  value = Value::of_text(*read);
  return true;
}

bool write_date(const Travel& travel, const TransformStep& step, Value& value) {
  const auto shown = value.is_text() ? show(step, trim(value.text), travel.arena) : std::nullopt;
  if (!shown) return give_up(travel, step, value, "is not a date or time");
  std::size_t room = 0;
  for (const DatePart& part : step.date.parts) {
    room += part.letter == 0 ? 1 : 6;
  }
  TextMaker out(travel.arena, room);
  for (const DatePart& part : step.date.parts) write_part(out, step.date, part, *shown);
  value = Value::of_text(out.done());
  return true;
}

}  // namespace crosswalk::convert
