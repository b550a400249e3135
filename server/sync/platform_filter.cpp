#include "sync/platform_filter.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "soql/parser.hpp"

namespace crosswalk::sync {
namespace {

using convert::Form;
using convert::Value;
using soql::ConditionKind;
using soql::Operator;

Error refuse(std::string code, std::string message) {
  return Error{.kind = ErrorKind::bad_input,
               .code = std::move(code),
               .path = "",
               .message = std::move(message),
               .salesforce_status = 0,
               .salesforce_code = ""};
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

bool is_nothing(const Value& value) {
  return value.is_nothing() || (value.is_text() && value.text.empty());
}

// Below, equal or above 0; nothing where the two cannot be compared.
std::optional<int> order(Form form, const Value& left, const soql::Literal& right) {
  if (form == Form::truth) {
    if (!left.is_truth() || right.kind != soql::LiteralKind::truth) return std::nullopt;
    return static_cast<int>(left.truth) - static_cast<int>(right.text == "true");
  }
  if (form == Form::number) {
    if (!left.is_number() && !left.is_text()) return std::nullopt;
    // For the order of two numbers in a condition a double is exact enough; nothing is written.
    const double a = std::strtod(std::string(left.text).c_str(), nullptr);
    const double b = std::strtod(right.text.c_str(), nullptr);
    return a < b ? -1 : (a > b ? 1 : 0);
  }
  if (!left.is_text() && !left.is_number()) return std::nullopt;
  const std::string a = lowered(left.text);
  const std::string b = lowered(right.text);
  return a < b ? -1 : (a > b ? 1 : 0);
}

bool equals(Form form, const Value& left, const soql::Literal& right) {
  if (right.kind == soql::LiteralKind::null) return is_nothing(left);
  if (is_nothing(left)) return false;
  if (form == Form::date || form == Form::datetime || form == Form::time)
    return convert::same_value(form, left, Value::of_text(right.text));
  return order(form, left, right) == 0;
}

// LIKE: % stands for any text, _ for one character; \% and \_ for themselves. Goes back to the
// latest % only, so that no pattern costs more than its length times the text's.
bool like(std::string_view text, std::string_view pattern) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t t = 0, p = 0, star = kNone, resume = 0;
  while (t < text.size()) {
    const bool escaped = p + 1 < pattern.size() && pattern[p] == '\\';
    const std::size_t step = escaped ? 2 : 1;
    if (p < pattern.size() && !escaped && pattern[p] == '%') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() &&
               ((!escaped && pattern[p] == '_') || pattern[p + step - 1] == text[t])) {
      p += step;
      ++t;
    } else if (star != kNone) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '%') ++p;
  return p == pattern.size();
}

bool has_member(std::string_view joined, std::string_view member) {
  const std::string wanted = lowered(member);
  for (std::size_t from = 0; from <= joined.size();) {
    const std::size_t end = std::min(joined.find(';', from), joined.size());
    if (lowered(joined.substr(from, end - from)) == wanted) return true;
    from = end + 1;
  }
  return false;
}

// 'A;B' means both.
bool includes(const Value& value, std::string_view members) {
  if (!value.is_text()) return false;
  for (std::size_t from = 0; from <= members.size();) {
    const std::size_t end = std::min(members.find(';', from), members.size());
    if (!has_member(value.text, members.substr(from, end - from))) return false;
    from = end + 1;
  }
  return true;
}

}  // namespace

Result<void> PlatformFilter::check(const soql::Condition& condition,
                                   const schema::PlatformObject& object) {
  for (const soql::Condition& part : condition.parts) {
    if (auto checked = check(part, object); !checked) return checked;
  }
  if (condition.kind != ConditionKind::comparison) return {};
  if (condition.operand.kind != soql::OperandKind::field || !condition.inner.empty() ||
      condition.operand.path.names.size() != 1)
    return refuse("whereNotCarriedOut",
                  "A condition on the platform compares one field with values.");
  for (const soql::Literal& literal : condition.values) {
    if (literal.kind == soql::LiteralKind::relative_date || literal.kind == soql::LiteralKind::bind)
      return refuse("whereNotCarriedOut",
                    "A condition on the platform takes no date that depends on the day.");
  }
  const std::string& name = condition.operand.path.names.front();
  const schema::PlatformField* field = object.find(name);
  if (field == nullptr)
    return refuse("whereUnknownField", "The platform's " + object.name + " has no field " + name +
                                           ", which `where` asks for.");
  if (std::find(columns_.begin(), columns_.end(), name) == columns_.end()) {
    columns_.push_back(name);
    forms_.push_back(convert::form_of(field->type));
  }
  return {};
}

Result<PlatformFilter> PlatformFilter::compile(std::string_view text,
                                               const schema::PlatformObject& object) {
  auto condition = soql::parse_condition(text);
  if (!condition) return condition.error();
  PlatformFilter filter;
  filter.condition_ = std::move(*condition);
  if (auto checked = filter.check(filter.condition_, object); !checked) return checked.error();
  return filter;
}

bool PlatformFilter::accepts(convert::Row row) const { return holds(condition_, row); }

bool PlatformFilter::holds(const soql::Condition& condition, convert::Row row) const {
  const auto part_holds = [&](const soql::Condition& part) { return holds(part, row); };
  switch (condition.kind) {
    case ConditionKind::all:
      return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case ConditionKind::any:
      return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case ConditionKind::negation:
      return !holds(condition.parts.front(), row);
    case ConditionKind::comparison:
      return compare(condition, row);
  }
  return false;
}

bool PlatformFilter::compare(const soql::Condition& condition, convert::Row row) const {
  const auto at = std::find(columns_.begin(), columns_.end(), condition.operand.path.names.front());
  const auto index = static_cast<std::size_t>(at - columns_.begin());
  const Value& value = row[index];
  const Form form = forms_[index];
  const auto is_one = [&](const soql::Literal& literal) { return equals(form, value, literal); };
  const auto has_one = [&](const soql::Literal& literal) { return includes(value, literal.text); };
  const soql::Literal& first = condition.values.front();
  const auto ordered = [&] { return is_nothing(value) ? std::nullopt : order(form, value, first); };
  switch (condition.op) {
    case Operator::equal:
      return is_one(first);
    case Operator::not_equal:
      return !is_one(first);
    case Operator::less:
      return ordered().value_or(0) < 0;
    case Operator::less_equal:
      return ordered().value_or(1) <= 0;
    case Operator::greater:
      return ordered().value_or(0) > 0;
    case Operator::greater_equal:
      return ordered().value_or(-1) >= 0;
    case Operator::like:
      return value.is_text() && like(lowered(value.text), lowered(first.source));
    case Operator::in:
      return std::any_of(condition.values.begin(), condition.values.end(), is_one);
    case Operator::not_in:
      return std::none_of(condition.values.begin(), condition.values.end(), is_one);
    case Operator::includes:
      return std::any_of(condition.values.begin(), condition.values.end(), has_one);
    case Operator::excludes:
      return std::none_of(condition.values.begin(), condition.values.end(), has_one);
  }
  return false;
}

}  // namespace crosswalk::sync
