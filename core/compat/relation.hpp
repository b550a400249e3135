// The field-type compatibility relation: what happens to values of one type that travel into a
// field of another. One table (relation.cpp) of every platform type against every kind of
// Salesforce field, each way; the verdict of two given fields is the table's cell, narrowed by what
// is known of the two (lengths, digits, values, read-only). Pure; texts are for admins and hold no
// record's value.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "schema/field_kind.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::compat {

enum class Class : std::uint8_t {
  exact,         // every value arrives as it was
  widening,      // every value arrives, in a wider type: the way back may not be open
  conditional,   // values that meet a condition arrive, others are refused
  lossy,         // every value arrives, but some lose a part
  incompatible,  // never without a transform, if at all
};

enum class Way : std::uint8_t { to_salesforce, to_platform };

// The describe types with the look-alikes told apart: the columns of the table.
enum class Kind : std::uint8_t {
  text,            // Text
  text_area,       // Text Area (255): keeps line ends
  long_text,       // Text Area (Long)
  rich_text,       // Text Area (Rich)
  encrypted_text,  // Text (Encrypted): read masked
  auto_number,     // Auto Number
  email,
  phone,
  url,
  picklist,  // any text is stored
  restricted_picklist,
  combobox,
  multipicklist,
  checkbox,
  integer,       // int
  long_integer,  // long
  number,        // Number
  currency,
  percent,
  geolocation_part,  // latitude or longitude
  date,
  datetime,
  time,
  record_id,  // Id
  lookup,     // also hierarchical
  master_detail,
  polymorphic_lookup,
  external_lookup,  // also indirect: holds a text, no Id
  compound_name,    // a person's Name
  address,
  geolocation,
  file_body,  // base64
  any_type,
  opaque,   // complexvalue, json, data category groups
  unknown,  // a type that this version does not know
};

inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::unknown) + 1;

// A transform that would make the pair fit or fit better, and what it does, in an admin's words.
// `carried_out`: this version has it; the others say what to change by hand.
struct Remedy {
  std::string_view transform;  // "join", "map", or "" for advice alone
  std::string_view advice;
};

struct Verdict {
  Class cls = Class::incompatible;
  std::string_view reason;  // one sentence
  std::string_view loss;    // what is lost or refused; empty when nothing is
  std::span<const Remedy> remedies;
};

// The table's cell.
Verdict verdict(schema::PlatformType platform, Kind salesforce, Way way);

// The column that a field belongs to. Formulas and roll-ups have the kind of their result type.
Kind kind_of(const schema::SalesforceField& field);

struct FieldVerdict {
  Class cls = Class::incompatible;
  std::string reason;
  std::string loss;
  std::span<const Remedy> remedies;
};

// The verdict of two fields: the cell, and then what their limits make of it ("up to 300 characters
// into 255"); a field that this user cannot write is incompatible to_salesforce.
FieldVerdict verdict(const schema::PlatformField& platform,
                     const schema::SalesforceField& salesforce, Way way);

std::string_view class_name(Class cls);  // "exact", ...
std::string_view kind_name(Kind kind);   // for tests and pages: "restrictedPicklist"

// A platform type in an admin's words ("multi-select list"), a kind in Salesforce's ("Picklist").
std::string_view words(schema::PlatformType type);
std::string_view words(Kind kind);

}  // namespace crosswalk::compat
