#include "validate/literal_fit.hpp"

#include <algorithm>
#include <string_view>

#include "convert/calendar.hpp"
#include "convert/decimal.hpp"
#include "convert/text.hpp"
#include "diagnostic/utf8.hpp"
#include "schema/field_kind.hpp"
#include "validate/context.hpp"
#include "validate/sent.hpp"

namespace crosswalk::validate {
namespace {

using mapping::Literal;
using mapping::LiteralKind;
using schema::FieldType;
using schema::SalesforceField;

using Problem = std::optional<std::string>;

bool is_day(std::string_view text) {
  const std::optional<convert::Day> day = convert::read_day(text);
  return text.size() == 10 && day && day->year >= convert::kYearMin &&
         day->year <= convert::kYearMax;
}

// With a zone: without one the instant is not known.
bool is_instant(std::string_view text) {
  const std::optional<convert::Instant> instant = convert::read_instant(text);
  return instant && instant->written_day.year >= convert::kYearMin &&
         instant->written_day.year <= convert::kYearMax;
}

bool is_id_form(std::string_view text) {
  return (text.size() == 15 || text.size() == 18) &&
         std::all_of(text.begin(), text.end(), [](char letter) {
           return (letter >= '0' && letter <= '9') ||
                  ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z');
         });
}

Problem choice_problem(std::string_view value, const SalesforceField& field) {
  if (!field.restricted_picklist || field.picklist_values.empty() ||
      field.find_value(value) != nullptr) {
    return std::nullopt;
  }
  std::vector<std::string> values;
  for (const schema::PicklistValue& choice : field.picklist_values) {
    if (choice.active) values.push_back(choice.value);
  }
  return sentence(
      {quoted(value), " is not in the restricted picklist",
       (values.empty() ? std::string(".") : sentence({"; it has ", listed(values, 12), "."}))});
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
    return sentence({"it has ", std::to_string(length), " characters, and the field takes ",
                     std::to_string(field.length), "."});
  }
  const std::string_view kept = convert::trim(text);
  if (kept.empty()) {
    if (field.nillable) return std::nullopt;
    return "the field must not be empty.";
  }
  if (field.type == FieldType::picklist) return choice_problem(text, field);
  if (field.type == FieldType::multipicklist) return choices_problem(text, field);
  if (field.type == FieldType::email && !convert::is_email(kept)) {
    return "it is no e-mail address.";
  }
  return std::nullopt;
}

Problem number_problem(std::string_view text, const SalesforceField& field) {
  const std::optional<convert::Decimal> number = convert::Decimal::read(text);
  if (!number) return "it has too many digits.";
  const bool integer = field.type == FieldType::int_ || field.type == FieldType::long_;
  if (integer && number->fraction_digits() > 0) return "it is no whole number.";
  if (field.precision == 0) return std::nullopt;
  const std::size_t whole = number->integer_digits();
  const std::size_t room = field.precision - std::min(field.precision, field.scale);
  if (whole > room) {
    return sentence({"it has ", std::to_string(whole),
                     " digits before the point, and the field takes ", std::to_string(room), "."});
  }
  return std::nullopt;
}

Problem kind_problem(LiteralKind wanted, LiteralKind given, std::string_view words) {
  if (wanted == given) return std::nullopt;
  return sentence({"it must be ", words, "."});
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
      if (text && is_day(literal.text)) return std::nullopt;
      return "it must be a date as text: \"2026-11-22\".";
    case FieldType::datetime:
      if (text && is_instant(literal.text)) return std::nullopt;
      return "it must be a date and time with its zone as text: \"2026-11-22T09:30:00Z\".";
    case FieldType::time:
      if (text && convert::read_time(literal.text)) return std::nullopt;
      return "it must be a time of day as text: \"13:30:00.000Z\".";
    case FieldType::reference:
    case FieldType::id:
      if (text && is_id_form(literal.text)) return std::nullopt;
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

std::optional<Fix> mend_literal(const Literal& literal, const SalesforceField& field,
                                std::string pointer) {
  Literal better = literal;
  if (literal.kind == LiteralKind::text && (literal.text == "true" || literal.text == "false")) {
    better = {LiteralKind::truth, {}, literal.text == "true"};
  } else if (literal.kind == LiteralKind::text && schema::is_number_like(field.type)) {
    if (!convert::is_json_number(literal.text)) return std::nullopt;
    better.kind = LiteralKind::number;
  } else if (literal.kind == LiteralKind::number) {
    better.kind = LiteralKind::text;
  } else if (literal.kind == LiteralKind::truth) {
    better = {LiteralKind::text, literal.truth ? "true" : "false", false};
  } else if (literal.kind == LiteralKind::text && field.type == FieldType::picklist) {
    const std::optional<std::string_view> meant = meant_value(convert::trim(literal.text), field);
    if (meant) better.text = *meant;
  }
  if (better == literal || literal_problem(better, field)) return std::nullopt;
  std::string value = better.kind == LiteralKind::truth    ? better.truth ? "true" : "false"
                      : better.kind == LiteralKind::number ? better.text
                                                           : quoted(better.text);
  std::string title = "Change to " + value;
  return one_step(std::move(title), "replace", std::move(pointer), std::move(value));
}

}  // namespace crosswalk::validate
