#include "validate/rules.hpp"

#include <array>

namespace crosswalk::validate {
namespace {

constexpr std::array kFamilies{
    &object_rules,      &name_rules,         &related_rules,        &access_rules,
    &writability_rules, &completeness_rules, &shape_rules,          &match_rules,
    &field_rules,       &transform_rules,    &type_rules,           &list_rules,
    &map_rules,         &scalar_rules,       &companion_rules,      &dependent_rules,
    &policy_rules,      &value_rules,        &literal_rules,        &id_rules,
    &record_type_rules, &org_rules,          &match_field_rules,    &direction_rules,
    &flow_rules,        &criteria_rules,     &criteria_sense_rules, &consent_rules,
    &freshness_rules,   &cost_rules,
};

}  // namespace

std::span<RuleFamily (*const)()> rule_families() { return kFamilies; }

}  // namespace crosswalk::validate
