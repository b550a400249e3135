#include "soql/parser.hpp"

#include <charconv>
#include <utility>

#include "soql/token_reader.hpp"

namespace crosswalk::soql {

bool TokenReader::query(Query& into) {
  Nesting level(*this);
  if (level.too_deep()) return false;
  const std::size_t start = peek().span.offset;
  if (!expect_word("SELECT") || !select_list(into) || !from(into) || !clauses(into)) return false;
  into.span = since(start);
  return true;
}

bool TokenReader::select_list(Query& into) {
  do {
    SelectItem item;
    if (!select_item(item)) return false;
    into.select.push_back(std::move(item));
  } while (take_symbol(","));
  return true;
}

bool TokenReader::select_item(SelectItem& into) {
  const std::size_t start = peek().span.offset;
  if (take_symbol("(")) {
    into.kind = SelectKind::subquery;
    into.subquery.emplace_back();
    if (!query(into.subquery.back()) || !expect_symbol(")")) return false;
  } else if (is_word("TYPEOF")) {
    take();
    if (!type_of(into)) return false;
  } else {
    if (!operand(into.operand)) return false;
    if (peek().kind == TokenKind::name && !is_word("FROM") && !name(into.alias)) return false;
  }
  into.span = since(start);
  return true;
}

bool TokenReader::type_of(SelectItem& into) {
  into.kind = SelectKind::type_of;
  if (!path(into.operand.path)) return false;
  into.operand.span = into.operand.path.span;
  while (take_word("WHEN")) {
    TypeOfBranch branch;
    if (!name(branch.object) || !expect_word("THEN") || !paths(branch.fields)) return false;
    into.branches.push_back(std::move(branch));
  }
  if (into.branches.empty()) return unexpected();
  if (take_word("ELSE") && !paths(into.otherwise)) return false;
  return expect_word("END");
}

bool TokenReader::from(Query& into) {
  if (!expect_word("FROM")) return false;
  constexpr std::string_view kAfter[] = {"USING", "WHERE",  "WITH", "GROUP", "HAVING", "ORDER",
                                         "LIMIT", "OFFSET", "FOR",  "ALL",   "UPDATE"};
  do {
    Source source;
    if (!path(source.object)) return false;
    take_word("AS");
    bool alias = peek().kind == TokenKind::name;
    for (const std::string_view word : kAfter) alias = alias && !is_word(word);
    if (alias && !name(source.alias)) return false;
    into.from.push_back(std::move(source));
  } while (take_symbol(","));
  return true;
}

bool TokenReader::clauses(Query& into) {
  if (take_word("USING") && (!expect_word("SCOPE") || !name(into.scope))) return false;
  if (take_word("WHERE")) {
    into.where.emplace();
    if (!condition(*into.where)) return false;
  }
  if (take_word("WITH") && !with_clause(into)) return false;
  if (is_word("GROUP") && !group_by(into)) return false;
  if (take_word("HAVING")) {
    into.having.emplace();
    if (!condition(*into.having)) return false;
  }
  if (is_word("ORDER") && !order_by(into)) return false;
  if (take_word("LIMIT") && !count(into.limit)) return false;
  if (take_word("OFFSET") && !count(into.offset)) return false;
  return endings(into);
}

// SECURITY_ENFORCED, USER_MODE, or DATA CATEGORY with its selectors: kept as words.
bool TokenReader::with_clause(Query& into) {
  constexpr std::string_view kAfter[] = {"GROUP", "ORDER", "LIMIT", "OFFSET", "FOR"};
  while (peek().kind != TokenKind::end && peek().kind != TokenKind::bad && !is_symbol(")")) {
    for (const std::string_view word : kAfter)
      if (is_word(word)) return !into.with.empty() || unexpected();
    if (!into.with.empty()) into.with += ' ';
    into.with += std::string(take().text);
  }
  return !into.with.empty() || unexpected();
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
    Operand one;
    if (!operand(one)) return false;
    into.group_by.push_back(std::move(one));
  } while (take_symbol(","));
  return into.grouping == Grouping::plain || expect_symbol(")");
}

bool TokenReader::order_by(Query& into) {
  take();
  if (!expect_word("BY")) return false;
  do {
    OrderItem item;
    if (!operand(item.operand)) return false;
    item.descending = take_word("DESC");
    if (!item.descending) take_word("ASC");
    if (take_word("NULLS")) {
      item.nulls = is_word("LAST") ? Nulls::last : Nulls::first;
      if (!take_word("LAST") && !expect_word("FIRST")) return false;
    }
    into.order_by.push_back(std::move(item));
  } while (take_symbol(","));
  return true;
}

bool TokenReader::count(std::optional<std::uint64_t>& into) {
  const Token& token = peek();
  if (is_symbol(":")) return unexpected();
  std::uint64_t value = 0;
  const auto read =
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
  if (token.kind != TokenKind::number || read.ec != std::errc() ||
      read.ptr != token.text.data() + token.text.size())
    return unexpected();
  take();
  into = value;
  return true;
}

bool TokenReader::endings(Query& into) {
  while (take_word("FOR")) {
    constexpr std::string_view kPurposes[] = {"VIEW", "REFERENCE", "UPDATE"};
    std::string_view chosen;
    for (const std::string_view purpose : kPurposes)
      if (is_word(purpose)) chosen = purpose;
    if (chosen.empty()) return unexpected();
    take();
    into.purpose = std::string(chosen);
  }
  if (take_word("ALL")) {
    if (!expect_word("ROWS")) return false;
    into.all_rows = true;
  }
  return true;
}

Place place_of(std::string_view text, std::size_t offset) {
  Place out;
  for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\n') {
      ++out.line;
      out.column = 1;
    } else if ((byte & 0xC0) != 0x80) {
      out.column += byte >= 0xF0 ? 2 : 1;  // beyond the first plane: two UTF-16 units
    }
  }
  return out;
}

namespace {

Error error_of(std::string_view text, const Fault& from, const char* code, Fault* fault) {
  if (fault) *fault = from;
  const Place place = place_of(text, from.span.offset);
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = code;
  error.path = std::to_string(place.line) + ":" + std::to_string(place.column);
  error.message = from.message;
  return error;
}

template <class Tree>
Result<Tree> read(std::string_view text, Fault* fault, bool (TokenReader::*start)(Tree&)) {
  if (text.size() > kTextBytesMax)
    return error_of(text, {{}, "SOQL may be 100,000 characters long, no longer"}, "soqlTooLarge",
                    fault);
  TokenReader reader(text);
  Tree tree;
  if ((reader.*start)(tree) && reader.expect_end()) return tree;
  return error_of(text, reader.fault(), "soqlSyntax", fault);
}

}  // namespace

Result<Query> parse(std::string_view text, Fault* fault) {
  return read<Query>(text, fault, &TokenReader::query);
}

Result<Condition> parse_condition(std::string_view text, Fault* fault) {
  return read<Condition>(text, fault, &TokenReader::condition);
}

}  // namespace crosswalk::soql
