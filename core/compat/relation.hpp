// The field-type compatibility relation: what happens to values of one type that travel into a
// field of another. One table (relation.cpp) of every platform type against every kind of
// Salesforce field, each way; the verdict of two given fields is the table's cell, changed by how
// the field comes to its value (a formula is never written) and narrowed by what is known of the
// two (lengths, digits, values, read-only). Pure; texts are for admins and hold no record's value.
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
  multipicklist,  // any values are stored
  restricted_multipicklist,
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
  lookup,
  hierarchy,  // of User only
  master_detail,
  polymorphic_lookup,
  external_lookup,  // holds the external object's own id, a text
  indirect_lookup,  // holds the value of the target's external id field, a text
  compound_name,    // a person's Name
  address,
  geolocation,
  file_body,  // base64
  any_type,
  structured,     // complexvalue, json
  data_category,  // datacategorygroupreference
  unknown,        // a type that this version does not know
};

inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::unknown) + 1;

// How a field comes to its value, where that is told apart: the type is that of the value.
enum class Trait : std::uint8_t {
  none,
  formula,
  roll_up,
  address_part,
  name_part,
  person_account,  // __pc and Person* of Account
};

inline constexpr std::size_t kTraits = static_cast<std::size_t>(Trait::person_account) + 1;

// A kind together with its trait.
struct Column {
  Kind kind = Kind::unknown;
  Trait trait = Trait::none;
  friend bool operator==(const Column&, const Column&) = default;
};

// Every column that Salesforce has: all kinds, and those of them that each trait goes with.
std::span<const Column> columns();

// A transform that would make the pair fit or fit better, and what it does, in an admin's words.
struct Remedy {
  std::string_view transform;  // one that is carried out: "join", "map"; or "" for advice alone
  std::string_view advice;
};

struct Verdict {
  Class cls = Class::incompatible;
  std::string_view reason;  // one sentence
  std::string_view loss;    // what is lost or refused; empty when nothing is
  std::span<const Remedy> remedies;
  std::string_view note;  // what the trait means for every value; may be empty
};

// The table's cell.
Verdict verdict(schema::PlatformType platform, Kind salesforce, Way way);
Verdict verdict(schema::PlatformType platform, Column salesforce, Way way);

// The kind that a field belongs to. A formula has the kind of its result. The field alone does not
// tell a hierarchy from a lookup; the object that it is a field of does.
Kind kind_of(const schema::SalesforceField& field);
Trait trait_of(const schema::SalesforceField& field);
Column column_of(const schema::SalesforceObject& object, const schema::SalesforceField& field);

struct FieldVerdict {
  Class cls = Class::incompatible;
  std::string reason;
  std::string loss;
  std::span<const Remedy> remedies;
  std::string_view note;
};

// The verdict of two fields: the cell, and then what their limits make of it ("up to 300 characters
// into 255"); a field that this user cannot write is incompatible to_salesforce.
FieldVerdict verdict(const schema::PlatformField& platform,
                     const schema::SalesforceField& salesforce, Way way);

std::string_view class_name(Class cls);  // "exact", ...
std::string_view kind_name(Kind kind);   // for tests and pages: "restrictedPicklist"
std::string_view trait_name(Trait trait);
std::string column_name(Column column);  // "formulaNumber"

// A platform type in an admin's words ("multi-select list"), a kind in Salesforce's ("Picklist",
// "Formula (Number)").
std::string_view words(schema::PlatformType type);
std::string_view words(Kind kind);
std::string words(Column column);

}  // namespace crosswalk::compat
