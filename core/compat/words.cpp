#include <array>

#include "compat/relation.hpp"

namespace crosswalk::compat {
namespace {

using schema::PlatformType;

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
    {Kind::restricted_multipicklist, "restrictedMultipicklist",
     "restricted Picklist (Multi-Select)"},
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
    {Kind::hierarchy, "hierarchy", "Hierarchical Relationship"},
    {Kind::master_detail, "masterDetail", "Master-Detail Relationship"},
    {Kind::polymorphic_lookup, "polymorphicLookup", "Lookup Relationship to several objects"},
    {Kind::external_lookup, "externalLookup", "External Lookup Relationship"},
    {Kind::indirect_lookup, "indirectLookup", "Indirect Lookup Relationship"},
    {Kind::compound_name, "compoundName", "Name (compound)"},
    {Kind::address, "address", "Address (compound)"},
    {Kind::geolocation, "geolocation", "Geolocation (compound)"},
    {Kind::file_body, "fileBody", "File body"},
    {Kind::any_type, "anyType", "Any type"},
    {Kind::structured, "structured", "structured value"},
    {Kind::data_category, "dataCategory", "Data category"},
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

struct TraitNames {
  std::string_view name;
  std::string_view before, after;  // around the kind's words
};

// In the order of Trait.
constexpr std::array<TraitNames, kTraits> kTraitNames{{
    {"", "", ""},
    {"formula", "Formula (", ")"},
    {"rollUp", "Roll-Up Summary (", ")"},
    {"addressPart", "", " (part of an address)"},
    {"namePart", "", " (part of a name)"},
    {"personAccount", "", " (of person accounts)"},
}};

constexpr std::array kFormulaKinds{Kind::text,   Kind::rich_text, Kind::checkbox,
                                   Kind::number, Kind::currency,  Kind::percent,
                                   Kind::date,   Kind::datetime,  Kind::time};
constexpr std::array kRollUpKinds{Kind::number, Kind::currency, Kind::percent, Kind::date,
                                  Kind::datetime};
constexpr std::array kAddressKinds{Kind::text, Kind::text_area, Kind::picklist,
                                   Kind::restricted_picklist};
constexpr std::array kNameKinds{Kind::text, Kind::picklist};
constexpr std::array kPersonKinds{Kind::text,          Kind::text_area,
                                  Kind::long_text,     Kind::rich_text,
                                  Kind::email,         Kind::phone,
                                  Kind::url,           Kind::encrypted_text,
                                  Kind::picklist,      Kind::restricted_picklist,
                                  Kind::multipicklist, Kind::restricted_multipicklist,
                                  Kind::checkbox,      Kind::number,
                                  Kind::currency,      Kind::percent,
                                  Kind::date,          Kind::datetime,
                                  Kind::time,          Kind::geolocation_part,
                                  Kind::lookup,        Kind::address,
                                  Kind::geolocation,   Kind::auto_number};

template <std::size_t count>
constexpr void add(std::span<Column> out, std::size_t& at, Trait trait,
                   const std::array<Kind, count>& kinds) {
  for (const Kind kind : kinds) out[at++] = {kind, trait};
}

constexpr std::size_t kColumnCount = kKinds + kFormulaKinds.size() + kRollUpKinds.size() +
                                     kAddressKinds.size() + kNameKinds.size() + kPersonKinds.size();

constexpr std::array<Column, kColumnCount> all_columns() {
  std::array<Column, kColumnCount> out{};
  std::size_t at = 0;
  for (; at < kKinds; ++at) out[at] = {static_cast<Kind>(at), Trait::none};
  add(out, at, Trait::formula, kFormulaKinds);
  add(out, at, Trait::roll_up, kRollUpKinds);
  add(out, at, Trait::address_part, kAddressKinds);
  add(out, at, Trait::name_part, kNameKinds);
  add(out, at, Trait::person_account, kPersonKinds);
  return out;
}

constexpr std::array<Column, kColumnCount> kColumns = all_columns();

constexpr bool names_are_in_order() {
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    if (static_cast<std::size_t>(kKindNames[kind].kind) != kind) return false;
  }
  return true;
}
static_assert(names_are_in_order(), "the names stand in the order of Kind");

}  // namespace

std::span<const Column> columns() { return kColumns; }

std::string_view kind_name(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)].name; }

std::string_view trait_name(Trait trait) {
  return kTraitNames[static_cast<std::size_t>(trait)].name;
}

std::string column_name(Column column) {
  std::string kind(kind_name(column.kind));
  if (column.trait == Trait::none) return kind;
  kind[0] = static_cast<char>(kind[0] - 'a' + 'A');
  return std::string(trait_name(column.trait)) + kind;
}

std::string_view words(PlatformType type) { return kPlatformWords[static_cast<std::size_t>(type)]; }

std::string_view words(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)].words; }

std::string words(Column column) {
  const TraitNames& trait = kTraitNames[static_cast<std::size_t>(column.trait)];
  return std::string(trait.before) + std::string(words(column.kind)) + std::string(trait.after);
}

}  // namespace crosswalk::compat
