// What may stand at a place of a mapping: the platform's and Salesforce's objects and fields, the
// words of a choice, the members that may be added, relationship paths, record types, picklist
// values. The place is a JSON Pointer. The text may be broken, as it is while somebody types: what
// can be read of it is used. Pure; never fails, an unknown place has nothing to offer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compat/relation.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"
#include "validate/org.hpp"

namespace crosswalk::complete {

enum class Kind : std::uint8_t {
  key,  // a member that may be added
  word,
  value,  // of a picklist, a list, a checkbox
  platform_object,
  platform_field,
  salesforce_object,
  salesforce_field,
  relationship,  // "Account.": one more step of a path
  record_type,
  campaign,
};

std::string_view kind_name(Kind kind);  // "salesforceField"

// What becomes of the values when the offer stands beside what is there already; of a pair that
// goes both ways the worse.
struct Fit {
  compat::Class cls = compat::Class::exact;
  std::string reason;
  std::string loss;
};

// Empty, 0 and false: not known, or not so.
struct Offer {
  Kind kind = Kind::word;
  std::string text;      // what stands there when it is taken
  bool literal = false;  // the text is JSON as it is: true, 1, null
  std::string label;
  std::string type;  // in an admin's words: "Picklist", "multi-select list", "list"
  std::string help;
  std::uint32_t length = 0;  // UTF-16 units
  std::uint32_t precision = 0;
  std::uint32_t scale = 0;
  bool required = false;  // a record cannot be created without it
  bool read_only = false;
  bool used = false;    // stands elsewhere in the same list
  bool likely = false;  // its name is the nearest to that of the other side
  std::optional<Fit> fit;
};

struct Input {
  std::string_view mapping;
  std::string_view pointer;
  const schema::PlatformSchema& platform;
  const schema::SalesforceSchema& salesforce;
  const validate::Org* org = nullptr;  // null: nothing is known
  std::string_view policy = {};        // one that holds beside the mapping's own; empty: none
};

// What fits first; within equals the order of the schema.
std::vector<Offer> complete(const Input& input);

// {"items":[{"kind","value","label"?,"type"?,"help"?,"length"?,"precision"?,"scale"?,"required"?,
//   "readOnly"?,"used"?,"likely"?,"fit"?:{"class","reason","loss"?}}]}
std::string write_offers(const std::vector<Offer>& offers);

}  // namespace crosswalk::complete
