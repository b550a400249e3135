// What a concept of the vocabulary counts in a comparison. A concept that has no row is a thing of
// its own and counts full.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace crosswalk::suggest {

enum class Role : std::uint8_t {
  thing,      // what a field is about: "city", "phone"
  faint,      // says little: "name", "date", "id"
  context,    // whose it is: "company" in "company phone"; a thing when it stands alone
  qualifier,  // which of several: "billing" in "billing city"
  filler,     // says nothing: "of", "field"
};

// Qualifiers of one family stand for one another in part: a product's primary address is
// Salesforce's mailing or billing address.
enum class Family : std::uint8_t { none, first, second };

struct Concept {
  std::string_view name;
  Role role = Role::thing;
  // In thousandths. Of a thing or context: its weight; of a qualifier: what it costs when the other
  // side lacks it.
  int weight = 1000;
  Family family = Family::none;
};

inline constexpr int kThingWeight = 1000;
inline constexpr int kContextWeight = 250;  // beside another thing
inline constexpr int kSameFamilyCost = 80;

// Sorted by name.
std::span<const Concept> concepts();
const Concept* find_concept(std::string_view name);

}  // namespace crosswalk::suggest
