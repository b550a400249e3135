// Rules about what happens to values on their way: the compatibility relation, lengths, digits,
// lists.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using compat::Class;
using compat::FieldVerdict;
using diagnostic::make;
using schema::PlatformType;

std::string types_of(const FieldPair& field) {
  return sentence({*field.platform, (field.sent_as ? " becomes " : " is "),
                   with_article(compat::words(field.sent_as.value_or(field.platform->type))), ", ",
                   *field.salesforce, " is ",
                   with_article(compat::words(compat::kind_of(*field.salesforce)))});
}

bool has_transform(const FieldPair& field, std::string_view name) {
  return std::any_of(field.line->transforms.begin(), field.line->transforms.end(),
                     [name](const mapping::Transform& transform) {
                       return mapping::row_of(transform.step).name == name;
                     });
}

// A transform that the verdict names as a remedy settles the matter.
bool is_remedied(const FieldPair& field, const FieldVerdict& verdict) {
  for (const compat::Remedy& remedy : verdict.remedies) {
    if (!remedy.transform.empty() && has_transform(field, remedy.transform)) return true;
  }
  return false;
}

std::string with_advice(std::string text, const FieldVerdict& verdict) {
  for (const compat::Remedy& remedy : verdict.remedies) {
    if (!text.empty()) text += ' ';
    text += remedy.advice;
  }
  return text;
}

void offer_join(const ObjectPair& pair, const FieldPair& field, const FieldVerdict& verdict,
                Diagnostic& found) {
  for (const compat::Remedy& remedy : verdict.remedies) {
    if (remedy.transform != "join") continue;
    offer(found, set_member(pair, field, "transform", "[{ \"join\": \";\" }]",
                            "Join the values by semicolons"));
  }
}

bool is_number(const FieldPair& field) {
  return !field.sent_as && schema::is_number_like(field.salesforce->type) &&
         (field.platform->type == PlatformType::number ||
          field.platform->type == PlatformType::integer ||
          field.platform->type == PlatformType::currency ||
          field.platform->type == PlatformType::percent);
}

bool has_text_lengths(const FieldPair& field) {
  return !field.sent_as && field.salesforce->length > 0 && field.platform->max_length &&
         schema::is_text_like(field.salesforce->type) && !is_choice(field.salesforce->type);
}

bool is_incompatible(const FieldPair& field, const std::optional<FieldVerdict>& verdict) {
  return verdict && verdict->cls == Class::incompatible && !is_remedied(field, *verdict);
}

void types_are_compatible(const ObjectPair& pair, const FieldPair& field, Report& report) {
  // A field that cannot be written at all has a finding of its own.
  const bool push_bad =
      is_incompatible(field, field.push_verdict) && !schema::is_read_only(*field.salesforce);
  const bool pull_bad = is_incompatible(field, field.pull_verdict);
  if (!push_bad && !pull_bad) return;
  const FieldVerdict& verdict = push_bad ? *field.push_verdict : *field.pull_verdict;
  std::string way;
  if (field.pushes && field.pulls && push_bad != pull_bad) {
    way = push_bad ? " on the way to Salesforce" : " on the way to the platform";
  }
  Diagnostic found = make(codes::kIncompatibleTypes, salesforce_pointer(pair, field),
                          sentence({types_of(field), ": they cannot be mapped", way, "."}),
                          with_advice(verdict.reason, verdict));
  if (push_bad) offer_join(pair, field, verdict, found);
  if (push_bad && field.pulls && !pull_bad) {
    offer(found, set_member(pair, field, "direction", "\"pull\"", "Only read it from Salesforce"));
  }
  if (pull_bad && field.pushes && !push_bad) {
    offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it to Salesforce"));
  }
  offer_removal(pair, field, found);
  report.add(std::move(found));
}

void report_loss(const ObjectPair& pair, const FieldPair& field, const FieldVerdict& verdict,
                 std::string_view way, Report& report) {
  if (verdict.cls != Class::lossy || is_remedied(field, verdict)) return;
  if (loses_its_zone(field) || may_be_unknown(field)) return;  // findings of their own
  // Masked text has a finding of its own.
  if (field.salesforce->type == schema::FieldType::encryptedstring) return;
  report.add(make(codes::kLossyTypes, salesforce_pointer(pair, field),
                  sentence({"On the way to ", way, ", something is lost: ", verdict.loss}),
                  with_advice(sentence({types_of(field), ". ", verdict.reason}), verdict)));
}

void nothing_is_lost(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.push_verdict) report_loss(pair, field, *field.push_verdict, "Salesforce", report);
  if (field.pull_verdict) report_loss(pair, field, *field.pull_verdict, "the platform", report);
}

void report_length(const ObjectPair& pair, const FieldPair& field, std::uint32_t from,
                   std::uint32_t into, const std::string& source, const std::string& target,
                   Report& report) {
  if (from <= into || field.line->on_too_long == mapping::OnTooLong::truncate) return;
  Diagnostic found = make(codes::kTextMayBeTooLong, salesforce_pointer(pair, field),
                          sentence({source, " may have ", std::to_string(from), " characters, ",
                                    target, " takes ", std::to_string(into), "."}),
                          "Records with a longer text will be refused. With \"onTooLong\": "
                          "\"truncate\" the text is cut instead.");
  // Half of an address or a choice means something else.
  const schema::FieldType type = field.salesforce->type;
  if (type != schema::FieldType::email && type != schema::FieldType::phone &&
      type != schema::FieldType::url) {
    offer(found, set_member(pair, field, "onTooLong", "\"truncate\"", "Cut longer texts"));
  } else {
    found.cause = "Records with a longer text will be refused.";
  }
  report.add(std::move(found));
}

void texts_are_short_enough(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!has_text_lengths(field)) return;
  if (field.push_verdict && field.push_verdict->cls != Class::incompatible) {
    report_length(pair, field, *field.platform->max_length, field.salesforce->length,
                  named(*field.platform), named(*field.salesforce), report);
  }
  if (field.pull_verdict && field.pull_verdict->cls != Class::incompatible) {
    report_length(pair, field, field.salesforce->length, *field.platform->max_length,
                  named(*field.salesforce), named(*field.platform), report);
  }
}

void report_digits(const ObjectPair& pair, const FieldPair& field, const FieldVerdict& verdict,
                   std::string_view way, Report& report) {
  if (verdict.cls != Class::conditional) return;
  report.add(make(codes::kNumberMayNotFit, salesforce_pointer(pair, field),
                  sentence({"On the way to ", way, ", some numbers may not fit: ", verdict.reason}),
                  with_advice(verdict.loss, verdict)));
}

void numbers_fit(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!is_number(field)) return;
  if (field.push_verdict) report_digits(pair, field, *field.push_verdict, "Salesforce", report);
  if (field.pull_verdict) report_digits(pair, field, *field.pull_verdict, "the platform", report);
}

// A map from the platform's spelling to the picklist's, where each missing value has a near one.
std::optional<Fix> offer_map(const ObjectPair& pair, const FieldPair& field) {
  if (!field.line->transforms.empty()) return std::nullopt;
  std::string map = "[{ \"map\": {";
  const char* separator = " ";
  for (const std::string& value : field.platform->values) {
    std::string_view becomes = value;
    if (field.salesforce->find_value(value) == nullptr) {
      const std::optional<std::string_view> near = meant_value(value, *field.salesforce);
      if (!near) return std::nullopt;
      becomes = *near;
    }
    map += sentence({separator, Part::quoted(value), ": ", Part::quoted(becomes)});
    separator = ", ";
  }
  map += " } }]";
  return set_member(pair, field, "transform", map, "Map the values to the picklist's");
}

void picklist_has_the_values(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.push_verdict || field.sent_as || !is_choice(field.salesforce->type) ||
      !is_choice(field.platform->type) || field.salesforce->picklist_values.empty()) {
    return;
  }
  const bool restricted = field.salesforce->restricted_picklist;
  // What a map gives to a restricted picklist has a finding of its own, and so have inactive ones.
  if (restricted && map_of(*field.line) != nullptr) return;
  const std::vector<std::string_view> values = sent_values(field);
  const NameSet known = all_values(*field.salesforce);
  std::vector<std::string> missing;
  for (const std::string_view value : values) {
    if (!known.contains(value)) missing.emplace_back(value);
  }
  if (missing.empty()) return;
  const bool none_fits = missing.size() == values.size();
  Diagnostic found = make(
      codes::kPicklistValueMissing, salesforce_pointer(pair, field),
      sentence({"The picklist ", *field.salesforce, " lacks ", listed(missing), "."}),
      restricted ? "The picklist is restricted: Salesforce refuses values that it lacks. Add them "
                   "to the picklist, or map them to values that it has."
                 : "The picklist is not restricted: Salesforce stores the values all the same, and "
                   "reports and filters will not know them.");
  found.severity = restricted && none_fits ? Severity::error : Severity::warning;
  offer(found, offer_map(pair, field));
  report.add(std::move(found));
}

void platform_has_the_values(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.pull_verdict || field.sent_as || !is_choice(field.salesforce->type) ||
      !is_choice(field.platform->type) || field.platform->values.empty() ||
      map_of(*field.line) != nullptr) {
    return;
  }
  std::vector<std::string> missing;
  for (const schema::PicklistValue& choice : field.salesforce->picklist_values) {
    const bool known = std::any_of(
        field.platform->values.begin(), field.platform->values.end(),
        [&choice](const std::string& value) { return names::same_name(value, choice.value); });
    if (choice.active && !known) missing.push_back(choice.value);
  }
  if (missing.empty()) return;
  report.add(make(codes::kPlatformValueMissing, salesforce_pointer(pair, field),
                  sentence({"The platform's list ", *field.platform, " lacks ", listed(missing),
                            " of the picklist."}),
                  "Records with such a value in Salesforce will be refused on the way to the "
                  "platform."));
}

// Of two texts the lengths have had their say, but not whether a text is an e-mail address.
bool may_be_no_address(const FieldPair& field) {
  return (field.salesforce->type == schema::FieldType::email) !=
         (field.platform->type == PlatformType::email);
}

void report_condition(const ObjectPair& pair, const FieldPair& field, const FieldVerdict& verdict,
                      std::string_view way, Report& report) {
  if (verdict.cls != Class::conditional || is_remedied(field, verdict)) return;
  Diagnostic found = make(
      codes::kConditionalTypes, salesforce_pointer(pair, field),
      sentence({"On the way to ", way, ", not every value can be converted: ", verdict.reason}),
      with_advice(sentence({types_of(field), ". ", verdict.loss}), verdict));
  offer_join(pair, field, verdict, found);
  report.add(std::move(found));
}

FieldVerdict without_lengths(const FieldPair& field, compat::Way way) {
  const compat::Verdict cell =
      compat::verdict(field.platform->type, compat::kind_of(*field.salesforce), way);
  return {cell.cls, std::string(cell.reason), std::string(cell.loss), cell.remedies, cell.note};
}

// What is left of the conditional pairs once lengths, digits and lists have had their say.
void values_meet_the_condition(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (is_number(field) || misses_truths(field)) return;
  if (!field.sent_as && is_choice(field.salesforce->type) && is_choice(field.platform->type)) {
    return;
  }
  const bool texts = has_text_lengths(field);
  if (texts && !may_be_no_address(field)) return;
  const auto check = [&](const std::optional<FieldVerdict>& verdict, compat::Way way,
                         std::string_view words) {
    if (!verdict || verdict->cls == Class::incompatible) return;
    report_condition(pair, field, texts ? without_lengths(field, way) : *verdict, words, report);
  };
  check(field.push_verdict, compat::Way::to_salesforce, "Salesforce");
  check(field.pull_verdict, compat::Way::to_platform, "the platform");
}

constexpr std::array kRules{
    FieldRule{codes::kIncompatibleTypes, "the types can be mapped",
              "type calculated calculatedFormula autoNumber", types_are_compatible},
    FieldRule{codes::kLossyTypes, "nothing is lost on the way", "type htmlFormatted scale",
              nothing_is_lost},
    FieldRule{codes::kTextMayBeTooLong, "texts are short enough", "length type",
              texts_are_short_enough},
    FieldRule{codes::kNumberMayNotFit, "numbers fit", "type precision scale digits", numbers_fit},
    FieldRule{codes::kPicklistValueMissing, "the picklist has the platform's values",
              "picklistValues restrictedPicklist", picklist_has_the_values},
    FieldRule{codes::kConditionalTypes, "values meet the condition", "type picklistValues",
              values_meet_the_condition},
    FieldRule{codes::kPlatformValueMissing, "the platform has the picklist's values",
              "picklistValues", platform_has_the_values},
};

}  // namespace

RuleFamily type_rules() { return {.name = "types", .known_field_rules = kRules}; }

}  // namespace crosswalk::validate
