#include "compat/policy.hpp"

#include <algorithm>
#include <array>

#include "names/nearest.hpp"

namespace crosswalk::compat {
namespace {

using schema::PlatformType;

// The allow-list of an event platform, as it publishes it.
constexpr std::array kEventPairs{AllowedPair{PlatformType::text, Kind::text},
                                 AllowedPair{PlatformType::number, Kind::number},
                                 AllowedPair{PlatformType::select_list, Kind::text},
                                 AllowedPair{PlatformType::multiselect_list, Kind::text},
                                 AllowedPair{PlatformType::date, Kind::date},
                                 AllowedPair{PlatformType::date, Kind::datetime},
                                 AllowedPair{PlatformType::boolean, Kind::checkbox}};

constexpr std::array kEventTypes{PlatformType::multiline_text, PlatformType::nullable_boolean,
                                 PlatformType::file, PlatformType::picture, PlatformType::document};

constexpr std::array kEventKinds{Kind::auto_number,
                                 Kind::currency,
                                 Kind::email,
                                 Kind::external_lookup,
                                 Kind::geolocation,
                                 Kind::geolocation_part,
                                 Kind::hierarchy,
                                 Kind::indirect_lookup,
                                 Kind::lookup,
                                 Kind::polymorphic_lookup,
                                 Kind::master_detail,
                                 Kind::percent,
                                 Kind::phone,
                                 Kind::picklist,
                                 Kind::restricted_picklist,
                                 Kind::multipicklist,
                                 Kind::restricted_multipicklist,
                                 Kind::encrypted_text,
                                 Kind::text_area,
                                 Kind::long_text,
                                 Kind::rich_text,
                                 Kind::time,
                                 Kind::url};

constexpr std::array kComputed{Trait::formula, Trait::roll_up};

// It maps these by default, although it lists their types as refused.
constexpr std::array<std::string_view, 2> kEventDefaults{"Email", "Status"};

constexpr std::array kPolicies{
    Policy{"strict-events", kEventPairs, kEventTypes, kEventKinds, kComputed, kEventDefaults, 255}};

template <class Items, class Item>
bool has(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

}  // namespace

std::span<const Policy> policies() { return kPolicies; }

const Policy* find_policy(std::string_view name) {
  for (const Policy& policy : kPolicies) {
    if (policy.name == name) return &policy;
  }
  return nullptr;
}

Objection objection_of(const Policy& policy, const schema::PlatformField& platform,
                       const schema::SalesforceField& salesforce, Column column) {
  if (has(policy.refused_types, platform.type)) return Objection::platform_type;
  for (const std::string_view name : policy.exempt) {
    if (!salesforce.custom && names::same_name(salesforce.name, name)) return Objection::none;
  }
  if (has(policy.refused_kinds, column.kind) || has(policy.refused_traits, column.trait)) {
    return Objection::salesforce_type;
  }
  for (const AllowedPair& pair : policy.allowed) {
    if (pair.platform == platform.type && pair.salesforce == column.kind) return Objection::none;
  }
  return Objection::pair;
}

std::optional<std::size_t> longest_text(const schema::PlatformField& field,
                                        std::size_t separator_units) {
  const bool joined = field.type == PlatformType::multiselect_list;
  if ((joined || field.type == PlatformType::select_list) && !field.values.empty()) {
    std::size_t most = 0, all = 0;
    for (const std::string& value : field.values) {
      const std::size_t units = utf16_units(value);
      most = std::max(most, units);
      all += units + separator_units;
    }
    return joined ? all - separator_units : most;
  }
  if (field.max_length) return *field.max_length;
  return std::nullopt;
}

}  // namespace crosswalk::compat
