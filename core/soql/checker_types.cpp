// Types: which operators and values a field takes, and which fields a function takes.
#include <algorithm>
#include <utility>

#include "diagnostic/codes/soql.hpp"
#include "names/nearest.hpp"
#include "schema/field_kind.hpp"
#include "soql/checker.hpp"
#include "soql/lexer.hpp"
#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::soql {

using schema::FieldType;
using schema::SalesforceField;

namespace {

constexpr unsigned bit(Operator op) { return 1U << static_cast<unsigned>(op); }
constexpr unsigned bit(LiteralKind kind) { return 1U << static_cast<unsigned>(kind); }

constexpr unsigned kSame = bit(Operator::equal) | bit(Operator::not_equal);
constexpr unsigned kOrder = bit(Operator::less) | bit(Operator::less_equal) |
                            bit(Operator::greater) | bit(Operator::greater_equal);
constexpr unsigned kListed = bit(Operator::in) | bit(Operator::not_in);
constexpr unsigned kSets = bit(Operator::includes) | bit(Operator::excludes);
constexpr unsigned kText = bit(LiteralKind::text);
constexpr unsigned kNumber = bit(LiteralKind::number);

struct TypeRule {
  FieldType type;
  unsigned operators;
  unsigned values;
  const char* form;  // of a value, for messages
};
// Types that are not here are not filtered at all.
constexpr unsigned kTextOperators = kSame | kOrder | kListed | bit(Operator::like);
constexpr TypeRule kRules[] = {
    {FieldType::string, kTextOperators, kText, "text in single quotes"},
    {FieldType::picklist, kTextOperators, kText, "text in single quotes"},
    {FieldType::combobox, kTextOperators, kText, "text in single quotes"},
    {FieldType::textarea, kTextOperators, kText, "text in single quotes"},
    {FieldType::phone, kTextOperators, kText, "text in single quotes"},
    {FieldType::url, kTextOperators, kText, "text in single quotes"},
    {FieldType::email, kTextOperators, kText, "text in single quotes"},
    {FieldType::datacategorygroupreference, kTextOperators, kText, "text in single quotes"},
    {FieldType::multipicklist, kSame | kSets, kText, "text in single quotes"},
    {FieldType::id, kSame | kOrder | kListed, kText, "an id in single quotes"},
    {FieldType::reference, kSame | kOrder | kListed, kText, "an id in single quotes"},
    {FieldType::boolean, kSame, bit(LiteralKind::truth), "TRUE or FALSE"},
    {FieldType::int_, kSame | kOrder | kListed, kNumber, "a number"},
    {FieldType::long_, kSame | kOrder | kListed, kNumber, "a number"},
    {FieldType::double_, kSame | kOrder | kListed, kNumber, "a number"},
    {FieldType::percent, kSame | kOrder | kListed, kNumber, "a number"},
    {FieldType::currency, kSame | kOrder | kListed, kNumber | bit(LiteralKind::currency),
     "a number, or an amount like USD5000"},
    {FieldType::date, kSame | kOrder | kListed,
     bit(LiteralKind::date) | bit(LiteralKind::relative_date), "a date like 2026-01-31 or TODAY"},
    {FieldType::datetime, kSame | kOrder | kListed,
     bit(LiteralKind::datetime) | bit(LiteralKind::relative_date),
     "a date and time like 2026-01-31T10:00:00Z, or TODAY"},
    {FieldType::time, kSame | kOrder | kListed, bit(LiteralKind::time),
     "a time like 10:30:00.000Z"},
};

const TypeRule* rule_of(FieldType type) {
  for (const TypeRule& rule : kRules)
    if (rule.type == type) return &rule;
  return nullptr;
}

bool is_filterable(const SalesforceField& field) {
  const bool long_text = field.type == FieldType::textarea && field.length > 255;
  return field.filterable && !long_text && rule_of(field.type) != nullptr;
}

bool is_date(FieldType type) { return type == FieldType::date || type == FieldType::datetime; }

std::size_t number_at(std::string_view text, std::size_t at) {
  return static_cast<std::size_t>(text[at] - '0') * 10 +
         static_cast<std::size_t>(text[at + 1] - '0');
}

bool is_time(std::string_view text) {  // hh:mm:ss…
  return number_at(text, 0) < 24 && number_at(text, 3) < 60 && number_at(text, 6) < 60;
}

bool is_day(std::string_view text) {  // yyyy-mm-dd
  constexpr std::size_t kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const std::size_t year = number_at(text, 0) * 100 + number_at(text, 2);
  const std::size_t month = number_at(text, 5), day = number_at(text, 8);
  if (month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month != 2 || day < 29 || leap;
}

bool looks_like_id(std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return plain && (text.size() == 15 || text.size() == 18);
}

// The value as it should have been written for the type, or "".
std::string rewritten(const TypeRule& rule, const Literal& value, std::string_view source) {
  if ((rule.values & kText) != 0) return quote(source);
  std::string_view inner = source;
  if (value.kind == LiteralKind::text) inner = value.text;
  if (rule.type == FieldType::boolean) {
    if (same_word(inner, "true") || inner == "1") return "TRUE";
    return same_word(inner, "false") || inner == "0" ? "FALSE" : "";
  }
  if (rule.type == FieldType::date && value.kind == LiteralKind::datetime)
    return value.text.substr(0, 10);
  const std::vector<Token> tokens = tokens_of(inner).list;
  if (tokens.size() != 2) return {};
  const TokenKind kind = tokens[0].kind;
  if (rule.type == FieldType::datetime && kind == TokenKind::date)
    return concat({inner, "T00:00:00Z"});
  const bool fits = ((rule.values & kNumber) != 0 && kind == TokenKind::number) ||
                    (rule.type == FieldType::date && kind == TokenKind::date) ||
                    (rule.type == FieldType::datetime && kind == TokenKind::datetime) ||
                    (rule.type == FieldType::time && kind == TokenKind::time) ||
                    (is_date(rule.type) && is_relative_date(upper_case(inner), false));
  return fits ? std::string(inner) : std::string();
}

}  // namespace

Shape Checker::operand(Scope& scope, const Operand& operand, std::uint8_t place) {
  if (operand.kind == OperandKind::literal) return {};
  if (operand.kind == OperandKind::field) {
    const Shape shape = field(scope, operand.path);
    if (place == kInWhere && shape.field != nullptr && !is_filterable(*shape.field)) {
      const FieldType type = shape.field->type;
      const bool location = type == FieldType::location || type == FieldType::address;
      report(codes::kSoqlNotFilterable, operand.span,
             {named(*shape.field), " cannot be filtered: it is ", schema::setup_label(*shape.field),
              "."},
             location ? "Places are compared by DISTANCE(field, GEOLOCATION(…), 'km') < 20." : "");
      return {};
    }
    return shape;
  }
  const Function* const function = function_of(operand);
  if (function == nullptr) {
    std::vector<std::string_view> choices;
    for (const Function& one : functions()) choices.push_back(one.name);
    const std::string& name = operand.path.names.front();
    suggest(report(codes::kSoqlFunction, operand.path.span, {"SOQL has no function ", name, "."}),
            name, choices);
    return {};
  }
  if ((function->places & place) == 0) {
    std::string_view message = " does not stand here.";
    if (function->family <= Family::extreme && place == kInWhere)
      message = " does not stand in WHERE; conditions on groups stand in HAVING.";
    if (function->family == Family::place) message = " stands inside DISTANCE only.";
    if (function->family == Family::zone) message = " stands inside a date function only.";
    report(codes::kSoqlFunction, operand.span, {function->name, message});
    return {};
  }
  return call(scope, operand, *function);
}

// The type of what the function gives, and whether its arguments fit.
Shape Checker::call(Scope& scope, const Operand& operand, const Function& function) {
  Shape out;
  out.function = &function;
  if (const char* const problem = argument_problem(operand, function.family); *problem != '\0') {
    report(codes::kSoqlFunction, operand.span, {problem, "."});
    return {};
  }
  if (function.family == Family::fields) return out;
  Shape inner;
  for (const Operand& one : operand.arguments) {
    const Function* const nested = function_of(one);
    const bool inside =
        nested != nullptr && (nested->family == Family::zone || nested->family == Family::place);
    if (inside) {
      const Shape given = call(scope, one, *nested);
      if (nested->family == Family::zone) inner = given;
    } else if (inner.field == nullptr) {
      inner = this->operand(scope, one, kInSelect);
    }
  }
  const FieldType type = inner.type;
  const SalesforceField* const field = inner.field;
  bool fits = true;
  switch (function.family) {
    case Family::count:
    case Family::distinct:
    case Family::grouping:
      out.type = FieldType::int_;
      break;
    case Family::sum:
      fits = schema::is_number_like(type);
      out.type = FieldType::double_;
      break;
    case Family::extreme:
      fits = type != FieldType::boolean && type != FieldType::multipicklist;
      out.type = type;
      break;
    case Family::date:
      fits = same_word(function.name, "HOUR_IN_DAY") ? type == FieldType::datetime : is_date(type);
      out.type = FieldType::int_;
      break;
    case Family::day:
      fits = type == FieldType::datetime;
      out.type = FieldType::date;
      break;
    case Family::zone:
      fits = type == FieldType::datetime;
      out = inner;
      out.function = &function;
      break;
    case Family::currency:
      fits = type == FieldType::currency;
      out.type = type;
      break;
    case Family::distance:
      fits = type == FieldType::location || type == FieldType::address;
      out.type = FieldType::double_;
      break;
    case Family::label:
    case Family::format:
      out.type = FieldType::string;
      break;
    default:
      break;
  }
  if (field != nullptr && !fits && type != FieldType::unknown)
    report(codes::kSoqlArgumentType, operand.span,
           {function.name, " does not take ", named(*field), ", which is ",
            schema::setup_label(*field), "."});
  return out;
}

void Checker::comparison(const Condition& condition, const Shape& left) {
  const TypeRule* const rule = rule_of(left.type);
  const bool distance = left.function != nullptr && left.function->family == Family::distance;
  if (distance && condition.op != Operator::less && condition.op != Operator::greater) {
    report(codes::kSoqlOperator, condition.span, {"DISTANCE is compared by < or > only."});
  } else if (rule != nullptr && (rule->operators & bit(condition.op)) == 0) {
    const std::string what =
        left.field != nullptr
            ? concat({named(*left.field), ", which is ", schema::setup_label(*left.field)})
            : std::string(written(condition.operand.span));
    report(codes::kSoqlOperator, condition.span,
           {text_of(condition.op), " does not go with ", what, "."});
    return;
  }
  for (const Literal& one : condition.values) {
    literal_exists(one);
    value(condition, left, one);
  }
}

void Checker::literal_exists(const Literal& value) {
  bool exists = true;
  if (value.kind == LiteralKind::date) exists = is_day(value.text);
  if (value.kind == LiteralKind::datetime)
    exists = is_day(value.text) && is_time(std::string_view(value.text).substr(11));
  if (value.kind == LiteralKind::time) exists = is_time(value.text);
  if (value.kind == LiteralKind::relative_date && value.text.find('-') != std::string::npos)
    report(codes::kSoqlDoubtful, value.span, {"A negative number of days, weeks or months."},
           "LAST_N_DAYS:n and its kind count n back or ahead; n is not below 0.");
  if (!exists) report(codes::kSoqlLiteral, value.span, {"There is no ", value.text, "."});
}

void Checker::value(const Condition& condition, const Shape& left, const Literal& value) {
  if (value.kind == LiteralKind::bind) return;
  const unsigned op = bit(condition.op);
  const bool wants_text = (op & (kSets | bit(Operator::like))) != 0;
  if (value.kind == LiteralKind::null) {
    if (wants_text || (op & kOrder) != 0)
      report(codes::kSoqlDoubtful, value.span,
             {"null is compared by = and != only, not by ", text_of(condition.op), "."});
    return;
  }
  const TypeRule* rule = rule_of(left.type);
  if (rule == nullptr && wants_text) rule = &kRules[0];
  if (rule == nullptr) return;
  if ((rule->values & bit(value.kind)) == 0) {
    const std::string what =
        left.field != nullptr
            ? concat({named(*left.field), " is compared with ", rule->form, ", not "})
            : concat({"Expected ", rule->form, ", found "});
    const std::string_view source = written(value.span);
    Finding& found = report(codes::kSoqlValueType, value.span, {what, source, "."});
    if (const std::string better = rewritten(*rule, value, source); !better.empty())
      found.mend = {concat({"Write ", better}), value.span, better};
    return;
  }
  if (left.field == nullptr || left.function != nullptr) return;
  const bool exact = (op & (kSame | kListed)) != 0;
  const bool id = left.type == FieldType::id || left.type == FieldType::reference;
  if (id && exact && !value.text.empty() && !looks_like_id(value.text))
    report(codes::kSoqlValueType, value.span,
           {named(*left.field), " is compared with an id of 15 or 18 letters and digits, not ",
            written(value.span), "."});
  if (!left.field->restricted_picklist || (!exact && (op & kSets) == 0)) return;
  std::string_view rest = value.text;
  const bool several = left.type == FieldType::multipicklist;
  while (true) {  // 'A;B' are two
    const std::size_t end = several ? rest.find(';') : std::string_view::npos;
    picklist_value(left, value, rest.substr(0, end));
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

void Checker::picklist_value(const Shape& left, const Literal& value, std::string_view text) {
  if (text.empty() || left.field->picklist_values.empty()) return;
  std::vector<std::string_view> choices;
  for (const schema::PicklistValue& one : left.field->picklist_values) {
    if (same_word(one.value, text)) return;  // an inactive one, too: records may still have it
    choices.push_back(one.value);
  }
  Finding& found = report(codes::kSoqlValueUnknown, value.span,
                          {quote(text), " is not in the picklist of ", named(*left.field), "."});
  suggest(found, text, choices);
  if (found.mend.title.empty()) return;
  if (text.size() != value.text.size()) {
    found.mend = {};  // one of several: where it stands among escapes is not looked for
  } else {
    found.mend.text = quote(found.mend.text);
  }
}

}  // namespace crosswalk::soql
