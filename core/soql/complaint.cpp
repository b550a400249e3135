// What to say where the text goes wrong: what was expected, what was probably meant, and the change
// that would mend it.
#include <optional>
#include <utility>

#include "diagnostic/codes/soql.hpp"
#include "names/nearest.hpp"
#include "soql/token_reader.hpp"

namespace crosswalk::soql {
namespace {

// What people write who come from SQL or from Apex.
struct Habit {
  std::string_view word;
  std::string_view message;
  const char* instead;  // null: no simple replacement
};
constexpr Habit kHabits[] = {
    {"==", "SOQL compares with one =", "="},
    {"===", "SOQL compares with one =", "="},
    {"&&", "SOQL says AND", "AND"},
    {"||", "SOQL says OR", "OR"},
    {"!", "SOQL says NOT", "NOT "},
    {"*", "SOQL has no *: name the fields, or write FIELDS(STANDARD)", "FIELDS(STANDARD)"},
    {";", "A query does not end in a semicolon", ""},
    {"[", "Square brackets belong to Apex, not to the query", ""},
    {"]", "Square brackets belong to Apex, not to the query", ""},
    {"`", "Names stand without quotes", ""},
    {"AS", "An alias stands without AS", ""},
    {"IS", "SOQL has no IS NULL: write = null or != null", nullptr},
    {"BETWEEN", "SOQL has no BETWEEN: write a >= 1 AND a <= 9", nullptr},
    {"DISTINCT", "SOQL has no DISTINCT: use GROUP BY, or COUNT_DISTINCT(field)", nullptr},
    {"UNION", "SOQL has no UNION: ask twice", nullptr},
    {"JOIN", "SOQL has no JOIN: write a path (Account.Name) or a child query", nullptr},
    {"INNER", "SOQL has no JOIN: write a path (Account.Name) or a child query", nullptr},
    {"LEFT", "SOQL has no JOIN: write a path (Account.Name) or a child query", nullptr},
    {"TOP", "SOQL has no TOP: write LIMIT at the end", nullptr},
};

std::string quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  if (text.size() <= kMost) return concat({"\"", text, "\""});
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return concat({"\"", text.substr(0, end), "…\""});
}

bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }

// The words in capitals of "WHERE, ORDER BY or the end".
std::vector<std::string_view> capital_words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_capital(text[end])) ++end;
    if (end > at + 1) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Mend replace(Span span, std::string_view text) {
  return {text.empty() ? "Remove it" : concat({"Write ", text}), span, std::string(text)};
}

}  // namespace

bool TokenReader::Nesting::too_deep() {
  if (reader_.depth_ <= kDepthMax) return false;
  reader_.fail(reader_.peek().span, "This is nested too deeply: 64 levels at most", {},
               &codes::kSoqlTooLarge);
  return true;
}

bool TokenReader::fail(Span span, std::string message, Mend mend, const diagnostic::Code* code) {
  if (!failed_) {
    if (code == nullptr) code = &codes::kSoqlSyntax;
    reading_.fault = {span, std::move(message), code, std::move(mend)};
  }
  failed_ = true;
  return false;
}

bool TokenReader::bad_token(const Token& token, bool value) {
  Mend mend;
  std::string_view inner = token.text;
  if (inner.size() > 1 && inner.front() == '"' && inner.back() == '"') {
    inner = inner.substr(1, inner.size() - 2);
    if (!value) return fail(token.span, "Names stand without quotes", replace(token.span, inner));
    mend = replace(token.span, quote(inner));
  } else if (!inner.empty() && inner.front() >= '0' && inner.front() <= '9' &&
             token.kind == TokenKind::bad && inner.find(':') == std::string_view::npos &&
             inner.size() >= 15) {
    mend = replace(token.span, quote(inner));  // an id without its quotes
  }
  return fail(token.span, token.message, std::move(mend));
}

// FROM Contact WERE x = 1: the misspelt word was read as an alias, and only the next one is wrong.
bool TokenReader::misspelt_alias(std::string_view expected) {
  if (alias_at_ == kNone || alias_at_ + 1 != at_) return false;
  const Token& word = tokens_[alias_at_];
  const auto meant = names::nearest(word.text, capital_words(expected));
  if (!meant) return false;
  fail(word.span, concat({"Expected ", *meant, ", found ", quoted(word.text)}),
       replace(word.span, *meant));
  return true;
}

bool TokenReader::habit_of_elsewhere(const Token& token) {
  if (token.kind != TokenKind::symbol && token.kind != TokenKind::name) return false;
  for (const Habit& habit : kHabits) {
    if (!same_word(habit.word, token.text)) continue;
    Mend mend;
    if (habit.instead != nullptr) mend = replace(token.span, habit.instead);
    if (habit.word == "*" && at_ > 0 && tokens_[at_ - 1].text == "(")
      mend = replace(token.span, "");  // COUNT(*)
    if (habit.word == "IS") {
      const bool negated = is_word("NOT", 1);
      const Token& last = peek(negated ? 2 : 1);
      const std::size_t from = token.span.offset;
      if (same_word(last.text, "NULL"))
        mend = replace({from, last.span.offset + last.span.length - from},
                       negated ? "!= null" : "= null");
    }
    fail(token.span, std::string(habit.message), std::move(mend));
    return true;
  }
  return false;
}

bool TokenReader::unexpected(std::string_view expected) {
  const Token& token = peek();
  if (token.kind == TokenKind::bad) return bad_token(token, expected == "a value");
  if (misspelt_alias(expected) || habit_of_elsewhere(token)) return false;
  const Token* const before = at_ > 0 ? &tokens_[at_ - 1] : nullptr;
  const std::size_t end = before ? before->span.offset + before->span.length : 0;
  if (before && before->kind == TokenKind::text && token.kind == TokenKind::name &&
      end == token.span.offset) {
    return fail(before->span, "The text ends at this quote; an apostrophe inside it is written \\'",
                {"Write \\'", {end - 1, 1}, "\\'"});
  }
  if (before && before->text == "," && before->kind == TokenKind::symbol &&
      (token.kind == TokenKind::end || is_symbol(")") || is_word("FROM"))) {
    return fail(before->span, "Nothing follows the comma", replace(before->span, ""));
  }
  const bool ends = token.kind == TokenKind::end;
  std::string message = concat({"Expected ", expected, ends ? "; the text ends here" : "; found ",
                                ends ? std::string() : quoted(written(token.span))});
  Mend mend;
  if (token.kind == TokenKind::name) {
    if (const auto meant = names::nearest(token.text, capital_words(expected))) {
      message += concat({". Did you mean ", *meant, "?"});
      mend = replace(token.span, *meant);
    }
  }
  return fail(token.span, std::move(message), std::move(mend));
}

// A word where a value stands: text without its quotes, or a misspelt TRUE or TODAY.
bool TokenReader::not_a_value(const Token& token) {
  const std::vector<std::string> dates = relative_dates();
  std::vector<std::string_view> words(dates.begin(), dates.end());
  words.insert(words.end(), {"TRUE", "FALSE", "NULL"});
  const auto meant = token.text.size() > 3 ? names::nearest(token.text, words) : std::nullopt;
  if (meant) {
    return fail(token.span,
                concat({quoted(token.text), " is no value. Did you mean ", *meant, "?"}),
                replace(token.span, *meant));
  }
  if (is_word("SELECT"))
    return fail(token.span, "A query inside a condition stands after IN or NOT IN");
  const std::string better = quote(token.text);
  return fail(token.span, concat({"Text stands in single quotes: ", better}),
              replace(token.span, better));
}

bool TokenReader::expect_end() {
  return peek().kind == TokenKind::end || unexpected("AND, OR or the end");
}

}  // namespace crosswalk::soql
