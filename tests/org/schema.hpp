// What the local org knows of its objects, read from describe results: its own tables turned into
// describes, or any folder of real ones. Values, read once at start and constant afterwards.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::org {

enum class FieldType : std::uint8_t {
  id,
  text,
  encrypted,
  textarea,
  picklist,
  multipicklist,
  combobox,
  boolean,
  integer,
  number,
  date,
  datetime,
  time,
  email,
  phone,
  url,
  reference,
  address,
  location,
  binary,
  opaque
};

struct PicklistValue {
  std::string value;
  bool active = true;
  bool is_default = false;
};

struct Field {
  std::string name, label, type_name, compound, relationship, formula, mask_type, extra;
  std::optional<std::string> default_value;  // JSON text
  FieldType type = FieldType::opaque;
  std::uint32_t length = 0, precision = 0, scale = 0, digits = 0;
  bool createable = false, updateable = false, nillable = true, defaulted = false;
  bool unique = false, case_sensitive = false, external_id = false, id_lookup = false;
  bool filterable = false, sortable = false, groupable = false, aggregatable = false;
  bool restricted = false, calculated = false, auto_number = false, name_field = false;
  bool html = false;
  std::vector<PicklistValue> values;
  std::vector<std::string> reference_to;

  // Salesforce's rule for what an insert must bring.
  bool required_on_create() const { return createable && !nillable && !defaulted; }
};

struct ChildRelationship {
  std::string name, object, field;
};

struct Object {
  std::string name, label, key_prefix;
  bool createable = true, updateable = true, deletable = true, queryable = true;
  std::vector<Field> fields;
  std::vector<ChildRelationship> children;
  std::string describe;      // the answer to /describe, URLs with the placeholder {version}
  std::string global_entry;  // its entry in the global describe, same placeholder
  std::unordered_map<std::string, std::size_t> by_name;  // lower case

  std::optional<std::size_t> find(std::string_view field) const;
  std::optional<std::size_t> by_relationship(std::string_view relationship) const;
};

class Schema {
 public:
  // A later object of the same name replaces the earlier one.
  void add(Object object);
  const Object* find(std::string_view name) const;                           // case-insensitive
  const Object* by_prefix(std::string_view id) const;                        // of a record id
  const std::map<std::string, Object>& objects() const { return objects_; }  // keyed lower case

 private:
  std::map<std::string, Object> objects_;
  std::unordered_map<std::string, std::string> by_prefix_;
};

// Reads one describe result (bare, or wrapped in {"result": …}).
Result<Object> read_describe(const nlohmann::ordered_json& tree);

// The org's own tables (*.txt) as describe results, in name order.
Result<std::vector<nlohmann::ordered_json>> read_tables(const std::string& folder);

// Reads a folder of describe files (*.json); a file that is none is passed over and named in
// `passed_over`.
Result<void> load_describes(const std::string& folder, Schema& schema,
                            std::vector<std::string>& passed_over);

std::string lower(std::string_view text);

}  // namespace crosswalk::org
