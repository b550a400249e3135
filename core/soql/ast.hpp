// The tree of a SOQL query. Plain values; spans are bytes of the text that was parsed and are all
// that differs between trees of differently laid out texts. Comparing trees ignores spans.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace crosswalk::soql {

struct Span {
  std::size_t offset = 0;
  std::size_t length = 0;
  friend bool operator==(const Span&, const Span&) { return true; }
};

// Account.Owner.Name
struct Path {
  std::vector<std::string> names;
  Span span;
  friend bool operator==(const Path&, const Path&) = default;
};

enum class LiteralKind : std::uint8_t {
  null,
  truth,
  number,    // "12", "-3.5"
  currency,  // "USD5000"
  text,
  date,           // "2026-01-31"
  datetime,       // "2026-01-31T10:00:00Z"
  time,           // "10:30:00.000Z"
  relative_date,  // "TODAY", "LAST_N_DAYS:30" (upper case)
  bind            // ":ids.size()" of Apex, without the colon
};

struct Literal {
  LiteralKind kind = LiteralKind::null;
  std::string text;    // text: unescaped; truth: "true" or "false"; others as above
  std::string source;  // text only: as written between the quotes; LIKE reads \% and \_ from it
  Span span;
  friend bool operator==(const Literal&, const Literal&) = default;
};

enum class OperandKind : std::uint8_t { field, call, literal };

// A field, or a function over operands: COUNT(), CALENDAR_YEAR(CloseDate), FIELDS(ALL).
struct Operand {
  OperandKind kind = OperandKind::field;
  Path path;  // field: its path; call: the function's name, one part
  Literal literal;
  std::vector<Operand> arguments;
  Span span;
  friend bool operator==(const Operand&, const Operand&) = default;
};

enum class ConditionKind : std::uint8_t { comparison, all, any, negation };
enum class Operator : std::uint8_t {
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  like,
  in,
  not_in,
  includes,
  excludes
};

struct Query;

struct Condition {
  ConditionKind kind = ConditionKind::comparison;
  std::vector<Condition> parts;  // all, any: two or more; negation: one
  Operand operand;
  Operator op = Operator::equal;
  std::vector<Literal> values;  // one; for in, not_in, includes, excludes as many as listed
  std::vector<Query> inner;     // in, not_in: none or one (a semi-join)
  Span span;
  friend bool operator==(const Condition&, const Condition&) = default;
};

struct TypeOfBranch {
  std::string object;
  std::vector<Path> fields;
  Span span;  // of the object's name
  friend bool operator==(const TypeOfBranch&, const TypeOfBranch&) = default;
};

enum class SelectKind : std::uint8_t { operand, subquery, type_of };

struct SelectItem {
  SelectKind kind = SelectKind::operand;
  Operand operand;  // type_of: the polymorphic field
  std::string alias;
  std::vector<Query> subquery;  // subquery: one
  std::vector<TypeOfBranch> branches;
  std::vector<Path> otherwise;
  Span span;
  friend bool operator==(const SelectItem&, const SelectItem&) = default;
};

struct Source {
  Path object;  // in a child query and after the first: a relationship
  std::string alias;
  friend bool operator==(const Source&, const Source&) = default;
};

enum class Nulls : std::uint8_t { unsaid, first, last };
enum class Grouping : std::uint8_t { plain, rollup, cube };

struct OrderItem {
  Operand operand;
  bool descending = false;
  Nulls nulls = Nulls::unsaid;
  friend bool operator==(const OrderItem&, const OrderItem&) = default;
};

// GEO__c ABOVE_OR_BELOW (Asia__c, Europe__c)
struct Category {
  std::string group;
  std::string selector;  // AT, ABOVE, BELOW, ABOVE_OR_BELOW
  std::vector<std::string> names;
  friend bool operator==(const Category&, const Category&) = default;
};

enum class WithKind : std::uint8_t {
  nothing,
  security_enforced,
  user_mode,
  system_mode,
  data_category,
  condition
};

struct With {
  WithKind kind = WithKind::nothing;
  std::vector<Category> categories;
  std::optional<Condition> condition;  // UserId = '005…'
  friend bool operator==(const With&, const With&) = default;
};

// LIMIT and OFFSET: a number, or a variable of Apex.
struct Count {
  std::optional<std::uint64_t> number;
  std::string bind;
  Span span;
  [[nodiscard]] bool given() const { return number.has_value() || !bind.empty(); }
  friend bool operator==(const Count&, const Count&) = default;
};

struct Query {
  std::vector<SelectItem> select;
  std::vector<Source> from;  // at least one
  std::string scope;         // USING SCOPE
  std::optional<Condition> where;
  With with;
  std::vector<Operand> group_by;
  Grouping grouping = Grouping::plain;
  std::optional<Condition> having;
  std::vector<OrderItem> order_by;
  Count limit, offset;
  bool for_view = false, for_reference = false, for_update = false;
  bool update_tracking = false, update_viewstat = false;
  bool all_rows = false;
  Span span;
  friend bool operator==(const Query&, const Query&) = default;
};

// "Account.Owner.Name"
std::string joined(const Path& path);

}  // namespace crosswalk::soql
