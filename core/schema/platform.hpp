// The platform's side: objects and fields of the product that Crosswalk is embedded in, as its
// platform schema describes them. Plain values; call reindex() after changing a list by hand.
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

enum class PlatformType : std::uint8_t {
  text,
  multiline_text,
  integer,
  number,
  currency,
  percent,
  boolean,
  nullable_boolean,
  date,
  datetime,
  time,
  select_list,
  multiselect_list,
  email,
  phone,
  url,
  id,
  reference,
  address,
  location,
  json,
  file,
  picture,
  document,
};

// The names of the contract ("multilineText"), in the order of the enum.
std::span<const std::string_view> platform_type_names();
std::string_view platform_type_name(PlatformType type);
std::optional<PlatformType> platform_type_from(std::string_view name);

struct PlatformField {
  std::string name;
  std::string label;  // empty when the schema gives none
  PlatformType type = PlatformType::text;
  std::optional<std::uint32_t> max_length;  // UTF-16 units
  std::optional<std::uint32_t> precision;   // digits in all
  std::optional<std::uint32_t> scale;       // digits after the point
  bool required = false;
  bool unique = false;
  std::vector<std::string> values;  // of the list types
  std::string object;               // target of a reference
};

struct PlatformObject {
  std::string name;
  std::string label;
  std::string key;  // the field that holds a record's key
  std::vector<PlatformField> fields;

  [[nodiscard]] const PlatformField* find(std::string_view field) const {
    return index_.find(fields, field);
  }
  [[nodiscard]] const PlatformField* key_field() const { return find(key); }
  void reindex() { index_.build(fields); }

 private:
  NameIndex index_;
};

struct PlatformSchema {
  std::vector<PlatformObject> objects;

  [[nodiscard]] const PlatformObject* find(std::string_view object) const {
    return index_.find(objects, object);
  }
  void reindex() {
    for (PlatformObject& object : objects) object.reindex();
    index_.build(objects);
  }

 private:
  NameIndex index_;
};

}  // namespace crosswalk::schema
