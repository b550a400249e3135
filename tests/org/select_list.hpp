// What a query selects: fields, parents' fields as nested objects, children as nested pages.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "org/field_path.hpp"

namespace crosswalk::org {

struct QueryContext;

struct ChildQuery {
  std::string relationship;
  const Table* table = nullptr;
  std::size_t field = 0;  // of the child, names the parent
  soql::Query query;
  std::string text;
};

struct SelectNode {
  std::string name;       // field or relationship, spelt as the org spells it
  std::size_t field = 0;  // of the object at hand (nodes of polymorphic parents go by name)
  std::vector<SelectNode> inside;  // a parent's fields
  std::shared_ptr<const ChildQuery> child;
};

class SelectList {
 public:
  std::vector<SelectNode> nodes;
  bool has_long_text = false;
  std::string version;

  // One record with its `attributes`.
  void write(std::string& out, const QueryContext& context, const Table& table, RowNumber row,
             const std::string& version) const;
};

std::variant<SelectList, Refusal> compile_select(const QueryContext& context, const Table& table,
                                                 const QueryText& text, const soql::Query& query);

// A list of fields by name, for reading one record: no parents, no children.
std::variant<SelectList, Refusal> select_fields(const Object& object,
                                                const std::vector<std::string>& names);
SelectList select_all(const Object& object);

void write_field(std::string& out, const Table& table, RowNumber row, std::size_t field);
void write_attributes(std::string& out, const Table& table, RowNumber row,
                      const std::string& version);

}  // namespace crosswalk::org
