// Inserts, updates, upserts and deletes records as the REST API does: validation in Salesforce's
// order, audit stamps at second precision, unique values, soft deletes. Everything written since
// `begin` can be taken back.
#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "org/field_rules.hpp"
#include "org/record_store.hpp"

namespace crosswalk::org {

struct Outcome {
  std::string id;  // empty when the record was refused
  bool created = false;
  std::vector<Refusal> errors;
  std::vector<std::string> matches;  // upsert: the ids that its key names, when there are several
  bool not_found = false;
  bool ok() const { return errors.empty() && matches.empty() && !not_found; }
};

class RecordWriter {
 public:
  using Now = std::function<std::int64_t()>;                 // seconds since 1970
  using IsLocked = std::function<bool(const std::string&)>;  // by id; asking may use a lock up
  RecordWriter(RecordStore& store, std::string user, Now now, IsLocked is_locked)
      : store_(store),
        user_(std::move(user)),
        now_(std::move(now)),
        is_locked_(std::move(is_locked)) {}

  Outcome insert(Table& table, const nlohmann::ordered_json& body);
  Outcome update(Table& table, const std::string& id, const nlohmann::ordered_json& body);
  // The key field must be a lookup field; its value is `key`.
  Outcome upsert(Table& table, std::size_t key_field, const nlohmann::ordered_json& key,
                 const nlohmann::ordered_json& body, bool update_only);
  Outcome erase(const std::string& id);

  void begin() { undo_.clear(); }
  void roll_back();

 private:
  struct Undo {
    Table* table;
    RowNumber row;
    std::optional<Record> before;  // nothing: the row was inserted
  };

  std::optional<Refusal> apply(Table& table, Record& record, const nlohmann::ordered_json& body,
                               bool insert);
  std::optional<Refusal> apply_parent(Table& table, Record& record, const std::string& name,
                                      const nlohmann::ordered_json& value);
  std::optional<Refusal> check(const Table& table, const Record& record,
                               std::optional<RowNumber> self,
                               const nlohmann::ordered_json& body) const;
  std::optional<Refusal> duplicate(const Table& table, const Record& record,
                                   std::optional<RowNumber> self) const;
  void set_defaults(const Table& table, Record& record) const;
  void stamp(const Table& table, Record& record, bool insert) const;
  Outcome store_update(Table& table, RowNumber row, Record record);

  RecordStore& store_;
  std::string user_;
  Now now_;
  IsLocked is_locked_;
  std::vector<Undo> undo_;
};

// The display name of a person from its parts, kept in the compound Name field.
void refresh_name(const Table& table, Record& record);

}  // namespace crosswalk::org
