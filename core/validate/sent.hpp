// What a mapping sends for certain: values written in it (constants, defaults, what maps give) and
// the values of the platform's lists. For rules that hold them against the org. Views of the
// mapping and the schemas; made once per object pair.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "mapping/document.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::validate {

struct FieldPair;
struct ObjectPair;

// A value that is written in the mapping and goes into a known Salesforce field.
struct SentLiteral {
  enum class Origin : unsigned char { constant, default_value, map_entry, map_otherwise };

  Origin origin = Origin::constant;
  const mapping::Literal* value = nullptr;
  const schema::SalesforceField* field = nullptr;
  const mapping::Constant* constant = nullptr;  // of a constant
  const FieldPair* line = nullptr;              // of the others
  const mapping::Transform* map = nullptr;      // of what a map gives
  const mapping::MapEntry* entry = nullptr;     // of a map's entry

  [[nodiscard]] std::string pointer() const;
  [[nodiscard]] std::string subject() const;  // "The constant", "What the map gives for "came""
  [[nodiscard]] bool is_text() const { return value->kind == mapping::LiteralKind::text; }
  [[nodiscard]] bool is_number() const { return value->kind == mapping::LiteralKind::number; }
};

// Of constants and of lines that push, in the order of the document.
std::vector<SentLiteral> sent_literals(const ObjectPair& pair);

// A step that writes another value in the literal's place.
Fix replace_literal(const SentLiteral& literal, std::string value_json);

// The line's first transform of a kind, or null; null, too, where steps of other kinds stand beside
// it: what it gets and what becomes of it is known of the records only.
const mapping::Transform* join_of(const mapping::FieldMapping& line);
const mapping::Transform* map_of(const mapping::FieldMapping& line);

// Names to look many others up in, sorted once; ASCII case aside, or letter by letter.
class NameSet {
 public:
  enum class Case : unsigned char { aside, counts };

  explicit NameSet(std::vector<std::string_view> names, Case letters = Case::aside);
  [[nodiscard]] bool contains(std::string_view name) const;

 private:
  using Before = bool (*)(std::string_view left, std::string_view right);
  Before before_;
  std::vector<std::string_view> names_;
};

// The picklist's values, active ones or all.
NameSet active_values(const schema::SalesforceField& field);
NameSet all_values(const schema::SalesforceField& field);

// What the values of the platform's list, or true and false, become; of other fields what a map
// gives, and without a map nothing, for only the records know.
std::vector<std::string_view> sent_values(const FieldPair& field);

bool is_choice(schema::FieldType type);     // picklist, multipicklist
bool is_choice(schema::PlatformType type);  // selectList, multiselectList
bool is_truth(schema::PlatformType type);   // boolean, nullableBoolean

// A part of a geolocation or of an address's place on the globe.
enum class Coordinate : unsigned char { none, latitude, longitude };
Coordinate coordinate_of(const schema::SalesforceField& field);

// The picklist's active value that a person meant: the same but for case, the one with this label,
// or the nearest name.
std::optional<std::string_view> meant_value(std::string_view text,
                                            const schema::SalesforceField& field);

}  // namespace crosswalk::validate
