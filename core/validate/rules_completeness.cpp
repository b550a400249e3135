// Rules about what a new record needs: on either side, by the describe and by nothing else.

#include <array>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/shapes.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/kept.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::SalesforceField;

bool creates(const ObjectPair& pair) {
  return pair.known() && pair.pushes && pair.mapping->create && pair.salesforce->createable;
}

bool is_named(const SalesforceField& field, std::string_view name) {
  return names::same_name(field.name, name);
}

// Members of the pair that stand for a field of their own.
bool is_filled_by_member(const ObjectPair& pair, const SalesforceField& field) {
  if (pair.mapping->kept.empty()) return false;
  if (is_named(field, "CampaignId") && !Kept(*pair.mapping, "campaign").text("name").empty()) {
    return true;
  }
  if (is_named(field, "RecordTypeId") && !Kept(*pair.mapping, "recordType").text().empty()) {
    return true;
  }
  const Kept stamps(*pair.mapping, "stamps");
  return is_named(field, Kept(*pair.mapping, "parent").text("salesforce")) ||
         is_named(field, stamps.text("lastSync")) || is_named(field, stamps.text("platformId"));
}

// A lead without a company becomes a person account, so that there Salesforce asks for none.
bool may_stay_empty(const ObjectPair& pair, const SalesforceField& field) {
  return is_named(field, "Company") && names::same_name(pair.salesforce->name, "Lead") &&
         pair.org->person_accounts.value_or(false);
}

// A line for `salesforce` from a platform field of nearly the same name that no line uses yet.
std::optional<Fix> add_line(const ObjectPair& pair, const SalesforceField& salesforce) {
  std::vector<std::string_view> free;
  for (const schema::PlatformField& field : pair.platform->fields) {
    bool used = false;
    for (const FieldPair& line : pair.fields) used = used || line.platform == &field;
    const auto verdict = compat::verdict(field, salesforce, compat::Way::to_salesforce);
    if (!used && verdict.cls != compat::Class::incompatible) free.push_back(field.name);
  }
  const std::optional<std::string_view> source = names::nearest(salesforce.name, free);
  if (!source) return std::nullopt;
  const std::string fields = json::child(pair.mapping->pointer, "fields");
  std::string title = sentence({"Map ", Part::quoted(*source), " to it"});
  if (pair.mapping->short_fields) {
    return one_step(std::move(title), "add", json::child(fields, *source), quoted(salesforce.name));
  }
  return one_step(std::move(title), "add", fields + "/-",
                  sentence({"{ \"platform\": ", Part::quoted(*source),
                            ", \"salesforce\": ", Part::quoted(salesforce.name), " }"}));
}

// The line that fills the field is there and goes the other way only.
std::optional<Fix> let_line_push(const ObjectPair& pair, const SalesforceField& salesforce) {
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != &salesforce || line.pushes || line.line->display) continue;
    return set_member(pair, line, "direction", pair.pulls ? "\"both\"" : "\"push\"",
                      "Let " + quoted(line.line->platform) + " fill it");
  }
  return std::nullopt;
}

void required_fields_are_filled(const ObjectPair& pair, Report& report) {
  if (!creates(pair)) return;
  for (const SalesforceField& field : pair.salesforce->fields) {
    if (!schema::is_required_on_create(field) || pair.fills(field)) continue;
    if (is_filled_by_member(pair, field) || may_stay_empty(pair, field)) continue;
    Diagnostic found = make(codes::kRequiredUnmapped, json::child(pair.mapping->pointer, "fields"),
                            sentence({field, " is required for new records of ", *pair.salesforce,
                                      ", and nothing fills it."}));
    found.aim = diagnostic::Aim::key;
    if (auto line = let_line_push(pair, field)) {
      offer(found, std::move(line));
    } else {
      offer(found, add_line(pair, field));
    }
    report.add(std::move(found));
  }
}

void required_field_has_a_value(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.pushes || !pair.mapping->create || field.platform->required ||
      !schema::is_required_on_create(*field.salesforce) ||
      pair.platform->key_field() == field.platform || may_stay_empty(pair, *field.salesforce) ||
      (field.line->on_null == mapping::OnNull::default_value &&
       field.line->default_value.given())) {
    return;
  }
  report.add(
      make(codes::kRequiredMayBeEmpty, salesforce_pointer(pair, field),
           sentence({*field.salesforce, " is required, and ", *field.platform, " may be empty."}),
           "Records without a value will be refused. Give a default with \"onNull\": "
           "\"default\", or make the platform's field required."));
}

void platform_required_fields_are_filled(const ObjectPair& pair, Report& report) {
  if (!pair.known() || !pair.pulls || !pair.mapping->create) return;
  for (const schema::PlatformField& field : pair.platform->fields) {
    if (!field.required || names::same_name(field.name, pair.platform->key)) continue;
    bool filled = false;
    for (const FieldPair& line : pair.fields) {
      filled = filled || (line.platform == &field && line.pulls);
    }
    if (filled) continue;
    Diagnostic found =
        make(codes::kPlatformRequiredUnmapped, json::child(pair.mapping->pointer, "fields"),
             sentence({"The platform requires ", field, ", and nothing fills it."}));
    found.aim = diagnostic::Aim::key;
    report.add(std::move(found));
  }
}

bool states_record_type(const ObjectPair& pair) {
  const SalesforceField* const field = pair.salesforce->find("RecordTypeId");
  return field == nullptr || pair.fills(*field) ||
         !Kept(*pair.mapping, "recordType").text().empty();
}

void record_type_is_stated(const ObjectPair& pair, Report& report) {
  if (!creates(pair)) return;
  std::vector<std::string> choices;
  for (const schema::RecordType& type : pair.salesforce->record_types) {
    if (!type.master && type.active && type.available) choices.push_back(type.name);
  }
  if (choices.size() < 2 || states_record_type(pair)) return;
  report.add(make(codes::kRecordTypeUnstated, json::child(pair.mapping->pointer, "salesforce"),
                  sentence({*pair.salesforce, " has the record types ", listed(choices),
                            ", and nothing says which one new records get."})));
}

void record_type_comes_once(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || pair.mapping->kept.empty()) return;
  const SalesforceField* const field = pair.salesforce->find("RecordTypeId");
  const Kept given(*pair.mapping, "recordType");
  if (field == nullptr || given.text().empty() || !pair.fills(*field)) return;
  Diagnostic found = make(codes::kRecordTypeTwice, given.pointer(),
                          sentence({"\"recordType\" and another entry both set ", *field, "."}));
  found.fixes.push_back(one_step("Remove \"recordType\"", "remove", given.pointer()));
  report.add(std::move(found));
}

constexpr std::array kObjectRules{
    ObjectRule{codes::kRequiredUnmapped, "new Salesforce records are complete",
               "object.createable createable nillable defaultedOnCreate type",
               required_fields_are_filled},
    ObjectRule{codes::kPlatformRequiredUnmapped, "new platform records are complete", "",
               platform_required_fields_are_filled},
    ObjectRule{codes::kRecordTypeUnstated, "new records have a record type on purpose",
               "object.recordTypeInfos", record_type_is_stated},
    ObjectRule{codes::kRecordTypeTwice, "the record type is given once", "name",
               record_type_comes_once},
};

constexpr std::array kKnownFieldRules{
    FieldRule{codes::kRequiredMayBeEmpty, "required fields have values",
              "createable nillable defaultedOnCreate", required_field_has_a_value},
};

}  // namespace

RuleFamily completeness_rules() {
  return {
      .name = "completeness", .object_rules = kObjectRules, .known_field_rules = kKnownFieldRules};
}

}  // namespace crosswalk::validate
