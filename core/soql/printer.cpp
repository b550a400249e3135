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

// A part of AND, OR or NOT: in parentheses when it is itself a combination.
std::string print_part(const Condition& part) {
  const bool simple =
      part.kind == ConditionKind::comparison || part.kind == ConditionKind::negation;
  return simple ? print(part) : "(" + print(part) + ")";
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
  if (!query.with.empty()) out += " WITH " + query.with;
  if (!query.group_by.empty()) {
    const std::string fields = listed(query.group_by, print_operand);
    out += " GROUP BY ";
    if (query.grouping == Grouping::plain) out += fields;
    if (query.grouping == Grouping::rollup) out += "ROLLUP(" + fields + ")";
    if (query.grouping == Grouping::cube) out += "CUBE(" + fields + ")";
  }
  if (query.having) out += " HAVING " + print(*query.having);
  if (!query.order_by.empty()) out += " ORDER BY " + listed(query.order_by, print_order);
  if (query.limit) out += " LIMIT " + std::to_string(*query.limit);
  if (query.offset) out += " OFFSET " + std::to_string(*query.offset);
  if (!query.purpose.empty()) out += " FOR " + query.purpose;
  if (query.all_rows) out += " ALL ROWS";
  return out;
}

}  // namespace crosswalk::soql
