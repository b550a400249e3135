#include "schema/platform.hpp"

#include <array>

namespace crosswalk::schema {
namespace {

constexpr std::array<std::string_view, 24> kTypeNames{"text",
                                                      "multilineText",
                                                      "integer",
                                                      "number",
                                                      "currency",
                                                      "percent",
                                                      "boolean",
                                                      "nullableBoolean",
                                                      "date",
                                                      "datetime",
                                                      "time",
                                                      "selectList",
                                                      "multiselectList",
                                                      "email",
                                                      "phone",
                                                      "url",
                                                      "id",
                                                      "reference",
                                                      "address",
                                                      "location",
                                                      "json",
                                                      "file",
                                                      "picture",
                                                      "document"};
static_assert(kTypeNames.size() == static_cast<std::size_t>(PlatformType::document) + 1);

}  // namespace

std::span<const std::string_view> platform_type_names() { return kTypeNames; }

std::string_view platform_type_name(PlatformType type) {
  return kTypeNames[static_cast<std::size_t>(type)];
}

std::optional<PlatformType> platform_type_from(std::string_view name) {
  for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
    if (kTypeNames[i] == name) return static_cast<PlatformType>(i);
  }
  return std::nullopt;
}

}  // namespace crosswalk::schema
