// Rules about fields that may be written, by anybody or by the connected user.

#include <array>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/shapes.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldKind;
using schema::SalesforceField;

// The lead's own condition, added to what is there.
Fix leave_out_converted(const ObjectPair& pair) {
  constexpr std::string_view kCondition = "IsConverted = false";
  const mapping::Where& where = pair.mapping->where;
  const std::string pointer = json::child(pair.mapping->pointer, "where");
  constexpr const char* kTitle = "Leave out converted leads";
  if (where.salesforce.empty() && where.platform.empty()) {
    return one_step(kTitle, "add", pointer,
                    sentence({"{ \"salesforce\": ", Part::quoted(kCondition), " }"}));
  }
  const std::string condition = where.salesforce.empty()
                                    ? std::string(kCondition)
                                    : sentence({"(", where.salesforce, ") AND ", kCondition});
  return one_step(kTitle, "add", json::child(pointer, "salesforce"), quoted(condition));
}

bool mentions(const std::string& condition, std::string_view name) {
  for (std::size_t i = 0; i + name.size() <= condition.size(); ++i) {
    if (names::same_name(std::string_view(condition).substr(i, name.size()), name)) return true;
  }
  return false;
}

void converted_leads_are_left_alone(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !pair.pushes || !pair.mapping->update ||
      !names::same_name(pair.salesforce->name, "Lead")) {
    return;
  }
  const SalesforceField* const converted = pair.salesforce->find("IsConverted");
  if (converted == nullptr || mentions(pair.mapping->where.salesforce, converted->name)) return;
  Diagnostic found = make(codes::kConvertedLeads, json::child(pair.mapping->pointer, "salesforce"),
                          "Leads that have been converted cannot be changed, and this pair does "
                          "not leave them out.");
  if (converted->filterable) found.fixes.push_back(leave_out_converted(pair));
  report.add(std::move(found));
}

bool pushes_into_known(const FieldPair& field) {
  return field.pushes && field.salesforce != nullptr;
}

// Read-only for the connected user, and not by its nature.
bool is_forbidden(const ObjectPair& pair, const SalesforceField& field) {
  if (pair.admin == nullptr || !schema::is_read_only(field)) return false;
  const SalesforceField* const seen = pair.admin->find(field.name);
  return seen != nullptr && !schema::is_read_only(*seen);
}

void offer_to_read(const ObjectPair& pair, const FieldPair& field, Diagnostic& found) {
  if (pair.pulls) {
    offer_reading(pair, field, found);
  }
  offer_removal(pair, field, found);
}

void user_may_edit(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (pair.admin == nullptr || !pushes_into_known(field) ||
      !is_forbidden(pair, *field.salesforce)) {
    return;
  }
  Diagnostic found = make(codes::kEditForbidden, salesforce_pointer(pair, field),
                          sentence({"The connected user may not edit ", *field.salesforce, "."}));
  offer_to_read(pair, field, found);
  report.add(std::move(found));
}

std::vector<const SalesforceField*> parts_of(const ObjectPair& pair,
                                             const SalesforceField& compound) {
  std::vector<const SalesforceField*> parts;
  for (const SalesforceField& field : pair.salesforce->fields) {
    if (names::same_name(field.compound_field_name, compound.name) && &field != &compound &&
        !schema::is_read_only(field)) {
      parts.push_back(&field);
    }
  }
  return parts;
}

std::string why_read_only(const ObjectPair& pair, const SalesforceField& field) {
  switch (schema::field_kind(field)) {
    case FieldKind::formula:
      return "It is a formula: Salesforce computes it.";
    case FieldKind::roll_up:
      return "It is a roll-up summary: Salesforce computes it.";
    case FieldKind::auto_number:
      return "It is an auto number: Salesforce counts it up.";
    case FieldKind::server_computed:
      return "Salesforce computes it.";
    case FieldKind::compound: {
      std::vector<std::string> parts;
      for (const SalesforceField* part : parts_of(pair, field)) parts.push_back(part->name);
      return "It is put together from other fields. Map its parts" +
             (parts.empty() ? std::string(".") : ": " + listed(parts, 12) + ".");
    }
    default:
      break;
  }
  if (field.type == schema::FieldType::id) return "It is the record's Id, which Salesforce gives.";
  if (!field.custom && !field.permissionable) return "It is a field that Salesforce fills itself.";
  return "The connected user may read it, not edit it. Ask the admin for the Edit permission on "
         "the field.";
}

// A person's name goes into the part that new records need, when that is still free.
void offer_needed_part(const ObjectPair& pair, const FieldPair& field, Diagnostic& found) {
  if (schema::field_kind(*field.salesforce) != FieldKind::compound) return;
  for (const SalesforceField* part : parts_of(pair, *field.salesforce)) {
    if (!schema::is_required_on_create(*part) || pair.fills(*part)) continue;
    found.fixes.push_back(rename_salesforce(pair, field, part->name));
  }
}

void pushed_field_is_writable(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!pushes_into_known(field) || !schema::is_read_only(*field.salesforce) ||
      is_forbidden(pair, *field.salesforce)) {
    return;
  }
  Diagnostic found = make(codes::kNotWritable, salesforce_pointer(pair, field),
                          sentence({*field.salesforce, " cannot be written."}),
                          why_read_only(pair, *field.salesforce));
  offer_needed_part(pair, field, found);
  offer_to_read(pair, field, found);
  report.add(std::move(found));
}

void pushed_field_is_createable(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!pushes_into_known(field) || !pair.mapping->create || field.salesforce->createable ||
      !field.salesforce->updateable) {
    return;
  }
  report.add(make(codes::kNotCreateable, salesforce_pointer(pair, field),
                  sentence({*field.salesforce, " cannot be set on new records."})));
}

bool is_set_once(const ObjectPair& pair, const FieldPair& field) {
  return pushes_into_known(field) && pair.mapping->update && !field.salesforce->updateable &&
         field.salesforce->createable && field.salesforce != pair.external_id();
}

bool is_master(const SalesforceField& field) {
  return field.type == schema::FieldType::reference &&
         schema::field_kind(field) == FieldKind::master_detail;
}

void pushed_field_is_updateable(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!is_set_once(pair, field) || is_master(*field.salesforce)) return;
  report.add(make(codes::kNotUpdateable, salesforce_pointer(pair, field),
                  sentence({*field.salesforce, " can be set on new records only."}),
                  "Later changes of the platform's value will not reach Salesforce."));
}

void parent_may_change(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!is_set_once(pair, field) || !is_master(*field.salesforce)) return;
  report.add(
      make(codes::kParentFixed, salesforce_pointer(pair, field),
           sentence({*field.salesforce,
                     " is a master-detail relationship: a record keeps the parent that it was "
                     "created with."})));
}

void owner_is_left_alone(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!pushes_into_known(field) || field.salesforce->type != schema::FieldType::reference ||
      !names::same_name(field.salesforce->name, "OwnerId")) {
    return;
  }
  Diagnostic found = make(codes::kOwnerWritten, salesforce_pointer(pair, field),
                          named(*field.salesforce) + " takes active users" +
                              (field.salesforce->reference_to.size() > 1 ? " and queues" : "") +
                              " only, and the platform would decide the owner.");
  if (pair.pulls) offer_to_read(pair, field, found);
  report.add(std::move(found));
}

void masked_text_is_not_written_back(const ObjectPair& pair, const FieldPair& field,
                                     Report& report) {
  if (field.salesforce == nullptr || !field.pulls ||
      field.salesforce->type != schema::FieldType::encryptedstring) {
    return;
  }
  Diagnostic found =
      make(codes::kMaskedText, salesforce_pointer(pair, field),
           sentence({*field.salesforce, " is encrypted and may be read as asterisks."}),
           field.pushes ? "Without the permission View Encrypted Data, masked text would be taken "
                          "for a change and written back."
                        : "Without the permission View Encrypted Data, only a mask is shown.");
  if (field.pushes) {
    offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it"));
  }
  report.add(std::move(found));
}

void key_is_not_written(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.platform == nullptr || !field.pulls || pair.platform->key_field() != field.platform) {
    return;
  }
  if (field.salesforce != nullptr && field.salesforce == pair.external_id()) return;
  Diagnostic found =
      make(codes::kKeyWritten, platform_pointer(pair, field),
           sentence({*field.platform,
                     " is the key of the platform's records; Salesforce must not change it."}));
  found.aim = pair.mapping->short_fields ? diagnostic::Aim::key : diagnostic::Aim::value;
  if (pair.pushes) {
    offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it to Salesforce"));
  }
  offer_removal(pair, field, found);
  report.add(std::move(found));
}

constexpr std::array kObjectRules{
    ObjectRule{codes::kConvertedLeads, "converted leads are left alone", "object.name name",
               converted_leads_are_left_alone},
};

constexpr std::array kFieldRules{
    FieldRule{codes::kEditForbidden, "the connected user may edit what is pushed",
              "createable updateable", user_may_edit},
    FieldRule{codes::kNotWritable, "what is pushed may be written",
              "createable updateable calculated calculatedFormula autoNumber type "
              "compoundFieldName custom permissionable",
              pushed_field_is_writable},
    FieldRule{codes::kNotCreateable, "it may be set on new records", "createable updateable",
              pushed_field_is_createable},
    FieldRule{codes::kNotUpdateable, "it may be changed later", "createable updateable",
              pushed_field_is_updateable},
    FieldRule{codes::kParentFixed, "parents may change",
              "updateable relationshipOrder cascadeDelete nillable", parent_may_change},
    FieldRule{codes::kOwnerWritten, "owners are left alone", "name referenceTo",
              owner_is_left_alone},
    FieldRule{codes::kMaskedText, "masked text is not written back", "type",
              masked_text_is_not_written_back},
    FieldRule{codes::kKeyWritten, "the platform's key stays", "", key_is_not_written},
};

}  // namespace

RuleFamily writability_rules() {
  return {.name = "writability", .object_rules = kObjectRules, .field_rules = kFieldRules};
}

}  // namespace crosswalk::validate
