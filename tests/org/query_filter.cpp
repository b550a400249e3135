#include "org/query_filter.hpp"

#include <algorithm>
#include <chrono>

#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::org {
namespace {

using soql::ConditionKind;
using soql::LiteralKind;
using soql::Operator;

bool is_ordering(Operator op) {
  return op == Operator::less || op == Operator::less_equal || op == Operator::greater ||
         op == Operator::greater_equal;
}

bool is_text_type(FieldType type) {
  switch (type) {
    case FieldType::text:
    case FieldType::textarea:
    case FieldType::picklist:
    case FieldType::multipicklist:
    case FieldType::combobox:
    case FieldType::email:
    case FieldType::phone:
    case FieldType::url:
      return true;
    default:
      return false;
  }
}

bool allows(FieldType type, Operator op) {
  const bool equality = op == Operator::equal || op == Operator::not_equal;
  const bool listed = op == Operator::in || op == Operator::not_in;
  const bool sets = op == Operator::includes || op == Operator::excludes;
  switch (type) {
    case FieldType::multipicklist:
      return equality || sets;
    case FieldType::boolean:
      return equality;
    case FieldType::address:
    case FieldType::location:
    case FieldType::binary:
    case FieldType::opaque:
      return false;
    case FieldType::id:
    case FieldType::reference:
      return equality || listed || is_ordering(op);
    default:
      break;
  }
  if (op == Operator::like) return is_text_type(type);
  return !sets;
}

const char* literal_kind(FieldType type) {
  switch (type) {
    case FieldType::boolean:
      return "boolean";
    case FieldType::integer:
      return "int";
    case FieldType::number:
      return "double";
    case FieldType::date:
      return "date";
    case FieldType::datetime:
      return "dateTime";
    case FieldType::time:
      return "time";
    default:
      return "string";
  }
}

std::string fold(const Value& value, bool exact) {
  const std::string* text = text_of(value);
  if (!text) return is_null(value) ? std::string("\0", 1) : std::string();
  return exact ? *text : lower(*text);
}

std::vector<std::string> split_folded(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find(';', start), text.size());
    if (std::string item = lower(trimmed(std::string_view(text).substr(start, end - start)));
        !item.empty())
      out.push_back(item);
    start = end + 1;
  }
  return out;
}

// Compiles one comparison; kept together because every step needs the field and the place.
class ComparisonCompiler {
 public:
  ComparisonCompiler(const QueryText& query, const soql::Condition& condition, std::int64_t now,
                     Filter& into)
      : query_(query), condition_(condition), now_(now), into_(into) {}

  std::optional<Refusal> run() {
    const Field* field = into_.path.definition();
    type_ = field ? field->type : FieldType::text;
    name_ = into_.path.name;
    into_.exact = type_ == FieldType::id || type_ == FieldType::reference;
    if (field && !field->filterable)
      return refuse("INVALID_FIELD", "field '" + name_ + "' can not be filtered in a query call");
    if (!allows(type_, into_.op))
      return refuse("INVALID_QUERY_FILTER_OPERATOR",
                    std::string("invalid operator on ") +
                        (into_.exact ? "id" : literal_kind(type_)) + " field");
    for (const soql::Literal& literal : condition_.values)
      if (auto refusal = add(literal)) return refusal;
    finish();
    return std::nullopt;
  }

  void finish() {
    if (into_.op != Operator::in && into_.op != Operator::not_in) return;
    if (into_.exact || is_text_type(type_))
      for (const Value& value : into_.values) into_.members.insert(fold(value, into_.exact));
  }

 private:
  Refusal refuse(const char* code, const std::string& reason) const {
    return located(query_, condition_.operand.span, code, reason);
  }

  Refusal wrong_kind() const {
    const std::string kind = literal_kind(type_);
    return refuse("INVALID_FIELD", "value of filter criterion for field '" + name_ +
                                       "' must be of type " + kind + " and should " +
                                       (kind == "string" ? "" : "not ") + "be enclosed in quotes");
  }

  std::optional<Refusal> add(const soql::Literal& literal) {
    if (literal.kind == LiteralKind::bind)
      return refuse("MALFORMED_QUERY", "unexpected token: ':'");
    if (literal.kind == LiteralKind::null) {
      if (is_ordering(into_.op) || into_.op == Operator::like) return wrong_kind();
      into_.values.emplace_back();
      return std::nullopt;
    }
    if (literal.kind == LiteralKind::relative_date) return add_relative(literal);
    const auto value = typed(literal);
    if (!value) {
      if (into_.exact && literal.kind == LiteralKind::text)
        return refuse("INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + literal.text);
      return wrong_kind();
    }
    if (into_.op == Operator::like) into_.pattern = lower(literal.source);
    if (into_.op == Operator::includes || into_.op == Operator::excludes)
      into_.alternatives.push_back(split_folded(literal.text));
    into_.values.push_back(*value);
    return std::nullopt;
  }

  std::optional<Refusal> add_relative(const soql::Literal& literal) {
    const auto days = relative_range(literal.text, now_);
    if ((type_ != FieldType::date && type_ != FieldType::datetime) || !days) return wrong_kind();
    const std::int64_t scale = type_ == FieldType::date ? 1 : 86'400;
    into_.range = MomentRange{days->first * scale, days->past * scale};
    into_.values.emplace_back(into_.range->first);
    return std::nullopt;
  }

  std::optional<Value> typed(const soql::Literal& literal) const {
    const auto whole = [](std::optional<std::int64_t> value) {
      return value ? std::optional<Value>(*value) : std::nullopt;
    };
    if (into_.exact) {
      const auto id = literal.kind == LiteralKind::text ? read_id(literal.text) : std::nullopt;
      if (id) return text_value(*id);
      // Part of an id is fine where only its order counts: Id > '003'.
      if (literal.kind == LiteralKind::text && is_ordering(into_.op))
        return Value(std::make_shared<const std::string>(literal.text));
      return literal.text.empty() && literal.kind == LiteralKind::text
                 ? std::optional<Value>(Value())
                 : std::nullopt;
    }
    switch (type_) {
      case FieldType::boolean:
        return literal.kind == LiteralKind::truth ? std::optional<Value>(literal.text == "true")
                                                  : std::nullopt;
      case FieldType::integer:
      case FieldType::number: {
        const bool money = literal.kind == LiteralKind::currency;
        if (literal.kind != LiteralKind::number && !money) return std::nullopt;
        const auto number = read_double(std::string_view(literal.text).substr(money ? 3 : 0));
        return number ? std::optional<Value>(*number) : std::nullopt;
      }
      case FieldType::date:
        return literal.kind == LiteralKind::date ? whole(read_date(literal.text)) : std::nullopt;
      case FieldType::datetime:
        return literal.kind == LiteralKind::datetime ? whole(read_datetime(literal.text))
                                                     : std::nullopt;
      case FieldType::time:
        return literal.kind == LiteralKind::time ? whole(read_time(literal.text)) : std::nullopt;
      default:
        return literal.kind == LiteralKind::text ? std::optional<Value>(text_value(literal.text))
                                                 : std::nullopt;
    }
  }

  const QueryText& query_;
  const soql::Condition& condition_;
  std::int64_t now_;
  Filter& into_;
  FieldType type_ = FieldType::text;
  std::string name_;
};

}  // namespace

std::variant<Filter, Refusal> compile_filter(const RecordStore& store, const Object& object,
                                             const QueryText& query,
                                             const soql::Condition& condition, std::int64_t now,
                                             const InnerQuery& inner) {
  Filter out;
  out.kind = condition.kind;
  for (const soql::Condition& part : condition.parts) {
    auto compiled = compile_filter(store, object, query, part, now, inner);
    if (auto* refusal = std::get_if<Refusal>(&compiled)) return std::move(*refusal);
    out.parts.push_back(std::get<Filter>(std::move(compiled)));
  }
  if (condition.kind != ConditionKind::comparison) return out;
  if (condition.operand.kind != soql::OperandKind::field)
    return located(query, condition.operand.span, "MALFORMED_QUERY",
                   "the local org does not imitate functions in conditions: " +
                       soql::print(condition.operand));
  auto path = compile_path(store, object, query, condition.operand.path);
  if (auto* refusal = std::get_if<Refusal>(&path)) return std::move(*refusal);
  out.path = std::get<FieldPath>(std::move(path));
  out.op = condition.op;
  ComparisonCompiler compiler(query, condition, now, out);
  if (auto refusal = compiler.run()) return std::move(*refusal);
  if (!condition.inner.empty()) {
    auto values = inner(condition.inner.front());
    if (auto* refusal = std::get_if<Refusal>(&values)) return std::move(*refusal);
    out.values = std::get<std::vector<Value>>(std::move(values));
    compiler.finish();
  }
  return out;
}

bool Filter::compare_one(const Value& value) const {
  if (range && std::holds_alternative<std::int64_t>(value)) {
    const std::int64_t at = std::get<std::int64_t>(value);
    switch (op) {
      case Operator::equal:
        return at >= range->first && at < range->past;
      case Operator::not_equal:
        return at < range->first || at >= range->past;
      case Operator::less:
        return at < range->first;
      case Operator::less_equal:
        return at < range->past;
      case Operator::greater:
        return at >= range->past;
      default:
        return at >= range->first;
    }
  }
  const Value& other = values.front();
  int order = 0;
  const std::string *a = text_of(value), *b = text_of(other);
  if (exact && a && b) {
    order = a->compare(*b);
  } else {
    order = compare(value, other);
  }
  switch (op) {
    case Operator::equal:
      return order == 0;
    case Operator::not_equal:
      return order != 0;
    case Operator::less:
      return order < 0;
    case Operator::less_equal:
      return order <= 0;
    case Operator::greater:
      return order > 0;
    default:
      return order >= 0;
  }
}

bool Filter::test_value(const Value& value) const {
  if (op == Operator::in || op == Operator::not_in) {
    bool found = false;
    if (text_of(value) || is_null(value)) found = members.contains(fold(value, exact));
    if (!found && members.empty())
      found = std::any_of(values.begin(), values.end(),
                          [&](const Value& one) { return compare(one, value) == 0; });
    return found == (op == Operator::in);
  }
  if (op == Operator::like) {
    const std::string* text = text_of(value);
    return text && matches_like(lower(*text), pattern);
  }
  if (op == Operator::includes || op == Operator::excludes) {
    const std::string* text = text_of(value);
    const auto have = text ? split_folded(*text) : std::vector<std::string>();
    const bool found =
        std::any_of(alternatives.begin(), alternatives.end(), [&](const auto& wanted) {
          return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& one) {
            return std::find(have.begin(), have.end(), one) != have.end();
          });
        });
    return found == (op == Operator::includes);
  }
  if (is_null(value) && is_ordering(op)) return false;
  return compare_one(value);
}

bool Filter::test(const RecordStore& store, const Table& table, RowNumber row) const {
  const auto holds = [&](const Filter& part) { return part.test(store, table, row); };
  switch (kind) {
    case ConditionKind::all:
      return std::all_of(parts.begin(), parts.end(), holds);
    case ConditionKind::any:
      return std::any_of(parts.begin(), parts.end(), holds);
    case ConditionKind::negation:
      return !holds(parts.front());
    case ConditionKind::comparison:
      break;
  }
  if (path.hops.empty()) return test_value(table.row(row)[path.field]);
  return test_value(path.read(store, table, row));
}

bool matches_like(std::string_view text, std::string_view pattern) {
  const auto width = [](std::string_view from, std::size_t at) {
    std::size_t out = 1;
    while (at + out < from.size() && (static_cast<unsigned char>(from[at + out]) & 0xC0) == 0x80)
      ++out;
    return out;
  };
  constexpr auto kNone = std::string_view::npos;
  std::size_t t = 0, p = 0, star = kNone, mark = 0;
  while (t < text.size()) {
    const bool escaped = p + 1 < pattern.size() && pattern[p] == '\\';
    if (p < pattern.size() && pattern[p] == '%') {
      star = ++p;
      mark = t;
    } else if (p < pattern.size() && pattern[p] == '_') {
      ++p;
      t += width(text, t);
    } else if (p < pattern.size() && pattern[p + (escaped ? 1 : 0)] == text[t]) {
      p += escaped ? 2 : 1;
      ++t;
    } else if (star != kNone) {
      p = star;
      mark += width(text, mark);
      t = mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '%') ++p;
  return p == pattern.size();
}

}  // namespace crosswalk::org
