// Rules about values that are written in the mapping and that Salesforce would take: most likely
// something else was meant.

#include <algorithm>
#include <array>
#include <utility>

#include "convert/decimal.hpp"
#include "convert/text.hpp"
#include "diagnostic/codes/values.hpp"
#include "schema/field_kind.hpp"
#include "validate/literal_fit.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using convert::Decimal;
using diagnostic::make;
using schema::FieldType;
using schema::SalesforceField;

bool is_blank(std::string_view text) { return convert::trim(text).empty(); }

void check_choice(const SentLiteral& literal, std::string_view value, Report& report) {
  const SalesforceField& field = *literal.field;
  if (field.find_value(value) != nullptr) return;
  if (report.full()) return report.add(make(codes::kValueOffList, "", ""));
  const bool inactive = all_values(field).contains(value);
  Diagnostic found = make(
      codes::kValueOffList, literal.pointer(),
      sentence({literal.subject(), ", ", Part::quoted(value), ", is ",
                (inactive ? "inactive in the picklist " : "not in the picklist "), field, "."}));
  const auto meant = meant_value(value, field);
  if (meant && field.type == FieldType::picklist) {
    found.message += sentence({" Did you mean ", Part::quoted(*meant), "?"});
    found.fixes.push_back(replace_literal(literal, quoted(*meant)));
  }
  report.add(std::move(found));
}

// A restricted picklist refuses the value: then it is a value that does not fit.
void choices_are_listed(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    const SalesforceField& field = *literal.field;
    if (!is_choice(field.type) || field.restricted_picklist || !literal.is_text() ||
        field.picklist_values.empty()) {
      continue;
    }
    if (field.type == FieldType::picklist) {
      const std::string_view value = convert::trim(literal.value->text);
      if (!value.empty()) check_choice(literal, value, report);
      continue;
    }
    convert::for_each_member(literal.value->text, ";", [&](std::string_view value) {
      check_choice(literal, value, report);
      return true;
    });
  }
}

void texts_are_trimmed(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    if (!literal.is_text() || !schema::is_text_like(literal.field->type)) continue;
    const std::string& text = literal.value->text;
    const std::string_view kept = convert::trim(text);
    if (kept.size() == text.size() || literal_problem(*literal.value, *literal.field)) continue;
    Diagnostic found = make(codes::kValueTrimmed, literal.pointer(),
                            kept.empty() ? literal.subject() + " is nothing but blanks."
                                         : literal.subject() + " begins or ends with blanks.");
    if (!kept.empty()) found.fixes.push_back(replace_literal(literal, quoted(kept)));
    report.add(std::move(found));
  }
}

bool is_within(const Decimal& number, std::string_view lowest, std::string_view highest) {
  return Decimal::compare(number, *Decimal::read(lowest)) >= 0 &&
         Decimal::compare(number, *Decimal::read(highest)) <= 0;
}

void coordinates_are_on_the_globe(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    if (!literal.is_number()) continue;
    const Coordinate coordinate = coordinate_of(*literal.field);
    if (coordinate == Coordinate::none) continue;
    const std::optional<Decimal> number = Decimal::read(literal.value->text);
    const bool latitude = coordinate == Coordinate::latitude;
    if (!number || is_within(*number, latitude ? "-90" : "-180", latitude ? "90" : "180")) continue;
    report.add(make(codes::kCoordinateOutOfRange, literal.pointer(),
                    sentence({literal.subject(), ", ", literal.value->text, ", is no ",
                              (latitude ? "latitude." : "longitude.")})));
  }
}

bool looks_like_url(std::string_view text) {
  return text.find('.') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// Letters may stand behind an extension's mark; a phone number has digits all the same.
bool looks_like_phone(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char letter) { return letter >= '0' && letter <= '9'; }) >= 3;
}

void forms_are_usual(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    const FieldType type = literal.field->type;
    if ((type != FieldType::url && type != FieldType::phone) || !literal.is_text() ||
        is_blank(literal.value->text)) {
      continue;
    }
    const std::string_view text = convert::trim(literal.value->text);
    if (type == FieldType::url ? looks_like_url(text) : looks_like_phone(text)) continue;
    report.add(
        make(codes::kOddForm, literal.pointer(),
             sentence({literal.subject(), ", ", Part::quoted(text), ", does not look like a ",
                       (type == FieldType::url ? "URL." : "phone number.")})));
  }
}

// A number below one, times a hundred: the digits two places on.
std::string in_per_cent(std::string_view fraction) {
  const bool negative = fraction.front() == '-';
  std::string digits(fraction.substr(fraction.find('.') + 1));
  digits.resize(std::max<std::size_t>(digits.size(), 2), '0');
  std::string whole = digits.substr(0, 2);
  if (whole.front() == '0') whole.erase(0, 1);
  const std::string rest = digits.substr(2);
  return (negative ? "-" : "") + whole + (rest.empty() ? "" : "." + rest);
}

void percentages_are_meant(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    if (literal.field->type != FieldType::percent || !literal.is_number()) continue;
    const std::string& text = literal.value->text;
    const std::optional<Decimal> number = Decimal::read(text);
    if (!number || number->is_zero() || number->integer_digits() > 0 ||
        text.find_first_of("eE") != std::string::npos) {
      continue;
    }
    Diagnostic found =
        make(codes::kPercentLiteral, literal.pointer(),
             sentence({literal.subject(), " is ", text, " %, less than one per cent."}));
    if (std::string better = in_per_cent(text); better != text) {
      mapping::Literal changed = *literal.value;
      changed.text = better;
      if (!literal_problem(changed, *literal.field)) {
        found.fixes.push_back(replace_literal(literal, std::move(better)));
      }
    }
    report.add(std::move(found));
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kValueOffList, "written values are in the picklist",
               "type restrictedPicklist picklistValues", choices_are_listed},
    ObjectRule{codes::kValueTrimmed, "no blanks stand around written values", "type",
               texts_are_trimmed},
    ObjectRule{codes::kCoordinateOutOfRange, "coordinates are on the globe",
               "type name compoundFieldName", coordinates_are_on_the_globe},
    ObjectRule{codes::kOddForm, "URLs and phone numbers look like some", "type", forms_are_usual},
    ObjectRule{codes::kPercentLiteral, "percentages are meant as such", "type precision scale",
               percentages_are_meant},
};

}  // namespace

RuleFamily literal_rules() { return {.name = "literals", .object_rules = kRules}; }

}  // namespace crosswalk::validate
