// What follows FROM: the clauses, each at most once and in their one order.
#include <charconv>
#include <utility>

#include "soql/token_reader.hpp"

namespace crosswalk::soql {
namespace {

struct Clause {
  std::string_view word;  // its first
  const char* name;
};
constexpr Clause kClauses[] = {
    {"USING", "USING SCOPE"}, {"WHERE", "WHERE"},    {"WITH", "WITH"},    {"GROUP", "GROUP BY"},
    {"HAVING", "HAVING"},     {"ORDER", "ORDER BY"}, {"LIMIT", "LIMIT"},  {"OFFSET", "OFFSET"},
    {"FOR", "FOR"},           {"UPDATE", "UPDATE"},  {"ALL", "ALL ROWS"},
};

}  // namespace

bool TokenReader::clauses(Query& into) {
  if (take_word("USING") && (!expect_word("SCOPE") || !name(into.scope, "a scope"))) return false;
  if (take_word("WHERE")) {
    into.where.emplace();
    if (!condition(*into.where)) return false;
  }
  if (take_word("WITH") && !with_clause(into)) return false;
  if (is_word("GROUP") && !group_by(into)) return false;
  if (is_word("HAVING")) {
    if (into.group_by.empty()) return fail(peek().span, "HAVING needs GROUP BY before it");
    take();
    into.having.emplace();
    if (!condition(*into.having)) return false;
  }
  if (is_word("ORDER") && !order_by(into)) return false;
  if (take_word("LIMIT") && !count(into.limit)) return false;
  if (take_word("OFFSET") && !count(into.offset)) return false;
  if (!endings(into)) return false;
  const bool given[] = {!into.scope.empty(),
                        into.where.has_value(),
                        into.with.kind != WithKind::nothing,
                        !into.group_by.empty(),
                        into.having.has_value(),
                        !into.order_by.empty(),
                        into.limit.given(),
                        into.offset.given(),
                        into.for_view || into.for_reference || into.for_update,
                        into.update_tracking || into.update_viewstat,
                        into.all_rows};
  std::size_t last = kNone;
  for (std::size_t i = 0; i < std::size(kClauses); ++i)
    if (given[i]) last = i;
  return end_of_clauses(last);
}

// A query ends at the end or at the parenthesis that closes it. Anything else is in the wrong
// place, misspelt, or unknown.
bool TokenReader::end_of_clauses(std::size_t last) {
  if (peek().kind == TokenKind::end || is_symbol(")")) return true;
  for (std::size_t i = 0; i < std::size(kClauses); ++i) {
    if (!is_word(kClauses[i].word) || last == kNone || i > last) continue;
    const std::string_view name = kClauses[i].name;
    return fail(peek().span, i == last
                                 ? concat({name, " comes twice"})
                                 : concat({name, " must stand before ", kClauses[last].name}));
  }
  std::string expected;
  if (last != kNone && (last == 1 || last == 4)) expected = "AND, OR, ";
  const std::size_t from = last == kNone ? 0 : last + 1;
  for (std::size_t i = from; i < std::size(kClauses); ++i) {
    if (i == 4 && last != 3) continue;  // HAVING
    expected += concat({kClauses[i].name, ", "});
  }
  if (expected.empty()) return unexpected("the end of the query");
  expected.resize(expected.size() - 2);
  return unexpected(concat({expected, " or the end of the query"}));
}

bool TokenReader::with_clause(Query& into) {
  struct Mode {
    std::string_view word;
    WithKind kind;
  };
  constexpr Mode kModes[] = {{"SECURITY_ENFORCED", WithKind::security_enforced},
                             {"USER_MODE", WithKind::user_mode},
                             {"SYSTEM_MODE", WithKind::system_mode}};
  const Span with = tokens_[at_ - 1].span;
  for (const Mode& mode : kModes) {
    if (!take_word(mode.word)) continue;
    into.with.kind = mode.kind;
    apex_only(since(with.offset), "WITH SECURITY_ENFORCED, USER_MODE or SYSTEM_MODE");
    return true;
  }
  if (is_word("DATA") && is_word("CATEGORY", 1)) {
    take();
    take();
    return categories(into.with);
  }
  const bool compares = peek(1).kind == TokenKind::symbol || is_any_word("IN NOT LIKE", 1);
  if (peek().kind != TokenKind::name || !compares)
    return unexpected("SECURITY_ENFORCED, USER_MODE, SYSTEM_MODE or DATA CATEGORY");
  into.with.kind = WithKind::condition;
  into.with.condition.emplace();
  return condition(*into.with.condition);
}

bool TokenReader::categories(With& into) {
  constexpr std::string_view kSelectors = "AT ABOVE BELOW ABOVE_OR_BELOW";
  into.kind = WithKind::data_category;
  do {
    Category& one = into.categories.emplace_back();
    if (!name(one.group, "a data category group")) return false;
    if (!is_any_word(kSelectors)) return unexpected("AT, ABOVE, BELOW or ABOVE_OR_BELOW");
    one.selector = upper_case(take().text);
    const bool several = take_symbol("(");
    do {
      if (!name(one.names.emplace_back(), "a data category")) return false;
    } while (several && take_symbol(","));
    if (several && !expect_symbol(")")) return false;
  } while (take_word("AND"));
  return true;
}

bool TokenReader::group_by(Query& into) {
  take();
  if (!expect_word("BY")) return false;
  const bool rollup = is_word("ROLLUP") && is_symbol("(", 1);
  const bool cube = is_word("CUBE") && is_symbol("(", 1);
  if (rollup || cube) {
    into.grouping = rollup ? Grouping::rollup : Grouping::cube;
    take();
    take();
  }
  do {
    if (!operand(into.group_by.emplace_back())) return false;
  } while (take_symbol(","));
  return into.grouping == Grouping::plain || take_symbol(")") || unexpected("\",\" or \")\"");
}

bool TokenReader::order_by(Query& into) {
  take();
  if (!expect_word("BY")) return false;
  do {
    OrderItem& item = into.order_by.emplace_back();
    if (!operand(item.operand)) return false;
    item.descending = take_word("DESC");
    if (!item.descending) take_word("ASC");
    if (take_word("NULLS")) {
      item.nulls = is_word("LAST") ? Nulls::last : Nulls::first;
      if (!take_word("LAST") && !take_word("FIRST")) return unexpected("FIRST or LAST");
    }
    const bool bare = !item.descending && item.nulls == Nulls::unsaid;
    if (bare && peek().kind == TokenKind::name) {
      for (const Clause& clause : kClauses)
        if (is_word(clause.word)) return true;
      return unexpected("ASC, DESC, NULLS, LIMIT, OFFSET or the end of the query");
    }
  } while (take_symbol(","));
  return true;
}

bool TokenReader::count(Count& into) {
  const std::size_t start = peek().span.offset;
  if (is_symbol(":")) {
    if (!bind(into.bind)) return false;
  } else {
    const Token& token = peek();
    std::uint64_t value = 0;
    const char* const end = token.text.data() + token.text.size();
    const auto read = std::from_chars(token.text.data(), end, value);
    if (token.kind != TokenKind::number || read.ec != std::errc() || read.ptr != end)
      return unexpected("a whole number");
    take();
    into.number = value;
  }
  into.span = since(start);
  return true;
}

// FOR VIEW FOR REFERENCE UPDATE TRACKING, VIEWSTAT FOR UPDATE ALL ROWS; ALL ROWS may come first.
bool TokenReader::endings(Query& into) {
  while (true) {
    if (take_word("FOR")) {
      if (take_word("VIEW")) {
        into.for_view = true;
      } else if (take_word("REFERENCE")) {
        into.for_reference = true;
      } else if (take_word("UPDATE")) {
        into.for_update = true;
      } else {
        return unexpected("VIEW, REFERENCE or UPDATE");
      }
    } else if (take_word("UPDATE")) {
      do {
        if (take_word("TRACKING")) {
          into.update_tracking = true;
        } else if (take_word("VIEWSTAT")) {
          into.update_viewstat = true;
        } else {
          return unexpected("TRACKING or VIEWSTAT");
        }
      } while (take_symbol(","));
    } else if (is_word("ALL") && !into.all_rows) {
      const std::size_t start = take().span.offset;
      if (!expect_word("ROWS")) return false;
      into.all_rows = true;
      apex_only(since(start), "ALL ROWS");
    } else {
      return true;
    }
  }
}

}  // namespace crosswalk::soql
