#include "soql/printer.hpp"

#include <utility>

#include "soql/literal.hpp"

namespace crosswalk::soql {
namespace {

class Printer {
 public:
  std::string out;

  void query(const Query& query);
  void condition(const Condition& condition);
  void operand(const Operand& operand);
  void literal(const Literal& literal);

 private:
  void word(const char* keyword, const std::string& name) {
    if (name.empty()) return;
    out += keyword;
    out += name;
  }
  // A comma before every item but the first.
  void next(bool& first) {
    if (!first) out += ", ";
    first = false;
  }
  void paths(const std::vector<Path>& paths) {
    bool first = true;
    for (const Path& path : paths) {
      next(first);
      out += joined(path);
    }
  }
  void operands(const std::vector<Operand>& operands) {
    bool first = true;
    for (const Operand& one : operands) {
      next(first);
      operand(one);
    }
  }
  void select(const SelectItem& item);
  void comparison(const Condition& condition);
  void part(const Condition& part);
  void with(const With& with);
  void order(const OrderItem& item);
  void count(const char* keyword, const Count& count);
};

void Printer::select(const SelectItem& item) {
  if (item.kind == SelectKind::subquery) {
    out += '(';
    query(item.subquery.front());
    out += ')';
    return;
  }
  if (item.kind == SelectKind::operand) {
    operand(item.operand);
    word(" ", item.alias);
    return;
  }
  word("TYPEOF ", joined(item.operand.path));
  for (const TypeOfBranch& branch : item.branches) {
    word(" WHEN ", branch.object);
    out += " THEN ";
    paths(branch.fields);
  }
  if (!item.otherwise.empty()) out += " ELSE ";
  paths(item.otherwise);
  out += " END";
}

void Printer::order(const OrderItem& item) {
  operand(item.operand);
  if (item.descending) out += " DESC";
  if (item.nulls == Nulls::first) out += " NULLS FIRST";
  if (item.nulls == Nulls::last) out += " NULLS LAST";
}

// A part of AND, OR or NOT: in parentheses unless it is a comparison, as Salesforce wants it.
void Printer::part(const Condition& part) {
  const bool combined = part.kind != ConditionKind::comparison;
  if (combined) out += '(';
  condition(part);
  if (combined) out += ')';
}

void Printer::comparison(const Condition& condition) {
  operand(condition.operand);
  out += ' ';
  out += text_of(condition.op);
  out += ' ';
  const bool listed = condition.op >= Operator::in && condition.inner.empty();
  const bool bind =
      listed && condition.values.size() == 1 && condition.values.front().kind == LiteralKind::bind;
  const bool parentheses = condition.op >= Operator::in && !bind;
  if (parentheses) out += '(';
  if (!condition.inner.empty()) query(condition.inner.front());
  bool first = true;
  for (const Literal& value : condition.values) {
    next(first);
    literal(value);
  }
  if (parentheses) out += ')';
}

void Printer::with(const With& with) {
  if (with.kind == WithKind::security_enforced) out += " WITH SECURITY_ENFORCED";
  if (with.kind == WithKind::user_mode) out += " WITH USER_MODE";
  if (with.kind == WithKind::system_mode) out += " WITH SYSTEM_MODE";
  if (with.condition) {
    out += " WITH ";
    condition(*with.condition);
  }
  const char* keyword = " WITH DATA CATEGORY ";
  for (const Category& category : with.categories) {
    word(keyword, category.group);
    keyword = " AND ";
    word(" ", category.selector);
    out += category.names.size() > 1 ? " (" : " ";
    bool first = true;
    for (const std::string& name : category.names) {
      next(first);
      out += name;
    }
    if (category.names.size() > 1) out += ')';
  }
}

void Printer::count(const char* keyword, const Count& count) {
  if (!count.given()) return;
  out += keyword;
  out += count.number ? std::to_string(*count.number) : ":" + count.bind;
}

void Printer::literal(const Literal& literal) {
  if (literal.kind == LiteralKind::bind) out += ':';
  if (literal.kind == LiteralKind::null) {
    out += "null";
  } else if (literal.kind != LiteralKind::text) {
    out += literal.text;
  } else if (literal.source.empty()) {
    out += quote(literal.text);
  } else {
    out += '\'';
    out += literal.source;
    out += '\'';
  }
}

void Printer::operand(const Operand& operand) {
  if (operand.kind == OperandKind::literal) return literal(operand.literal);
  out += joined(operand.path);
  if (operand.kind == OperandKind::field) return;
  out += '(';
  operands(operand.arguments);
  out += ')';
}

void Printer::condition(const Condition& condition) {
  if (condition.kind == ConditionKind::comparison) return comparison(condition);
  if (condition.kind == ConditionKind::negation) {
    out += "NOT ";
    return part(condition.parts.front());
  }
  bool first = true;
  for (const Condition& one : condition.parts) {
    if (!first) out += condition.kind == ConditionKind::all ? " AND " : " OR ";
    first = false;
    part(one);
  }
}

void Printer::query(const Query& query) {
  out += "SELECT ";
  bool first = true;
  for (const SelectItem& item : query.select) {
    next(first);
    select(item);
  }
  out += " FROM ";
  first = true;
  for (const Source& source : query.from) {
    next(first);
    out += joined(source.object);
    word(" ", source.alias);
  }
  word(" USING SCOPE ", query.scope);
  if (query.where) out += " WHERE ";
  if (query.where) condition(*query.where);
  with(query.with);
  if (!query.group_by.empty()) {
    out += " GROUP BY ";
    if (query.grouping != Grouping::plain)
      out += query.grouping == Grouping::cube ? "CUBE(" : "ROLLUP(";
    operands(query.group_by);
    if (query.grouping != Grouping::plain) out += ')';
  }
  if (query.having) out += " HAVING ";
  if (query.having) condition(*query.having);
  if (!query.order_by.empty()) out += " ORDER BY ";
  first = true;
  for (const OrderItem& item : query.order_by) {
    next(first);
    order(item);
  }
  count(" LIMIT ", query.limit);
  count(" OFFSET ", query.offset);
  if (query.for_view) out += " FOR VIEW";
  if (query.for_reference) out += " FOR REFERENCE";
  if (query.update_tracking) out += " UPDATE TRACKING";
  if (query.update_viewstat) out += query.update_tracking ? ", VIEWSTAT" : " UPDATE VIEWSTAT";
  if (query.for_update) out += " FOR UPDATE";
  if (query.all_rows) out += " ALL ROWS";
}

}  // namespace

const char* text_of(Operator op) {
  constexpr const char* kTexts[] = {
      "=", "!=", "<", "<=", ">", ">=", "LIKE", "IN", "NOT IN", "INCLUDES", "EXCLUDES"};
  return kTexts[static_cast<std::size_t>(op)];
}

std::string print(const Literal& literal) {
  Printer printer;
  printer.literal(literal);
  return std::move(printer.out);
}

std::string print(const Operand& operand) {
  Printer printer;
  printer.operand(operand);
  return std::move(printer.out);
}

std::string print(const Condition& condition) {
  Printer printer;
  printer.condition(condition);
  return std::move(printer.out);
}

std::string print(const Query& query) {
  Printer printer;
  printer.query(query);
  return std::move(printer.out);
}

}  // namespace crosswalk::soql
