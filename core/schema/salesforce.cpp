#include "schema/salesforce.hpp"

#include <array>
#include <utility>

namespace crosswalk::schema {
namespace {

constexpr std::array<std::string_view, 28> kTypeNames{"string",
                                                      "picklist",
                                                      "multipicklist",
                                                      "combobox",
                                                      "reference",
                                                      "base64",
                                                      "boolean",
                                                      "currency",
                                                      "textarea",
                                                      "int",
                                                      "long",
                                                      "double",
                                                      "percent",
                                                      "phone",
                                                      "id",
                                                      "date",
                                                      "datetime",
                                                      "time",
                                                      "url",
                                                      "email",
                                                      "encryptedstring",
                                                      "datacategorygroupreference",
                                                      "location",
                                                      "address",
                                                      "anyType",
                                                      "complexvalue",
                                                      "json",
                                                      "unknown"};
static_assert(kTypeNames.size() == static_cast<std::size_t>(FieldType::unknown) + 1);

}  // namespace

std::span<const std::string_view> field_type_names() { return kTypeNames; }

std::string_view field_type_name(FieldType type) {
  return kTypeNames[static_cast<std::size_t>(type)];
}

FieldType field_type_from(std::string_view name) {
  for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
    if (names::same_name(kTypeNames[i], name)) return static_cast<FieldType>(i);
  }
  return FieldType::unknown;
}

const PicklistValue* SalesforceField::find_value(std::string_view value) const {
  for (const PicklistValue& candidate : picklist_values) {
    if (candidate.active && names::same_name(candidate.value, value)) return &candidate;
  }
  return nullptr;
}

void SalesforceSchema::add(SalesforceObject object) {
  for (SalesforceObject& present : objects) {
    if (!names::same_name(present.name, object.name)) continue;
    if (object.has_fields || !present.has_fields) present = std::move(object);
    return;
  }
  objects.push_back(std::move(object));
}

}  // namespace crosswalk::schema
