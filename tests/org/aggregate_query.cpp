// COUNT() and GROUP BY with COUNT, COUNT_DISTINCT, SUM, AVG, MIN, MAX.
#include <algorithm>
#include <map>
#include <set>

#include "org/running_query.hpp"
#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::org {
namespace {

constexpr std::string_view kFunctions[] = {"COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX"};

std::size_t function_of(const soql::Operand& operand) {
  for (std::size_t i = 0; i < std::size(kFunctions); ++i)
    if (operand.kind == soql::OperandKind::call &&
        soql::same_word(operand.path.names.front(), kFunctions[i]))
      return i;
  return std::size(kFunctions);
}

struct Column {
  std::string name;
  std::size_t function = std::size(kFunctions);
  std::optional<FieldPath> path;  // nothing: COUNT()
};

double number_of(const Value& value) {
  if (const auto* real = std::get_if<double>(&value)) return *real;
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole ? static_cast<double>(*whole) : 0;
}

std::string key_of(const Value& value) {
  std::string out;
  append_json_value(out, Field(), value);
  return lower(out);
}

void write_column(std::string& out, const QueryContext& context, const Table& table,
                  const Column& column, const std::vector<RowNumber>& rows) {
  const auto read = [&](RowNumber row) { return column.path->read(context.store, table, row); };
  static const Field kNone;
  const Field& field =
      column.path && column.path->definition() ? *column.path->definition() : kNone;
  if (column.function == std::size(kFunctions))
    return append_json_value(out, field, read(rows.front()));
  if (!column.path) {
    out += std::to_string(rows.size());
    return;
  }
  std::set<std::string> distinct;
  std::size_t count = 0;
  double sum = 0;
  Value least, most;
  for (const RowNumber row : rows) {
    const Value value = read(row);
    if (is_null(value)) continue;
    ++count;
    sum += number_of(value);
    if (column.function == 1) distinct.insert(key_of(value));
    if (is_null(least) || compare(value, least) < 0) least = value;
    if (is_null(most) || compare(value, most) > 0) most = value;
  }
  switch (column.function) {
    case 0:
      out += std::to_string(count);
      break;
    case 1:
      out += std::to_string(distinct.size());
      break;
    case 2:
      out += count ? java_double(sum) : "null";
      break;
    case 3:
      out += count ? java_double(sum / static_cast<double>(count)) : "null";
      break;
    case 4:
      append_json_value(out, field, least);
      break;
    default:
      append_json_value(out, field, most);
  }
}

std::variant<std::vector<Column>, Refusal> compile_columns(const QueryContext& context,
                                                           const Table& table,
                                                           const QueryText& text,
                                                           const soql::Query& query) {
  std::vector<Column> out;
  std::size_t unnamed = 0;
  for (const soql::SelectItem& item : query.select) {
    const soql::Operand& operand = item.operand;
    Column column;
    column.function = function_of(operand);
    const bool call = operand.kind == soql::OperandKind::call;
    if (item.kind != soql::SelectKind::operand ||
        (call && column.function == std::size(kFunctions)) ||
        (call && operand.arguments.size() > 1))
      return located(text, item.span, "MALFORMED_QUERY",
                     "the local org does not imitate this in a grouped query");
    if (call && operand.arguments.empty() && column.function != 0)
      return located(text, item.span, "MALFORMED_QUERY",
                     "a function needs a field: " + soql::print(operand));
    const bool grouped =
        std::any_of(query.group_by.begin(), query.group_by.end(), [&](const soql::Operand& group) {
          return soql::same_word(soql::print(group), soql::print(operand));
        });
    if (!call && !grouped)
      return located(text, item.span, "MALFORMED_QUERY",
                     "Field must be grouped or aggregated: " + soql::print(operand));
    if (!call || !operand.arguments.empty()) {
      auto path = compile_path(context.store, table.object(), text,
                               call ? operand.arguments.front().path : operand.path);
      if (auto* refusal = std::get_if<Refusal>(&path)) return std::move(*refusal);
      column.path = std::get<FieldPath>(std::move(path));
    }
    column.name = !item.alias.empty() ? item.alias
                  : call              ? "expr" + std::to_string(unnamed++)
                                      : column.path->name;
    out.push_back(std::move(column));
  }
  return out;
}

}  // namespace

bool is_aggregate(const soql::Query& query) {
  return !query.group_by.empty() ||
         std::any_of(query.select.begin(), query.select.end(), [](const soql::SelectItem& item) {
           return item.kind == soql::SelectKind::operand &&
                  function_of(item.operand) != std::size(kFunctions);
         });
}

std::optional<Refusal> run_aggregate(const QueryContext& context, const QueryText& text,
                                     const soql::Query& query, std::vector<RowNumber> rows,
                                     RunningQuery& into) {
  into.aggregate = true;
  const soql::Operand& first = query.select.front().operand;
  if (query.select.size() == 1 && query.group_by.empty() && function_of(first) == 0 &&
      first.arguments.empty()) {
    into.total_rows =
        query.limit.number ? std::min<std::size_t>(*query.limit.number, rows.size()) : rows.size();
    return std::nullopt;
  }
  if (query.having || query.grouping != soql::Grouping::plain || !query.order_by.empty())
    return located(
        text, {text.text.size(), 0}, "MALFORMED_QUERY",
        "the local org does not imitate HAVING, ROLLUP, CUBE and ORDER BY of grouped queries");
  auto columns = compile_columns(context, *into.table, text, query);
  if (auto* refusal = std::get_if<Refusal>(&columns)) return std::move(*refusal);
  std::vector<FieldPath> groups;
  for (const soql::Operand& group : query.group_by) {
    auto path = compile_path(context.store, into.table->object(), text, group.path);
    if (auto* refusal = std::get_if<Refusal>(&path)) return std::move(*refusal);
    const Field* field = std::get<FieldPath>(path).definition();
    if (field && !field->groupable)
      return located(text, group.span, "INVALID_FIELD",
                     "field '" + field->name + "' can not be grouped in a query call");
    groups.push_back(std::get<FieldPath>(std::move(path)));
  }
  std::map<std::string, std::vector<RowNumber>> grouped;
  if (groups.empty()) grouped[""];
  for (const RowNumber row : rows) {
    std::string key;
    for (const FieldPath& group : groups)
      key += key_of(group.read(context.store, *into.table, row)) + '\n';
    grouped[key].push_back(row);
  }
  for (const auto& [key, members] : grouped) {
    std::string record = R"({"attributes":{"type":"AggregateResult"})";
    for (const Column& column : std::get<std::vector<Column>>(columns)) {
      record += ',';
      append_json_text(record, column.name);
      record += ':';
      write_column(record, context, *into.table, column, members);
    }
    into.written.push_back(record + "}");
  }
  if (query.limit.number && *query.limit.number < into.written.size())
    into.written.resize(*query.limit.number);
  into.total_rows = into.written.size();
  return std::nullopt;
}

}  // namespace crosswalk::org
