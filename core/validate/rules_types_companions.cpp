// Rules about fields that belong together: the halves of a location, a dependent picklist and its
// controlling field, a state and its country.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/types.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::SalesforceField;

// Calls visit(field, pointer_of) for each known field that is written, by lines and constants.
template <class Visit>
void for_written(const ObjectPair& pair, Visit visit) {
  if (!pair.fields_known() || !pair.pushes) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != nullptr && line.pushes) {
      visit(*line.salesforce, &line, nullptr);
    }
  }
  for (const SentLiteral& literal : pair.literals) {
    if (literal.constant != nullptr) visit(*literal.field, nullptr, &literal);
  }
}

std::string place_of(const ObjectPair& pair, const FieldPair* line, const SentLiteral* constant) {
  return line != nullptr ? salesforce_pointer(pair, *line)
                         : json::child(constant->constant->pointer, "salesforce");
}

Fix remove_writer(const FieldPair* line, const SentLiteral* constant) {
  return line != nullptr ? remove_line(*line) : remove_constant(*constant->constant);
}

// The other coordinate of the same place, or null.
const SalesforceField* other_half(const ObjectPair& pair, const SalesforceField& half) {
  for (const SalesforceField& field : pair.salesforce->fields) {
    if (&field != &half && coordinate_of(field) != Coordinate::none &&
        names::same_name(field.compound_field_name, half.compound_field_name)) {
      return &field;
    }
  }
  return nullptr;
}

void locations_are_whole(const ObjectPair& pair, Report& report) {
  for_written(pair, [&](const SalesforceField& field, const FieldPair* line,
                        const SentLiteral* constant) {
    if (coordinate_of(field) == Coordinate::none) return;
    const SalesforceField* const other = other_half(pair, field);
    if (other == nullptr || pair.fills(*other)) return;
    Diagnostic found = make(codes::kHalfLocation, place_of(pair, line, constant),
                            sentence({field, " is written without its other half, ", *other, "."}));
    found.fixes.push_back(remove_writer(line, constant));
    report.add(std::move(found));
  });
}

// Org setting "state and country picklists": the text fields have a list of codes beside them.
const SalesforceField* code_field(const ObjectPair& pair, const SalesforceField& text) {
  const std::string_view name = text.name;
  if (!name.ends_with("State") && !name.ends_with("Country")) return nullptr;
  if (text.type == FieldType::picklist) return nullptr;
  const SalesforceField* const code = pair.salesforce->find(text.name + "Code");
  return code != nullptr && code->type == FieldType::picklist ? code : nullptr;
}

bool is_listed(std::string_view text, const SalesforceField& codes) {
  return std::any_of(codes.picklist_values.begin(), codes.picklist_values.end(),
                     [text](const schema::PicklistValue& value) {
                       return value.active && (names::same_name(value.label, text) ||
                                               names::same_name(value.value, text));
                     });
}

std::optional<std::string_view> meant_place(std::string_view text, const SalesforceField& codes) {
  std::vector<std::string_view> labels;
  for (const schema::PicklistValue& value : codes.picklist_values) {
    if (value.active) labels.push_back(value.label);
  }
  return names::nearest(text, labels);
}

void check_place_constant(const SentLiteral& literal, const SalesforceField& codes,
                          Report& report) {
  if (!literal.is_text() || codes.picklist_values.empty() || literal.value->text.empty() ||
      is_listed(literal.value->text, codes)) {
    return;
  }
  Diagnostic found = make(
      codes::kStateNotInList, literal.pointer(),
      sentence({Part::quoted(literal.value->text), " is not in the org's list of ", codes, "."}));
  found.severity = Severity::error;
  if (const auto meant = meant_place(literal.value->text, codes)) {
    found.message += sentence({" Did you mean ", Part::quoted(*meant), "?"});
    found.fixes.push_back(replace_literal(literal, quoted(*meant)));
  }
  report.add(std::move(found));
}

void check_place_line(const ObjectPair& pair, const FieldPair& line, const SalesforceField& codes,
                      Report& report) {
  if (!line.known()) return;
  const std::vector<std::string_view> values = sent_values(line);
  std::vector<std::string> missing;
  for (const std::string_view value : values) {
    if (!is_listed(value, codes)) missing.emplace_back(value);
  }
  if (!values.empty() && missing.empty()) return;
  Diagnostic found = make(
      codes::kStateNotInList, salesforce_pointer(pair, line),
      values.empty() ? sentence({*line.salesforce, " takes only texts of the org's list, and ",
                                 *line.platform, " may hold any."})
                     : sentence({"The org's list of ", codes, " lacks ", listed(missing), "."}));
  report.add(std::move(found));
}

void places_are_listed(const ObjectPair& pair, Report& report) {
  for_written(
      pair, [&](const SalesforceField& field, const FieldPair* line, const SentLiteral* constant) {
        const SalesforceField* const codes = code_field(pair, field);
        if (codes == nullptr) return;
        if (constant != nullptr) return check_place_constant(*constant, *codes, report);
        check_place_line(pair, *line, *codes, report);
      });
}

bool fills(const ObjectPair& pair, const std::string& name) {
  const SalesforceField* const field = pair.salesforce->find(name);
  return field != nullptr && pair.fills(*field);
}

void states_have_their_country(const ObjectPair& pair, Report& report) {
  if (!pair.mapping->create) return;
  for_written(
      pair, [&](const SalesforceField& field, const FieldPair* line, const SentLiteral* constant) {
        std::string stem = field.name;  // "Billing" of BillingState and BillingStateCode
        if (stem.ends_with("StateCode")) {
          stem.resize(stem.size() - 9);
        } else if (stem.ends_with("State")) {
          stem.resize(stem.size() - 5);
        } else {
          return;
        }
        // The codes are there where the org has lists of states and countries.
        const SalesforceField* const code = pair.salesforce->find(stem + "CountryCode");
        if (code == nullptr || pair.fills(*code) || fills(pair, stem + "Country")) return;
        report.add(make(codes::kStateWithoutCountry, place_of(pair, line, constant),
                        sentence({field, " is written, and nothing fills ", stem, "Country or ",
                                  stem, "CountryCode."})));
      });
}

void places_are_written_once(const ObjectPair& pair, Report& report) {
  for_written(
      pair, [&](const SalesforceField& field, const FieldPair* line, const SentLiteral* constant) {
        const SalesforceField* const code = code_field(pair, field);
        if (code == nullptr || !pair.fills(*code)) return;
        Diagnostic found = make(codes::kStateTwice, place_of(pair, line, constant),
                                sentence({field, " is written, and so is ", *code, "."}));
        found.fixes.push_back(remove_writer(line, constant));
        report.add(std::move(found));
      });
}

constexpr std::array kRules{
    ObjectRule{codes::kHalfLocation, "locations are whole", "type compoundFieldName",
               locations_are_whole},
    ObjectRule{codes::kStateNotInList, "states and countries are in the org's list",
               "name type picklistValues", places_are_listed},
    ObjectRule{codes::kStateWithoutCountry, "states have their country", "name type",
               states_have_their_country},
    ObjectRule{codes::kStateTwice, "states and countries are written once", "name type",
               places_are_written_once},
};

}  // namespace

RuleFamily companion_rules() { return {.name = "companions", .object_rules = kRules}; }

}  // namespace crosswalk::validate
