// Rules about values that change without a stamp, and so without a run that sees it.

#include <array>
#include <utility>

#include "diagnostic/codes/freshness.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/condition_walk.hpp"
#include "validate/related.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldKind;

// How old a value can be: no run sees it before its record changes or all records are read.
std::string how_old(const ObjectPair& pair) {
  std::string text = "The platform's value may be as old as the record's last change";
  const auto every = pair.org->sync.every_seconds;
  if (!every) return text + " or the last full run.";
  const bool minutes = *every >= 60;
  return text + ", although runs come every " + std::to_string(minutes ? *every / 60 : *every) +
         (minutes ? " minutes." : " seconds.");
}

void computed_values_are_fresh(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.pulls) return;
  const bool related = field.line->salesforce.find('.') != std::string::npos;
  if (!related && !field.salesforce->calculated) return;
  const bool formula = schema::field_kind(*field.salesforce) == FieldKind::formula;
  const diagnostic::Code& code = related   ? codes::kParentStale
                                 : formula ? codes::kFormulaStale
                                           : codes::kRollUpStale;
  report.add(make(code, salesforce_pointer(pair, field),
                  (related   ? quoted(field.line->salesforce) + " belongs to a related record. "
                   : formula ? named(*field.salesforce) + " is a formula. "
                             : named(*field.salesforce) + " is a roll-up summary. ") +
                      how_old(pair)));
}

// A path may begin with the object's own name.
bool leaves_the_object(const ObjectPair& pair, const std::vector<std::string>& path) {
  if (path.size() < 2) return false;
  return path.size() > 2 || !names::same_name(path[0], pair.mapping->salesforce);
}

void conditions_are_fresh(const ObjectPair& pair, Report& report) {
  const auto condition = read_condition(pair.mapping->where.salesforce);
  if (!condition || !pair.fields_known()) return;
  for_comparisons(*condition, [&](const soql::Condition& comparison) {
    if (comparison.operand.kind != soql::OperandKind::field) return;
    const std::vector<std::string>& path = comparison.operand.path.names;
    const bool parent = leaves_the_object(pair, path);
    if (parent) {
      const std::string name = soql::joined(comparison.operand.path);
      if (!follow(*pair.salesforce_schema, *pair.salesforce, name).unknown.empty()) return;
    } else {
      const schema::SalesforceField* const field = pair.salesforce->find(path.back());
      if (field == nullptr || !field->calculated) return;
    }
    Diagnostic found =
        make(codes::kConditionStale, where_pointer(pair, "salesforce"),
             sentence({quoted(soql::joined(comparison.operand.path)),
                       (parent ? " belongs to a related record" : " is computed"),
                       ": when it changes, no run sees which records now meet the condition."}));
    found.inside = comparison.operand.span.offset;
    report.add(std::move(found));
  });
}

// A describe that lacks even the Id is a piece of one.
void changes_are_stamped(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || pair.salesforce->find("SystemModstamp") != nullptr ||
      pair.salesforce->find("Id") == nullptr) {
    return;
  }
  report.add(make(
      codes::kNoStamp, json::child(pair.mapping->pointer, "salesforce"),
      sentence({*pair.salesforce, " has no SystemModstamp: every run reads all of its records."})));
}

void deletions_are_seen(const ObjectPair& pair, Report& report) {
  if (pair.mapping->on_delete == mapping::OnDelete::ignore || !pair.pulls || !pair.fields_known() ||
      pair.salesforce->replicateable) {
    return;
  }
  Diagnostic found = make(
      codes::kDeletesUnseen, json::child(pair.mapping->pointer, "onDelete"),
      sentence({"Salesforce does not say which records of ", *pair.salesforce, " were deleted."}));
  found.fixes.push_back(replace_text("Ignore deletions", found.pointer, "ignore"));
  report.add(std::move(found));
}

constexpr std::array kFieldRules{
    FieldRule{codes::kFormulaStale, "computed values are fresh",
              "calculated calculatedFormula type custom", computed_values_are_fresh},
};

constexpr std::array kObjectRules{
    ObjectRule{codes::kConditionStale, "conditions are fresh", "name calculated",
               conditions_are_fresh},
    ObjectRule{codes::kNoStamp, "changes are stamped", "name", changes_are_stamped},
    ObjectRule{codes::kDeletesUnseen, "deletions are seen", "object.replicateable",
               deletions_are_seen},
};

}  // namespace

RuleFamily freshness_rules() {
  return {.name = "freshness", .object_rules = kObjectRules, .known_field_rules = kFieldRules};
}

}  // namespace crosswalk::validate
