#include "compat/relation.hpp"
#include "names/nearest.hpp"

namespace crosswalk::compat {
namespace {

using schema::FieldKind;
using schema::FieldType;
using schema::SalesforceField;

Kind kind_of_text(const SalesforceField& field) {
  const FieldKind look = schema::field_kind(field);
  if (look == FieldKind::auto_number) return Kind::auto_number;
  if (look == FieldKind::compound) return Kind::compound_name;
  // A formula's text is as long as formulas are, and no long text for that.
  if (field.calculated) return field.html_formatted ? Kind::rich_text : Kind::text;
  if (look == FieldKind::rich_text) return Kind::rich_text;
  if (look == FieldKind::long_text) return Kind::long_text;
  return field.type == FieldType::textarea ? Kind::text_area : Kind::text;
}

bool ends_with(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         names::same_name(name.substr(name.size() - ending.size()), ending);
}

// A contact's field as the person account shows it, or a standard one of Account.
bool is_of_person_account(const SalesforceField& field) {
  constexpr std::string_view kStart = "Person";
  if (ends_with(field.name, "__pc")) return true;
  return !field.custom && field.name.size() > kStart.size() &&
         std::string_view(field.name).substr(0, kStart.size()) == kStart &&
         field.name[kStart.size()] >= 'A' && field.name[kStart.size()] <= 'Z';
}

// Of a custom geolocation by its name, of an address by the compound it is part of.
bool is_coordinate(const SalesforceField& field) {
  return schema::field_kind(field) == FieldKind::geolocation_part ||
         (field.type == FieldType::double_ && !field.compound_field_name.empty());
}

Kind kind_of_reference(const SalesforceField& field) {
  switch (schema::field_kind(field)) {
    case FieldKind::master_detail:
      return Kind::master_detail;
    case FieldKind::polymorphic_lookup:
      return Kind::polymorphic_lookup;
    case FieldKind::external_lookup:
      return Kind::external_lookup;
    case FieldKind::indirect_lookup:
      return Kind::indirect_lookup;
    default:
      return Kind::lookup;
  }
}

}  // namespace

Kind kind_of(const SalesforceField& field) {
  switch (field.type) {
    case FieldType::string:
    case FieldType::textarea:
      return kind_of_text(field);
    case FieldType::picklist:
      return field.restricted_picklist ? Kind::restricted_picklist : Kind::picklist;
    case FieldType::multipicklist:
      return field.restricted_picklist ? Kind::restricted_multipicklist : Kind::multipicklist;
    case FieldType::combobox:
      return Kind::combobox;
    case FieldType::reference:
      return kind_of_reference(field);
    case FieldType::base64:
      return Kind::file_body;
    case FieldType::boolean:
      return Kind::checkbox;
    case FieldType::currency:
      return Kind::currency;
    case FieldType::int_:
      return Kind::integer;
    case FieldType::long_:
      return Kind::long_integer;
    case FieldType::double_:
      return is_coordinate(field) ? Kind::geolocation_part : Kind::number;
    case FieldType::percent:
      return Kind::percent;
    case FieldType::phone:
      return Kind::phone;
    case FieldType::id:
      return Kind::record_id;
    case FieldType::date:
      return Kind::date;
    case FieldType::datetime:
      return Kind::datetime;
    case FieldType::time:
      return Kind::time;
    case FieldType::url:
      return Kind::url;
    case FieldType::email:
      return Kind::email;
    case FieldType::encryptedstring:
      return Kind::encrypted_text;
    case FieldType::location:
      return Kind::geolocation;
    case FieldType::address:
      return Kind::address;
    case FieldType::any_type:
      return Kind::any_type;
    case FieldType::datacategorygroupreference:
      return Kind::data_category;
    case FieldType::complexvalue:
    case FieldType::json:
      return Kind::structured;
    case FieldType::unknown:
      return Kind::unknown;
  }
  return Kind::unknown;
}

Trait trait_of(const SalesforceField& field) {
  const FieldKind look = schema::field_kind(field);
  if (look == FieldKind::formula) return Trait::formula;
  if (look == FieldKind::roll_up) return Trait::roll_up;
  if (is_of_person_account(field)) return Trait::person_account;
  if (field.compound_field_name.empty() || field.compound_field_name == field.name) {
    return Trait::none;
  }
  if (field.compound_field_name == "Name") return Trait::name_part;
  const bool of_address = ends_with(field.compound_field_name, "Address") ||
                          ends_with(field.compound_field_name, "__c");
  return of_address && !is_coordinate(field) ? Trait::address_part : Trait::none;
}

Column column_of(const schema::SalesforceObject& object, const SalesforceField& field) {
  Column column{kind_of(field), trait_of(field)};
  // Only User has the type Hierarchy.
  const bool of_user = names::same_name(object.name, "User") && field.custom;
  if (column.kind == Kind::lookup && of_user && field.reference_to.size() == 1 &&
      names::same_name(field.reference_to.front(), "User")) {
    column.kind = Kind::hierarchy;
  }
  return column;
}

}  // namespace crosswalk::compat
