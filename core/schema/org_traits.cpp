#include "schema/org_traits.hpp"

namespace crosswalk::schema {
namespace {

bool starts_with(std::string_view name, std::string_view beginning) {
  return name.size() > beginning.size() &&
         names::same_name(name.substr(0, beginning.size()), beginning);
}

bool ends_with(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() &&
         names::same_name(name.substr(name.size() - ending.size()), ending);
}

}  // namespace

bool shows_person_accounts(const SalesforceObject& object) {
  return object.find("IsPersonAccount") != nullptr ||
         (names::same_name(object.name, "Account") && object.find("PersonContactId") != nullptr);
}

bool shows_person_accounts(const SalesforceSchema& schema) {
  for (const SalesforceObject& object : schema.objects) {
    if (shows_person_accounts(object)) return true;
  }
  return false;
}

bool is_person_account_field(const SalesforceObject& object, const SalesforceField& field) {
  if (!names::same_name(object.name, "Account")) return false;
  if (field.custom) return ends_with(field.name, "__pc");
  if (starts_with(field.name, "Person")) return true;
  // The parts of a person's name: a business account's Name has none. Name names itself.
  return names::same_name(field.compound_field_name, "Name") &&
         !names::same_name(field.name, "Name");
}

bool shows_currencies(const SalesforceObject& object) {
  return object.find("CurrencyIsoCode") != nullptr;
}

}  // namespace crosswalk::schema
