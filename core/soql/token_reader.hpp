// What the parts of the parser share: a place in the tokens, the first fault, the depth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "soql/ast.hpp"
#include "soql/lexer.hpp"
#include "soql/literal.hpp"
#include "soql/parser.hpp"

namespace crosswalk::soql {

// Every read returns false once it has failed; the first fault stands.
class TokenReader {
 public:
  TokenReader(std::string_view text, Reading& reading);

  bool query(Query& into);
  bool condition(Condition& into);
  bool expect_end();

 private:
  class Nesting;

  const Token& peek(std::size_t ahead = 0) const;
  const Token& take();
  bool is_word(std::string_view word, std::size_t ahead = 0) const;
  bool is_any_word(std::string_view words, std::size_t ahead = 0) const;  // "AND OR"
  bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const;
  bool take_word(std::string_view word);
  bool take_symbol(std::string_view symbol);
  bool expect_word(std::string_view word);
  bool expect_symbol(std::string_view symbol);
  Span since(std::size_t offset) const;
  std::string_view written(Span span) const { return text_.substr(span.offset, span.length); }
  void apex_only(Span span, const char* what) { reading_.apex_only.push_back({span, what}); }

  // Complaints. The capital words of `expected` are what a misspelt word may have meant.
  bool fail(Span span, std::string message, Mend mend = {}, const diagnostic::Code* code = nullptr);
  bool unexpected(std::string_view expected);
  bool bad_token(const Token& token, bool value);
  bool misspelt_alias(std::string_view expected);
  bool habit_of_elsewhere(const Token& token);
  bool not_a_value(const Token& token);

  bool name(std::string& into, std::string_view expected = "a name");
  bool path(Path& into, std::string_view expected = "a field");
  bool paths(std::vector<Path>& into);
  bool alias(std::string& into, std::string_view unless);
  bool operand(Operand& into);
  bool call(Operand& into);
  bool argument(Operand& into);

  bool literal(Literal& into);
  bool text_literal(Literal& into);
  bool name_literal(Literal& into);
  bool bind(std::string& into);
  bool bind_part();
  bool balanced();

  bool negation(Condition& into);
  bool condition_term(Condition& into);
  bool comparison(Condition& into);
  bool compare_operator(Operator& into);
  bool value_list(Condition& into);

  bool select_list(Query& into);
  bool select_item(SelectItem& into);
  bool type_of(SelectItem& into);
  bool from(Query& into);
  bool clauses(Query& into);
  bool with_clause(Query& into);
  bool categories(With& into);
  bool group_by(Query& into);
  bool order_by(Query& into);
  bool count(Count& into);
  bool endings(Query& into);
  bool end_of_clauses(std::size_t last);

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::string_view text_;
  Reading& reading_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0, depth_ = 0;
  std::size_t alias_at_ = kNone;  // the token last taken for an alias
  bool like_ = false;             // the value of a LIKE is read
  bool failed_ = false;
};

// Counts one level for as long as it lives.
class TokenReader::Nesting {
 public:
  explicit Nesting(TokenReader& reader) : reader_(reader) { ++reader_.depth_; }
  ~Nesting() { --reader_.depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  bool too_deep();

 private:
  TokenReader& reader_;
};

}  // namespace crosswalk::soql
