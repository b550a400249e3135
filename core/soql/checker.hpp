// The walk through a query that finds what Salesforce would refuse. Its parts lie in checker_*.cpp:
// the shape of the query, its names, its types.
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "schema/salesforce.hpp"
#include "soql/ast.hpp"
#include "soql/functions.hpp"
#include "soql/parser.hpp"

namespace crosswalk::soql {

struct Finding {
  const diagnostic::Code* code = nullptr;
  Span span;
  std::string message;
  std::string_view cause;  // lives for ever
  Mend mend;
};

// More are counted, not kept: a text may hold tens of thousands.
struct Findings {
  static constexpr std::size_t kMost = 4096;
  std::vector<Finding> kept;
  std::size_t errors_left_out = 0, warnings_left_out = 0;
  // Where the next is written.
  Finding& add(const diagnostic::Code& code, Span span, std::string message,
               std::string_view cause);

 private:
  Finding spare_;
};

// What an operand is, as far as it is known.
struct Shape {
  schema::FieldType type = schema::FieldType::unknown;
  const schema::SalesforceField* field = nullptr;
  const Function* function = nullptr;
};

class Checker {
 public:
  // `schema` may be null.
  Checker(std::string_view text, const schema::SalesforceSchema* schema, Findings& findings)
      : text_(text), schema_(schema), findings_(findings) {}

  void query(const Query& query);
  void condition_alone(const Condition& condition, const schema::SalesforceObject* object);

 private:
  enum class Role : std::uint8_t { root, child, join };
  struct Alias {
    std::string_view name;
    const schema::SalesforceObject* object;  // null: not known
  };
  struct Scope {
    const Query* query = nullptr;
    Role role = Role::root;
    const schema::SalesforceObject* object = nullptr;
    std::size_t level = 0;  // of child queries
    bool grouped = false;
    std::vector<Alias> aliases;  // names for the object itself come first
    schema::FieldType selected = schema::FieldType::unknown;  // the first field's
    std::set<std::string> groups;                             // what is grouped by, in one spelling
    std::set<std::string> relationships;                      // paths to parents
  };

  // Shape of the query: checker_structure.cpp
  void walk(Scope& scope);
  void select(Scope& scope);
  void grouping(Scope& scope);
  void count_alone(const Scope& scope);
  void ranges(const Scope& scope);
  void ungrouped(const Scope& scope, const Operand& operand);
  bool is_of_group(const Scope& scope, const Operand& operand) const;
  void ungrouped_conditions(const Scope& scope, const Condition& condition);
  std::string key_of(const Scope& scope, const Operand& operand) const;
  void condition(Scope& scope, const Condition& condition, std::uint8_t place, bool top);
  void join(Scope& scope, const Condition& condition, const Shape& outer, bool top);

  // Names: checker_names.cpp
  void sources(Scope& scope);
  [[nodiscard]] const schema::SalesforceObject* find_object(std::string_view name) const {
    return schema_ == nullptr ? nullptr : schema_->find(name);
  }
  const schema::SalesforceObject* object_of(const Path& path);
  const schema::SalesforceObject* child_object(const Scope& parent, const Query& query);
  Shape field(Scope& scope, const Path& path);
  const schema::SalesforceObject* step(const schema::SalesforceObject& object,
                                       const std::string& name, Span span, bool& polymorphic);
  void unknown_field(const schema::SalesforceObject& object, const std::string& name, Span span);
  void type_of(Scope& scope, const SelectItem& item);
  static void mean(Finding& finding, std::string_view meant);
  void suggest(Finding& finding, std::string_view word,
               const std::vector<std::string_view>& choices);
  std::size_t skipped_names(const Scope& scope, const Path& path,
                            const schema::SalesforceObject*& object) const;

  // Types: checker_types.cpp
  Shape operand(Scope& scope, const Operand& operand, std::uint8_t place);
  Shape call(Scope& scope, const Operand& operand, const Function& function);
  void comparison(const Condition& condition, const Shape& left);
  void value(const Condition& condition, const Shape& left, const Literal& value);
  void picklist_value(const Shape& left, const Literal& value, std::string_view text);
  void literal_exists(const Literal& value);

  // The message comes in parts; the cause is the code's own unless it is given.
  Finding& report(const diagnostic::Code& code, Span span,
                  std::initializer_list<std::string_view> message, std::string_view cause = {});
  [[nodiscard]] std::string_view written(Span span) const {
    return text_.substr(span.offset, span.length);
  }

  std::string_view text_;
  const schema::SalesforceSchema* schema_;
  Findings& findings_;
  std::size_t joins_ = 0;
  std::size_t suggestions_left_ = 100;  // they cost more than all else
};

// "Stage (StageName)"
std::string named(const schema::SalesforceField& field);

}  // namespace crosswalk::soql
