#include <array>
#include <cstring>

#include "convert/calendar.hpp"
#include "convert/decimal.hpp"
#include "convert/record_id.hpp"
#include "convert/text.hpp"
#include "convert/travel.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::size_t kListedMax = 20;

std::string listed(const std::vector<std::string>& list) {
  std::string out;
  for (std::size_t i = 0; i < list.size() && i < kListedMax; ++i) {
    if (i > 0) out += ", ";
    out += list[i];
  }
  if (list.size() > kListedMax) out += " and " + std::to_string(list.size() - kListedMax) + " more";
  return out.empty() ? "none" : out;
}

// In UTC, where Salesforce looks.
bool in_years(const Instant& instant) {
  return instant.seconds >= midnight({kYearMin, 1, 1}).seconds &&
         instant.seconds < midnight({kYearMax + 1, 1, 1}).seconds;
}

// The text that stands for a value of another kind. Nothing: the value has no good form.
std::optional<std::string_view> text_of(const Travel& travel, const Value& value, Form source) {
  if (value.is_truth()) return value.truth ? "true" : "false";
  if (value.is_number()) {
    const auto number = Decimal::read(value.text);
    if (!number) return {};
    return number->plain(travel.arena);
  }
  if (source == Form::datetime) {
    const auto instant = read_instant(value.text);
    if (instant) return write_instant(*instant, travel.arena);
  }
  return value.text;
}

const std::string* find_choice(const std::vector<std::string>& list, std::string_view wanted) {
  for (const std::string& item : list) {
    if (item == wanted) return &item;
  }
  for (const std::string& item : list) {
    if (same_without_case(item, wanted)) return &item;
  }
  return nullptr;
}

Value refuse_choice(const Travel& travel, const std::vector<std::string>& list) {
  return travel.refuse(RefusalKind::not_in_picklist,
                       travel.target() + " takes only values of its list: " + listed(list) + ".");
}

Value refuse_length(const Travel& travel, std::size_t units, std::size_t units_max) {
  return travel.refuse(RefusalKind::too_long,
                       travel.target() + " takes at most " + std::to_string(units_max) +
                           " characters; the value has " + std::to_string(units) + ".");
}

bool beyond_ends(const std::optional<Decimal>& number, const NumberLimit& limit) {
  if (limit.lowest.empty()) return false;
  const auto lowest = Decimal::read(limit.lowest), highest = Decimal::read(limit.highest);
  return !number || Decimal::compare(*number, *lowest) < 0 ||
         Decimal::compare(*number, *highest) > 0;
}

bool has_more_digits(const Decimal& number, const NumberLimit& limit) {
  return limit.integer_digits_max && number.integer_digits() > *limit.integer_digits_max;
}

Value refuse_range(const Travel& travel, const NumberLimit& limit,
                   const std::optional<Decimal>& number) {
  std::string message = travel.target() + " takes ";
  if (limit.integer_digits_max) {
    message += "at most " + std::to_string(*limit.integer_digits_max) + " digits before the point";
  } else if (!limit.lowest.empty()) {
    message += "numbers from " + std::string(limit.lowest) + " to " + std::string(limit.highest);
  } else {
    message += "numbers that can be written in 400 characters";
  }
  const bool by_type = limit.integer && beyond_ends(number, limit);
  return travel.refuse(by_type ? RefusalKind::beyond_integer : RefusalKind::out_of_range,
                       message + "; the value does not fit.");
}

}  // namespace

Value take_text(const Travel& travel, const Value& value, Form source, std::size_t units_max,
                bool one_line, bool may_cut) {
  const auto text = text_of(travel, value, source);
  if (!text || !utf16_length(*text)) {
    return travel.refuse(RefusalKind::wrong_kind,
                         "The value for " + travel.target() + " is not a text in UTF-8.");
  }
  std::string_view kept =
      travel.bound == Bound::to_salesforce
          ? clean(*text, one_line ? LineEnds::blank : LineEnds::keep, travel.arena)
          : unify_line_ends(*text, travel.arena);
  const std::size_t units = *utf16_length(kept);
  if (units_max > 0 && units > units_max) {
    if (!may_cut) return refuse_length(travel, units, units_max);
    kept = cut(kept, units_max);
    // Salesforce would trim a blank that the cut laid bare.
    if (travel.bound == Bound::to_salesforce) kept = trim(kept);
  }
  if (kept.empty()) return Value::of_null();
  return Value::of_text(kept);
}

Value take_number(const Travel& travel, const Value& value, const NumberLimit& limit) {
  if (!value.is_number() || !is_json_number(value.text)) {
    return travel.refuse(RefusalKind::not_a_number,
                         "The value for " + travel.target() + " is not a number.");
  }
  auto number = Decimal::read(value.text);
  if (!number) return refuse_range(travel, limit, number);
  std::string_view text =
      limit.scale ? number->rounded(*limit.scale, travel.arena) : number->plain(travel.arena);
  number = Decimal::read(text);
  if (!number || has_more_digits(*number, limit) || beyond_ends(number, limit)) {
    return refuse_range(travel, limit, number);
  }
  return Value::of_number(text);
}

Value take_truth(const Travel& travel, const Value& value) {
  if (value.is_truth()) return value;
  if (value.is_text() && (value.text == "true" || value.text == "false")) {
    return Value::of_truth(value.text == "true");
  }
  return travel.refuse(RefusalKind::not_a_truth,
                       "The value for " + travel.target() + " is neither true nor false.");
}

Value take_date(const Travel& travel, const Value& value, Form source) {
  std::optional<Day> day;
  if (value.is_text() && source == Form::datetime) {
    const auto instant = read_instant(value.text);
    if (instant) day = instant->written_day;
  } else if (value.is_text()) {
    day = read_day(value.text);
  }
  if (!day || !in_years(midnight(*day))) {
    return travel.refuse(
        day ? RefusalKind::beyond_dates : RefusalKind::not_a_date,
        "The value for " + travel.target() + " is not a date between 1700 and 4000.");
  }
  return Value::of_text(write_day(*day, travel.arena));
}

Value take_datetime(const Travel& travel, const Value& value, Form source) {
  std::optional<Instant> instant;
  if (value.is_text() && source == Form::date) {
    const auto day = read_day(value.text);
    if (day) instant = midnight(*day);
  } else if (value.is_text()) {
    instant = read_instant(value.text);
  }
  if (!instant || !in_years(*instant)) {
    return travel.refuse(instant ? RefusalKind::beyond_dates : RefusalKind::not_a_datetime,
                         "The value for " + travel.target() +
                             " is not a date and time with a time zone between 1700 and 4000.");
  }
  return Value::of_text(write_instant(*instant, travel.arena));
}

Value take_time(const Travel& travel, const Value& value) {
  const auto time = value.is_text() ? read_time(value.text) : std::nullopt;
  if (!time) {
    return travel.refuse(RefusalKind::not_a_time,
                         "The value for " + travel.target() + " is not a time of day.");
  }
  return Value::of_text(write_time(*time, travel.arena));
}

Value take_id(const Travel& travel, const Value& value) {
  const std::string_view id = value.is_text() ? trim(value.text) : std::string_view();
  if (!is_record_id(id)) {
    return travel.refuse(RefusalKind::not_an_id,
                         "The value for " + travel.target() + " is not a Salesforce Id.");
  }
  return Value::of_text(long_record_id(id, travel.arena));
}

Value take_email(const Travel& travel, const Value& value, std::size_t units_max) {
  const Value text = take_text(travel, value, Form::text, units_max, true, false);
  if (!text.is_text() || is_email(trim(text.text))) return text;
  return travel.refuse(RefusalKind::not_an_email,
                       "The value for " + travel.target() + " is not a valid e-mail address.");
}

Value take_choice(const Travel& travel, const Value& value, const std::vector<std::string>& list,
                  bool restricted) {
  if (!restricted || !value.is_text()) return value;
  const std::string* choice = find_choice(list, value.text);
  if (choice == nullptr) return refuse_choice(travel, list);
  return Value::of_text(*choice);
}

Value take_set(const Travel& travel, const Value& value, const std::vector<std::string>& list,
               bool restricted, std::size_t units_max) {
  const auto text = text_of(travel, value, Form::text);
  if (!text || !utf16_length(*text)) {
    return travel.refuse(RefusalKind::wrong_kind,
                         "The value for " + travel.target() + " is not a text in UTF-8.");
  }
  // Members in the list's casing are no longer than members as they came: same bytes but for case.
  char* out = travel.arena.take(text->size());
  std::size_t size = 0;
  const bool known = for_each_member(*text, ";", [&](std::string_view member) {
    if (restricted) {
      const std::string* choice = find_choice(list, member);
      if (choice == nullptr) return false;
      member = *choice;
    }
    const bool there = !for_each_member(std::string_view(out, size), ";",
                                        [&](std::string_view other) { return other != member; });
    if (there) return true;
    if (size > 0) out[size++] = ';';
    std::memcpy(out + size, member.data(), member.size());
    size += member.size();
    return true;
  });
  if (!known) return refuse_choice(travel, list);
  travel.arena.give_back(text->size() - size);
  const std::string_view set(out, size);
  const std::size_t units = *utf16_length(set);
  if (units_max > 0 && units > units_max) return refuse_length(travel, units, units_max);
  return set.empty() ? Value::of_null() : Value::of_text(set);
}

}  // namespace crosswalk::convert
