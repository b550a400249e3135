// The two conditions of a pair, and what rules do with them: reading, walking, mending their text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "soql/ast.hpp"
#include "validate/context.hpp"

namespace crosswalk::validate {

// "/objects/0/where/salesforce"
std::string where_pointer(const ObjectPair& pair, std::string_view side);

// Nothing when it is empty or cannot be read.
std::optional<soql::Condition> read_condition(const std::string& text);

// Replaces a piece of the condition's text.
Fix mend_condition(std::string pointer, std::string text, const soql::Span& span,
                   std::string_view by);

// Calls visit(comparison) for each comparison.
template <class Visit>
void for_comparisons(const soql::Condition& condition, const Visit& visit) {
  for (const soql::Condition& part : condition.parts) for_comparisons(part, visit);
  if (condition.kind == soql::ConditionKind::comparison) visit(condition);
}

// The same for the comparisons that all must hold.
template <class Visit>
void for_demands(const soql::Condition& condition, const Visit& visit) {
  if (condition.kind == soql::ConditionKind::comparison) visit(condition);
  if (condition.kind != soql::ConditionKind::all) return;
  for (const soql::Condition& part : condition.parts) for_demands(part, visit);
}

// The name of the field that is compared, when it is one of the object itself; else empty.
std::string_view own_field(const soql::Condition& comparison);

}  // namespace crosswalk::validate
