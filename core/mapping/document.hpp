// The mapping document as values: what pairs objects and fields of both sides. Reading it is
// reader.hpp's business, printing it writer.hpp's. Keys that this version reads and keeps but does
// not carry out are held as JSON text in `kept`, so that writing a document loses nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapping/steps.hpp"

namespace crosswalk::mapping {

enum class Direction : std::uint8_t { push, pull, both };
enum class OnMultiple : std::uint8_t { issue, newest, oldest };
enum class OnDelete : std::uint8_t { ignore, deactivate, mirror };
enum class Owner : std::uint8_t { any, connected_user };
enum class OnTooLong : std::uint8_t { refuse, truncate };
enum class OnNull : std::uint8_t { clear, skip, default_value };
enum class Conflict : std::uint8_t {
  salesforce,
  platform,
  latest,
  review,
  salesforce_unless_blank
};

// The words of the contract.
std::string_view word(Direction value);
std::string_view word(OnMultiple value);
std::string_view word(OnDelete value);
std::string_view word(Owner value);
std::string_view word(OnTooLong value);
std::string_view word(OnNull value);
std::string_view word(Conflict value);

enum class LiteralKind : std::uint8_t { absent, null, text, number, truth };

// A value written in the document. Numbers keep their text.
struct Literal {
  LiteralKind kind = LiteralKind::absent;
  std::string text;    // of text and number
  bool truth = false;  // of truth

  [[nodiscard]] bool given() const { return kind != LiteralKind::absent; }
  friend bool operator==(const Literal&, const Literal&) = default;
};

struct MapEntry {
  std::string from;
  Literal to;
  friend bool operator==(const MapEntry&, const MapEntry&) = default;
};

// A member of a step as it was written: a text, a word, a number or a truth; or a list of texts.
struct Setting {
  std::string_view name;  // of the tables of steps
  Literal value;
  std::vector<std::string> texts;
  friend bool operator==(const Setting&, const Setting&) = default;
};

// One step of a field's transform. Which members it may have is said by the table of steps.
struct Transform {
  Step step = Step::join;
  std::vector<Setting> settings;  // those of an own member that is an object among them
  std::vector<MapEntry> entries;  // of map
  Literal otherwise;  // for a value that the step can do nothing with; absent: it is refused
  std::vector<Transform> then_steps, else_steps;  // of when
  std::string pointer;                            // where it stands: ".../transform/0"

  [[nodiscard]] const Setting* find(std::string_view name) const;  // or null
  [[nodiscard]] std::string_view text(std::string_view name, std::string_view fallback = {}) const;
  [[nodiscard]] std::size_t number(std::string_view name, std::size_t fallback) const;
  // Where a setting stands in the document.
  [[nodiscard]] std::string pointer_to(std::string_view name) const;
};

// A key that is kept as it was written.
struct KeptMember {
  std::string key;
  std::string json;
  friend bool operator==(const KeptMember&, const KeptMember&) = default;
};

struct FieldMapping {
  std::string platform;
  std::string salesforce;
  std::optional<Direction> direction;  // absent: the object's
  std::optional<Conflict> conflict;    // absent: salesforce
  std::vector<Transform> transforms;   // from the platform to Salesforce, in this order
  OnTooLong on_too_long = OnTooLong::refuse;
  OnNull on_null = OnNull::clear;
  Literal default_value;
  bool display = false;  // pulled and shown, never written to Salesforce
  std::string pointer;   // where it stands in the document: "/objects/0/fields/3"
};

struct Match {
  std::string external_id;          // Salesforce field that holds the platform's key, or empty
  std::vector<std::string> fields;  // platform fields to match by, when there is no external id
  OnMultiple on_multiple = OnMultiple::issue;
  bool on_multiple_given = false;  // the document says it

  [[nodiscard]] bool given() const { return !external_id.empty() || !fields.empty(); }
};

struct Where {
  std::string salesforce;
  std::string platform;
};

// Whether a person may be written to. `unknown` is what the mapping says of people whose consent
// cannot be seen; absent: it does not say.
enum class UnknownConsent : std::uint8_t { inactive, import };

struct Consent {
  std::string salesforce;  // the checkbox that is true for who must not be written to; may be empty
  std::optional<UnknownConsent> unknown;
};

struct Constant {
  std::string salesforce;
  Literal value;
  std::string pointer;
};

struct ObjectMapping {
  std::string platform;
  std::string salesforce;
  Direction direction = Direction::push;
  Match match;
  bool create = true;
  bool update = true;
  OnDelete on_delete = OnDelete::ignore;
  Where where;
  Owner owner = Owner::any;
  std::vector<FieldMapping> fields;
  bool short_fields = false;  // "fields" was written in the short form
  std::vector<Constant> constants;
  std::optional<Consent> consent;  // kept, too: it is not carried out
  std::vector<KeptMember> kept;
  std::string pointer;  // "/objects/0"
};

struct Document {
  int version = 1;
  std::string name;
  std::string policy;   // by name; empty: none
  std::string country;  // ISO 3166, two letters: whose phone numbers have no country code
  std::vector<ObjectMapping> objects;
  std::vector<KeptMember> kept;
};

// What a field does: its own direction within the object's; a display field is pulled only.
Direction effective_direction(const ObjectMapping& object, const FieldMapping& field);
bool pushes(Direction direction);
bool pulls(Direction direction);
Conflict effective_conflict(const FieldMapping& field);

}  // namespace crosswalk::mapping
