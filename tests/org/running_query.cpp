#include "org/running_query.hpp"

#include <algorithm>
#include <cctype>
#include <limits>

#include "soql/literal.hpp"
#include "soql/parser.hpp"

namespace crosswalk::org {
namespace {

using soql::ConditionKind;
using soql::Operator;
constexpr std::size_t kLongTextRows = 1000;
constexpr std::uint64_t kOffsetMax = 2000;

struct SortKey {
  FieldPath path;
  bool descending = false, nulls_last = false, exact = false;
};

// Candidates that an index gives for one of the conditions that must all hold.
class Planner {
 public:
  Planner(const Table& table, const Filter* filter) : table_(table), filter_(filter) {}

  // Whether the rows come out in (SystemModstamp, Id) order.
  bool plan(bool want_modstamp_order, std::vector<RowNumber>& out) {
    if (filter_ && (by_key(*filter_, out) || by_key_of_parts(out))) return false;
    const std::int64_t lowest = filter_ ? modstamp_floor(*filter_) : kNoFloor;
    if (lowest != kNoFloor || want_modstamp_order) {
      const auto& index = table_.by_modstamp();
      for (auto it = index.lower_bound({lowest, 0}); it != index.end(); ++it)
        out.push_back(it->second);
      return true;
    }
    out.resize(table_.size());
    for (RowNumber row = 0; row < out.size(); ++row) out[row] = row;
    return false;
  }

 private:
  static constexpr std::int64_t kNoFloor = std::numeric_limits<std::int64_t>::min();

  bool by_key_of_parts(std::vector<RowNumber>& out) const {
    if (filter_->kind != ConditionKind::all) return false;
    return std::any_of(filter_->parts.begin(), filter_->parts.end(),
                       [&](const Filter& part) { return by_key(part, out); });
  }

  bool by_key(const Filter& filter, std::vector<RowNumber>& out) const {
    if (filter.kind != ConditionKind::comparison || !filter.path.hops.empty()) return false;
    if (filter.op != Operator::equal && filter.op != Operator::in) return false;
    const std::size_t field = filter.path.field;
    const bool id = field == table_.system().id;
    if (!id && !table_.is_indexed(field)) return false;
    if (std::any_of(filter.values.begin(), filter.values.end(), is_null)) return false;
    for (const Value& value : filter.values) {
      if (!id) {
        const auto rows = table_.find_by(field, value);
        out.insert(out.end(), rows.begin(), rows.end());
      } else if (const std::string* text = text_of(value)) {
        if (const auto row = table_.find(*text)) out.push_back(*row);
      }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return true;
  }

  std::int64_t modstamp_floor(const Filter& filter) const {
    if (filter.kind == ConditionKind::all) {
      std::int64_t floor = kNoFloor;
      for (const Filter& part : filter.parts) floor = std::max(floor, modstamp_floor(part));
      return floor;
    }
    const bool fits = filter.kind == ConditionKind::comparison && filter.path.hops.empty() &&
                      filter.path.field == table_.system().modstamp && !filter.range &&
                      (filter.op == Operator::greater || filter.op == Operator::greater_equal ||
                       filter.op == Operator::equal);
    const auto* stamp = fits && !filter.values.empty()
                            ? std::get_if<std::int64_t>(&filter.values.front())
                            : nullptr;
    return stamp ? *stamp : kNoFloor;
  }

  const Table& table_;
  const Filter* filter_;
};

std::variant<std::vector<SortKey>, Refusal> compile_order(const QueryContext& context,
                                                          const Table& table, const QueryText& text,
                                                          const soql::Query& query) {
  std::vector<SortKey> out;
  for (const soql::OrderItem& item : query.order_by) {
    if (item.operand.kind != soql::OperandKind::field)
      return located(text, item.operand.span, "MALFORMED_QUERY",
                     "the local org does not imitate functions in ORDER BY");
    auto path = compile_path(context.store, table.object(), text, item.operand.path);
    if (auto* refusal = std::get_if<Refusal>(&path)) return std::move(*refusal);
    SortKey key;
    key.path = std::get<FieldPath>(std::move(path));
    const Field* field = key.path.definition();
    if (field && !field->sortable)
      return located(text, item.operand.span, "INVALID_FIELD",
                     "field '" + field->name + "' can not be sorted in a query call");
    key.exact = field && (field->type == FieldType::id || field->type == FieldType::reference);
    key.descending = item.descending;
    key.nulls_last =
        item.nulls == soql::Nulls::last || (item.nulls == soql::Nulls::unsaid && item.descending);
    out.push_back(std::move(key));
  }
  return out;
}

int compare_keys(const SortKey& key, const Value& a, const Value& b) {
  if (is_null(a) || is_null(b)) {
    if (is_null(a) && is_null(b)) return 0;
    return is_null(a) == key.nulls_last ? 1 : -1;
  }
  const std::string *x = text_of(a), *y = text_of(b);
  const int order = key.exact && x && y ? x->compare(*y) : compare(a, b);
  return key.descending ? -order : order;
}

bool is_modstamp_order(const Table& table, const std::vector<SortKey>& keys) {
  const auto plain = [&](std::size_t i, const std::optional<std::size_t>& field) {
    return keys[i].path.hops.empty() && !keys[i].descending && field &&
           keys[i].path.field == *field;
  };
  if (keys.empty() || keys.size() > 2 || !plain(0, table.system().modstamp)) return false;
  return keys.size() == 1 || plain(1, table.system().id);
}

void sort_rows(const QueryContext& context, const Table& table, const std::vector<SortKey>& keys,
               std::vector<RowNumber>& rows) {
  struct Entry {
    std::vector<Value> values;
    RowNumber row;
  };
  std::vector<Entry> entries;
  entries.reserve(rows.size());
  for (const RowNumber row : rows) {
    Entry entry{{}, row};
    for (const SortKey& key : keys)
      entry.values.push_back(key.path.read(context.store, table, row));
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (const int order = compare_keys(keys[i], a.values[i], b.values[i]); order != 0)
        return order < 0;
    return a.row < b.row;
  });
  for (std::size_t i = 0; i < entries.size(); ++i) rows[i] = entries[i].row;
}

InnerQuery inner_query(const QueryContext& context, const QueryText& text) {
  return [&context, &text](const soql::Query& query) -> std::variant<std::vector<Value>, Refusal> {
    const std::string& name = query.from.front().object.names.back();
    const Table* table = context.store.find(name);
    if (!table)
      return located(text, query.from.front().object.span, "INVALID_TYPE",
                     "sObject type '" + name + "' is not supported.");
    const bool one = query.select.size() == 1 &&
                     query.select.front().kind == soql::SelectKind::operand &&
                     query.select.front().operand.kind == soql::OperandKind::field;
    if (!one)
      return located(text, query.span, "MALFORMED_QUERY", "a semi-join selects exactly one field");
    const QueryText inside{text.text, query.from.front().alias};
    auto path =
        compile_path(context.store, table->object(), inside, query.select.front().operand.path);
    if (auto* refusal = std::get_if<Refusal>(&path)) return std::move(*refusal);
    auto rows = choose_rows(context, *table, inside, query);
    if (auto* refusal = std::get_if<Refusal>(&rows)) return std::move(*refusal);
    std::vector<Value> out;
    for (const RowNumber row : std::get<std::vector<RowNumber>>(rows))
      if (Value value = std::get<FieldPath>(path).read(context.store, *table, row); !is_null(value))
        out.push_back(std::move(value));
    return out;
  };
}

}  // namespace

std::variant<std::vector<RowNumber>, Refusal> choose_rows(const QueryContext& context,
                                                          const Table& table, const QueryText& text,
                                                          const soql::Query& query) {
  std::optional<Filter> filter;
  if (query.where) {
    auto compiled = compile_filter(context.store, table.object(), text, *query.where, context.now,
                                   inner_query(context, text));
    if (auto* refusal = std::get_if<Refusal>(&compiled)) return std::move(*refusal);
    filter = std::get<Filter>(std::move(compiled));
  }
  auto order = compile_order(context, table, text, query);
  if (auto* refusal = std::get_if<Refusal>(&order)) return std::move(*refusal);
  const auto& keys = std::get<std::vector<SortKey>>(order);
  const bool modstamp_order = is_modstamp_order(table, keys);
  std::vector<RowNumber> rows;
  const bool ordered = Planner(table, filter ? &*filter : nullptr).plan(modstamp_order, rows);
  std::erase_if(rows, [&](RowNumber row) {
    return (!context.include_deleted && table.is_deleted(row)) ||
           (filter && !filter->test(context.store, table, row));
  });
  if (!(modstamp_order && ordered)) {
    if (ordered) std::sort(rows.begin(), rows.end());
    if (!keys.empty()) sort_rows(context, table, keys, rows);
  }
  if (query.offset.number)
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(
                                                *query.offset.number, rows.size())));
  if (query.limit.number && *query.limit.number < rows.size()) rows.resize(*query.limit.number);
  return rows;
}

namespace {

// Salesforce names the first token that it does not understand, and no more.
Refusal malformed(const std::string& soql, const soql::Span& span) {
  if (span.offset >= soql.size())
    return located({soql, {}}, span, "MALFORMED_QUERY", "unexpected token: '<EOF>'");
  const std::string_view rest = std::string_view(soql).substr(span.offset);
  const bool word = std::isalnum(static_cast<unsigned char>(rest[0])) != 0;
  const std::size_t end = word ? rest.find_first_of(" \t\r\n(),") : 1;
  return located({soql, {}}, span, "MALFORMED_QUERY",
                 "unexpected token: '" + std::string(rest.substr(0, end)) + "'");
}

}  // namespace

Started start_query(const QueryContext& context, const std::string& soql) {
  soql::Reading reading;
  const auto parsed = soql::parse(soql, &reading);
  if (!parsed) return malformed(soql, reading.fault.span);
  if (!reading.apex_only.empty()) return malformed(soql, reading.apex_only.front().span);
  const soql::Query& query = *parsed;
  const std::string name = query.from.front().object.names.back();
  const QueryText text{soql, query.from.front().alias};
  const Table* table = query.from.size() == 1 ? context.store.find(name) : nullptr;
  if (!table || !table->object().queryable)
    return located(text, query.from.front().object.span, "INVALID_TYPE",
                   "sObject type '" + name +
                       "' is not supported. If you are attempting to use a custom object, be sure "
                       "to append the "
                       "'__c' after the entity name. Please reference your WSDL or the describe "
                       "call for the appropriate names.");
  if (query.with.kind != soql::WithKind::nothing)
    return located(text, {soql.size(), 0}, "MALFORMED_QUERY",
                   "the local org does not imitate WITH");
  if (query.offset.number && *query.offset.number > kOffsetMax)
    return Refusal{"NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is 2000", {}};
  auto running = std::make_shared<RunningQuery>();
  running->table = table;
  running->include_deleted = context.include_deleted;
  soql::Query filtering = query;
  if (is_aggregate(query)) filtering.limit = {}, filtering.offset = {}, filtering.order_by.clear();
  if (!is_aggregate(query)) {
    auto select = compile_select(context, *table, text, query);
    if (auto* refusal = std::get_if<Refusal>(&select)) return std::move(*refusal);
    running->select = std::get<SelectList>(std::move(select));
  }
  auto rows = choose_rows(context, *table, text, filtering);
  if (auto* refusal = std::get_if<Refusal>(&rows)) return std::move(*refusal);
  auto& chosen = std::get<std::vector<RowNumber>>(rows);
  if (is_aggregate(query)) {
    if (auto refusal = run_aggregate(context, text, query, std::move(chosen), *running))
      return std::move(*refusal);
  } else {
    running->rows = std::move(chosen);
  }
  return std::shared_ptr<const RunningQuery>(std::move(running));
}

QueryPage RunningQuery::page(const RecordStore& store, std::size_t offset, std::size_t batch,
                             const std::string& version) const {
  QueryPage out;
  out.total = total();
  out.records = "[";
  if (aggregate) {
    for (const std::string& record : written)
      out.records += (out.records.size() > 1 ? "," : "") + record;
    out.records += "]";
    return out;
  }
  if (select.has_long_text) batch = std::min(batch, kLongTextRows);
  const std::size_t end = std::min(offset + batch, rows.size());
  const QueryContext context{store, 0, include_deleted};
  for (std::size_t i = offset; i < end; ++i) {
    if (!include_deleted && table->is_deleted(rows[i])) continue;
    if (out.records.size() > 1) out.records += ',';
    select.write(out.records, context, *table, rows[i], version);
  }
  out.records += "]";
  if (end < rows.size()) out.next = end;
  return out;
}

}  // namespace crosswalk::org
