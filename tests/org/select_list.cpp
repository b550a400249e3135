#include "org/select_list.hpp"

#include <algorithm>
#include <set>

#include "org/running_query.hpp"
#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::org {
namespace {

constexpr std::size_t kLongText = 255;
constexpr std::uint64_t kFieldsLimitMax = 200;

bool is_long_text(const Field& field) {
  return field.type == FieldType::textarea && field.length > kLongText;
}

class SelectCompiler {
 public:
  SelectCompiler(const QueryContext& context, const Table& table, const QueryText& text,
                 const soql::Query& query)
      : context_(context), table_(table), text_(text), query_(query) {}

  std::variant<SelectList, Refusal> run() {
    for (const soql::SelectItem& item : query_.select) {
      std::optional<Refusal> refusal;
      if (item.kind == soql::SelectKind::type_of)
        return located(text_, item.span, "MALFORMED_QUERY",
                       "the local org does not imitate TYPEOF");
      if (item.kind == soql::SelectKind::subquery)
        refusal = add_child(item);
      else if (item.operand.kind == soql::OperandKind::call)
        refusal = add_call(item.operand);
      else
        refusal = add_path(item.operand.path);
      if (refusal) return std::move(*refusal);
    }
    return std::move(out_);
  }

 private:
  std::optional<Refusal> add_path(const soql::Path& path) {
    auto compiled = compile_path(context_.store, table_.object(), text_, path);
    if (auto* refusal = std::get_if<Refusal>(&compiled)) return std::move(*refusal);
    const FieldPath& field = std::get<FieldPath>(compiled);
    if (!seen_.insert(lower(soql::joined(path))).second)
      return located(text_, path.span, "MALFORMED_QUERY",
                     "duplicate field selected: " + soql::joined(path));
    if (const Field* definition = field.definition(); definition && is_long_text(*definition))
      out_.has_long_text = true;
    std::vector<SelectNode>* level = &out_.nodes;
    for (const std::string& hop : field.hops) {
      auto found = std::find_if(level->begin(), level->end(), [&](const SelectNode& node) {
        return node.name == hop && !node.inside.empty();
      });
      if (found == level->end()) {
        level->push_back({hop, 0, {}, nullptr});
        found = level->end() - 1;
      }
      level = &found->inside;
    }
    level->push_back({field.is_type ? "Type" : field.name, field.field, {}, nullptr});
    return std::nullopt;
  }

  // FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM)
  std::optional<Refusal> add_call(const soql::Operand& operand) {
    const bool fields = soql::same_word(operand.path.names.front(), "FIELDS") &&
                        operand.arguments.size() == 1 &&
                        operand.arguments.front().kind == soql::OperandKind::field;
    if (!fields)
      return located(text_, operand.span, "MALFORMED_QUERY",
                     "the local org does not imitate " + soql::print(operand));
    const std::string which = lower(soql::joined(operand.arguments.front().path));
    if (which != "standard" && (!query_.limit.number || *query_.limit.number > kFieldsLimitMax))
      return located(text_, operand.span, "MALFORMED_QUERY",
                     "The SOQL FIELDS function must have a LIMIT of at most 200");
    const Object& object = table_.object();
    for (std::size_t i = 0; i < object.fields.size(); ++i) {
      const bool custom = object.fields[i].name.ends_with("__c");
      if ((which == "custom" && !custom) || (which == "standard" && custom)) continue;
      if (!seen_.insert(lower(object.fields[i].name)).second) continue;
      out_.nodes.push_back({object.fields[i].name, i, {}, nullptr});
      out_.has_long_text = out_.has_long_text || is_long_text(object.fields[i]);
    }
    return std::nullopt;
  }

  std::optional<Refusal> add_child(const soql::SelectItem& item) {
    const soql::Query& inner = item.subquery.front();
    const std::string& wanted = inner.from.front().object.names.back();
    for (const ChildRelationship& relationship : table_.object().children) {
      if (!soql::same_word(relationship.name, wanted)) continue;
      const Table* table = context_.store.find(relationship.object);
      const auto field = table ? table->object().find(relationship.field) : std::nullopt;
      if (!field) break;
      auto child = std::make_shared<ChildQuery>();
      child->relationship = relationship.name;
      child->table = table;
      child->field = *field;
      child->query = inner;
      child->text = std::string(text_.text);
      const QueryText text{child->text, inner.from.front().alias};
      auto checked =
          compile_select(context_, *table, text, inner);  // refuse now, not at the first page
      if (auto* refusal = std::get_if<Refusal>(&checked)) return std::move(*refusal);
      out_.nodes.push_back({relationship.name, 0, {}, child});
      return std::nullopt;
    }
    return located(text_, inner.from.front().object.span, "INVALID_TYPE",
                   "Didn't understand relationship '" + wanted + "' in FROM part of query call.");
  }

  const QueryContext& context_;
  const Table& table_;
  const QueryText& text_;
  const soql::Query& query_;
  SelectList out_;
  std::set<std::string> seen_;
};

// The parts of a compound address, written as one object; null when every part is.
void write_address(std::string& out, const Table& table, RowNumber row, const Field& whole) {
  constexpr std::string_view kParts[] = {"city",      "country",    "geocodeAccuracy", "latitude",
                                         "longitude", "postalCode", "state",           "street"};
  const std::string prefix =
      whole.name.substr(0, whole.name.size() - std::string_view("Address").size());
  std::string object;
  bool any = false;
  for (const std::string_view part : kParts) {
    const auto field = table.object().find(prefix + std::string(part));
    object += object.empty() ? "{" : ",";
    append_json_text(object, part);
    object += ':';
    if (!field) {
      object += "null";
      continue;
    }
    any = any || !is_null(table.row(row)[*field]);
    append_json_value(object, table.object().fields[*field], table.row(row)[*field]);
  }
  out += any ? object + "}" : "null";
}

// A geolocation is its two parts, or nothing.
void write_location(std::string& out, const Table& table, RowNumber row, const Field& whole) {
  const std::string name = whole.name.substr(0, whole.name.size() - std::string_view("__c").size());
  const auto latitude = table.object().find(name + "__Latitude__s"),
             longitude = table.object().find(name + "__Longitude__s");
  if (!latitude || !longitude || is_null(table.row(row)[*latitude]) ||
      is_null(table.row(row)[*longitude])) {
    out += "null";
    return;
  }
  out += "{\"latitude\":";
  append_json_value(out, table.object().fields[*latitude], table.row(row)[*latitude]);
  out += ",\"longitude\":";
  append_json_value(out, table.object().fields[*longitude], table.row(row)[*longitude]);
  out += '}';
}

// The one user has not the permission View Encrypted Data.
std::string masked(const Field& field, const std::string& text) {
  const std::size_t length = utf16_length(text);
  const std::size_t shown = field.mask_type == "lastFour" && length > 4 ? 4 : 0;
  return std::string(length - shown, '*') + text.substr(text.size() - shown);
}

void write_node(std::string& out, const QueryContext& context, const Table& table, RowNumber row,
                const SelectNode& node, const std::string& version);

void write_parent(std::string& out, const QueryContext& context, const Table& table, RowNumber row,
                  const SelectNode& node, const std::string& version) {
  const auto parent = parent_of(context.store, table, row, node.name);
  if (!parent) {
    out += "null";
    return;
  }
  out += '{';
  write_attributes(out, *parent->table, parent->row, version);
  for (const SelectNode& inside : node.inside) {
    SelectNode here = inside;
    const auto place = parent->table->object().find(inside.name);
    if (place) here.field = *place;
    out += ',';
    append_json_text(out, here.name);
    out += ':';
    if (!here.inside.empty() || place) {
      write_node(out, context, *parent->table, parent->row, here, version);
    } else if (here.name == "Type") {
      append_json_text(out, parent->table->object().name);
    } else {
      out += "null";
    }
  }
  out += '}';
}

void write_children(std::string& out, const QueryContext& context, const Table& table,
                    RowNumber row, const ChildQuery& child, const std::string& version) {
  const QueryText text{child.text, child.query.from.front().alias};
  const auto select = compile_select(context, *child.table, text, child.query);
  soql::Query query = child.query;
  soql::Condition mine;
  mine.operand.path.names = {child.table->object().fields[child.field].name};
  soql::Literal id;
  id.kind = soql::LiteralKind::text;
  id.text = table.id(row);
  mine.values.push_back(id);
  if (query.where) {
    soql::Condition both;
    both.kind = soql::ConditionKind::all;
    both.parts = {std::move(mine), std::move(*query.where)};
    query.where = std::move(both);
  } else {
    query.where = std::move(mine);
  }
  const auto rows = choose_rows(context, *child.table, text, query);
  const auto* found = std::get_if<std::vector<RowNumber>>(&rows);
  if (!found || found->empty()) {
    out += "null";
    return;
  }
  out += "{\"totalSize\":" + std::to_string(found->size()) + ",\"done\":true,\"records\":[";
  for (std::size_t i = 0; i < found->size(); ++i) {
    if (i > 0) out += ',';
    std::get<SelectList>(select).write(out, context, *child.table, (*found)[i], version);
  }
  out += "]}";
}

void write_node(std::string& out, const QueryContext& context, const Table& table, RowNumber row,
                const SelectNode& node, const std::string& version) {
  if (node.child) return write_children(out, context, table, row, *node.child, version);
  if (!node.inside.empty()) return write_parent(out, context, table, row, node, version);
  write_field(out, table, row, node.field);
}

}  // namespace

void write_field(std::string& out, const Table& table, RowNumber row, std::size_t field) {
  const Field& definition = table.object().fields[field];
  if (definition.type == FieldType::address) return write_address(out, table, row, definition);
  if (definition.type == FieldType::location) return write_location(out, table, row, definition);
  const std::string* text = text_of(table.row(row)[field]);
  if (definition.type == FieldType::encrypted && text)
    return append_json_text(out, masked(definition, *text));
  append_json_value(out, definition, table.row(row)[field]);
}

void write_attributes(std::string& out, const Table& table, RowNumber row,
                      const std::string& version) {
  out += "\"attributes\":{\"type\":\"" + table.object().name + "\",\"url\":\"/services/data/v" +
         version + "/sobjects/" + table.object().name + "/" + table.id(row) + "\"}";
}

void SelectList::write(std::string& out, const QueryContext& context, const Table& table,
                       RowNumber row, const std::string& at_version) const {
  out += '{';
  write_attributes(out, table, row, at_version);
  for (const SelectNode& node : nodes) {
    out += ',';
    append_json_text(out, node.name);
    out += ':';
    write_node(out, context, table, row, node, at_version);
  }
  out += '}';
}

std::variant<SelectList, Refusal> compile_select(const QueryContext& context, const Table& table,
                                                 const QueryText& text, const soql::Query& query) {
  return SelectCompiler(context, table, text, query).run();
}

std::variant<SelectList, Refusal> select_fields(const Object& object,
                                                const std::vector<std::string>& names) {
  SelectList out;
  for (const std::string& name : names) {
    const auto field = object.find(name);
    if (!field)
      return Refusal{
          "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + object.name, {}};
    out.nodes.push_back({object.fields[*field].name, *field, {}, nullptr});
  }
  return out;
}

SelectList select_all(const Object& object) {
  SelectList out;
  for (std::size_t i = 0; i < object.fields.size(); ++i)
    out.nodes.push_back({object.fields[i].name, i, {}, nullptr});
  return out;
}

}  // namespace crosswalk::org
