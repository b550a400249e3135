// Tells the look-alikes apart. A describe has no type for formula, roll-up, auto number, lookup or
// rich text: these show only in other properties.
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/salesforce.hpp"

namespace crosswalk::schema {

enum class FieldKind : std::uint8_t {
  plain,
  formula,
  roll_up,
  auto_number,
  server_computed,  // custom, never writable, and nothing says why
  lookup,
  master_detail,
  external_lookup,
  indirect_lookup,
  polymorphic_lookup,
  long_text,
  rich_text,
  compound,  // address, location, a person's Name: read whole, written by parts
  geolocation_part,
};

FieldKind field_kind(const SalesforceField& field);

// What Salesforce's set-up calls it, for messages: "Formula", "Lookup Relationship", "Text Area
// (Rich)", "Number", ...
std::string_view setup_label(const SalesforceField& field);

// createable, not nillable, not defaulted by the server: an insert without it fails.
bool is_required_on_create(const SalesforceField& field);

// Neither createable nor updateable for this user.
bool is_read_only(const SalesforceField& field);

// Can name the record of an upsert: an external id, or a standard idLookup field.
bool is_upsert_key(const SalesforceField& field);

// Read as text: string, textarea, email, phone, url, picklists, combobox, encryptedstring.
bool is_text_like(FieldType type);
bool is_number_like(FieldType type);

}  // namespace crosswalk::schema
