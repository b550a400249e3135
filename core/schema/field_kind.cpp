#include "schema/field_kind.hpp"

namespace crosswalk::schema {
namespace {

bool ends_with(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() &&
         names::same_name(name.substr(name.size() - ending.size()), ending);
}

bool is_computable(FieldType type) {
  return is_number_like(type) || type == FieldType::date || type == FieldType::datetime;
}

FieldKind reference_kind(const SalesforceField& field) {
  if (field.extra_type_info == "externallookup") return FieldKind::external_lookup;
  if (field.extra_type_info == "indirectlookup" || !field.reference_target_field.empty()) {
    return FieldKind::indirect_lookup;
  }
  // Old API versions do not say "polymorphic"; there several targets do.
  if (field.polymorphic || field.reference_to.size() > 1) return FieldKind::polymorphic_lookup;
  if (field.relationship_order || (field.custom && field.cascade_delete && !field.nillable)) {
    return FieldKind::master_detail;
  }
  return FieldKind::lookup;
}

FieldKind text_area_kind(const SalesforceField& field) {
  if (field.html_formatted || field.extra_type_info == "richtextarea") return FieldKind::rich_text;
  return field.length > 255 ? FieldKind::long_text : FieldKind::plain;
}

std::string_view type_label(const SalesforceField& field) {
  switch (field.type) {
    case FieldType::string:
      return "Text";
    case FieldType::picklist:
      return "Picklist";
    case FieldType::multipicklist:
      return "Picklist (Multi-Select)";
    case FieldType::combobox:
      return "Combobox";
    case FieldType::reference:
      return "Lookup Relationship";
    case FieldType::base64:
      return "File body";
    case FieldType::boolean:
      return "Checkbox";
    case FieldType::currency:
      return "Currency";
    case FieldType::textarea:
      return "Text Area";
    case FieldType::int_:
    case FieldType::long_:
    case FieldType::double_:
      return "Number";
    case FieldType::percent:
      return "Percent";
    case FieldType::phone:
      return "Phone";
    case FieldType::id:
      return "Record Id";
    case FieldType::date:
      return "Date";
    case FieldType::datetime:
      return "Date/Time";
    case FieldType::time:
      return "Time";
    case FieldType::url:
      return "URL";
    case FieldType::email:
      return "Email";
    case FieldType::encryptedstring:
      return "Text (Encrypted)";
    case FieldType::location:
      return "Geolocation";
    case FieldType::address:
      return "Address";
    case FieldType::datacategorygroupreference:
    case FieldType::any_type:
    case FieldType::complexvalue:
    case FieldType::json:
    case FieldType::unknown:
      break;
  }
  return field.type_text.empty() ? std::string_view("unknown") : std::string_view(field.type_text);
}

}  // namespace

FieldKind field_kind(const SalesforceField& field) {
  if (field.auto_number) return FieldKind::auto_number;
  if (field.calculated && field.has_formula) return FieldKind::formula;
  if (field.calculated && field.custom && is_computable(field.type)) return FieldKind::roll_up;
  if (field.type == FieldType::address || field.type == FieldType::location) {
    return FieldKind::compound;
  }
  if (field.type == FieldType::reference) return reference_kind(field);
  if (field.type == FieldType::textarea) return text_area_kind(field);
  if (ends_with(field.name, "__latitude__s") || ends_with(field.name, "__longitude__s")) {
    return FieldKind::geolocation_part;
  }
  // A person's name is put together from its parts: a name field that nobody may write.
  if (field.name_field && !field.custom && is_read_only(field) &&
      field.extra_type_info == "personname") {
    return FieldKind::compound;
  }
  if (field.calculated) return FieldKind::server_computed;
  if (field.custom && is_read_only(field) && is_computable(field.type)) {
    return FieldKind::server_computed;
  }
  return FieldKind::plain;
}

std::string_view setup_label(const SalesforceField& field) {
  switch (field_kind(field)) {
    case FieldKind::formula:
      return "Formula";
    case FieldKind::roll_up:
      return "Roll-Up Summary";
    case FieldKind::auto_number:
      return "Auto Number";
    case FieldKind::master_detail:
      return "Master-Detail Relationship";
    case FieldKind::external_lookup:
      return "External Lookup Relationship";
    case FieldKind::indirect_lookup:
      return "Indirect Lookup Relationship";
    case FieldKind::long_text:
      return "Text Area (Long)";
    case FieldKind::rich_text:
      return "Text Area (Rich)";
    case FieldKind::plain:
    case FieldKind::server_computed:
    case FieldKind::lookup:
    case FieldKind::polymorphic_lookup:
    case FieldKind::compound:
    case FieldKind::geolocation_part:
      break;
  }
  return type_label(field);
}

bool is_required_on_create(const SalesforceField& field) {
  return field.createable && !field.nillable && !field.defaulted_on_create &&
         field.type != FieldType::boolean;
}

bool is_read_only(const SalesforceField& field) { return !field.createable && !field.updateable; }

bool is_upsert_key(const SalesforceField& field) { return field.external_id || field.id_lookup; }

bool is_text_like(FieldType type) {
  switch (type) {
    case FieldType::string:
    case FieldType::textarea:
    case FieldType::email:
    case FieldType::phone:
    case FieldType::url:
    case FieldType::picklist:
    case FieldType::multipicklist:
    case FieldType::combobox:
    case FieldType::encryptedstring:
      return true;
    default:
      return false;
  }
}

bool is_number_like(FieldType type) {
  return type == FieldType::double_ || type == FieldType::currency || type == FieldType::percent ||
         type == FieldType::int_ || type == FieldType::long_;
}

}  // namespace crosswalk::schema
