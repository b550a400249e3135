// The WHERE of a query, compiled: literals checked against the fields' types as Salesforce does,
// then tested on many records without looking names up again.
#pragma once

#include <memory>
#include <string>
#include <unordered_set>
#include <variant>
#include <vector>

#include "org/field_path.hpp"

namespace crosswalk::org {

// [first, past) in days or seconds, by the field's type: what TODAY or LAST_N_DAYS:3 mean.
struct MomentRange {
  std::int64_t first = 0, past = 0;
};

std::optional<MomentRange> relative_range(const std::string& name, std::int64_t now_seconds);

class Filter {
 public:
  bool test(const RecordStore& store, const Table& table, RowNumber row) const;

  soql::ConditionKind kind = soql::ConditionKind::comparison;
  std::vector<Filter> parts;
  FieldPath path;
  soql::Operator op = soql::Operator::equal;
  std::vector<Value> values;
  std::unordered_set<std::string> members;             // in, not_in over texts: folded
  std::vector<std::vector<std::string>> alternatives;  // includes, excludes: sets of folded values
  std::string pattern;                                 // like: folded, escapes kept
  std::optional<MomentRange> range;
  bool exact = false;  // ids compare by case

 private:
  bool compare_one(const Value& value) const;
  bool test_value(const Value& value) const;
};

// Runs a semi-join's inner query: the folded values of its one field.
using InnerQuery = std::function<std::variant<std::vector<Value>, Refusal>(const soql::Query&)>;

std::variant<Filter, Refusal> compile_filter(const RecordStore& store, const Object& object,
                                             const QueryText& query,
                                             const soql::Condition& condition, std::int64_t now,
                                             const InnerQuery& inner);

// % stands for any text, _ for one character; both escaped by a backslash.
bool matches_like(std::string_view text, std::string_view pattern);

}  // namespace crosswalk::org
