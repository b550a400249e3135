// Rules about single values of types that only nearly go together: days and instants, two and three
// truth values, percentages, long numbers.

#include <array>
#include <utility>

#include "diagnostic/codes/types.hpp"
#include "json/pointer.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::PlatformType;

// A double keeps every decimal number of so many digits.
constexpr std::uint32_t kExactDigits = 15;

void days_stay_days(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!loses_its_zone(field)) return;
  const std::string day = field.platform->type == PlatformType::date ? named(*field.platform)
                                                                     : named(*field.salesforce);
  const compat::FieldVerdict& verdict =
      field.push_verdict ? *field.push_verdict : *field.pull_verdict;
  report.add(make(codes::kDayDependsOnZone, salesforce_pointer(pair, field),
                  sentence({*field.platform, " and ", *field.salesforce, ": only ", day,
                            " is a day. ", verdict.reason}),
                  verdict.loss));
}

PatchOp add_member(const FieldPair& field, std::string_view member, std::string_view value_json) {
  return step("add", json::child(field.line->pointer, member), std::string(value_json));
}

void unknown_is_decided(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!may_be_unknown(field) || field.line->on_null != mapping::OnNull::clear) return;
  Diagnostic found = make(
      codes::kUnknownTruth, salesforce_pointer(pair, field),
      sentence({*field.platform, " may be unknown, and ", *field.salesforce, " is a checkbox."}));
  if (!pair.mapping->short_fields) {
    found.fixes.push_back(
        {"Take unknown for not ticked",
         {add_member(field, "default", "false"), add_member(field, "onNull", "\"default\"")},
         {}});
    found.fixes.push_back(
        {"Leave the checkbox as it is", {add_member(field, "onNull", "\"skip\"")}, {}});
  }
  report.add(std::move(found));
}

// At most one digit before the point, as fractions of one have.
void percentages_are_whole(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce->type != FieldType::percent) return;
  const schema::PlatformField& own = *field.platform;
  if (own.type != PlatformType::percent && own.type != PlatformType::number) return;
  if (!own.precision || !own.scale || *own.scale == 0 || *own.precision > *own.scale + 1) return;
  report.add(make(codes::kPercentFraction, salesforce_pointer(pair, field),
                  sentence({own, " has at most one digit before the point: 0.15 would arrive in ",
                            *field.salesforce, " as 0.15 %."})));
}

// Amounts are declared with 18 digits as a habit, and never come near them.
void digits_are_kept(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const schema::SalesforceField& target = *field.salesforce;
  if (field.platform->type != PlatformType::number || target.type != FieldType::double_ ||
      target.precision <= kExactDigits || field.platform->precision.value_or(0) <= kExactDigits) {
    return;
  }
  const std::uint32_t digits = std::min(target.precision, *field.platform->precision);
  report.add(make(codes::kTooManyDigits, salesforce_pointer(pair, field),
                  sentence({*field.platform, " and ", target, " may have ", std::to_string(digits),
                            " digits; of numbers beyond ", std::to_string(kExactDigits),
                            ", the last digits may change."})));
}

// The two values that stand for true and false, where the picklist has such a pair.
std::optional<std::string> truth_map(const schema::SalesforceField& field) {
  constexpr std::string_view kPairs[][2] = {
      {"Yes", "No"}, {"Y", "N"}, {"On", "Off"}, {"1", "0"}, {"Active", "Inactive"}};
  for (const auto& words : kPairs) {
    const schema::PicklistValue* const yes = field.find_value(words[0]);
    const schema::PicklistValue* const no = field.find_value(words[1]);
    if (yes == nullptr || no == nullptr) continue;
    return sentence({"[{ \"map\": { \"true\": ", Part::quoted(yes->value),
                     ", \"false\": ", Part::quoted(no->value), " } }]"});
  }
  return std::nullopt;
}

void truths_are_in_the_picklist(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!misses_truths(field)) return;
  const schema::SalesforceField& target = *field.salesforce;
  Diagnostic found = make(codes::kTruthNotInPicklist, salesforce_pointer(pair, field),
                          sentence({*field.platform, " is true or false, and the picklist ", target,
                                    " has no such values."}));
  if (!target.restricted_picklist) {
    found.severity = Severity::warning;
    found.cause = "The text \"true\" or \"false\" is stored, though the picklist does not list it.";
  }
  if (auto map = truth_map(target)) {
    offer(found, set_member(pair, field, "transform", *map, "Map the values to the picklist's"));
  }
  report.add(std::move(found));
}

constexpr std::array kRules{
    FieldRule{codes::kDayDependsOnZone, "days do not depend on a zone", "type", days_stay_days},
    FieldRule{codes::kUnknownTruth, "what unknown becomes is said", "type", unknown_is_decided},
    FieldRule{codes::kPercentFraction, "percentages are no fractions", "type",
              percentages_are_whole},
    FieldRule{codes::kTooManyDigits, "no digit is lost", "type precision", digits_are_kept},
    FieldRule{codes::kTruthNotInPicklist, "truths are in the picklist",
              "type restrictedPicklist picklistValues", truths_are_in_the_picklist},
};

}  // namespace

bool loses_its_zone(const FieldPair& field) {
  const PlatformType own = field.platform->type;
  const FieldType type = field.salesforce->type;
  return (field.pushes || field.pulls) &&
         ((own == PlatformType::date && type == FieldType::datetime) ||
          (own == PlatformType::datetime && type == FieldType::date));
}

bool may_be_unknown(const FieldPair& field) {
  return field.pushes && field.platform->type == PlatformType::nullable_boolean &&
         field.salesforce->type == FieldType::boolean;
}

bool misses_truths(const FieldPair& field) {
  return field.pushes && is_truth(field.platform->type) &&
         field.salesforce->type == FieldType::picklist &&
         !field.salesforce->picklist_values.empty() && map_of(*field.line) == nullptr &&
         (field.salesforce->find_value("true") == nullptr ||
          field.salesforce->find_value("false") == nullptr);
}

RuleFamily scalar_rules() { return {.name = "scalars", .known_field_rules = kRules}; }

}  // namespace crosswalk::validate
