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
  explicit TokenReader(std::string_view text) : tokens_(tokens_of(text)) {}

  bool failed() const { return failed_; }
  const Fault& fault() const { return fault_; }

  bool query(Query& into);
  bool condition(Condition& into);
  bool expect_end();

 private:
  class Nesting;

  const Token& peek(std::size_t ahead = 0) const;
  const Token& take();
  bool is_word(std::string_view word, std::size_t ahead = 0) const;
  bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const;
  bool take_word(std::string_view word);
  bool take_symbol(std::string_view symbol);
  bool expect_word(std::string_view word);
  bool expect_symbol(std::string_view symbol);
  bool fail(const Token& at, std::string message);
  bool unexpected();
  Span since(std::size_t offset) const;

  bool name(std::string& into);
  bool path(Path& into);
  bool paths(std::vector<Path>& into);
  bool operand(Operand& into);
  bool call(Operand& into);
  bool argument(Operand& into);
  bool literal(Literal& into);
  bool text_literal(Literal& into);
  bool name_literal(Literal& into);

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
  bool group_by(Query& into);
  bool order_by(Query& into);
  bool count(std::optional<std::uint64_t>& into);
  bool endings(Query& into);

  std::vector<Token> tokens_;
  std::size_t at_ = 0, depth_ = 0;
  bool failed_ = false;
  Fault fault_;
};

// Counts one level for as long as it lives.
class TokenReader::Nesting {
 public:
  explicit Nesting(TokenReader& reader) : reader_(reader) { ++reader_.depth_; }
  ~Nesting() { --reader_.depth_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  bool too_deep() const {
    return reader_.depth_ > kDepthMax &&
           !reader_.fail(reader_.peek(), "the query is nested too deeply");
  }

 private:
  TokenReader& reader_;
};

}  // namespace crosswalk::soql
