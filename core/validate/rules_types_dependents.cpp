// Rules about dependent picklists: a value goes with some values of the controlling field and not
// with others, which the describe says in `validFor`, a bit for each of the controller's values.

#include <algorithm>
#include <array>
#include <utility>

#include "convert/text.hpp"
#include "diagnostic/codes/types.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::PicklistValue;
using schema::SalesforceField;

int base64_digit(char letter) {
  if (letter >= 'A' && letter <= 'Z') return letter - 'A';
  if (letter >= 'a' && letter <= 'z') return letter - 'a' + 26;
  if (letter >= '0' && letter <= '9') return letter - '0' + 52;
  if (letter == '+' || letter == '-') return 62;
  return letter == '/' || letter == '_' ? 63 : -1;
}

// Bit n of a base64 text, the most significant of the first byte first: six to a letter. A bit
// beyond the text is not set.
bool has_bit(std::string_view base64, std::size_t n) {
  if (n / 6 >= base64.size()) return false;
  const int digit = base64_digit(base64[n / 6]);
  return digit >= 0 && ((digit >> (5 - n % 6)) & 1) != 0;
}

// What is sent into one field: each value that is certain to be among them.
struct Sent {
  std::vector<std::string_view> values;
  const FieldPair* line = nullptr;
  const SentLiteral* constant = nullptr;
};

// Nothing where the field is not written, or by values that only the records know.
Sent sent_into(const ObjectPair& pair, const SalesforceField& field) {
  for (const SentLiteral& literal : pair.literals) {
    if (literal.constant == nullptr || literal.field != &field) continue;
    if (literal.is_text()) {
      Sent sent{{}, nullptr, &literal};
      convert::for_each_member(literal.value->text, ";", [&sent](std::string_view value) {
        sent.values.push_back(value);
        return true;
      });
      return sent;
    }
    if (literal.value->kind == mapping::LiteralKind::truth) {
      return {{literal.value->truth ? "true" : "false"}, nullptr, &literal};
    }
    return {};
  }
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == &field && line.pushes && line.known()) {
      return {sent_values(line), &line, nullptr};
    }
  }
  return {};
}

// The controller's value by its number, inactive ones counted; a checkbox has false and true.
std::optional<std::size_t> index_of(const SalesforceField& controller, std::string_view value) {
  if (controller.type == FieldType::boolean) {
    if (value != "true" && value != "false") return std::nullopt;
    return value == "true" ? 1 : 0;
  }
  for (std::size_t i = 0; i < controller.picklist_values.size(); ++i) {
    if (names::same_name(controller.picklist_values[i].value, value)) return i;
  }
  return std::nullopt;
}

std::vector<std::size_t> indexes_of(const SalesforceField& controller, const Sent& sent) {
  std::vector<std::size_t> indexes;
  for (const std::string_view value : sent.values) {
    if (const auto index = index_of(controller, value)) indexes.push_back(*index);
  }
  return indexes;
}

// Without `validFor` nothing is known.
bool goes_with(const PicklistValue& value, const std::vector<std::size_t>& indexes) {
  if (value.valid_for.empty()) return true;
  return std::any_of(indexes.begin(), indexes.end(),
                     [&value](std::size_t index) { return has_bit(value.valid_for, index); });
}

// The dependent values that go with the controller's; for a message and for a fix.
std::vector<std::string> values_for(const SalesforceField& field,
                                    const std::vector<std::size_t>& indexes) {
  std::vector<std::string> values;
  for (const PicklistValue& value : field.picklist_values) {
    if (value.active && goes_with(value, indexes)) values.push_back(value.value);
  }
  return values;
}

void report_contradiction(const ObjectPair& pair, const SalesforceField& field,
                          const SalesforceField& controller, const Sent& dependent,
                          const Sent& controlling, const std::vector<std::size_t>& indexes,
                          const std::vector<std::string>& wrong, Report& report) {
  const std::vector<std::string> right = values_for(field, indexes);
  std::vector<std::string> given(controlling.values.begin(), controlling.values.end());
  Diagnostic found = make(
      codes::kDependentContradiction,
      dependent.line != nullptr ? salesforce_pointer(pair, *dependent.line)
                                : dependent.constant->pointer(),
      sentence({"In ", field, ", ", listed(wrong),
                (wrong.size() == 1 ? " does not go with " : " do not go with "), listed(given, 3),
                " in ", controller, "; ",
                (right.empty() ? std::string("no value does.") : listed(right, 12) + " would.")}));
  const bool all = wrong.size() == dependent.values.size();
  if (field.restricted_picklist && all) found.severity = Severity::error;
  if (dependent.constant != nullptr && right.size() == 1) {
    found.fixes.push_back(replace_literal(*dependent.constant, quoted(right.front())));
  }
  report.add(std::move(found));
}

void check_dependent(const ObjectPair& pair, const SalesforceField& field, Report& report) {
  const SalesforceField* const controller = pair.salesforce->find(field.controller_name);
  if (controller == nullptr || field.picklist_values.empty()) return;
  const Sent dependent = sent_into(pair, field);
  if (dependent.values.empty()) return;
  const Sent controlling = sent_into(pair, *controller);
  const std::vector<std::size_t> indexes = indexes_of(*controller, controlling);
  if (indexes.empty()) return;
  std::vector<std::string> wrong;
  for (const std::string_view value : dependent.values) {
    const PicklistValue* const known = field.find_value(value);
    if (known != nullptr && !goes_with(*known, indexes)) wrong.push_back(known->value);
  }
  if (wrong.empty()) return;
  report_contradiction(pair, field, *controller, dependent, controlling, indexes, wrong, report);
}

void dependents_go_with_their_controllers(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !pair.pushes) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != nullptr && line.pushes && line.salesforce->dependent_picklist) {
      check_dependent(pair, *line.salesforce, report);
    }
  }
  for (const SentLiteral& literal : pair.literals) {
    if (literal.constant != nullptr && literal.field->dependent_picklist) {
      check_dependent(pair, *literal.field, report);
    }
  }
}

void constants_have_their_controllers(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    if (literal.constant == nullptr || !literal.field->dependent_picklist || !literal.is_text()) {
      continue;
    }
    const SalesforceField* const controller = pair.salesforce->find(literal.field->controller_name);
    if (controller == nullptr || controller->type == FieldType::boolean ||
        pair.fills(*controller)) {
      continue;
    }
    const PicklistValue* const value = literal.field->find_value(literal.value->text);
    if (value == nullptr || value->valid_for.empty()) continue;
    std::vector<std::string> needed;
    for (std::size_t i = 0; i < controller->picklist_values.size(); ++i) {
      const PicklistValue& own = controller->picklist_values[i];
      if (own.active && has_bit(value->valid_for, i)) needed.push_back(own.value);
    }
    Diagnostic found = make(codes::kControllerUnset, literal.pointer(),
                            sentence({Part::quoted(value->value), " in ", *literal.field,
                                      " goes with ", (needed.empty() ? "no value" : listed(needed)),
                                      " of ", *controller, ", which nothing fills."}));
    if (needed.size() == 1 && !controller->dependent_picklist &&
        (controller->createable || controller->updateable)) {
      found.fixes.push_back(one_step(sentence({"Set ", controller->name, ", too"}), "add",
                                     json::child(pair.mapping->pointer, "constants") + "/-",
                                     sentence({"{ \"salesforce\": ", Part::quoted(controller->name),
                                               ", \"value\": ", quoted(needed.front()), " }"})));
    }
    report.add(std::move(found));
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kDependentContradiction, "dependent values go with their controllers",
               "dependentPicklist controllerName picklistValues restrictedPicklist type",
               dependents_go_with_their_controllers},
    ObjectRule{codes::kControllerUnset, "constants of dependent picklists have their controllers",
               "dependentPicklist controllerName picklistValues", constants_have_their_controllers},
};

}  // namespace

RuleFamily dependent_rules() { return {.name = "dependents", .object_rules = kRules}; }

}  // namespace crosswalk::validate
