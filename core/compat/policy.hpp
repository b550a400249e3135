// A policy is stricter than the type relation: of the pairs that could be mapped it allows only
// some. It never allows what the relation refuses. Plain data; a new policy is a new row.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "compat/relation.hpp"

namespace crosswalk::compat {

struct AllowedPair {
  schema::PlatformType platform;
  Kind salesforce;
};

struct Policy {
  std::string_view name;
  std::span<const AllowedPair> allowed;  // and nothing else, except `exempt`
  // Types that are refused whatever they meet: said of the type, not of the pair.
  std::span<const schema::PlatformType> refused_types;
  std::span<const Kind> refused_kinds;
  std::span<const Trait> refused_traits;
  std::span<const std::string_view>
      exempt;                        // standard Salesforce fields that it allows all the same
  std::uint32_t text_units_max = 0;  // what goes into a text, in UTF-16 units
};

std::span<const Policy> policies();
const Policy* find_policy(std::string_view name);

enum class Objection : std::uint8_t { none, platform_type, salesforce_type, pair };

// What the policy has against the pair.
Objection objection_of(const Policy& policy, const schema::PlatformField& platform,
                       const schema::SalesforceField& salesforce, Column column);

// The longest text that the field may give, joined by `separator` where it is a list: nothing when
// no limit is known.
std::optional<std::size_t> longest_text(const schema::PlatformField& field,
                                        std::size_t separator_units = 1);

}  // namespace crosswalk::compat
