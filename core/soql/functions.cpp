#include "soql/functions.hpp"

#include "soql/literal.hpp"

namespace crosswalk::soql {
namespace {

constexpr std::uint8_t kOfGroups = kInSelect | kInHaving | kInOrderBy;

constexpr Function kFunctions[] = {
    {"COUNT", Family::count, kOfGroups},
    {"COUNT_DISTINCT", Family::distinct, kOfGroups},
    {"SUM", Family::sum, kOfGroups},
    {"AVG", Family::sum, kOfGroups},
    {"MIN", Family::extreme, kOfGroups},
    {"MAX", Family::extreme, kOfGroups},
    {"GROUPING", Family::grouping, kOfGroups},
    {"CALENDAR_MONTH", Family::date, kAnywhere},
    {"CALENDAR_QUARTER", Family::date, kAnywhere},
    {"CALENDAR_YEAR", Family::date, kAnywhere},
    {"DAY_IN_MONTH", Family::date, kAnywhere},
    {"DAY_IN_WEEK", Family::date, kAnywhere},
    {"DAY_IN_YEAR", Family::date, kAnywhere},
    {"FISCAL_MONTH", Family::date, kAnywhere},
    {"FISCAL_QUARTER", Family::date, kAnywhere},
    {"FISCAL_YEAR", Family::date, kAnywhere},
    {"HOUR_IN_DAY", Family::date, kAnywhere},
    {"WEEK_IN_MONTH", Family::date, kAnywhere},
    {"WEEK_IN_YEAR", Family::date, kAnywhere},
    {"DAY_ONLY", Family::day, kAnywhere},
    {"convertTimezone", Family::zone, 0},
    {"toLabel", Family::label, kAnywhere},
    {"FORMAT", Family::format, kAnywhere},
    {"convertCurrency", Family::currency, kAnywhere},
    {"FIELDS", Family::fields, kInSelect},
    {"DISTANCE", Family::distance, kInSelect | kInWhere | kInOrderBy},
    {"GEOLOCATION", Family::place, 0},
    {"FORMULA", Family::formula, kInWhere},
};

bool is_field(const Operand& operand) { return operand.kind == OperandKind::field; }

bool is_literal(const Operand& operand, LiteralKind kind) {
  return operand.kind == OperandKind::literal && operand.literal.kind == kind;
}

bool is_family(const Operand& operand, Family family) {
  const Function* const function = function_of(operand);
  return function != nullptr && function->family == family;
}

bool is_coordinate(const Operand& operand) {
  return is_literal(operand, LiteralKind::number) || is_literal(operand, LiteralKind::bind);
}

const char* place_problem(const Operand& operand) {
  if (is_field(operand) || is_literal(operand, LiteralKind::bind)) return "";
  if (is_family(operand, Family::place)) return argument_problem(operand, Family::place);
  return "DISTANCE takes two places, each a geolocation field or GEOLOCATION(latitude, longitude)";
}

const char* distance_problem(const std::vector<Operand>& given) {
  if (given.size() != 3) return "DISTANCE takes two places and a unit, 'km' or 'mi'";
  for (std::size_t i = 0; i < 2; ++i)
    if (const char* const problem = place_problem(given[i]); *problem != '\0') return problem;
  const bool unit =
      is_literal(given[2], LiteralKind::text) &&
      (same_word(given[2].literal.text, "km") || same_word(given[2].literal.text, "mi"));
  return unit ? "" : "The unit of DISTANCE is 'km' or 'mi'";
}

}  // namespace

std::span<const Function> functions() { return kFunctions; }

const Function* function_of(const Operand& operand) {
  if (operand.kind != OperandKind::call) return nullptr;
  for (const Function& function : kFunctions)
    if (same_word(function.name, operand.path.names.front())) return &function;
  return nullptr;
}

bool is_aggregate(const Operand& operand) {
  const Function* const function = function_of(operand);
  if (function == nullptr) return false;
  if (function->family == Family::format)
    return operand.arguments.size() == 1 && is_aggregate(operand.arguments.front());
  return function->family <= Family::extreme;
}

const char* argument_problem(const Operand& call, Family family) {
  const std::vector<Operand>& given = call.arguments;
  const bool one = given.size() == 1;
  switch (family) {
    case Family::count:
      return given.empty() || (one && is_field(given[0])) ? ""
                                                          : "COUNT takes one field, or nothing";
    case Family::date:
    case Family::day:
      if (one && is_family(given[0], Family::zone)) return argument_problem(given[0], Family::zone);
      return one && is_field(given[0]) ? "" : "It takes one date field, or convertTimezone(field)";
    case Family::format:
      return one && given[0].kind != OperandKind::literal ? ""
                                                          : "FORMAT takes one field or function";
    case Family::fields: {
      const bool word = one && is_field(given[0]) && given[0].path.names.size() == 1;
      const std::string name = word ? upper_case(given[0].path.names[0]) : "";
      return name == "ALL" || name == "STANDARD" || name == "CUSTOM"
                 ? ""
                 : "FIELDS takes ALL, STANDARD or CUSTOM";
    }
    case Family::distance:
      return distance_problem(given);
    case Family::place:
      return given.size() == 2 && is_coordinate(given[0]) && is_coordinate(given[1])
                 ? ""
                 : "GEOLOCATION takes two numbers, latitude and longitude";
    case Family::formula:
      return one && is_literal(given[0], LiteralKind::text) ? "" : "FORMULA takes one text";
    default:
      return one && is_field(given[0]) ? "" : "It takes one field";
  }
}

}  // namespace crosswalk::soql
