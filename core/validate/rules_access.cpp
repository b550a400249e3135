// Rules about what the connected user may do with records of the object.

#include <array>
#include <utility>

#include "diagnostic/codes/objects.hpp"
#include "json/pointer.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;

// Where the admin may and the connected user may not, that is why.
constexpr std::string_view kNotThisUser =
    "An admin may do it; the connected user lacks the permission.";

Diagnostic object_finding(const ObjectPair& pair, const diagnostic::Code& code,
                          std::string_view member, std::string_view action,
                          bool schema::SalesforceObject::*right) {
  const bool admin_may = pair.admin != nullptr && pair.admin->*right;
  return make(code, json::child(pair.mapping->pointer, member),
              sentence({"Records of ", *pair.salesforce, " cannot be ", action, "."}),
              std::string(admin_may ? kNotThisUser : std::string_view()));
}

Fix set_on_object(const ObjectPair& pair, std::string_view member, std::string_view value_json,
                  std::string title) {
  return one_step(std::move(title), "add", json::child(pair.mapping->pointer, member),
                  std::string(value_json));
}

void object_is_createable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || !pair.pushes || !pair.mapping->create ||
      pair.salesforce->createable) {
    return;
  }
  Diagnostic found = object_finding(pair, codes::kObjectNotCreateable, "salesforce", "created",
                                    &schema::SalesforceObject::createable);
  found.fixes.push_back(set_on_object(pair, "create", "false", "Create no records"));
  report.add(std::move(found));
}

void object_is_updateable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || !pair.pushes || !pair.mapping->update ||
      pair.salesforce->updateable) {
    return;
  }
  Diagnostic found = object_finding(pair, codes::kObjectNotUpdateable, "salesforce", "changed",
                                    &schema::SalesforceObject::updateable);
  found.fixes.push_back(set_on_object(pair, "update", "false", "Change no records"));
  report.add(std::move(found));
}

void object_is_deletable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || !pair.pushes ||
      pair.mapping->on_delete != mapping::OnDelete::mirror || pair.salesforce->deletable) {
    return;
  }
  Diagnostic found = object_finding(pair, codes::kObjectNotDeletable, "onDelete", "deleted",
                                    &schema::SalesforceObject::deletable);
  found.fixes.push_back(set_on_object(pair, "onDelete", "\"ignore\"", "Ignore deletions"));
  report.add(std::move(found));
}

constexpr std::array kRules{
    ObjectRule{codes::kObjectNotCreateable, "what is created may be", "object.createable",
               object_is_createable},
    ObjectRule{codes::kObjectNotUpdateable, "what is changed may be", "object.updateable",
               object_is_updateable},
    ObjectRule{codes::kObjectNotDeletable, "what is deleted may be", "object.deletable",
               object_is_deletable},
};

}  // namespace

RuleFamily access_rules() { return {.name = "writability", .object_rules = kRules}; }

}  // namespace crosswalk::validate
