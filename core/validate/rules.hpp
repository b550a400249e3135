// The table of rules. A rule is a code (with its usual severity), a purpose, the describe
// properties that it looks at, and a pure function that appends what it finds. Rules never stop
// each other: all findings show at once. One file per family, rules_*.cpp; rules.cpp lists the
// families.
//
// A check runs for every pair or every line of a mapping, mostly to find nothing: it looks at what
// is cheap first, and makes texts only once something is wrong.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "validate/context.hpp"

namespace crosswalk::validate {

// What a rule is for and looks at, for lists of rules; no check reads it, and the module in a page
// does without.
#ifdef CROSSWALK_WITHOUT_RULE_NOTES
struct RuleNote {
  consteval RuleNote(const char*) {}  // NOLINT: rows are written alike with and without notes
};
#else
using RuleNote = std::string_view;
#endif

// `reads` holds names of describe properties with blanks between them, "name length createable";
// those of the object start with "object.". Empty: the mapping alone, or the platform schema.
template <class... Subject>
struct Rule {
  const diagnostic::Code& code;
  RuleNote purpose;
  RuleNote reads;
  void (*check)(const Subject&... subject, Report& report);
};

using MappingRule = Rule<ResolvedMapping>;
using ObjectRule = Rule<ObjectPair>;
using FieldRule = Rule<ObjectPair, FieldPair>;

struct RuleFamily {
  RuleNote name;
  std::span<const MappingRule> mapping_rules{};    // once
  std::span<const ObjectRule> object_rules{};      // for each object pair
  std::span<const FieldRule> field_rules{};        // for each line
  std::span<const FieldRule> known_field_rules{};  // for each line whose two fields are found
};

// Each in the file of its name.
RuleFamily access_rules();
RuleFamily companion_rules();
RuleFamily completeness_rules();
RuleFamily consent_rules();
RuleFamily cost_rules();
RuleFamily criteria_rules();
RuleFamily criteria_sense_rules();
RuleFamily dependent_rules();
RuleFamily direction_rules();
RuleFamily field_rules();
RuleFamily flow_rules();
RuleFamily freshness_rules();
RuleFamily id_rules();
RuleFamily list_rules();
RuleFamily literal_rules();
RuleFamily map_rules();
RuleFamily match_field_rules();
RuleFamily match_rules();
RuleFamily name_rules();
RuleFamily object_rules();
RuleFamily policy_rules();
RuleFamily org_rules();
RuleFamily record_type_rules();
RuleFamily related_rules();
RuleFamily scalar_rules();
RuleFamily shape_rules();
RuleFamily transform_rules();
RuleFamily type_rules();
RuleFamily value_rules();
RuleFamily writability_rules();

// That nobody knows the policy; nothing when it is known, or none is named.
std::optional<Diagnostic> unknown_policy(std::string_view name);

// All of them, in the order in which they run.
std::span<RuleFamily (*const)()> rule_families();

}  // namespace crosswalk::validate
