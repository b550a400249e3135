// Columns as a tree over parents, and the one routine that reads a JSON object into a row by it.
// Inside of the room: row_reader and query_page stand on it.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/value.hpp"

namespace crosswalk::salesforce {

class ColumnTree {
 public:
  explicit ColumnTree(std::span<const std::string> columns);

  // `out` has a place per column; all are absent before. Texts that had to be built (joined lists)
  // are kept in `built`; all others are views into the parser's buffers.
  simdjson::error_code read(simdjson::ondemand::object object, std::span<convert::Value> out,
                            std::deque<std::string>* built) const;

 private:
  struct Node {
    std::string name;
    std::vector<std::size_t> columns;  // a name may be asked for more than once
    std::vector<Node> children;
  };

  static void add(std::vector<Node>* nodes, std::string_view path, std::size_t column);
  static const Node* find(const std::vector<Node>& nodes, std::string_view name,
                          std::size_t* expected);
  static simdjson::error_code read_nodes(const std::vector<Node>& nodes,
                                         simdjson::ondemand::object object,
                                         std::span<convert::Value> out,
                                         std::deque<std::string>* built);
  static simdjson::error_code read_value(const Node& node, simdjson::ondemand::value value,
                                         std::span<convert::Value> out,
                                         std::deque<std::string>* built);

  std::vector<Node> nodes_;
};

}  // namespace crosswalk::salesforce
