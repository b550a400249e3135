// Conditions: terms joined by AND or by OR, never by both at one level; NOT stands alone at its.
#include <utility>

#include "soql/token_reader.hpp"

namespace crosswalk::soql {

bool TokenReader::condition(Condition& into) {
  const std::size_t start = peek().span.offset;
  if (is_word("NOT")) {
    if (!negation(into)) return false;
    if (!is_any_word("AND OR")) return true;
    const Span span = since(start);
    return fail(peek().span,
                "What NOT negates stands in parentheses, NOT with it, before AND or OR",
                {"Put parentheses", span, concat({"(", written(span), ")"})});
  }
  if (!condition_term(into)) return false;
  const bool all = is_word("AND");
  if (!all && !is_word("OR")) return true;
  Condition first = std::move(into);
  into = {};
  const char* const joint = all ? "AND" : "OR";
  into.kind = all ? ConditionKind::all : ConditionKind::any;
  into.parts.push_back(std::move(first));
  while (take_word(joint)) {
    Condition& next = into.parts.emplace_back();
    if (is_word("NOT")) {
      const Span here = peek().span;
      if (!negation(next)) return false;
      const Span span = since(here.offset);
      return fail(here, concat({"NOT after ", joint, " stands in parentheses of its own"}),
                  {"Put parentheses", span, concat({"(", written(span), ")"})});
    }
    if (!condition_term(next)) return false;
  }
  into.span = since(start);
  if (!is_word(all ? "OR" : "AND")) return true;
  return fail(peek().span, "AND and OR are mixed only with parentheses: (a AND b) OR c",
              {"Put parentheses around what comes before", into.span,
               concat({"(", written(into.span), ")"})});
}

bool TokenReader::negation(Condition& into) {
  const std::size_t start = take().span.offset;
  if (!condition_term(into.parts.emplace_back())) return false;
  into.kind = ConditionKind::negation;
  into.span = since(start);
  return true;
}

bool TokenReader::condition_term(Condition& into) {
  if (!is_symbol("(")) return comparison(into);
  Nesting level(*this);
  if (level.too_deep()) return false;
  take();
  if (!condition(into)) return false;
  return take_symbol(")") || unexpected("AND, OR or \")\"");
}

bool TokenReader::compare_operator(Operator& into) {
  struct Row {
    std::string_view text;
    Operator op;
  };
  constexpr Row kRows[] = {{"=", Operator::equal},
                           {"!=", Operator::not_equal},
                           {"<>", Operator::not_equal},
                           {"<", Operator::less},
                           {"<=", Operator::less_equal},
                           {">", Operator::greater},
                           {">=", Operator::greater_equal},
                           {"LIKE", Operator::like},
                           {"IN", Operator::in},
                           {"INCLUDES", Operator::includes},
                           {"EXCLUDES", Operator::excludes}};
  for (const Row& row : kRows) {
    if (!take_symbol(row.text) && !take_word(row.text)) continue;
    into = row.op;
    return true;
  }
  if (is_word("NOT")) {
    if (is_word("LIKE", 1))
      return fail(peek().span, "SOQL has no NOT LIKE: write (NOT Name LIKE 'A%')");
    take();
    into = Operator::not_in;
    return expect_word("IN");
  }
  return unexpected("an operator: =, !=, <, <=, >, >=, LIKE, IN, NOT IN, INCLUDES or EXCLUDES");
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
    like_ = into.op == Operator::like;
    if (!literal(into.values.emplace_back())) return false;
    like_ = false;
  }
  into.span = since(start);
  return true;
}

bool TokenReader::value_list(Condition& into) {
  if (peek().kind == TokenKind::text) {
    const Span span = peek().span;
    return fail(span, "A list of values stands in parentheses",
                {"Put parentheses", span, concat({"(", written(span), ")"})});
  }
  if (!expect_symbol("(")) return false;
  const bool joins = into.op == Operator::in || into.op == Operator::not_in;
  if (joins && is_word("SELECT")) {
    into.inner.emplace_back();
    return query(into.inner.back()) && expect_symbol(")");
  }
  do {
    if (!literal(into.values.emplace_back())) return false;
  } while (take_symbol(","));
  return take_symbol(")") || unexpected("\",\" or \")\"");
}

}  // namespace crosswalk::soql
