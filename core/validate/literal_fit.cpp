#include "validate/literal_fit.hpp"

#include <algorithm>
#include <string_view>

#include "diagnostic/utf8.hpp"
#include "schema/field_kind.hpp"
#include "validate/context.hpp"

namespace crosswalk::validate {
namespace {

using mapping::Literal;
using mapping::LiteralKind;
using schema::FieldType;
using schema::SalesforceField;

using Problem = std::optional<std::string>;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Whether the text begins like the pattern, where 0 stands for any digit.
bool looks_like(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '0' ? !is_digit(text[i]) : text[i] != pattern[i]) return false;
  }
  return true;
}

int number_at(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_date(std::string_view text) {
  if (!looks_like(text, "0000-00-00")) return false;
  const int year = number_at(text, 0) * 100 + number_at(text, 2);
  const int month = number_at(text, 5);
  const int day = number_at(text, 8);
  if (month < 1 || month > 12 || day < 1 || year < 1700 || year > 4000) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool is_time_of_day(std::string_view text) {
  return looks_like(text, "00:00:00") && number_at(text, 0) < 24 && number_at(text, 3) < 60 &&
         number_at(text, 6) < 60;
}

// With a zone: without one the instant is not known.
bool is_datetime(std::string_view text) {
  if (text.size() < 20 || !is_date(text.substr(0, 10)) || text[10] != 'T' ||
      !is_time_of_day(text.substr(11))) {
    return false;
  }
  std::size_t at = 19;
  if (text[at] == '.') {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  const std::string_view zone = text.substr(at);
  return zone == "Z" ||
         ((looks_like(zone, "+00:00") || looks_like(zone, "-00:00")) && zone.size() == 6) ||
         ((looks_like(zone, "+0000") || looks_like(zone, "-0000")) && zone.size() == 5);
}

Problem choice_problem(std::string_view value, const SalesforceField& field) {
  if (!field.restricted_picklist || field.find_value(value) != nullptr) return std::nullopt;
  std::vector<std::string> values;
  for (const schema::PicklistValue& choice : field.picklist_values) {
    if (choice.active) values.push_back(choice.value);
  }
  return quoted(value) + " is not in the restricted picklist" +
         (values.empty() ? std::string(".") : "; it has " + listed(values, 12) + ".");
}

Problem choices_problem(std::string_view joined, const SalesforceField& field) {
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(';'), joined.size());
    if (Problem problem = choice_problem(joined.substr(0, end), field)) return problem;
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return std::nullopt;
}

Problem text_problem(std::string_view text, const SalesforceField& field) {
  const std::size_t length = diagnostic::utf16_length(text);
  if (field.length > 0 && length > field.length) {
    return "it has " + std::to_string(length) + " characters, and the field takes " +
           std::to_string(field.length) + ".";
  }
  if (field.type == FieldType::picklist) return choice_problem(text, field);
  if (field.type == FieldType::multipicklist) return choices_problem(text, field);
  if (field.type == FieldType::email && !text.empty()) {
    const std::size_t sign = text.find('@');
    if (sign == 0 || sign == std::string_view::npos || sign + 1 == text.size()) {
      return "it is no e-mail address.";
    }
  }
  return std::nullopt;
}

Problem number_problem(std::string_view text, const SalesforceField& field) {
  if (text.find_first_of("eE") != std::string_view::npos) return std::nullopt;
  if (text.substr(0, 1) == "-") text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::size_t whole = text.substr(0, point) == "0" ? 0 : point;
  const bool integer = field.type == FieldType::int_ || field.type == FieldType::long_;
  if (integer && point != text.size()) return "it is no whole number.";
  if (field.precision == 0) return std::nullopt;
  const std::size_t room = field.precision - std::min(field.precision, field.scale);
  if (whole > room) {
    return "it has " + std::to_string(whole) + " digits before the point, and the field takes " +
           std::to_string(room) + ".";
  }
  return std::nullopt;
}

Problem kind_problem(LiteralKind wanted, LiteralKind given, std::string_view words) {
  if (wanted == given) return std::nullopt;
  return "it must be " + std::string(words) + ".";
}

}  // namespace

std::optional<std::string> literal_problem(const Literal& literal, const SalesforceField& field) {
  if (literal.kind == LiteralKind::absent) return std::nullopt;
  if (literal.kind == LiteralKind::null) {
    if (field.type == FieldType::boolean) return "a checkbox is true or false, never empty.";
    if (!field.nillable) return "the field must not be empty.";
    return std::nullopt;
  }
  const bool text = literal.kind == LiteralKind::text;
  switch (field.type) {
    case FieldType::boolean:
      return kind_problem(LiteralKind::truth, literal.kind, "true or false");
    case FieldType::int_:
    case FieldType::long_:
    case FieldType::double_:
    case FieldType::currency:
    case FieldType::percent:
      if (Problem problem = kind_problem(LiteralKind::number, literal.kind, "a number")) {
        return problem;
      }
      return number_problem(literal.text, field);
    case FieldType::date:
      if (text && literal.text.size() == 10 && is_date(literal.text)) return std::nullopt;
      return "it must be a date as text: \"2026-11-22\".";
    case FieldType::datetime:
      if (text && is_datetime(literal.text)) return std::nullopt;
      return "it must be a date and time with its zone as text: \"2026-11-22T09:30:00Z\".";
    case FieldType::time:
      if (text && is_time_of_day(literal.text)) return std::nullopt;
      return "it must be a time of day as text: \"13:30:00.000Z\".";
    case FieldType::reference:
    case FieldType::id:
      if (text && (literal.text.size() == 15 || literal.text.size() == 18)) return std::nullopt;
      return "it must be the Id of a record, 15 or 18 characters.";
    default:
      break;
  }
  if (!schema::is_text_like(field.type)) return "no value can be given to a field of this type.";
  if (Problem problem = kind_problem(LiteralKind::text, literal.kind, "a text in double quotes")) {
    return problem;
  }
  return text_problem(literal.text, field);
}

}  // namespace crosswalk::validate
