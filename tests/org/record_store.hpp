// The org's records: one table per object, indexed by id, by every field that can be looked up, and
// by (SystemModstamp, Id). In memory, used from one thread.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "org/schema.hpp"
#include "org/value.hpp"

namespace crosswalk::org {

using Record = std::vector<Value>;  // one value per field of its object
using RowNumber = std::uint32_t;    // rows are never reused; ids rise with them

// The places of the fields that the org itself keeps.
struct SystemFields {
  std::optional<std::size_t> id, is_deleted, created_date, created_by, modified_date, modified_by,
      modstamp, owner, name;
};

class Table {
 public:
  explicit Table(const Object& object);

  const Object& object() const { return *object_; }
  const SystemFields& system() const { return system_; }
  std::size_t size() const { return rows_.size(); }
  const Record& row(RowNumber number) const { return rows_[number]; }
  bool is_deleted(RowNumber number) const;
  const std::string& id(RowNumber number) const;

  std::optional<RowNumber> find(
      std::string_view id) const;  // 15 or 18 characters, deleted ones too
  // Live rows that hold the text in an indexed field.
  std::vector<RowNumber> find_by(std::size_t field, const Value& value) const;
  bool is_indexed(std::size_t field) const { return indexes_.contains(field); }

  RowNumber insert(Record record);  // gives the record its Id
  void replace(RowNumber number, Record record);
  void forget_last();  // takes the last insert back

  // (stamp, row) of every row, deleted ones too.
  const std::set<std::pair<std::int64_t, RowNumber>>& by_modstamp() const { return by_modstamp_; }

 private:
  void index(RowNumber number, bool add);

  const Object* object_;
  SystemFields system_;
  std::vector<Record> rows_;
  std::map<std::size_t, std::unordered_multimap<std::string, RowNumber>> indexes_;
  std::set<std::pair<std::int64_t, RowNumber>> by_modstamp_;
};

class RecordStore {
 public:
  explicit RecordStore(const Schema& schema);
  Table* find(std::string_view object);
  const Table* find(std::string_view object) const;
  // The row that an id names, whatever its object.
  struct Found {
    const Table* table;
    RowNumber row;
  };
  std::optional<Found> resolve(std::string_view id) const;
  const Schema& schema() const { return schema_; }

 private:
  const Schema& schema_;
  std::map<std::string, Table> tables_;  // keyed lower case
};

}  // namespace crosswalk::org
