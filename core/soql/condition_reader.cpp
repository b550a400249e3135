// Conditions: terms joined by AND or by OR, never by both at one level.
#include <utility>

#include "soql/token_reader.hpp"

namespace crosswalk::soql {

bool TokenReader::condition(Condition& into) {
  Nesting level(*this);
  if (level.too_deep()) return false;
  const std::size_t start = peek().span.offset;
  Condition first;
  if (!condition_term(first)) return false;
  const bool all = is_word("AND");
  if (!all && !is_word("OR")) {
    into = std::move(first);
    return true;
  }
  into.kind = all ? ConditionKind::all : ConditionKind::any;
  into.parts.push_back(std::move(first));
  while (take_word(all ? "AND" : "OR")) {
    Condition next;
    if (!condition_term(next)) return false;
    into.parts.push_back(std::move(next));
  }
  into.span = since(start);
  if (is_word(all ? "OR" : "AND")) return unexpected();  // Salesforce wants parentheses here
  return true;
}

bool TokenReader::condition_term(Condition& into) {
  Nesting level(*this);
  if (level.too_deep()) return false;
  const std::size_t start = peek().span.offset;
  if (take_symbol("(")) return condition(into) && expect_symbol(")");
  if (!is_word("NOT")) return comparison(into);
  take();
  Condition inner;
  if (!condition_term(inner)) return false;
  into.kind = ConditionKind::negation;
  into.parts.push_back(std::move(inner));
  into.span = since(start);
  return true;
}

bool TokenReader::compare_operator(Operator& into) {
  struct Row {
    std::string_view text;
    Operator op;
  };
  constexpr Row kSymbols[] = {{"=", Operator::equal},         {"!=", Operator::not_equal},
                              {"<>", Operator::not_equal},    {"<", Operator::less},
                              {"<=", Operator::less_equal},   {">", Operator::greater},
                              {">=", Operator::greater_equal}};
  constexpr Row kWords[] = {{"LIKE", Operator::like},
                            {"IN", Operator::in},
                            {"INCLUDES", Operator::includes},
                            {"EXCLUDES", Operator::excludes}};
  for (const Row& row : kSymbols) {
    into = row.op;
    if (take_symbol(row.text)) return true;
  }
  for (const Row& row : kWords) {
    into = row.op;
    if (take_word(row.text)) return true;
  }
  into = Operator::not_in;
  return (take_word("NOT") && expect_word("IN")) || unexpected();
}

bool TokenReader::comparison(Condition& into) {
  const std::size_t start = peek().span.offset;
  into.kind = ConditionKind::comparison;
  if (!operand(into.operand) || !compare_operator(into.op)) return false;
  const bool listed = into.op == Operator::in || into.op == Operator::not_in ||
                      into.op == Operator::includes || into.op == Operator::excludes;
  if (listed && !is_symbol(":")) {
    if (!value_list(into)) return false;
  } else {
    Literal value;
    if (!literal(value)) return false;
    into.values.push_back(std::move(value));
  }
  into.span = since(start);
  return true;
}

bool TokenReader::value_list(Condition& into) {
  if (!expect_symbol("(")) return false;
  const bool joins = into.op == Operator::in || into.op == Operator::not_in;
  if (joins && is_word("SELECT")) {
    into.inner.emplace_back();
    return query(into.inner.back()) && expect_symbol(")");
  }
  do {
    Literal value;
    if (!literal(value)) return false;
    into.values.push_back(std::move(value));
  } while (take_symbol(","));
  return expect_symbol(")");
}

}  // namespace crosswalk::soql
