// Rules about what the conditions of a pair mean for its records: contradictions, records that the
// sync itself pushes out of sight, conditions that move with the calendar.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/conditions.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "schema/field_kind.hpp"
#include "soql/printer.hpp"
#include "validate/condition_walk.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using soql::Condition;
using soql::ConditionKind;
using soql::Literal;
using soql::LiteralKind;
using soql::Operator;

constexpr std::size_t kPartsMax = 100;  // of one AND that are compared with each other

enum class Same : std::uint8_t { yes, no, unknown };

Same same_literal(const Literal& left, const Literal& right) {
  if (left.kind != right.kind) {
    const bool null = left.kind == LiteralKind::null || right.kind == LiteralKind::null;
    return null ? Same::no : Same::unknown;
  }
  switch (left.kind) {
    case LiteralKind::null:
      return Same::yes;
    case LiteralKind::text:
    case LiteralKind::truth:
      return names::same_name(left.text, right.text) ? Same::yes : Same::no;
    case LiteralKind::date:
      return left.text == right.text ? Same::yes : Same::no;
    default:  // 1 and 1.0, 10:00Z and 12:00+02:00: texts tell less
      return left.text == right.text ? Same::yes : Same::unknown;
  }
}

// Whether a record whose field has the value meets the comparison.
Same meets(const Literal& value, const Condition& comparison) {
  const bool among = comparison.op == Operator::equal || comparison.op == Operator::in;
  const bool outside = comparison.op == Operator::not_equal || comparison.op == Operator::not_in;
  if (!comparison.inner.empty()) return Same::unknown;
  if (!among && !outside) {
    // No order, no pattern and no list is met by nothing.
    return value.kind == LiteralKind::null ? Same::no : Same::unknown;
  }
  Same found = Same::no;
  for (const Literal& other : comparison.values) {
    const Same same = same_literal(value, other);
    if (same == Same::yes) return among ? Same::yes : Same::no;
    if (same == Same::unknown) found = Same::unknown;
  }
  if (found == Same::unknown) return Same::unknown;
  return among ? Same::no : Same::yes;
}

bool bounds(Operator op, bool below) {
  return below ? op == Operator::less || op == Operator::less_equal
               : op == Operator::greater || op == Operator::greater_equal;
}

bool contradict(const Condition& left, const Condition& right) {
  if (left.values.empty() || right.values.empty()) return false;
  if (left.op == Operator::equal) return meets(left.values[0], right) == Same::no;
  if (right.op == Operator::equal) return meets(right.values[0], left) == Same::no;
  if (bounds(left.op, true)) return bounds(right.op, false) && contradict(right, left);
  return bounds(left.op, false) && bounds(right.op, true) &&
         left.values[0].kind == LiteralKind::date && right.values[0].kind == LiteralKind::date &&
         left.values[0].text > right.values[0].text;
}

// Two parts of one AND that no record can meet both, or nothing.
bool find_contradiction(const Condition& condition, const Condition*& left,
                        const Condition*& right) {
  if (condition.kind == ConditionKind::all) {
    const std::size_t count = std::min(condition.parts.size(), kPartsMax);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view field = own_field(condition.parts[i]);
      for (std::size_t j = i + 1; j < count && !field.empty(); ++j) {
        if (!names::same_name(field, own_field(condition.parts[j])) ||
            !contradict(condition.parts[i], condition.parts[j])) {
          continue;
        }
        left = &condition.parts[i];
        right = &condition.parts[j];
        return true;
      }
    }
  }
  return std::any_of(condition.parts.begin(), condition.parts.end(),
                     [&](const Condition& part) { return find_contradiction(part, left, right); });
}

void report_contradiction(const ObjectPair& pair, std::string_view side, const std::string& text,
                          Report& report) {
  const auto condition = read_condition(text);
  const Condition* left = nullptr;
  const Condition* right = nullptr;
  if (!condition || !find_contradiction(*condition, left, right)) return;
  Diagnostic found = make(
      codes::kWhereNeverTrue, where_pointer(pair, side),
      sentence({"No record meets both ", soql::print(*left), " and ", soql::print(*right), "."}));
  found.inside = right->span.offset;
  report.add(std::move(found));
}

void conditions_can_be_met(const ObjectPair& pair, Report& report) {
  report_contradiction(pair, "salesforce", pair.mapping->where.salesforce, report);
  report_contradiction(pair, "platform", pair.mapping->where.platform, report);
}

// A line that writes the field to the side that the condition asks.
const FieldPair* writer_of(const ObjectPair& pair, std::string_view name, bool salesforce) {
  for (const FieldPair& line : pair.fields) {
    if (salesforce ? line.pushes && names::same_name(line.line->salesforce, name)
                   : line.pulls && names::same_name(line.line->platform, name)) {
      return &line;
    }
  }
  return nullptr;
}

// "Field != null" is met by everything that a required field is written from.
bool always_met(const Condition& comparison, const FieldPair& writer, bool salesforce) {
  if (comparison.op != Operator::not_equal || comparison.values.empty() ||
      comparison.values[0].kind != LiteralKind::null) {
    return false;
  }
  if (salesforce) return writer.platform != nullptr && writer.platform->required;
  return writer.salesforce != nullptr && !writer.salesforce->nillable;
}

void report_hidden(const ObjectPair& pair, std::string_view side, const std::string& text,
                   Report& report) {
  const auto condition = read_condition(text);
  if (!condition) return;
  const bool salesforce = side == "salesforce";
  std::vector<const FieldPair*> told;
  for_comparisons(*condition, [&](const Condition& comparison) {
    const std::string_view name = own_field(comparison);
    if (name.empty()) return;
    const FieldPair* const writer = writer_of(pair, name, salesforce);
    if (writer == nullptr || always_met(comparison, *writer, salesforce) ||
        std::find(told.begin(), told.end(), writer) != told.end()) {
      return;
    }
    told.push_back(writer);
    Diagnostic found = make(
        codes::kWhereHidesPushed, where_pointer(pair, side),
        sentence({"The condition asks for ", Part::quoted(name),
                  ", which this pair itself writes from ",
                  quoted(salesforce ? writer->line->platform : writer->line->salesforce), "."}));
    found.inside = comparison.span.offset;
    report.add(std::move(found));
  });
}

void conditions_do_not_hide_what_is_written(const ObjectPair& pair, Report& report) {
  if (!pair.mapping->update) return;
  if (pair.pushes) report_hidden(pair, "salesforce", pair.mapping->where.salesforce, report);
  if (pair.pulls) report_hidden(pair, "platform", pair.mapping->where.platform, report);
}

Literal as_condition(const mapping::Literal& constant) {
  Literal literal;
  literal.kind = constant.kind == mapping::LiteralKind::text     ? LiteralKind::text
                 : constant.kind == mapping::LiteralKind::truth  ? LiteralKind::truth
                 : constant.kind == mapping::LiteralKind::number ? LiteralKind::number
                                                                 : LiteralKind::null;
  literal.text = constant.kind == mapping::LiteralKind::truth ? (constant.truth ? "true" : "false")
                                                              : constant.text;
  return literal;
}

// What a new record has in the field: the constant, or, when nothing fills it, what Salesforce
// leaves there. Nothing when only the run knows.
std::optional<Literal> value_when_new(const ObjectPair& pair,
                                      const schema::SalesforceField& field) {
  for (const mapping::Constant& constant : pair.mapping->constants) {
    if (names::same_name(constant.salesforce, field.name)) return as_condition(constant.value);
  }
  if (pair.fills(field) || !field.createable || !field.default_value.empty()) return std::nullopt;
  Literal empty;
  if (field.type == schema::FieldType::boolean) {
    empty.kind = LiteralKind::truth;
    empty.text = "false";
  } else if (field.defaulted_on_create ||
             std::any_of(field.picklist_values.begin(), field.picklist_values.end(),
                         [](const schema::PicklistValue& value) { return value.default_value; })) {
    return std::nullopt;
  }
  return empty;
}

void new_records_meet_the_condition(const ObjectPair& pair, Report& report) {
  const std::string& text = pair.mapping->where.salesforce;
  if (text.empty() || !pair.fields_known() || !pair.pushes || !pair.mapping->create) return;
  const auto condition = read_condition(text);
  if (!condition) return;
  for_demands(*condition, [&](const Condition& comparison) {
    const std::string_view name = own_field(comparison);
    const schema::SalesforceField* const field =
        name.empty() ? nullptr : pair.salesforce->find(name);
    if (field == nullptr || !field->filterable) return;
    const auto value = value_when_new(pair, *field);
    if (!value || meets(*value, comparison) != Same::no) return;
    Diagnostic found =
        make(codes::kWhereHidesCreated, where_pointer(pair, "salesforce"),
             sentence({"New records do not meet ", soql::print(comparison), ": they ",
                       (value->kind == LiteralKind::null ? "leave " + named(*field) + " empty."
                                                         : "have " + soql::print(*value) + ".")}));
    found.inside = comparison.span.offset;
    report.add(std::move(found));
  });
}

void condition_stands_still(const ObjectPair& pair, Report& report) {
  const auto condition = read_condition(pair.mapping->where.salesforce);
  if (!condition) return;
  for_comparisons(*condition, [&](const Condition& comparison) {
    for (const Literal& literal : comparison.values) {
      if (literal.kind != LiteralKind::relative_date) continue;
      Diagnostic found = make(
          codes::kWhereMoves, where_pointer(pair, "salesforce"),
          sentence({"With ", literal.text, ", which records take part changes from day to day."}));
      found.inside = literal.span.offset;
      report.add(std::move(found));
    }
  });
}

void owned_records_have_an_owner(const ObjectPair& pair, Report& report) {
  if (pair.mapping->owner != mapping::Owner::connected_user || !pair.fields_known()) return;
  const schema::SalesforceField* const owner = pair.salesforce->find("OwnerId");
  if (owner != nullptr && owner->filterable) return;
  Diagnostic found =
      make(codes::kOwnerMissing, json::child(pair.mapping->pointer, "owner"),
           sentence({"Records of ", *pair.salesforce,
                     " have no owner: they cannot be narrowed to the connected user's."}));
  found.fixes.push_back(one_step("Take the records of all", "remove", found.pointer));
  report.add(std::move(found));
}

constexpr std::array kRules{
    ObjectRule{codes::kWhereNeverTrue, "conditions can be met", "", conditions_can_be_met},
    ObjectRule{codes::kWhereHidesPushed, "conditions do not hide what is written", "nillable",
               conditions_do_not_hide_what_is_written},
    ObjectRule{codes::kWhereHidesCreated, "new records meet the condition",
               "name type createable defaultValue defaultedOnCreate picklistValues",
               new_records_meet_the_condition},
    ObjectRule{codes::kWhereMoves, "the condition stands still", "", condition_stands_still},
    ObjectRule{codes::kOwnerMissing, "owned records have an owner", "name filterable",
               owned_records_have_an_owner},
};

}  // namespace

RuleFamily criteria_sense_rules() { return {.name = "criteria sense", .object_rules = kRules}; }

}  // namespace crosswalk::validate
