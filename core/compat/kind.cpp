#include <array>

#include "compat/relation.hpp"

namespace crosswalk::compat {
namespace {

using schema::FieldKind;
using schema::FieldType;
using schema::PlatformType;
using schema::SalesforceField;

struct KindNames {
  Kind kind;
  std::string_view name;
  std::string_view words;
};

constexpr std::array<KindNames, kKinds> kKindNames{{
    {Kind::text, "text", "Text"},
    {Kind::text_area, "textArea", "Text Area"},
    {Kind::long_text, "longText", "Text Area (Long)"},
    {Kind::rich_text, "richText", "Text Area (Rich)"},
    {Kind::encrypted_text, "encryptedText", "Text (Encrypted)"},
    {Kind::auto_number, "autoNumber", "Auto Number"},
    {Kind::email, "email", "Email"},
    {Kind::phone, "phone", "Phone"},
    {Kind::url, "url", "URL"},
    {Kind::picklist, "picklist", "Picklist"},
    {Kind::restricted_picklist, "restrictedPicklist", "restricted Picklist"},
    {Kind::combobox, "combobox", "Combobox"},
    {Kind::multipicklist, "multipicklist", "Picklist (Multi-Select)"},
    {Kind::checkbox, "checkbox", "Checkbox"},
    {Kind::integer, "integer", "Integer"},
    {Kind::long_integer, "longInteger", "Long Integer"},
    {Kind::number, "number", "Number"},
    {Kind::currency, "currency", "Currency"},
    {Kind::percent, "percent", "Percent"},
    {Kind::geolocation_part, "geolocationPart", "Geolocation coordinate"},
    {Kind::date, "date", "Date"},
    {Kind::datetime, "datetime", "Date/Time"},
    {Kind::time, "time", "Time"},
    {Kind::record_id, "recordId", "Record Id"},
    {Kind::lookup, "lookup", "Lookup Relationship"},
    {Kind::master_detail, "masterDetail", "Master-Detail Relationship"},
    {Kind::polymorphic_lookup, "polymorphicLookup", "Lookup Relationship to several objects"},
    {Kind::external_lookup, "externalLookup", "External or Indirect Lookup"},
    {Kind::compound_name, "compoundName", "Name (compound)"},
    {Kind::address, "address", "Address (compound)"},
    {Kind::geolocation, "geolocation", "Geolocation (compound)"},
    {Kind::file_body, "fileBody", "File body"},
    {Kind::any_type, "anyType", "Any type"},
    {Kind::opaque, "opaque", "structured value"},
    {Kind::unknown, "unknown", "unknown type"},
}};

constexpr std::array<std::string_view, static_cast<std::size_t>(PlatformType::document) + 1>
    kPlatformWords{"text",
                   "multi-line text",
                   "integer",
                   "number",
                   "currency amount",
                   "percentage",
                   "yes/no",
                   "yes/no/unknown",
                   "date",
                   "date and time",
                   "time of day",
                   "select list",
                   "multi-select list",
                   "e-mail address",
                   "phone number",
                   "URL",
                   "id",
                   "reference",
                   "address",
                   "location",
                   "JSON",
                   "file",
                   "picture",
                   "document"};

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

Kind kind_of_reference(const SalesforceField& field) {
  switch (schema::field_kind(field)) {
    case FieldKind::master_detail:
      return Kind::master_detail;
    case FieldKind::polymorphic_lookup:
      return Kind::polymorphic_lookup;
    case FieldKind::external_lookup:
    case FieldKind::indirect_lookup:
      return Kind::external_lookup;
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
      return Kind::multipicklist;
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
      return schema::field_kind(field) == FieldKind::geolocation_part ? Kind::geolocation_part
                                                                      : Kind::number;
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
    case FieldType::complexvalue:
    case FieldType::json:
      return Kind::opaque;
    case FieldType::unknown:
      return Kind::unknown;
  }
  return Kind::unknown;
}

std::string_view kind_name(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)].name; }

std::string_view words(PlatformType type) { return kPlatformWords[static_cast<std::size_t>(type)]; }

std::string_view words(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)].words; }

}  // namespace crosswalk::compat
