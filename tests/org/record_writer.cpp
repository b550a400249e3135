#include "org/record_writer.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace crosswalk::org {
namespace {

using Json = nlohmann::ordered_json;

Outcome refused(Refusal refusal, bool created = false) {
  Outcome out;
  out.created = created;
  out.errors.push_back(std::move(refusal));
  return out;
}

std::string list_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return "[" + out + "]";
}

std::string with_blank(const Value& first, const Value& second) {
  const std::string *a = text_of(first), *b = text_of(second);
  return (a ? *a : "") + std::string(a && b ? " " : "") + (b ? *b : "");
}

bool is_row_marker(const std::string& name) { return name == "attributes" || lower(name) == "id"; }

}  // namespace

void refresh_name(const Table& table, Record& record) {
  const Object& object = table.object();
  const auto first = object.find("FirstName"), last = object.find("LastName");
  if (!first || !last || !table.system().name || object.fields[*last].compound != "Name") return;
  record[*table.system().name] = text_value(with_blank(record[*first], record[*last]));
}

// "Account": {"External__c": "A1"} sets AccountId to the account that the key names.
std::optional<Refusal> RecordWriter::apply_parent(Table& table, Record& record,
                                                  const std::string& name, const Json& value) {
  const auto place = table.object().by_relationship(name);
  if (!place)
    return Refusal{"INVALID_FIELD",
                   "No such column '" + name + "' on sobject of type " + table.object().name,
                   {}};
  const Field& field = table.object().fields[*place];
  if (field.reference_to.size() > 1 && !value.contains("attributes"))
    return wrong_type("reference", value);
  std::string parent_name = field.reference_to.front();
  if (const auto found = value.find("attributes"); found != value.end() && found->is_object())
    parent_name = found->value("type", parent_name);
  const Table* parent = store_.find(parent_name);
  for (const auto& [key, wanted] : value.items()) {
    if (key == "attributes") continue;
    const auto key_field = parent ? parent->object().find(key) : std::nullopt;
    if (!key_field || !parent->is_indexed(*key_field))
      return Refusal{
          "INVALID_FIELD", "No such column '" + key + "' on sobject of type " + parent_name, {}};
    const Accepted accepted = accept(store_, parent->object().fields[*key_field], wanted);
    if (const auto* refusal = std::get_if<Refusal>(&accepted)) return *refusal;
    const auto rows = parent->find_by(*key_field, std::get<Value>(accepted));
    if (rows.size() != 1)
      return Refusal{"INVALID_FIELD",
                     "Foreign key external ID: " + wanted.dump() + " not found for field " + key +
                         " in entity " + parent_name,
                     {}};
    record[*place] = text_value(parent->id(rows.front()));
  }
  return std::nullopt;
}

std::optional<Refusal> RecordWriter::apply(Table& table, Record& record, const Json& body,
                                           bool insert) {
  const Object& object = table.object();
  std::vector<std::string> forbidden;
  for (const auto& [name, value] : body.items()) {
    if (is_row_marker(name)) continue;
    const auto place = object.find(name);
    if (!place) {
      if (value.is_object() && object.by_relationship(name)) {
        if (auto refusal = apply_parent(table, record, name, value)) return refusal;
        continue;
      }
      return Refusal{
          "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + object.name, {}};
    }
    const Field& field = object.fields[*place];
    if (insert ? !field.createable : !field.updateable) {
      forbidden.push_back(field.name);
      continue;
    }
    Accepted accepted = accept(store_, field, value);
    if (auto* refusal = std::get_if<Refusal>(&accepted)) return std::move(*refusal);
    record[*place] = std::get<Value>(std::move(accepted));
  }
  if (forbidden.empty()) return std::nullopt;
  std::string names = list_of(forbidden);
  names = names.substr(1, names.size() - 2);
  return Refusal{
      "INVALID_FIELD_FOR_INSERT_UPDATE",
      "Unable to create/update fields: " + names +
          ". Please check the security settings of this field and verify that it is read/write for "
          "your profile or permission set.",
      forbidden};
}

std::optional<Refusal> RecordWriter::duplicate(const Table& table, const Record& record,
                                               std::optional<RowNumber> self) const {
  const Object& object = table.object();
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    if (!object.fields[i].unique) continue;
    for (const RowNumber other : table.find_by(i, record[i]))
      if (other != self)
        return Refusal{"DUPLICATE_VALUE",
                       "duplicate value found: " + object.fields[i].name +
                           " duplicates value on record with id: " + table.id(other),
                       {}};
  }
  if (object.name != "CampaignMember") return std::nullopt;
  const auto campaign = object.find("CampaignId"), contact = object.find("ContactId"),
             lead = object.find("LeadId");
  for (RowNumber row = 0; row < table.size(); ++row)
    if (row != self && !table.is_deleted(row) &&
        compare(table.row(row)[*campaign], record[*campaign]) == 0 &&
        compare(table.row(row)[*contact], record[*contact]) == 0 &&
        compare(table.row(row)[*lead], record[*lead]) == 0)
      return Refusal{"DUPLICATE_VALUE", "Already a campaign member.", {}};
  return std::nullopt;
}

std::optional<Refusal> RecordWriter::check(const Table& table, const Record& record,
                                           std::optional<RowNumber> self, const Json& body) const {
  const Object& object = table.object();
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    const Field& field = object.fields[i];
    const bool touched = !self || body.contains(field.name);
    if (touched && field.required_on_create() && is_null(record[i])) missing.push_back(field.name);
  }
  if (!missing.empty())
    return Refusal{"REQUIRED_FIELD_MISSING", "Required fields are missing: " + list_of(missing),
                   missing};
  if (object.name == "CampaignMember" &&
      is_null(record[*object.find("ContactId")]) == is_null(record[*object.find("LeadId")]))
    return Refusal{"REQUIRED_FIELD_MISSING",
                   "Required fields are missing: [LeadId, ContactId]",
                   {"LeadId", "ContactId"}};
  const auto converted = self ? object.find("IsConverted") : std::nullopt;
  if (converted && record[*converted] == Value(true))
    return Refusal{"CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead", {}};
  return duplicate(table, record, self);
}

void RecordWriter::set_defaults(const Table& table, Record& record) const {
  const Object& object = table.object();
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    const Field& field = object.fields[i];
    if (!is_null(record[i])) continue;
    if (field.type == FieldType::boolean) record[i] = field.default_value == "true";
    if (field.auto_number) {
      const std::string digits = std::to_string(table.size() + 1);
      record[i] =
          text_value(std::string(8 - std::min<std::size_t>(8, digits.size()), '0') + digits);
    }
    if (field.type == FieldType::picklist)
      for (const PicklistValue& value : field.values)
        if (value.is_default) record[i] = text_value(value.value);
  }
  if (table.system().owner && is_null(record[*table.system().owner]))
    record[*table.system().owner] = text_value(user_);
}

void RecordWriter::stamp(const Table& table, Record& record, bool insert) const {
  const SystemFields& system = table.system();
  const std::int64_t now = now_();
  const auto set = [&](const std::optional<std::size_t>& field, Value value) {
    if (field) record[*field] = std::move(value);
  };
  if (insert) {
    set(system.created_date, now);
    set(system.created_by, text_value(user_));
    set(system.is_deleted, false);
  }
  set(system.modified_date, now);
  set(system.modified_by, text_value(user_));
  set(system.modstamp, now);
  refresh_name(table, record);
}

Outcome RecordWriter::insert(Table& table, const Json& body) {
  if (!body.is_object()) return refused(wrong_type(table.object().name, body), true);
  if (!table.object().createable)
    return refused({"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                    "entity type cannot be inserted: " + table.object().label,
                    {}},
                   true);
  Record record(table.object().fields.size());
  if (auto refusal = apply(table, record, body, true)) return refused(std::move(*refusal), true);
  set_defaults(table, record);
  if (auto refusal = check(table, record, std::nullopt, body))
    return refused(std::move(*refusal), true);
  stamp(table, record, true);
  const RowNumber row = table.insert(std::move(record));
  undo_.push_back({&table, row, std::nullopt});
  Outcome out;
  out.id = table.id(row);
  out.created = true;
  return out;
}

Outcome RecordWriter::store_update(Table& table, RowNumber row, Record record) {
  undo_.push_back({&table, row, table.row(row)});
  table.replace(row, std::move(record));
  Outcome out;
  out.id = table.id(row);
  return out;
}

Outcome RecordWriter::update(Table& table, const std::string& id, const Json& body) {
  if (!body.is_object()) return refused(wrong_type(table.object().name, body));
  if (!read_id(id)) return refused({"MALFORMED_ID", "malformed id " + id, {}});
  const auto row = table.find(id);
  if (!row) {
    Outcome out = refused({"INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", {}});
    out.not_found = true;
    return out;
  }
  if (table.is_deleted(*row)) return refused({"ENTITY_IS_DELETED", "entity is deleted", {}});
  if (is_locked_(table.id(*row)))
    return refused(
        {"UNABLE_TO_LOCK_ROW",
         "unable to obtain exclusive access to this record or 1 records: " + table.id(*row),
         {}});
  Record record = table.row(*row);
  if (auto refusal = apply(table, record, body, false)) return refused(std::move(*refusal));
  if (auto refusal = check(table, record, *row, body)) return refused(std::move(*refusal));
  stamp(table, record, false);
  return store_update(table, *row, std::move(record));
}

Outcome RecordWriter::upsert(Table& table, std::size_t key_field, const Json& key, const Json& body,
                             bool update_only) {
  const Field& field = table.object().fields[key_field];
  if (field.type == FieldType::id)
    return update(table, key.is_string() ? key.get<std::string>() : key.dump(), body);
  Accepted accepted = accept(store_, field, key);
  if (auto* refusal = std::get_if<Refusal>(&accepted)) return refused(std::move(*refusal), true);
  const Value value = std::get<Value>(accepted);
  if (is_null(value)) return refused({"MISSING_ARGUMENT", field.name + " not specified", {}}, true);
  const auto rows = table.find_by(key_field, value);
  if (rows.size() > 1) {
    Outcome out;
    for (const RowNumber row : rows) out.matches.push_back(table.id(row));
    return out;
  }
  if (rows.size() == 1) return update(table, table.id(rows.front()), body);
  if (update_only) {
    Outcome out = refused({"NOT_FOUND", "The requested resource does not exist", {}});
    out.not_found = true;
    return out;
  }
  Json whole = body;
  whole[field.name] = key;
  return insert(table, whole);
}

Outcome RecordWriter::erase(const std::string& id) {
  if (!read_id(id)) return refused({"MALFORMED_ID", "malformed id " + id, {}});
  const auto found = store_.resolve(id);
  if (!found) {
    Outcome out = refused({"INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", {}});
    out.not_found = true;
    return out;
  }
  if (found->table->is_deleted(found->row))
    return refused({"ENTITY_IS_DELETED", "entity is deleted", {}});
  Table& table = *store_.find(found->table->object().name);
  if (!table.object().deletable || !table.system().is_deleted)
    return refused(
        {"INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", {}});
  if (is_locked_(table.id(found->row)))
    return refused({"UNABLE_TO_LOCK_ROW",
                    "unable to obtain exclusive access to this record or 1 records: " + id,
                    {}});
  Record record = table.row(found->row);
  record[*table.system().is_deleted] = true;
  stamp(table, record, false);
  return store_update(table, found->row, std::move(record));
}

void RecordWriter::roll_back() {
  for (auto it = undo_.rbegin(); it != undo_.rend(); ++it) {
    if (it->before) {
      it->table->replace(it->row, std::move(*it->before));
    } else {
      it->table->forget_last();
    }
  }
  undo_.clear();
}

}  // namespace crosswalk::org
