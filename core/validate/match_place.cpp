#include "validate/match_place.hpp"

#include <algorithm>
#include <utility>

#include "json/pointer.hpp"
#include "names/nearest.hpp"

namespace crosswalk::validate {
namespace {

using schema::SalesforceField;

bool holds_something_else(const ObjectPair& pair, const SalesforceField& field) {
  const schema::PlatformField* const key =
      pair.platform == nullptr ? nullptr : pair.platform->key_field();
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == &field && line.pushes && line.platform != key) return true;
  }
  for (const mapping::ObjectMapping& other : pair.document->objects) {
    if (&other != pair.mapping && names::same_name(other.salesforce, pair.mapping->salesforce) &&
        names::same_name(other.match.external_id, field.name)) {
      return true;
    }
  }
  return std::any_of(pair.mapping->constants.begin(), pair.mapping->constants.end(),
                     [&](const mapping::Constant& constant) {
                       return names::same_name(constant.salesforce, field.name);
                     });
}

bool takes_the_key(const ObjectPair& pair, const SalesforceField& field) {
  const schema::PlatformField* const key =
      pair.platform == nullptr ? nullptr : pair.platform->key_field();
  if (key == nullptr) return true;
  if (key->max_length && field.length != 0 && *key->max_length > field.length) return false;
  return compat::verdict(*key, field, compat::Way::to_salesforce).cls !=
         compat::Class::incompatible;
}

// Unique ones first.
const SalesforceField* best_external_id(const ObjectPair& pair) {
  if (!pair.fields_known()) return nullptr;
  const SalesforceField* best = nullptr;
  for (const SalesforceField& field : pair.salesforce->fields) {
    if (!field.external_id || !field.createable || field.auto_number) continue;
    if (best != nullptr && (best->unique || !field.unique)) continue;
    if (takes_the_key(pair, field) && !holds_something_else(pair, field)) best = &field;
  }
  return best;
}

}  // namespace

std::string match_pointer(const ObjectPair& pair) {
  return json::child(pair.mapping->pointer, "match");
}

std::string external_id_pointer(const ObjectPair& pair) {
  return json::child(match_pointer(pair), "externalId");
}

void offer_external_id(const ObjectPair& pair, Diagnostic& found) {
  const SalesforceField* const field = best_external_id(pair);
  if (field == nullptr || names::same_name(field->name, pair.mapping->match.external_id)) return;
  const std::string name = quoted(field->name);
  const bool given = pair.mapping->match.given();
  found.fixes.push_back(one_step("Match by " + name, "add",
                                 given ? external_id_pointer(pair) : match_pointer(pair),
                                 given ? name : sentence({"{ \"externalId\": ", name, " }"})));
}

}  // namespace crosswalk::validate
