#include "validate/rules.hpp"

#include <array>

namespace crosswalk::validate {
namespace {

constexpr std::array<RuleFamily (*)(), 5> kFamilies{
    object_rules, match_rules, field_rules, type_rules, value_rules,
};

}  // namespace

std::span<RuleFamily (*const)()> rule_families() { return kFamilies; }

}  // namespace crosswalk::validate
