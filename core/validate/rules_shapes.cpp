// Rules about objects whose records come in shapes that no describe tells: accounts that are
// persons or businesses, leads that become either, campaign members of a lead or a contact.

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "diagnostic/codes/shapes.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "schema/org_traits.hpp"
#include "validate/kept.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::SalesforceField;

bool is_pair_with(const ObjectPair& pair, std::string_view object) {
  return names::same_name(pair.mapping->salesforce, object);
}

bool creates(const ObjectPair& pair, std::string_view object) {
  return is_pair_with(pair, object) && pair.fields_known() && pair.pushes && pair.mapping->create;
}

// The field of that name, when something fills it.
const SalesforceField* filled(const ObjectPair& pair, std::string_view name) {
  const SalesforceField* const field = pair.salesforce->find(name);
  return field != nullptr && pair.fills(*field) ? field : nullptr;
}

const FieldPair* line_into(const ObjectPair& pair, const SalesforceField& field) {
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == &field && line.pushes) return &line;
  }
  return nullptr;
}

std::ptrdiff_t lines_into(const ObjectPair& pair, const SalesforceField& field) {
  return std::count_if(pair.fields.begin(), pair.fields.end(), [&](const FieldPair& line) {
    return line.salesforce == &field && line.pushes;
  });
}

const mapping::Constant* constant_into(const ObjectPair& pair, const SalesforceField& field) {
  for (const mapping::Constant& constant : pair.mapping->constants) {
    if (names::same_name(constant.salesforce, field.name)) return &constant;
  }
  return nullptr;
}

void leads_keep_their_shape(const ObjectPair& pair, Report& report) {
  if (!creates(pair, "Lead") || !pair.in_person_account_org()) return;
  const SalesforceField* const company = filled(pair, "Company");
  if (company == nullptr) return;
  const mapping::Constant* const constant = constant_into(pair, *company);
  const FieldPair* const line = line_into(pair, *company);
  const bool by_default = line != nullptr && line->line->default_value.given() &&
                          line->line->on_null == mapping::OnNull::default_value;
  if (constant == nullptr && !by_default) return;
  Diagnostic found =
      make(codes::kCompanyOfPersons,
           constant != nullptr ? constant->pointer : json::child(line->line->pointer, "default"),
           "Leads without a company get one all the same, and will not become "
           "person accounts.");
  if (pair.org->person_accounts.value_or(false)) {
    if (constant != nullptr) {
      found.fixes.push_back(one_step("Leave Company empty", "remove", constant->pointer));
    } else {
      Fix fix = remove_member(*line, "default");
      fix.title = "Leave Company empty";
      fix.patch.push_back(step("replace", json::child(line->line->pointer, "onNull"), "\"skip\""));
      found.fixes.push_back(std::move(fix));
    }
  }
  report.add(std::move(found));
}

// Another pair that brings the same platform records to Salesforce as people.
bool has_people(const ObjectPair& pair) {
  for (const mapping::ObjectMapping& other : pair.document->objects) {
    if (!names::same_name(other.platform, pair.mapping->platform)) continue;
    if (names::same_name(other.salesforce, "Contact") ||
        names::same_name(other.salesforce, "Lead")) {
      return true;
    }
  }
  return false;
}

void members_have_a_person(const ObjectPair& pair, Report& report) {
  if (!creates(pair, "CampaignMember") || filled(pair, "LeadId") != nullptr ||
      filled(pair, "ContactId") != nullptr || has_people(pair)) {
    return;
  }
  Diagnostic found =
      make(codes::kMemberWithoutPerson, json::child(pair.mapping->pointer, "fields"),
           "Nothing says who the campaign member is: neither ContactId nor LeadId is filled.");
  found.aim = diagnostic::Aim::key;
  report.add(std::move(found));
}

void members_have_one_person(const ObjectPair& pair, Report& report) {
  if (!creates(pair, "CampaignMember")) return;
  const SalesforceField* const lead = filled(pair, "LeadId");
  const SalesforceField* const contact = filled(pair, "ContactId");
  if (lead == nullptr || contact == nullptr) return;
  const FieldPair* const line = line_into(pair, *lead);
  const mapping::Constant* const constant = constant_into(pair, *lead);
  Diagnostic found = make(codes::kMemberOfTwoPersons,
                          line != nullptr       ? salesforce_pointer(pair, *line)
                          : constant != nullptr ? json::child(constant->pointer, "salesforce")
                                                : pair.mapping->pointer,
                          sentence({*lead, " and ", *contact, " are both filled."}));
  // What two lines fill has a finding of its own, and stays filled when one of them goes.
  if (line != nullptr && lines_into(pair, *lead) == 1) found.fixes.push_back(remove_line(*line));
  const FieldPair* const other = line_into(pair, *contact);
  if (other != nullptr && lines_into(pair, *contact) == 1) {
    Fix fix = remove_line(*other);
    fix.title = "Remove the line of " + contact->name;
    found.fixes.push_back(std::move(fix));
  }
  report.add(std::move(found));
}

void accounts_have_one_name(const ObjectPair& pair, Report& report) {
  if (!creates(pair, "Account") || !pair.in_person_account_org()) return;
  const SalesforceField* const name = filled(pair, "Name");
  const SalesforceField* const last_name = filled(pair, "LastName");
  if (name == nullptr || last_name == nullptr) return;
  const FieldPair* const line = line_into(pair, *name);
  Diagnostic found =
      make(codes::kTwoAccountNames,
           line != nullptr ? salesforce_pointer(pair, *line) : pair.mapping->pointer,
           sentence({*name, " and ", *last_name, " cannot be written to the same account."}));
  if (line != nullptr && lines_into(pair, *name) == 1) found.fixes.push_back(remove_line(*line));
  report.add(std::move(found));
}

void shape_is_in_place(const ObjectPair& pair, Report& report) {
  if (pair.mapping->kept.empty()) return;
  const Kept shape(*pair.mapping, "shape");
  if (shape.text().empty()) return;
  std::string message;
  if (!is_pair_with(pair, "Account")) {
    message = "Only accounts have a shape; " + quoted(pair.mapping->salesforce) + " does not.";
  } else if (shape.text() == "person" && !pair.org->person_accounts.value_or(true)) {
    message = "This org has no person accounts.";
  } else {
    return;
  }
  Diagnostic found = make(codes::kShapeMisplaced, shape.pointer(), std::move(message));
  found.fixes.push_back(one_step("Remove \"shape\"", "remove", shape.pointer()));
  report.add(std::move(found));
}

void shape_is_stated(const ObjectPair& pair, Report& report) {
  if (!creates(pair, "Account") || !pair.in_person_account_org()) return;
  if (!Kept(*pair.mapping, "shape").text().empty() ||
      !Kept(*pair.mapping, "recordType").text().empty() ||
      filled(pair, "RecordTypeId") != nullptr) {
    return;
  }
  Diagnostic found = make(codes::kShapeUnstated, json::child(pair.mapping->pointer, "salesforce"),
                          "This org has person accounts, and nothing says whether new accounts "
                          "are persons or businesses.");
  report.add(std::move(found));
}

constexpr std::array kRules{
    ObjectRule{codes::kCompanyOfPersons, "leads keep their shape", "name", leads_keep_their_shape},
    ObjectRule{codes::kMemberWithoutPerson, "campaign members have a person", "name",
               members_have_a_person},
    ObjectRule{codes::kMemberOfTwoPersons, "campaign members have one person", "name",
               members_have_one_person},
    ObjectRule{codes::kTwoAccountNames, "an account has one kind of name", "name",
               accounts_have_one_name},
    ObjectRule{codes::kShapeMisplaced, "shapes stand where there are shapes", "object.name",
               shape_is_in_place},
    ObjectRule{codes::kShapeUnstated, "accounts have their shape on purpose", "object.name name",
               shape_is_stated},
};

}  // namespace

RuleFamily shape_rules() { return {.name = "completeness", .object_rules = kRules}; }

}  // namespace crosswalk::validate
