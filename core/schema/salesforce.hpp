// Salesforce's side: objects and fields as describe results give them. Plain values. Every property
// is optional in a describe (old API versions lack many), so each has the harmless default.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/name_index.hpp"

namespace crosswalk::schema {

// The closed list of describe types. A type that is not in it is `unknown`: shown, never mapped.
enum class FieldType : std::uint8_t {
  string,
  picklist,
  multipicklist,
  combobox,
  reference,
  base64,
  boolean,
  currency,
  textarea,
  int_,
  long_,
  double_,
  percent,
  phone,
  id,
  date,
  datetime,
  time,
  url,
  email,
  encryptedstring,
  datacategorygroupreference,
  location,
  address,
  any_type,
  complexvalue,
  json,
  unknown,
};

// The describe names ("int", "anyType"), in the order of the enum; "unknown" is the last.
std::span<const std::string_view> field_type_names();
std::string_view field_type_name(FieldType type);
FieldType field_type_from(std::string_view name);

struct PicklistValue {
  std::string value;
  std::string label;
  std::string valid_for;  // base64 bit string, see dependent_picklist.hpp; empty when absent
  bool active = true;
  bool default_value = false;
};

struct SalesforceField {
  std::string name;
  std::string label;
  FieldType type = FieldType::unknown;
  std::string type_text;  // as the describe spells it, for types nobody knows yet
  std::string soap_type;
  std::uint32_t length = 0;  // UTF-16 units; 0: not a text
  std::uint32_t byte_length = 0;
  std::uint32_t precision = 0;
  std::uint32_t scale = 0;
  std::uint32_t digits = 0;
  std::optional<std::uint32_t> relationship_order;  // 0 or 1: which master of a junction object

  // What this user may do with it.
  bool createable = false;
  bool updateable = false;
  bool nillable = true;
  bool defaulted_on_create = false;
  bool permissionable = false;
  bool deprecated_and_hidden = false;

  // Where the value comes from.
  bool calculated = false;
  bool has_formula = false;      // calculatedFormula is given
  bool blanks_are_zero = false;  // formulaTreatNullNumberAsZero
  bool auto_number = false;
  bool custom = false;
  bool name_field = false;

  // As a key.
  bool unique = false;
  bool case_sensitive = false;
  bool external_id = false;
  bool id_lookup = false;

  // In queries.
  bool filterable = true;
  bool sortable = true;
  bool groupable = true;
  bool aggregatable = true;
  bool query_by_distance = false;
  bool search_prefilterable = false;

  // What kind of value.
  bool restricted_picklist = false;
  bool dependent_picklist = false;
  bool html_formatted = false;
  bool encrypted = false;
  bool high_scale_number = false;
  bool display_location_in_decimal = false;
  bool data_translation_enabled = false;

  // As a reference.
  bool polymorphic = false;    // polymorphicForeignKey or namePointing: targets vary by record
  bool name_pointing = false;  // queries reach the target's fields through the object Name
  bool cascade_delete = false;
  bool restricted_delete = false;
  bool write_requires_master_read = false;
  bool lookup_filter = false;  // filteredLookupInfo is given: not every target is accepted

  std::string default_value;          // static default as text, or empty
  std::string default_value_formula;  // empty when absent
  std::string formula;                // calculatedFormula
  std::string compound_field_name;
  std::string controller_name;  // API name of the field that a dependent picklist depends on
  std::string relationship_name;
  std::string reference_target_field;
  std::string extra_type_info;
  std::string inline_help_text;
  std::string mask;
  std::string mask_type;
  std::vector<std::string> reference_to;
  std::vector<PicklistValue> picklist_values;

  // The active value that equals `value` (ASCII case aside), or null.
  [[nodiscard]] const PicklistValue* find_value(std::string_view value) const;
};

struct RecordType {
  std::string id;
  std::string name;
  std::string developer_name;
  bool active = true;
  bool available = true;  // to this user
  bool default_mapping = false;
  bool master = false;
};

struct ChildRelationship {
  std::string object;
  std::string field;
  std::string name;  // empty: cannot be used in queries
  bool cascade_delete = false;
  bool restricted_delete = false;
  bool deprecated_and_hidden = false;
};

struct SalesforceObject {
  std::string name;
  std::string label;
  std::string label_plural;
  std::string key_prefix;
  // Of history, share, feed and change event objects: what they belong to.
  std::string associate_entity_type;
  std::string associate_parent_entity;
  bool custom = false;
  bool custom_setting = false;
  bool deprecated_and_hidden = false;
  bool createable = true;
  bool updateable = true;
  bool deletable = true;
  bool undeletable = false;
  bool queryable = true;
  bool retrieveable = true;
  bool searchable = true;
  bool triggerable = true;
  bool replicateable = false;  // getUpdated and getDeleted answer for it
  bool mergeable = false;
  bool has_subtypes = false;
  bool is_subtype = false;
  bool is_interface = false;
  bool has_fields = false;  // false: from a global describe, which lists objects without fields
  std::vector<SalesforceField> fields;
  std::vector<RecordType> record_types;
  std::vector<ChildRelationship> child_relationships;
  std::vector<std::string> supported_scopes;  // names for USING SCOPE: "mine", "team"

  [[nodiscard]] const SalesforceField* find(std::string_view field) const {
    return index_.find(fields, field);
  }
  void reindex() { index_.build(fields); }

 private:
  NameIndex index_;
};

struct SalesforceSchema {
  std::vector<SalesforceObject> objects;

  [[nodiscard]] const SalesforceObject* find(std::string_view object) const {
    return index_.find(objects, object);
  }
  // Adds an object; one of the same name that has no fields is replaced, one with fields wins over
  // one without.
  void add(SalesforceObject object);
  // After add(): the objects themselves come indexed from their reader.
  void index_objects() { index_.build(objects); }
  void reindex() {
    for (SalesforceObject& object : objects) object.reindex();
    index_objects();
  }

 private:
  NameIndex index_;
};

}  // namespace crosswalk::schema
