// A field of a query, possibly of a parent: Account.Owner.Name. Compiled against an object once,
// then read from many records.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "org/field_rules.hpp"
#include "org/record_store.hpp"
#include "soql/ast.hpp"

namespace crosswalk::org {

// What a refusal of a query needs besides its words.
struct QueryText {
  std::string_view text;
  std::string_view alias;  // of the object in FROM, may be empty
};

// Salesforce's form: an excerpt, a caret, "ERROR at Row:1:Column:43", the reason.
Refusal located(const QueryText& query, soql::Span span, std::string code,
                const std::string& reason);

struct FieldPath {
  std::vector<std::string> hops;  // relationship names, the object's own spelling where known
  std::string name;               // the last part
  const Object* home = nullptr;   // where the field was found; the object itself without hops
  std::size_t field = 0;          // in home
  bool is_type = false;  // Owner.Type: the name of the object that a polymorphic field names
  const Field* definition() const { return is_type || !home ? nullptr : &home->fields[field]; }

  Value read(const RecordStore& store, const Table& table, RowNumber row) const;
};

std::variant<FieldPath, Refusal> compile_path(const RecordStore& store, const Object& object,
                                              const QueryText& query, const soql::Path& path);

// The record that a relationship of a record leads to.
std::optional<RecordStore::Found> parent_of(const RecordStore& store, const Table& table,
                                            RowNumber row, std::string_view relationship);

}  // namespace crosswalk::org
