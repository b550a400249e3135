#include "validate/consent.hpp"

#include <algorithm>

#include "names/nearest.hpp"

namespace crosswalk::validate {
namespace {

using names::same_name;

// An account line that only a person has.
bool is_personal(std::string_view field) {
  return same_name(field, "FirstName") || same_name(field, "LastName") ||
         same_name(field.substr(0, 6), "Person") ||
         (field.size() > 4 && same_name(field.substr(field.size() - 4), "__pc"));
}

bool pulls(const mapping::ObjectMapping& pair, const mapping::FieldMapping& line) {
  return mapping::pulls(mapping::effective_direction(pair, line));
}

}  // namespace

std::string_view standard_opt_out(const schema::SalesforceObject& object) {
  if (same_name(object.name, "Contact") || same_name(object.name, "Lead")) {
    return "HasOptedOutOfEmail";
  }
  if (same_name(object.name, "Account") && object.find("IsPersonAccount") != nullptr) {
    return "PersonHasOptedOutOfEmail";
  }
  return {};
}

std::string_view opt_out_of(const mapping::ObjectMapping& pair,
                            const schema::SalesforceObject& object) {
  if (pair.consent && !pair.consent->salesforce.empty()) return pair.consent->salesforce;
  return standard_opt_out(object);
}

bool pulls_people(const mapping::ObjectMapping& pair, const schema::SalesforceObject& object) {
  if (!mapping::pulls(pair.direction) || !object.has_fields) return false;
  const std::string_view standard = standard_opt_out(object);
  if (standard.empty()) return false;
  const bool accounts = same_name(object.name, "Account");
  return std::any_of(pair.fields.begin(), pair.fields.end(),
                     [&](const mapping::FieldMapping& line) {
                       return pulls(pair, line) && (!accounts || is_personal(line.salesforce));
                     });
}

bool consent_is_unconfirmed(const mapping::ObjectMapping& pair,
                            const schema::SalesforceObject& object) {
  return (!pair.consent || !pair.consent->unknown) && pulls_people(pair, object) &&
         object.find(opt_out_of(pair, object)) == nullptr;
}

}  // namespace crosswalk::validate
