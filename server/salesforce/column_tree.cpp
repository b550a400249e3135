#include "salesforce/column_tree.hpp"

#include "salesforce/json_writer.hpp"

namespace crosswalk::salesforce {
namespace {

using convert::Value;
using convert::ValueKind;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_name(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  if (left == right) return true;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (lower(left[i]) != lower(right[i])) return false;
  }
  return true;
}

std::string_view without_blanks(std::string_view token) {
  while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' ||
                            token.back() == '\t'))
    token.remove_suffix(1);
  return token;
}

// A list of texts as Salesforce writes a multi-select value; an empty list is no value.
simdjson::error_code join(simdjson::ondemand::array array, Value* out,
                          std::deque<std::string>* built) {
  std::string joined;
  bool first = true;
  for (auto item : array) {
    std::string_view text;
    if (const auto error = item.get_string().get(text)) return error;
    if (!first) joined += ';';
    first = false;
    joined += text;
  }
  *out = Value{};
  out->kind = first ? ValueKind::null : ValueKind::text;
  if (!first) out->text = built->emplace_back(std::move(joined));
  return simdjson::SUCCESS;
}

simdjson::error_code read_scalar(simdjson::ondemand::value value,
                                 simdjson::ondemand::json_type type, Value* place,
                                 std::deque<std::string>* built) {
  switch (type) {
    case simdjson::ondemand::json_type::string:
      place->kind = ValueKind::text;
      return value.get_string().get(place->text);
    case simdjson::ondemand::json_type::number:
      place->kind = ValueKind::number;
      place->text = without_blanks(value.raw_json_token());
      return simdjson::SUCCESS;
    case simdjson::ondemand::json_type::boolean:
      place->kind = ValueKind::truth;
      return value.get_bool().get(place->truth);
    case simdjson::ondemand::json_type::null:
      place->kind = ValueKind::null;
      return simdjson::SUCCESS;
    case simdjson::ondemand::json_type::array:
      return join(value.get_array(), place, built);
    case simdjson::ondemand::json_type::object: {
      place->kind = ValueKind::text;
      simdjson::ondemand::object object;
      if (const auto error = value.get_object().get(object)) return error;
      return object.raw_json().get(place->text);
    }
  }
  return simdjson::SUCCESS;
}

}  // namespace

ColumnTree::ColumnTree(std::span<const std::string> columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) add(&nodes_, columns[i], i);
}

void ColumnTree::add(std::vector<Node>* nodes, std::string_view path, std::size_t column) {
  const std::size_t dot = path.find('.');
  const std::string_view name = path.substr(0, dot);
  Node* node = nullptr;
  for (Node& known : *nodes) {
    if (same_name(known.name, name)) node = &known;
  }
  if (node == nullptr)
    node = &nodes->emplace_back(Node{.name = std::string(name), .columns = {}, .children = {}});
  if (dot == std::string_view::npos) {
    node->columns.push_back(column);
  } else {
    add(&node->children, path.substr(dot + 1), column);
  }
}

const ColumnTree::Node* ColumnTree::find(const std::vector<Node>& nodes, std::string_view name,
                                         std::size_t* expected) {
  // Salesforce answers fields in the order they were asked for: look at the next one first.
  for (std::size_t step = 0; step < nodes.size(); ++step) {
    const std::size_t i = (*expected + step) % nodes.size();
    if (same_name(nodes[i].name, name)) {
      *expected = i + 1;
      return &nodes[i];
    }
  }
  return nullptr;
}

simdjson::error_code ColumnTree::read(simdjson::ondemand::object object, std::span<Value> out,
                                      std::deque<std::string>* built) const {
  for (Value& value : out) value = Value{};
  return read_nodes(nodes_, object, out, built);
}

simdjson::error_code ColumnTree::read_nodes(const std::vector<Node>& nodes,
                                            simdjson::ondemand::object object, std::span<Value> out,
                                            std::deque<std::string>* built) {
  std::size_t expected = 0;
  for (auto field : object) {
    std::string_view name;
    if (const auto error = field.unescaped_key().get(name)) return error;
    const Node* node = find(nodes, name, &expected);
    if (node == nullptr) continue;
    simdjson::ondemand::value value;
    if (const auto error = field.value().get(value)) return error;
    if (const auto error = read_value(*node, value, out, built)) return error;
  }
  return simdjson::SUCCESS;
}

simdjson::error_code ColumnTree::read_value(const Node& node, simdjson::ondemand::value value,
                                            std::span<Value> out, std::deque<std::string>* built) {
  simdjson::ondemand::json_type type;
  if (const auto error = value.type().get(type)) return error;
  if (!node.children.empty() && type == simdjson::ondemand::json_type::object)
    return read_nodes(node.children, value.get_object(), out, built);
  if (node.columns.empty()) return simdjson::SUCCESS;  // a parent that is null: its columns stay
  Value place;
  if (const auto error = read_scalar(value, type, &place, built)) return error;
  for (const std::size_t column : node.columns) out[column] = place;
  return simdjson::SUCCESS;
}

}  // namespace crosswalk::salesforce
