#include "soql/printer.hpp"

#include "soql/literal.hpp"

namespace crosswalk::soql {
namespace {

template <class List, class Print>
std::string listed(const List& list, Print print_one) {
  std::string out;
  for (const auto& item : list) {
    if (!out.empty()) out += ", ";
    out += print_one(item);
  }
  return out;
}

std::string print_paths(const std::vector<Path>& paths) { return listed(paths, joined); }

std::string print_select(const SelectItem& item) {
  if (item.kind == SelectKind::subquery) return "(" + print(item.subquery.front()) + ")";
  if (item.kind == SelectKind::operand)
    return print(item.operand) + (item.alias.empty() ? "" : " " + item.alias);
  std::string out = "TYPEOF " + joined(item.operand.path);
  for (const TypeOfBranch& branch : item.branches)
    out += " WHEN " + branch.object + " THEN " + print_paths(branch.fields);
  if (!item.otherwise.empty()) out += " ELSE " + print_paths(item.otherwise);
  return out + " END";
}

std::string print_source(const Source& source) {
  return joined(source.object) + (source.alias.empty() ? "" : " " + source.alias);
}

std::string print_order(const OrderItem& item) {
  std::string out = print(item.operand);
  if (item.descending) out += " DESC";
  if (item.nulls == Nulls::first) out += " NULLS FIRST";
  if (item.nulls == Nulls::last) out += " NULLS LAST";
  return out;
}

std::string print_operand(const Operand& operand) { return print(operand); }
std::string print_literal(const Literal& literal) { return print(literal); }

// A part of AND, OR or NOT: in parentheses unless it is a comparison, as Salesforce wants it.
std::string print_part(const Condition& part) {
  return part.kind == ConditionKind::comparison ? print(part) : "(" + print(part) + ")";
}

std::string print_category(const Category& category) {
  std::string names;
  for (const std::string& name : category.names) names += (names.empty() ? "" : ", ") + name;
  if (category.names.size() > 1) names = "(" + names + ")";
  return category.group + " " + category.selector + " " + names;
}

std::string print_with(const With& with) {
  switch (with.kind) {
    case WithKind::nothing:
      return "";
    case WithKind::security_enforced:
      return " WITH SECURITY_ENFORCED";
    case WithKind::user_mode:
      return " WITH USER_MODE";
    case WithKind::system_mode:
      return " WITH SYSTEM_MODE";
    case WithKind::condition:
      return " WITH " + print(*with.condition);
    case WithKind::data_category:
      break;
  }
  std::string out;
  for (const Category& category : with.categories)
    out += (out.empty() ? " WITH DATA CATEGORY " : " AND ") + print_category(category);
  return out;
}

std::string print_count(const Count& count) {
  return count.number ? std::to_string(*count.number) : ":" + count.bind;
}

std::string print_endings(const Query& query) {
  std::string out;
  if (query.for_view) out += " FOR VIEW";
  if (query.for_reference) out += " FOR REFERENCE";
  if (query.update_tracking) out += " UPDATE TRACKING";
  if (query.update_viewstat) out += query.update_tracking ? ", VIEWSTAT" : " UPDATE VIEWSTAT";
  if (query.for_update) out += " FOR UPDATE";
  if (query.all_rows) out += " ALL ROWS";
  return out;
}

std::string print_comparison(const Condition& condition) {
  const std::string left = print(condition.operand) + " " + text_of(condition.op) + " ";
  if (!condition.inner.empty()) return left + "(" + print(condition.inner.front()) + ")";
  const bool list = condition.op == Operator::in || condition.op == Operator::not_in ||
                    condition.op == Operator::includes || condition.op == Operator::excludes;
  const std::string values = listed(condition.values, print_literal);
  const bool bind =
      condition.values.size() == 1 && condition.values.front().kind == LiteralKind::bind;
  return list && !bind ? left + "(" + values + ")" : left + values;
}

}  // namespace

const char* text_of(Operator op) {
  switch (op) {
    case Operator::equal:
      return "=";
    case Operator::not_equal:
      return "!=";
    case Operator::less:
      return "<";
    case Operator::less_equal:
      return "<=";
    case Operator::greater:
      return ">";
    case Operator::greater_equal:
      return ">=";
    case Operator::like:
      return "LIKE";
    case Operator::in:
      return "IN";
    case Operator::not_in:
      return "NOT IN";
    case Operator::includes:
      return "INCLUDES";
    case Operator::excludes:
      return "EXCLUDES";
  }
  return "";
}

std::string print(const Literal& literal) {
  switch (literal.kind) {
    case LiteralKind::null:
      return "null";
    case LiteralKind::text:
      return literal.source.empty() ? quote(literal.text) : "'" + literal.source + "'";
    case LiteralKind::bind:
      return ":" + literal.text;
    default:
      return literal.text;
  }
}

std::string print(const Operand& operand) {
  if (operand.kind == OperandKind::literal) return print(operand.literal);
  if (operand.kind == OperandKind::field) return joined(operand.path);
  return joined(operand.path) + "(" + listed(operand.arguments, print_operand) + ")";
}

std::string print(const Condition& condition) {
  if (condition.kind == ConditionKind::comparison) return print_comparison(condition);
  if (condition.kind == ConditionKind::negation)
    return "NOT " + print_part(condition.parts.front());
  std::string out;
  for (const Condition& part : condition.parts) {
    if (!out.empty()) out += condition.kind == ConditionKind::all ? " AND " : " OR ";
    out += print_part(part);
  }
  return out;
}

std::string print(const Query& query) {
  std::string out =
      "SELECT " + listed(query.select, print_select) + " FROM " + listed(query.from, print_source);
  if (!query.scope.empty()) out += " USING SCOPE " + query.scope;
  if (query.where) out += " WHERE " + print(*query.where);
  out += print_with(query.with);
  if (!query.group_by.empty()) {
    const std::string fields = listed(query.group_by, print_operand);
    out += " GROUP BY ";
    if (query.grouping == Grouping::plain) out += fields;
    if (query.grouping == Grouping::rollup) out += "ROLLUP(" + fields + ")";
    if (query.grouping == Grouping::cube) out += "CUBE(" + fields + ")";
  }
  if (query.having) out += " HAVING " + print(*query.having);
  if (!query.order_by.empty()) out += " ORDER BY " + listed(query.order_by, print_order);
  if (query.limit.given()) out += " LIMIT " + print_count(query.limit);
  if (query.offset.given()) out += " OFFSET " + print_count(query.offset);
  return out + print_endings(query);
}

}  // namespace crosswalk::soql
