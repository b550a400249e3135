// Reads the tokens of a describe text straight into objects, without a tree between: what is not
// kept is passed over and costs no memory. Lives for one text.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"
#include "json/limits.hpp"
#include "json/scanner.hpp"
#include "schema/properties.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::schema {

class DescribeScan {
 public:
  DescribeScan(std::string_view text, json::Limits limits) : scanner_(text, limits) {}

  // Every object that the text describes, in its order; none is no failure. Errors: the codes of
  // json::read, jsonDuplicateKey only for members that are kept; jsonTooLarge for more than any org
  // has, too.
  Result<std::vector<SalesforceObject>> run();

 private:
  using Token = json::Token;
  struct Tables;

  // Reads the next member that is kept: its place among the names, and its value's first token; or
  // the object's end. `place` comes in as the likely one.
  bool next_member(std::span<const std::string_view> names, Taken& taken, std::size_t& place,
                   Token& token);
  template <class Item, class Table>
  bool read_members(Item& item, const Table& table, Taken& taken);
  template <class Item, class Row>
  bool read_member(Item& item, const Row& row, const Token& token);
  template <class Each>
  bool read_list(const Token& token, Each&& each);
  template <class Item, class Table>
  bool read_items(const Token& token, std::vector<Item>& items, const Table& table);

  bool read_wrapped(const Token& token);
  bool read_object();
  bool keep(std::size_t bytes, std::size_t offset);

  bool read_inside(SalesforceObject& object, const Token& token);
  bool read_fields(SalesforceObject& object, const Token& token);
  bool read_record_types(SalesforceObject& object, const Token& token);
  bool read_children(SalesforceObject& object, const Token& token);
  bool read_scopes(SalesforceObject& object, const Token& token);

  bool read_default_value(SalesforceField& field, const Token& token);
  bool read_formula(SalesforceField& field, const Token& token);
  bool read_lookup_filter(SalesforceField& field, const Token& token);
  bool read_picklist(SalesforceField& field, const Token& token);
  bool read_targets(SalesforceField& field, const Token& token);
  bool read_order(SalesforceField& field, const Token& token);

  json::Scanner scanner_;
  std::vector<SalesforceObject> objects_;
  std::size_t kept_bytes_ = 0;
};

}  // namespace crosswalk::schema
