// The table of rules. A rule is a code (with its usual severity), a purpose and a pure function
// that appends what it finds. Rules never stop each other: all findings show at once.
#pragma once

#include <span>
#include <string_view>

#include "diagnostic/codes.hpp"
#include "validate/context.hpp"

namespace crosswalk::validate {

struct ObjectRule {
  const diagnostic::Code& code;
  std::string_view purpose;
  void (*check)(const ObjectPair& pair, Report& report);
};

struct FieldRule {
  const diagnostic::Code& code;
  std::string_view purpose;
  void (*check)(const ObjectPair& pair, const FieldPair& field, Report& report);
};

std::span<const ObjectRule> object_rules();  // rules_objects.cpp
std::span<const ObjectRule> match_rules();   // rules_match.cpp
std::span<const ObjectRule> value_rules();   // rules_values.cpp: constants, conditions, the org
std::span<const FieldRule> field_rules();    // rules_fields.cpp
std::span<const FieldRule> type_rules();     // rules_types.cpp: run on pairs of known fields only

}  // namespace crosswalk::validate
