#include "org/record_store.hpp"

#include <algorithm>

namespace crosswalk::org {
namespace {

// Equal values have equal keys; text compares case-insensitively unless the field says otherwise.
std::string index_key(const Field& field, const Value& value) {
  if (const std::string* text = text_of(value)) return field.case_sensitive ? *text : lower(*text);
  std::string out;
  append_json_value(out, field, value);
  return out;
}

}  // namespace

Table::Table(const Object& object) : object_(&object) {
  const auto at = [&](const char* name) { return object.find(name); };
  system_ = {at("Id"),
             at("IsDeleted"),
             at("CreatedDate"),
             at("CreatedById"),
             at("LastModifiedDate"),
             at("LastModifiedById"),
             at("SystemModstamp"),
             at("OwnerId"),
             at("Name")};
  for (std::size_t i = 0; i < object.fields.size(); ++i) {
    const Field& field = object.fields[i];
    if (field.type != FieldType::id && (field.unique || field.external_id || field.id_lookup))
      indexes_[i];
  }
}

bool Table::is_deleted(RowNumber number) const {
  const bool* deleted =
      system_.is_deleted ? std::get_if<bool>(&rows_[number][*system_.is_deleted]) : nullptr;
  return deleted && *deleted;
}

const std::string& Table::id(RowNumber number) const {
  return *text_of(rows_[number][*system_.id]);
}

std::optional<RowNumber> Table::find(std::string_view id) const {
  const auto whole = read_id(id);
  if (!whole || whole->substr(0, 3) != object_->key_prefix) return std::nullopt;
  const auto number = number_of_id(*whole);
  if (!number || *number == 0 || *number > rows_.size()) return std::nullopt;
  return static_cast<RowNumber>(*number - 1);
}

std::vector<RowNumber> Table::find_by(std::size_t field, const Value& value) const {
  std::vector<RowNumber> out;
  const auto index = indexes_.find(field);
  if (index == indexes_.end() || is_null(value)) return out;
  const auto [first, last] = index->second.equal_range(index_key(object_->fields[field], value));
  for (auto it = first; it != last; ++it) out.push_back(it->second);
  std::sort(out.begin(), out.end());
  return out;
}

void Table::index(RowNumber number, bool add) {
  const Record& record = rows_[number];
  if (system_.modstamp) {
    const auto* stamp = std::get_if<std::int64_t>(&record[*system_.modstamp]);
    const std::pair<std::int64_t, RowNumber> entry{stamp ? *stamp : 0, number};
    if (add) by_modstamp_.insert(entry);
    if (!add) by_modstamp_.erase(entry);
  }
  if (is_deleted(number)) return;
  for (auto& [field, entries] : indexes_) {
    if (is_null(record[field])) continue;
    const std::string key = index_key(object_->fields[field], record[field]);
    if (add) {
      entries.emplace(key, number);
      continue;
    }
    const auto [first, last] = entries.equal_range(key);
    const auto found =
        std::find_if(first, last, [&](const auto& entry) { return entry.second == number; });
    if (found != last) entries.erase(found);
  }
}

RowNumber Table::insert(Record record) {
  record.resize(object_->fields.size());
  const auto number = static_cast<RowNumber>(rows_.size());
  record[*system_.id] = text_value(id_of(object_->key_prefix, number + 1));
  rows_.push_back(std::move(record));
  index(number, true);
  return number;
}

void Table::replace(RowNumber number, Record record) {
  index(number, false);
  rows_[number] = std::move(record);
  index(number, true);
}

void Table::forget_last() {
  index(static_cast<RowNumber>(rows_.size() - 1), false);
  rows_.pop_back();
}

RecordStore::RecordStore(const Schema& schema) : schema_(schema) {
  for (const auto& [key, object] : schema.objects())
    if (object.find("Id") && object.key_prefix.size() == 3) tables_.emplace(key, Table(object));
}

Table* RecordStore::find(std::string_view object) {
  const auto found = tables_.find(lower(object));
  return found == tables_.end() ? nullptr : &found->second;
}

const Table* RecordStore::find(std::string_view object) const {
  const auto found = tables_.find(lower(object));
  return found == tables_.end() ? nullptr : &found->second;
}

std::optional<RecordStore::Found> RecordStore::resolve(std::string_view id) const {
  const Object* object = schema_.by_prefix(id);
  const Table* table = object ? find(object->name) : nullptr;
  const auto row = table ? table->find(id) : std::nullopt;
  if (!row) return std::nullopt;
  return Found{table, *row};
}

}  // namespace crosswalk::org
