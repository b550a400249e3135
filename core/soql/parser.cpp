#include "soql/parser.hpp"

#include <utility>

#include "diagnostic/codes/soql.hpp"
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
    if (!select_item(into.select.emplace_back())) return false;
  } while (take_symbol(","));
  return true;
}

bool TokenReader::select_item(SelectItem& into) {
  const std::size_t start = peek().span.offset;
  if (is_symbol("(") && is_word("SELECT", 1)) {
    take();
    into.kind = SelectKind::subquery;
    into.subquery.emplace_back();
    if (!query(into.subquery.back()) || !expect_symbol(")")) return false;
  } else if (is_word("TYPEOF") && peek(1).kind == TokenKind::name && !is_word("FROM", 1)) {
    take();
    if (!type_of(into)) return false;
  } else if (is_word("DISTINCT") && peek(1).kind == TokenKind::name && !is_word("FROM", 1)) {
    return unexpected("a field");
  } else {
    if (!operand(into.operand) || !alias(into.alias, "")) return false;
  }
  into.span = since(start);
  return true;
}

bool TokenReader::type_of(SelectItem& into) {
  into.kind = SelectKind::type_of;
  if (!path(into.operand.path)) return false;
  into.operand.span = into.operand.path.span;
  while (is_word("WHEN")) {
    take();
    TypeOfBranch& branch = into.branches.emplace_back();
    branch.span = peek().span;
    if (!name(branch.object, "an object") || !expect_word("THEN") || !paths(branch.fields))
      return false;
  }
  if (into.branches.empty()) return unexpected("WHEN");
  if (take_word("ELSE") && !paths(into.otherwise)) return false;
  return take_word("END") || unexpected("WHEN, ELSE or END");
}

bool TokenReader::from(Query& into) {
  if (!take_word("FROM")) return unexpected("\",\" or FROM");
  constexpr std::string_view kAfter = "ORDER OFFSET FOR ALL UPDATE";  // beside the reserved words
  do {
    Source& source = into.from.emplace_back();
    if (!path(source.object, "an object") || !alias(source.alias, kAfter)) return false;
  } while (take_symbol(","));
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

template <class Tree>
Result<Tree> read(std::string_view text, Reading* reading, bool (TokenReader::*start)(Tree&)) {
  Reading own;
  if (reading == nullptr) reading = &own;
  *reading = {};
  // No character has more than four bytes: what is longer need not be counted.
  const bool large = text.size() > kTextCharactersMax * 4 || characters(text) > kTextCharactersMax;
  if (large) {
    reading->fault = {
        {}, "SOQL may be 100,000 characters long, no longer", &codes::kSoqlTooLarge, {}};
  } else {
    TokenReader reader(text, *reading);
    Tree tree;
    if ((reader.*start)(tree) && reader.expect_end()) return tree;
  }
  const Place place = place_of(text, reading->fault.span.offset);
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = large ? "soqlTooLarge" : "soqlSyntax";
  error.path = concat({std::to_string(place.line), ":", std::to_string(place.column)});
  error.message = reading->fault.message;
  return error;
}

template <class Tree>
Result<Tree> read(std::string_view text, Fault* fault, bool (TokenReader::*start)(Tree&)) {
  Reading reading;
  auto tree = read<Tree>(text, &reading, start);
  if (!tree && fault) *fault = std::move(reading.fault);
  return tree;
}

}  // namespace

Result<Query> parse(std::string_view text, Reading* reading) {
  return read<Query>(text, reading, &TokenReader::query);
}

Result<Query> parse(std::string_view text, Fault* fault) {
  return read<Query>(text, fault, &TokenReader::query);
}

Result<Condition> parse_condition(std::string_view text, Reading* reading) {
  return read<Condition>(text, reading, &TokenReader::condition);
}

Result<Condition> parse_condition(std::string_view text, Fault* fault) {
  return read<Condition>(text, fault, &TokenReader::condition);
}

}  // namespace crosswalk::soql
