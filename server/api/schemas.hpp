// The JSON Schemas that the OpenAPI document names: one row per shape that travels.
#pragma once

#include <span>
#include <string_view>

namespace crosswalk::api {

struct NamedSchema {
  std::string_view name;
  std::string_view text;  // JSON Schema 2020-12, references as "#/components/schemas/Name"
};

std::span<const NamedSchema> schemas();

}  // namespace crosswalk::api
