// Rules about constants, and about amounts in an org of several currencies.

#include <array>
#include <utility>

#include "diagnostic/codes/conditions.hpp"
#include "diagnostic/codes/org.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "names/nearest.hpp"
#include "schema/field_kind.hpp"
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
    if (field != nullptr || pair.is_hidden(constant.salesforce)) return;
    if (report.full()) return report.add(make(codes::kConstantUnknownField, "", ""));
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

// The Id of the record type whose name was given in its place.
std::optional<Fix> record_type_id(const ObjectPair& pair, const mapping::Constant& constant,
                                  const SalesforceField& field) {
  if (!names::same_name(field.name, "RecordTypeId")) return std::nullopt;
  for (const schema::RecordType& type : pair.salesforce->record_types) {
    const bool meant = names::same_name(type.developer_name, constant.value.text) ||
                       names::same_name(type.name, constant.value.text);
    if (!meant || !type.active || !type.available || constant.value.text.empty()) continue;
    return replace_text("Change to the Id of " + quoted(type.name),
                        json::child(constant.pointer, "value"), type.id);
  }
  return std::nullopt;
}

void constants_fit(const ObjectPair& pair, Report& report) {
  for_constants(pair, [&](const mapping::Constant& constant, const SalesforceField* field) {
    if (field == nullptr || schema::is_read_only(*field)) return;
    const std::optional<std::string> problem = literal_problem(constant.value, *field);
    if (!problem) return;
    Diagnostic found =
        make(codes::kConstantUnfit, json::child(constant.pointer, "value"),
             sentence({"The constant does not fit ", *field, ": ", *problem}),
             sentence({*field, " is ", with_article(schema::setup_label(*field)), "."}));
    offer(found, mend_literal(constant.value, *field, found.pointer));
    offer(found, record_type_id(pair, constant, *field));
    report.add(std::move(found));
  });
}

void constants_are_writable(const ObjectPair& pair, Report& report) {
  for_constants(pair, [&](const mapping::Constant& constant, const SalesforceField* field) {
    if (field == nullptr || !schema::is_read_only(*field)) return;
    Diagnostic found =
        make(codes::kConstantNotWritable, json::child(constant.pointer, "salesforce"),
             sentence({*field, " cannot be written."}),
             "Salesforce fills it itself, or the connected user may not edit it.");
    found.fixes.push_back(remove_constant(constant));
    report.add(std::move(found));
  });
}

void constants_are_pushed(const ObjectPair& pair, Report& report) {
  if (pair.pushes || pair.mapping->constants.empty()) return;
  Diagnostic found = make(
      codes::kConstantWithoutPush, json::child(pair.mapping->pointer, "constants"),
      "Constants are written to Salesforce, and this pair only pulls.", "They have no effect.");
  found.aim = diagnostic::Aim::key;
  found.fixes.push_back(one_step("Remove the constants", "remove", found.pointer));
  report.add(std::move(found));
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
                    sentence({*line.salesforce, " is written without its currency."}),
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
    ObjectRule{codes::kPersonAccountName, "new accounts have names", "name",
               person_accounts_have_names},
    ObjectRule{codes::kCurrencyUnstated, "amounts have their currency", "type name",
               amounts_have_their_currency},
};

}  // namespace

RuleFamily value_rules() { return {.name = "values", .object_rules = kRules}; }

}  // namespace crosswalk::validate
