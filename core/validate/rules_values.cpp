// Rules about constants, conditions, and what is known of the org.

#include <array>
#include <utility>

#include "diagnostic/codes/conditions.hpp"
#include "diagnostic/codes/org.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "soql/parser.hpp"
#include "validate/literal_fit.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::SalesforceField;

// Calls visit(constant, field) for each constant; field is null when it is unknown.
template <class Visit>
void for_constants(const ObjectPair& pair, Visit visit) {
  if (!pair.fields_known()) return;
  for (const mapping::Constant& constant : pair.mapping->constants) {
    if (!constant.salesforce.empty()) visit(constant, pair.salesforce->find(constant.salesforce));
  }
}

void constant_fields_exist(const ObjectPair& pair, Report& report) {
  for_constants(pair, [&](const mapping::Constant& constant, const SalesforceField* field) {
    if (field != nullptr) return;
    std::vector<std::string_view> choices;
    for (const SalesforceField& candidate : pair.salesforce->fields) {
      choices.push_back(candidate.name);
    }
    Diagnostic found = names::unknown_word(
        codes::kConstantUnknownField, json::child(constant.pointer, "salesforce"),
        constant.salesforce, choices, "a field of " + named(*pair.salesforce));
    found.cause = "The field does not exist, or the connected user may not see it.";
    report.add(std::move(found));
  });
}

void constants_fit(const ObjectPair& pair, Report& report) {
  for_constants(pair, [&](const mapping::Constant& constant, const SalesforceField* field) {
    if (field == nullptr || schema::is_read_only(*field)) return;
    const std::optional<std::string> problem = literal_problem(constant.value, *field);
    if (!problem) return;
    report.add(make(codes::kConstantUnfit, json::child(constant.pointer, "value"),
                    "The constant does not fit " + named(*field) + ": " + *problem,
                    named(*field) + " is " + with_article(schema::setup_label(*field)) + "."));
  });
}

void constants_are_writable(const ObjectPair& pair, Report& report) {
  for_constants(pair, [&](const mapping::Constant& constant, const SalesforceField* field) {
    if (field == nullptr || !schema::is_read_only(*field)) return;
    Diagnostic found =
        make(codes::kConstantNotWritable, json::child(constant.pointer, "salesforce"),
             named(*field) + " cannot be written.",
             "Salesforce fills it itself, or the connected user may not edit it.");
    PatchOp step;
    step.op = "remove";
    step.path = constant.pointer;
    found.fixes.push_back({"Remove the constant", {std::move(step)}, {}});
    report.add(std::move(found));
  });
}

void constants_are_pushed(const ObjectPair& pair, Report& report) {
  if (pair.pushes || pair.mapping->constants.empty()) return;
  Diagnostic found = make(
      codes::kConstantWithoutPush, json::child(pair.mapping->pointer, "constants"),
      "Constants are written to Salesforce, and this pair only pulls.", "They have no effect.");
  found.aim = diagnostic::Aim::key;
  report.add(std::move(found));
}

std::string where_pointer(const ObjectPair& pair, std::string_view side) {
  return json::child(json::child(pair.mapping->pointer, "where"), side);
}

void report_syntax(const ObjectPair& pair, std::string_view side, std::string_view text,
                   Report& report) {
  soql::Fault fault;
  if (text.empty() || soql::parse_condition(text, &fault)) return;
  Diagnostic found =
      make(codes::kWhereSyntax, where_pointer(pair, side),
           "The condition cannot be read at character " +
               std::to_string(soql::place_of(text, fault.span.offset).column) + ": " +
               fault.message + ".",
           "It is written like what follows WHERE in SOQL: Email != null AND Status = 'Open'.");
  found.inside = fault.span.offset;
  report.add(std::move(found));
}

void conditions_can_be_read(const ObjectPair& pair, Report& report) {
  report_syntax(pair, "salesforce", pair.mapping->where.salesforce, report);
}

// Calls visit(operand, condition) for each comparison.
template <class Visit>
void for_operands(const soql::Condition& condition, const Visit& visit) {
  for (const soql::Condition& part : condition.parts) for_operands(part, visit);
  if (condition.kind == soql::ConditionKind::comparison) visit(condition.operand, condition);
}

const SalesforceField* by_relationship(const schema::SalesforceObject& object,
                                       std::string_view name) {
  for (const SalesforceField& field : object.fields) {
    if (!field.relationship_name.empty() && names::same_name(field.relationship_name, name)) {
      return &field;
    }
  }
  return nullptr;
}

// Follows Account.Owner.Name as far as the schema knows. The field at the end, or null; `unknown`
// is the first name that certainly does not exist, and `object` what was asked for it.
const SalesforceField* follow(const ObjectPair& pair, const soql::Path& path,
                              const schema::SalesforceObject*& object, std::string_view& unknown) {
  object = pair.salesforce;
  std::size_t begin = 0;
  // The object's own name may stand in front.
  if (path.names.size() > 1 && names::same_name(path.names[0], object->name)) begin = 1;
  for (std::size_t i = begin; i + 1 < path.names.size(); ++i) {
    const SalesforceField* const reference = by_relationship(*object, path.names[i]);
    if (reference == nullptr) {
      unknown = path.names[i];
      return nullptr;
    }
    if (reference->reference_to.size() != 1) return nullptr;  // which object, only the row knows
    object = pair.salesforce_schema->find(reference->reference_to.front());
    if (object == nullptr || !object->has_fields) return nullptr;
  }
  const SalesforceField* const field = object->find(path.names.back());
  if (field == nullptr) unknown = path.names.back();
  return field;
}

void report_unknown(const ObjectPair& pair, std::string_view side, std::string_view owner,
                    std::string_view name, const soql::Span& span,
                    const std::vector<std::string_view>& choices, Report& report) {
  Diagnostic found = make(codes::kWhereUnknownField, where_pointer(pair, side),
                          "The condition asks for " + quoted(name) + ", which " +
                              std::string(owner) + " does not have.",
                          "The field does not exist, or the connected user may not see it.");
  if (const auto meant = names::nearest(name, choices)) {
    found.message += " Did you mean " + quoted(*meant) + "?";
    const std::string& text =
        side == "platform" ? pair.mapping->where.platform : pair.mapping->where.salesforce;
    const std::size_t at = text.find(name, span.offset);
    if (at != std::string::npos && at + name.size() <= span.offset + span.length) {
      std::string mended = text;
      mended.replace(at, name.size(), *meant);
      found.fixes.push_back(
          {"Change to " + quoted(*meant), {names::replace_text(found.pointer, mended)}, {}});
    }
  }
  found.inside = span.offset;
  report.add(std::move(found));
}

void check_salesforce_operand(const ObjectPair& pair, const soql::Operand& operand, bool filters,
                              Report& report) {
  for (const soql::Operand& argument : operand.arguments) {
    check_salesforce_operand(pair, argument, false, report);
  }
  if (operand.kind != soql::OperandKind::field || operand.path.names.empty()) return;
  std::string_view unknown;
  const schema::SalesforceObject* object = nullptr;
  const SalesforceField* const field = follow(pair, operand.path, object, unknown);
  if (!unknown.empty()) {
    std::vector<std::string_view> choices;
    for (const SalesforceField& candidate : object->fields) {
      choices.push_back(candidate.name);
      if (!candidate.relationship_name.empty()) choices.push_back(candidate.relationship_name);
    }
    report_unknown(pair, "salesforce", named(*object), unknown, operand.path.span, choices, report);
  } else if (field != nullptr && filters && !field->filterable) {
    Diagnostic found =
        make(codes::kWhereNotFilterable, where_pointer(pair, "salesforce"),
             named(*field) + " cannot be used in a condition.",
             "Salesforce does not filter by " + with_article(schema::setup_label(*field)) + ".");
    found.inside = operand.path.span.offset;
    report.add(std::move(found));
  }
}

void salesforce_condition_is_possible(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || pair.mapping->where.salesforce.empty()) return;
  const Result<soql::Condition> condition = soql::parse_condition(pair.mapping->where.salesforce);
  if (!condition) return;
  for_operands(*condition, [&](const soql::Operand& operand, const soql::Condition&) {
    check_salesforce_operand(pair, operand, true, report);
  });
}

void person_accounts_have_names(const ObjectPair& pair, Report& report) {
  if (!pair.known() || !pair.pushes || !pair.mapping->create ||
      !names::same_name(pair.salesforce->name, "Account")) {
    return;
  }
  const SalesforceField* const name = pair.salesforce->find("Name");
  const SalesforceField* const last_name = pair.salesforce->find("LastName");
  const bool person_accounts = pair.org->person_accounts.value_or(last_name != nullptr);
  if (!person_accounts || name == nullptr || pair.fills(*name)) return;
  if (last_name != nullptr && pair.fills(*last_name)) return;
  Diagnostic found = make(codes::kPersonAccountName, json::child(pair.mapping->pointer, "fields"),
                          "New accounts need Name (business accounts) or LastName (person "
                          "accounts), and neither is filled.",
                          "In an org with person accounts Salesforce describes both as optional "
                          "and still refuses an account without its name.");
  found.aim = diagnostic::Aim::key;
  report.add(std::move(found));
}

void amounts_have_their_currency(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !pair.pushes || !pair.org->multi_currency.value_or(false)) return;
  const SalesforceField* const code = pair.salesforce->find("CurrencyIsoCode");
  if (code == nullptr || pair.fills(*code)) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == nullptr || !line.pushes ||
        line.salesforce->type != schema::FieldType::currency) {
      continue;
    }
    report.add(make(codes::kCurrencyUnstated, salesforce_pointer(pair, line),
                    named(*line.salesforce) + " is written without its currency.",
                    "The org has several currencies: amounts of new records count in the connected "
                    "user's currency, unless CurrencyIsoCode is mapped."));
    return;
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kConstantUnknownField, "constants go into fields that exist", "name",
               constant_fields_exist},
    ObjectRule{codes::kConstantUnfit, "constants fit their fields",
               "type length precision scale picklistValues", constants_fit},
    ObjectRule{codes::kConstantNotWritable, "constants go into writable fields",
               "createable updateable", constants_are_writable},
    ObjectRule{codes::kConstantWithoutPush, "constants are pushed", "", constants_are_pushed},
    ObjectRule{codes::kWhereSyntax, "conditions can be read", "", conditions_can_be_read},
    ObjectRule{codes::kWhereUnknownField, "Salesforce can evaluate its condition",
               "name filterable relationshipName referenceTo", salesforce_condition_is_possible},
    ObjectRule{codes::kPersonAccountName, "new accounts have names", "name",
               person_accounts_have_names},
    ObjectRule{codes::kCurrencyUnstated, "amounts have their currency", "type name",
               amounts_have_their_currency},
};

}  // namespace

RuleFamily value_rules() { return {.name = "values", .object_rules = kRules}; }

}  // namespace crosswalk::validate
