// The functions of SOQL: what they are for, where they may stand, what they take.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "soql/ast.hpp"

namespace crosswalk::soql {

enum class Family : std::uint8_t {
  count,     // COUNT: its field may be left out
  distinct,  // COUNT_DISTINCT
  sum,       // SUM, AVG
  extreme,   // MIN, MAX
  grouping,  // GROUPING
  date,      // CALENDAR_YEAR and its kind: a number out of a date
  day,       // DAY_ONLY: a date out of a datetime
  zone,      // convertTimezone
  label,     // toLabel
  format,    // FORMAT
  currency,  // convertCurrency
  fields,    // FIELDS
  distance,  // DISTANCE
  place,     // GEOLOCATION
  formula,   // FORMULA
};

inline constexpr std::uint8_t kInSelect = 1, kInWhere = 2, kInGroupBy = 4, kInHaving = 8,
                              kInOrderBy = 16, kAnywhere = 31;

struct Function {
  std::string_view name;
  Family family;
  std::uint8_t places;
};

std::span<const Function> functions();

// Null: the operand is no call, or of a function that SOQL does not have.
const Function* function_of(const Operand& operand);

// COUNT and the like, also inside FORMAT.
bool is_aggregate(const Operand& operand);

// What is wrong with the arguments' number and kind, or "".
const char* argument_problem(const Operand& call, Family family);

}  // namespace crosswalk::soql
