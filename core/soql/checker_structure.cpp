// The shape of a query: what needs no schema to be known as wrong.
#include <algorithm>
#include <utility>

#include "diagnostic/codes/soql.hpp"
#include "names/nearest.hpp"
#include "soql/checker.hpp"
#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::soql {
namespace {

constexpr std::size_t kChildQueriesMax = 20, kLevelsDownMax = 5, kJoinsMax = 2, kOrderMax = 32;
constexpr std::uint64_t kOffsetMax = 2000, kFieldsLimitMax = 200;

constexpr std::string_view kScopes[] = {
    "delegated",    "everything",        "mine", "mine_and_my_groups",
    "my_territory", "my_team_territory", "team", "scopingRule"};

bool is_count_alone(const Operand& operand) {
  const Function* const function = function_of(operand);
  return function != nullptr && function->family == Family::count && operand.arguments.empty();
}

bool groups(const Query& query) {
  return !query.group_by.empty() ||
         std::any_of(query.select.begin(), query.select.end(), [](const SelectItem& item) {
           return item.kind == SelectKind::operand && is_aggregate(item.operand);
         });
}

}  // namespace

void Checker::query(const Query& query) {
  Scope scope;
  scope.query = &query;
  walk(scope);
}

void Checker::condition_alone(const Condition& condition, const schema::SalesforceObject* object) {
  const Query none;
  Scope scope;
  scope.query = &none;
  scope.object = object;
  if (object != nullptr) scope.aliases.push_back({object->name, object});
  this->condition(scope, condition, kInWhere, true);
}

void Checker::walk(Scope& scope) {
  const Query& query = *scope.query;
  sources(scope);
  scope.grouped = groups(query);
  for (const Operand& one : query.group_by) scope.groups.insert(key_of(scope, one));
  select(scope);
  if (query.where) condition(scope, *query.where, kInWhere, true);
  if (query.with.condition) condition(scope, *query.with.condition, kInWhere, false);
  for (const Operand& one : query.group_by) {
    const Shape shape = operand(scope, one, kInGroupBy);
    if (shape.function == nullptr && shape.field != nullptr && !shape.field->groupable)
      report(codes::kSoqlNotGroupable, one.span, {named(*shape.field), " cannot be grouped."});
  }
  if (query.having) condition(scope, *query.having, kInHaving, false);
  for (const OrderItem& item : query.order_by) {
    const Operand& one = item.operand;
    const bool alias =
        scope.grouped && one.kind == OperandKind::field && one.path.names.size() == 1 &&
        std::any_of(query.select.begin(), query.select.end(), [&](const SelectItem& selected) {
          return same_word(selected.alias, one.path.names[0]);
        });
    if (alias) continue;
    const Shape shape = operand(scope, one, kInOrderBy);
    if (shape.function == nullptr && shape.field != nullptr && !shape.field->sortable)
      report(codes::kSoqlNotSortable, one.span, {named(*shape.field), " cannot be sorted."});
  }
  if (scope.role != Role::join) grouping(scope);
  ranges(scope);
}

void Checker::select(Scope& scope) {
  std::set<std::string> seen;
  std::size_t children = 0;
  for (const SelectItem& item : scope.query->select) {
    if (item.kind == SelectKind::type_of) {
      type_of(scope, item);
      if (scope.grouped)
        report(codes::kSoqlGrouping, item.span,
               {"TYPEOF does not go with GROUP BY or aggregates."});
      continue;
    }
    if (item.kind == SelectKind::subquery) {
      const Query& inner = item.subquery.front();
      if (++children == kChildQueriesMax + 1)
        report(codes::kSoqlRelations, item.span, {"This is the 21st child query; 20 are allowed."});
      if (scope.level == kLevelsDownMax)
        report(codes::kSoqlRelations, item.span, {"Child queries may be nested 5 levels deep."});
      if (scope.grouped)
        report(codes::kSoqlGrouping, item.span, {"A group has no child records to query."});
      Scope child;
      child.query = &inner;
      child.role = Role::child;
      child.level = scope.level + 1;
      child.object = child_object(scope, inner);
      walk(child);
      continue;
    }
    const Shape shape = operand(scope, item.operand, kInSelect);
    if (seen.empty()) scope.selected = shape.type;
    const bool again = !seen.insert(key_of(scope, item.operand)).second;
    if (again && item.operand.kind == OperandKind::field)
      report(codes::kSoqlTwice, item.span, {joined(item.operand.path), " is selected twice."});
    if (!item.alias.empty() && !seen.insert(upper_case(item.alias)).second && scope.grouped)
      report(codes::kSoqlTwice, item.span, {"The alias ", item.alias, " is given twice."});
    if (!item.alias.empty() && !scope.grouped && item.operand.kind == OperandKind::field)
      report(
          codes::kSoqlDoubtful, item.span,
          {"An alias of a plain field; Salesforce takes aliases of functions and of groups only."});
    if (shape.function == nullptr || shape.function->family != Family::fields) continue;
    const Count& limit = scope.query->limit;
    const std::string which = upper_case(joined(item.operand.arguments[0].path));
    if (scope.grouped)
      report(codes::kSoqlGrouping, item.span, {"FIELDS() does not go with groups."});
    if (which == "STANDARD" || !limit.bind.empty()) continue;
    if (limit.number && *limit.number <= kFieldsLimitMax) continue;
    Finding& found =
        report(codes::kSoqlFields, item.span, {"FIELDS(", which, ") needs LIMIT 200 or less."});
    if (limit.given()) found.mend = {"Write LIMIT 200", limit.span, "200"};
  }
}

// The spelling under which an operand is grouped: without case and without the object's own name.
std::string Checker::key_of(const Scope& scope, const Operand& operand) const {
  if (operand.kind == OperandKind::field) {
    const schema::SalesforceObject* object = nullptr;
    std::string out;
    for (std::size_t i = skipped_names(scope, operand.path, object); i < operand.path.names.size();
         ++i)
      out += upper_case(operand.path.names[i]) + ".";
    return out;
  }
  if (operand.kind == OperandKind::literal) return print(operand.literal);
  std::string out = upper_case(operand.path.names.front()) + "(";
  for (const Operand& one : operand.arguments) out += key_of(scope, one) + ",";
  return out;
}

bool Checker::is_of_group(const Scope& scope, const Operand& operand) const {
  if (operand.kind == OperandKind::literal || is_aggregate(operand)) return true;
  if (scope.groups.count(key_of(scope, operand)) > 0) return true;
  const Function* const function = function_of(operand);
  if (operand.kind == OperandKind::call && function == nullptr) return true;  // said elsewhere
  if (function == nullptr) return false;
  switch (function->family) {
    case Family::grouping:
    case Family::format:
    case Family::label:
    case Family::currency:
      return std::all_of(operand.arguments.begin(), operand.arguments.end(),
                         [&](const Operand& one) { return is_of_group(scope, one); });
    case Family::fields:
      return true;  // said elsewhere
    default:
      return false;
  }
}

void Checker::ungrouped(const Scope& scope, const Operand& operand) {
  if (is_of_group(scope, operand)) return;
  report(codes::kSoqlGrouping, operand.span,
         {written(operand.span), " is neither grouped nor aggregated."});
}

void Checker::ungrouped_conditions(const Scope& scope, const Condition& condition) {
  for (const Condition& part : condition.parts) ungrouped_conditions(scope, part);
  if (condition.kind == ConditionKind::comparison) ungrouped(scope, condition.operand);
}

void Checker::grouping(Scope& scope) {
  const Query& query = *scope.query;
  if (scope.role == Role::child && scope.grouped) {
    report(codes::kSoqlGrouping, query.span, {"A child query cannot group or aggregate."});
    return;
  }
  const auto alone =
      std::find_if(query.select.begin(), query.select.end(), [](const SelectItem& item) {
        return item.kind == SelectKind::operand && is_count_alone(item.operand);
      });
  if (alone != query.select.end()) {
    if (query.select.size() > 1 || !query.group_by.empty() || !query.order_by.empty())
      report(codes::kSoqlGrouping, alone->span,
             {"COUNT() stands alone, without other fields, GROUP BY and ORDER BY."},
             "It answers one number and no rows. COUNT(Id) goes with the rest.");
    return;
  }
  if (!scope.grouped) {
    for (const OrderItem& item : query.order_by)
      if (is_aggregate(item.operand))
        report(codes::kSoqlGrouping, item.operand.span,
               {"Ordered by an aggregate without groups."});
    return;
  }
  for (const SelectItem& item : query.select)
    if (item.kind == SelectKind::operand) ungrouped(scope, item.operand);
  if (query.having) ungrouped_conditions(scope, *query.having);
  for (const OrderItem& item : query.order_by) {
    const bool alias =
        std::any_of(query.select.begin(), query.select.end(), [&](const SelectItem& selected) {
          return same_word(selected.alias, joined(item.operand.path));
        });
    if (!alias) ungrouped(scope, item.operand);
  }
  if (query.group_by.empty() && query.limit.given())
    report(codes::kSoqlGrouping, query.limit.span,
           {"An aggregate over all records gives one row, and does not go with LIMIT."});
}

void Checker::ranges(const Scope& scope) {
  const Query& query = *scope.query;
  if (query.offset.number && *query.offset.number > kOffsetMax) {
    Finding& found =
        report(codes::kSoqlRange, query.offset.span,
               {"OFFSET ", std::to_string(*query.offset.number), "; 2000 is the most."});
    found.mend = {"Write 2000", query.offset.span, "2000"};
  }
  if (query.order_by.size() > kOrderMax)
    report(codes::kSoqlDoubtful, query.order_by[kOrderMax].operand.span,
           {"More than 32 fields to order by."});
  if (query.for_update && !query.order_by.empty())
    report(codes::kSoqlDoubtful, query.order_by.front().operand.span,
           {"ORDER BY does not go with FOR UPDATE."});
  if (query.scope.empty()) return;
  const bool known = std::any_of(std::begin(kScopes), std::end(kScopes),
                                 [&](std::string_view one) { return same_word(one, query.scope); });
  if (!known)
    report(codes::kSoqlDoubtful, query.from.front().object.span,
           {"No scope is known by the name ", query.scope, "."});
}

void Checker::condition(Scope& scope, const Condition& condition, std::uint8_t place, bool top) {
  // A join may stand alone or among conditions that must all hold, nowhere else.
  const bool inside = top && condition.kind == ConditionKind::all;
  for (const Condition& part : condition.parts) this->condition(scope, part, place, inside);
  if (condition.kind != ConditionKind::comparison) return;
  const Shape left = operand(scope, condition.operand, place);
  if (condition.inner.empty()) {
    comparison(condition, left);
  } else {
    join(scope, condition, left, top && place == kInWhere);
  }
}

void Checker::join(Scope& scope, const Condition& condition, const Shape& outer, bool top) {
  using schema::FieldType;
  const Query& inner = condition.inner.front();
  const auto refuse = [&](Span span, const char* message) {
    report(codes::kSoqlJoin, span, {message});
  };
  if (++joins_ == kJoinsMax + 1)
    refuse(condition.span, "This is the third such query; 2 are allowed.");
  if (scope.role == Role::join) {
    refuse(condition.span, "A query inside IN may not have another one inside.");
  } else if (!top) {
    refuse(condition.span, "A query inside IN may not stand under OR or NOT.");
  }
  const bool plain = inner.select.size() == 1 && inner.select[0].kind == SelectKind::operand &&
                     inner.select[0].operand.kind == OperandKind::field;
  if (!plain) refuse(inner.select[0].span, "A query inside IN selects exactly one field.");
  if (inner.limit.given() || inner.offset.given() || !inner.order_by.empty())
    refuse(inner.span, "A query inside IN has no ORDER BY, LIMIT or OFFSET.");
  if (groups(inner) || inner.for_view || inner.for_reference || inner.for_update || inner.all_rows)
    refuse(inner.span, "A query inside IN neither groups nor has FOR or ALL ROWS.");
  if (condition.operand.kind != OperandKind::field)
    refuse(condition.operand.span, "Only a field can be compared with a query.");
  Scope inside;
  inside.query = &inner;
  inside.role = Role::join;
  walk(inside);
  if (!scope.query->from.empty() &&
      same_word(joined(scope.query->from[0].object), joined(inner.from[0].object)))
    report(codes::kSoqlDoubtful, inner.from[0].object.span, {"Both queries ask the same object."});
  const auto is_id = [](FieldType type) {
    return type == FieldType::id || type == FieldType::reference || type == FieldType::unknown;
  };
  if (!is_id(outer.type))
    refuse(condition.operand.span, "Only an id or a reference can be compared with a query.");
  if (!plain) return;
  if (!is_id(inside.selected))
    refuse(inner.select[0].span, "A query inside IN selects an id or a reference.");
}

}  // namespace crosswalk::soql
