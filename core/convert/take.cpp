
#include "convert/calendar.hpp"
#include "convert/decimal.hpp"
#include "convert/record_id.hpp"
#include "convert/text.hpp"
#include "convert/travel.hpp"

namespace crosswalk::convert {
namespace {

// In UTC, where Salesforce looks.
bool in_years(const Instant& instant) {
  return instant.seconds >= midnight({kYearMin, 1, 1}).seconds &&
         instant.seconds < midnight({kYearMax + 1, 1, 1}).seconds;
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
  const bool by_type = limit.integer && beyond_ends(number, limit);
  return travel.refuse(by_type ? RefusalKind::beyond_integer : RefusalKind::out_of_range, [&] {
    std::string message = travel.target() + " takes ";
    if (limit.integer_digits_max) {
      message +=
          "at most " + std::to_string(*limit.integer_digits_max) + " digits before the point";
    } else if (!limit.lowest.empty()) {
      message += "numbers from " + std::string(limit.lowest) + " to " + std::string(limit.highest);
    } else {
      message += "numbers that can be written in 400 characters";
    }
    return message + "; the value does not fit.";
  });
}

struct TakenText {
  std::string_view text;
  std::size_t units = 0;
};

// A text without what Salesforce drops, and notes of what that was. Nothing: it is no UTF-8.
std::optional<TakenText> cleaned(const Travel& travel, std::string_view text, bool one_line) {
  const std::string_view trimmed = trim(text);
  if (trimmed.size() != text.size()) travel.note(Change::trimmed);
  if (is_plain(trimmed)) return TakenText{trimmed, trimmed.size()};
  const TextLook look = look_at(trimmed);
  if (!look.utf8) return {};
  const bool flattened = one_line && (look.line_feeds || look.returns);
  if (look.controls) travel.note(Change::cleaned);
  if (flattened) travel.note(Change::flattened);
  if (!look.controls && !look.returns && !flattened) return TakenText{trimmed, look.units};
  const std::string_view kept =
      clean(trimmed, one_line ? LineEnds::blank : LineEnds::keep, travel.arena);
  return TakenText{kept, *utf16_length(kept)};
}

std::optional<TakenText> with_line_ends_made_equal(const Travel& travel, std::string_view text) {
  if (!utf16_length(text)) return {};
  const std::string_view kept = unify_line_ends(text, travel.arena);
  return TakenText{kept, *utf16_length(kept)};
}

// What a lenient reader takes for a number: "12", "+5", ".5", "12.", "007", "1e5".
bool reads_as_number(std::string_view text) {
  std::size_t at = 0;
  const auto skip = [&](std::string_view any) {
    const std::size_t begin = at;
    while (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
    return at - begin;
  };
  const auto skip_one = [&](std::string_view any) {
    if (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
  };
  constexpr std::string_view kDigits = "0123456789";
  skip_one("+-");
  std::size_t digits = skip(kDigits);
  skip_one(".");
  digits += skip(kDigits);
  if (digits == 0) return false;
  if (at == text.size()) return true;
  skip_one("eE");
  skip_one("+-");
  return skip(kDigits) > 0 && at == text.size();
}

// A double holds every decimal of this many digits.
constexpr std::size_t kDoubleDigits = 15;

bool is_double(const Travel& travel) {
  using enum schema::FieldType;
  const schema::FieldType type = travel.field.salesforce_type;
  return type == double_ || type == currency || type == percent;
}

}  // namespace

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

Value refuse_length(const Travel& travel, std::size_t units, std::size_t units_max) {
  return travel.refuse(RefusalKind::too_long, [&] {
    return travel.target() + " takes at most " + std::to_string(units_max) +
           " characters; the value has " + std::to_string(units) + ".";
  });
}

Value refuse_bytes(const Travel& travel) {
  return travel.refuse(RefusalKind::wrong_kind, [&] {
    return "The value for " + travel.target() + " is not a text in UTF-8.";
  });
}

Value take_text(const Travel& travel, const Value& value, Form source, std::size_t units_max,
                bool one_line, bool may_cut) {
  const auto text = text_of(travel, value, source);
  if (!text) return refuse_bytes(travel);
  const bool push = travel.bound == Bound::to_salesforce;
  const auto taken =
      push ? cleaned(travel, *text, one_line) : with_line_ends_made_equal(travel, *text);
  if (!taken) return refuse_bytes(travel);
  const std::size_t units = taken->units;
  std::string_view kept = taken->text;
  if (travel.verdict != nullptr) travel.verdict->measure(units);
  if (units_max > 0 && units > units_max) {
    if (!may_cut) return refuse_length(travel, units, units_max);
    travel.note(Change::cut);
    kept = cut(kept, units_max);
    // Salesforce would trim a blank that the cut laid bare.
    if (push) kept = trim(kept);
  }
  if (kept.empty()) return Value::of_null();
  return Value::of_text(kept);
}

Value take_number(const Travel& travel, const Value& value, const NumberLimit& limit) {
  auto number = value.is_number() ? Decimal::read(value.text) : std::nullopt;
  if (!number && !(value.is_number() && is_json_number(value.text))) {
    if (value.is_text() && reads_as_number(trim(value.text))) {
      return travel.refuse(RefusalKind::number_as_text, [&] {
        return "The value for " + travel.target() + " is a text, which is not read as a number.";
      });
    }
    return travel.refuse(RefusalKind::not_a_number,
                         [&] { return "The value for " + travel.target() + " is not a number."; });
  }
  if (!number) return refuse_range(travel, limit, number);
  if (travel.verdict != nullptr) {
    travel.verdict->measure_number(number->integer_digits(), number->fraction_digits());
  }
  const bool rounds = limit.scale && number->fraction_digits() > *limit.scale;
  std::string_view text = value.text;
  if (rounds || !number->is_plain()) {
    text = rounds ? number->rounded(*limit.scale, travel.arena) : number->plain(travel.arena);
    number = Decimal::read(text);
  }
  if (!number || has_more_digits(*number, limit) || beyond_ends(number, limit)) {
    return refuse_range(travel, limit, number);
  }
  if (rounds) travel.note(Change::rounded);
  if (number->significant_digits() > kDoubleDigits && is_double(travel)) {
    travel.note(Change::inexact);
  }
  return Value::of_number(text);
}

Value take_truth(const Travel& travel, const Value& value) {
  if (value.is_truth()) return value;
  if (value.is_text() && (value.text == "true" || value.text == "false")) {
    return Value::of_truth(value.text == "true");
  }
  const std::string_view text = value.is_text() ? trim(value.text) : std::string_view();
  const bool spelt = same_without_case(text, "true") || same_without_case(text, "false");
  return travel.refuse(spelt ? RefusalKind::truth_as_text : RefusalKind::not_a_truth, [&] {
    return "The value for " + travel.target() + " is neither true nor false.";
  });
}

Value take_date(const Travel& travel, const Value& value, Form source) {
  std::optional<Day> day;
  if (value.is_text() && source == Form::datetime) {
    const auto instant = read_instant(value.text);
    if (instant) {
      day = instant->written_day;
      travel.note(Change::day_only);
    } else {
      day = read_day(value.text);  // whose time was left out already
    }
  } else if (value.is_text()) {
    day = read_day(value.text);
  }
  if (!day || day->year < kYearMin || day->year > kYearMax) {
    return travel.refuse(day ? RefusalKind::beyond_dates : RefusalKind::not_a_date, [&] {
      return "The value for " + travel.target() + " is not a date between 1700 and 4000.";
    });
  }
  if (value.text.size() == kDayBytes) return value;  // as it would be written
  return Value::of_text(write_day(*day, travel.arena));
}

Value take_datetime(const Travel& travel, const Value& value, Form source) {
  std::optional<Instant> instant;
  if (value.is_text() && source == Form::date) {
    const auto day = read_day(value.text);
    instant = day ? midnight(*day) : read_instant(value.text);
  } else if (value.is_text()) {
    instant = read_instant(value.text);
  }
  if (!instant || !in_years(*instant)) {
    return travel.refuse(instant ? RefusalKind::beyond_dates : RefusalKind::not_a_datetime, [&] {
      return "The value for " + travel.target() +
             " is not a date and time with a time zone between 1700 and 4000.";
    });
  }
  if (instant->milliseconds != 0) travel.note(Change::seconds);
  if (is_written_instant(value.text)) return value;
  return Value::of_text(write_instant(*instant, travel.arena));
}

Value take_time(const Travel& travel, const Value& value) {
  const auto time = value.is_text() ? read_time(value.text) : std::nullopt;
  if (!time) {
    return travel.refuse(RefusalKind::not_a_time, [&] {
      return "The value for " + travel.target() + " is not a time of day.";
    });
  }
  return Value::of_text(write_time(*time, travel.arena));
}

Value take_id(const Travel& travel, const Value& value) {
  const std::string_view id = value.is_text() ? trim(value.text) : std::string_view();
  if (!is_record_id(id)) {
    return travel.refuse(RefusalKind::not_an_id, [&] {
      return "The value for " + travel.target() + " is not a Salesforce Id.";
    });
  }
  return Value::of_text(long_record_id(id, travel.arena));
}

Value take_email(const Travel& travel, const Value& value, std::size_t units_max) {
  const Value text = take_text(travel, value, Form::text, units_max, true, false);
  if (!text.is_text() || is_email(trim(text.text))) return text;
  return travel.refuse(RefusalKind::not_an_email, [&] {
    return "The value for " + travel.target() + " is not a valid e-mail address.";
  });
}

}  // namespace crosswalk::convert
