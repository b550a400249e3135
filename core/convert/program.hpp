// The compiled mapping of one object: a flat list of fields with everything a record needs on its
// way, either way. Compiled once against both schemas, immutable, safe to share between threads.
//
// Fields stand in this order: the key (when the mapping matches by an external id that no field of
// it already fills), the mapping's fields, its constants, platform fields that only transforms
// read. Every row that is handed to a program has fields().size() values in this order; a
// constant's platform value is not looked at, and neither is that of the key when it is absent (the
// pair's key stands for it, see plan/decide.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/date_pattern.hpp"
#include "convert/form.hpp"
#include "convert/pattern.hpp"
#include "convert/refusal.hpp"
#include "convert/zones.hpp"
#include "diagnostic/result.hpp"
#include "mapping/document.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::convert {

enum class FieldRole : std::uint8_t {
  mapped,
  key,       // the platform's key in the external id field
  constant,  // a value of the mapping; has no platform field
  read,      // a platform field that only transforms read; has no Salesforce field, goes no way
};

// A value of the program itself (default, constant, otherwise), alive as long as the program.
struct OwnValue {
  ValueKind kind = ValueKind::absent;
  std::string text;
  bool truth = false;

  [[nodiscard]] Value view() const { return {kind, text, truth}; }
};

struct MapEntry {
  std::string from;
  OwnValue to;
};

// A part of what a step makes of the record: a text, or the value of a platform field.
struct StepPart {
  std::string text;  // or the field's name
  bool is_field = false;
  std::size_t field = kNoField;  // its place in a row
};

// A step of a field's transform, compiled for one way. Which members a step uses, and for what, is
// said where it is carried out.
struct TransformStep {
  mapping::Step step = mapping::Step::join;
  bool back = false;        // of boolean: from true and false to words
  std::uint8_t choice = 0;  // the step's word, by its place in the table of steps
  std::string text, other;
  std::size_t count = 0;
  std::vector<MapEntry> entries;           // of map, sorted by `from`
  OwnValue otherwise;                      // absent: other values are refused
  std::vector<StepPart> parts;             // of template, coalesce; of when: the field it looks at
  std::vector<std::string> words, others;  // of boolean: true and false; of when: what it looks for
  Pattern pattern;                         // of extract
  DatePattern date;
  Zone zone;
  std::vector<TransformStep> then_steps, else_steps;  // of when
};

struct TextLimit {
  std::size_t units_max = 0;  // UTF-16 units; 0: none
};

struct NumberLimit {
  std::optional<std::size_t> integer_digits_max;
  std::optional<std::size_t> scale;  // digits after the point that are kept
  std::string_view lowest, highest;  // decimal texts, inclusive; empty: none
  bool integer = false;              // the ends are those of an integer type
};

struct ProgramField {
  FieldRole role = FieldRole::mapped;
  std::string platform_name;  // empty for a constant
  std::string platform_label;
  std::string salesforce_name;  // in the org's own casing
  std::string salesforce_label;
  std::string pointer;  // where it stands in the mapping
  bool push = false;    // platform values may be written to Salesforce
  bool pull = false;    // Salesforce values may be written to the platform
  bool display = false;
  mapping::Conflict conflict = mapping::Conflict::salesforce;  // the policy, default resolved
  mapping::OnTooLong on_too_long = mapping::OnTooLong::refuse;
  mapping::OnNull on_null = mapping::OnNull::clear;
  OwnValue default_value;  // absent: none
  OwnValue constant;       // of a constant, in Salesforce's form

  schema::PlatformType platform_type = schema::PlatformType::text;
  schema::FieldType salesforce_type = schema::FieldType::string;
  Form platform_form = Form::text;
  Form salesforce_form = Form::text;
  bool salesforce_required = false;  // an insert without it fails
  bool salesforce_nillable = true;
  bool createable = true;  // by the connection's user
  bool updateable = true;
  bool multiline = true;        // the Salesforce field keeps line ends
  bool unique = false;          // Salesforce takes no value twice
  bool case_sensitive = false;  // ... and tells "a" from "A" there
  bool picklist_restricted = false;
  std::vector<std::string> picklist;  // active values of a picklist or multi-picklist
  TextLimit salesforce_text;
  NumberLimit salesforce_number;

  bool platform_required = false;
  std::vector<std::string> platform_values;  // of the list types; empty: any
  TextLimit platform_text;
  NumberLimit platform_number;

  std::vector<TransformStep> push_steps;  // from the platform's form towards Salesforce's
  std::vector<TransformStep> pull_steps;  // the way back, as far as it is open
  Form sent_form = Form::text;            // of a value behind push_steps
  Form returned_form = Form::text;        // of a value behind pull_steps
  bool makes_of_nothing = false;  // push_steps give a value where the platform's field has none
};

class Program {
 public:
  [[nodiscard]] std::span<const ProgramField> fields() const { return fields_; }
  [[nodiscard]] const std::string& mapping_name() const { return mapping_name_; }
  [[nodiscard]] const std::string& platform_object() const { return platform_object_; }
  [[nodiscard]] const std::string& salesforce_object() const { return salesforce_object_; }
  // The platform's key field, and the index of the field with role key (kNoField: none).
  [[nodiscard]] const std::string& platform_key() const { return platform_key_; }
  [[nodiscard]] std::size_t key_field() const { return key_field_; }
  [[nodiscard]] const mapping::Match& match() const { return match_; }
  // match().fields as indexes into fields().
  [[nodiscard]] std::span<const std::size_t> match_fields() const { return match_fields_; }
  [[nodiscard]] mapping::Direction direction() const { return direction_; }
  [[nodiscard]] bool pushes() const { return direction_ != mapping::Direction::pull; }
  [[nodiscard]] bool pulls() const { return direction_ != mapping::Direction::push; }
  [[nodiscard]] bool may_create() const { return create_; }
  [[nodiscard]] bool may_update() const { return update_; }
  [[nodiscard]] mapping::OnDelete on_delete() const { return on_delete_; }
  // Salesforce objects that reference fields of this program point at: what orders objects.
  [[nodiscard]] std::span<const std::string> references() const { return references_; }
  // Fields that an insert needs and that no field of the program fills, by label (API name).
  struct Missing {
    std::string name;
    std::string label;
  };
  [[nodiscard]] std::span<const Missing> unmapped_required() const { return unmapped_required_; }
  // The same on the platform's side.
  [[nodiscard]] std::span<const Missing> unmapped_required_on_platform() const {
    return unmapped_required_on_platform_;
  }

  // Index of a field by its Salesforce or platform name (ASCII case aside), or kNoField.
  [[nodiscard]] std::size_t find_salesforce(std::string_view name) const;
  [[nodiscard]] std::size_t find_platform(std::string_view name) const;

 private:
  friend class Compiler;

  std::vector<ProgramField> fields_;
  std::string mapping_name_, platform_object_, salesforce_object_, platform_key_;
  std::size_t key_field_ = kNoField;
  mapping::Match match_;
  std::vector<std::size_t> match_fields_;
  mapping::Direction direction_ = mapping::Direction::push;
  bool create_ = true, update_ = true;
  mapping::OnDelete on_delete_ = mapping::OnDelete::ignore;
  std::vector<std::string> references_;
  std::vector<Missing> unmapped_required_, unmapped_required_on_platform_;
};

// Errors (bad_input, path = the JSON Pointer of the field): platformFieldUnknown,
// salesforceFieldUnknown, fieldTypesIncompatible, fieldNotWritable, transformMisplaced,
// transformOneWay, zoneUnknown, ...: what validate reports in full, here only enough that no
// program is ever wrong. Of `zones` those are kept that the transforms name.
Result<Program> compile(const mapping::Document& document, std::size_t object_index,
                        const schema::PlatformObject& platform,
                        const schema::SalesforceObject& salesforce, const Zones& zones = {});

}  // namespace crosswalk::convert
