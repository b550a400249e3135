// Writing records: versions, merging of fields, the state that a change leaves a record in.
#include <algorithm>

#include "store/fields.hpp"
#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

struct Kept {
  std::int64_t version = 0;  // 0: there is none
  bool inactive = false, deleted = false;
  SyncState state = SyncState::unlinked;
  bool linked = false;
  std::string fields;
};

Kept read_kept(Database& db, const std::string& tenant, const std::string& object,
               const std::string& key) {
  auto query = db.query(
      "SELECT version, inactive, deleted, state, salesforce_id<>'', fields FROM record "
      "WHERE tenant=?1 AND object=?2 AND key=?3",
      tenant, object, key);
  if (!query.next()) return {};
  return {.version = query.integer(0),
          .inactive = query.truth(1),
          .deleted = query.truth(2),
          .state = query.word<SyncState>(3),
          .linked = query.truth(4),
          .fields = query.text(5)};
}

SyncState state_after_change(const Kept& kept, bool inactive) {
  if (inactive) return SyncState::inactive;
  if (kept.linked) return SyncState::waiting;
  if (kept.version == 0 || kept.deleted || kept.inactive || kept.state == SyncState::unlinked)
    return SyncState::unlinked;
  return SyncState::waiting;
}

// Whether the memberships changed.
bool put_lists(Database& db, const std::string& tenant, const RecordWrite& write) {
  std::vector<std::string> before;
  {
    auto query = db.query(
        "SELECT list FROM record_list WHERE tenant=?1 AND object=?2 AND key=?3 ORDER BY list",
        tenant, write.object, write.key);
    while (query.next()) before.push_back(query.text(0));
  }
  auto after = *write.lists;
  std::sort(after.begin(), after.end());
  after.erase(std::unique(after.begin(), after.end()), after.end());
  if (before == after) return false;
  db.execute("DELETE FROM record_list WHERE tenant=?1 AND object=?2 AND key=?3", tenant,
             write.object, write.key);
  for (const auto& list : after)
    db.execute("INSERT INTO record_list (tenant, list, object, key) VALUES (?1, ?2, ?3, ?4)",
               tenant, list, write.object, write.key);
  return true;
}

// Gives out the tenant's versions and writes the counter back once.
class Versions {
 public:
  static Result<Versions> of(Database& db, const std::string& tenant) {
    auto query = db.query("SELECT record_version FROM tenant WHERE id=?1", tenant);
    if (!query.next()) return not_found("tenant", tenant);
    return Versions(query.integer(0));
  }
  std::int64_t next() { return ++newest_; }
  void keep(Database& db, const std::string& tenant) const {
    if (newest_ != first_)
      db.execute("UPDATE tenant SET record_version=?2 WHERE id=?1", tenant, newest_);
  }

 private:
  explicit Versions(std::int64_t newest) : first_(newest), newest_(newest) {}
  std::int64_t first_, newest_;
};

PutOutcome insert(Database& db, const std::string& tenant, const RecordWrite& write,
                  const FieldSlices& fields, Versions& versions, runtime::Stamp at) {
  const bool inactive = write.inactive.value_or(false);
  const auto version = versions.next();
  db.execute(
      "INSERT INTO record (tenant, object, key, version, fields, inactive, changed_at, state, "
      "state_since) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7)",
      tenant, write.object, write.key, version, write_fields(fields), inactive, at,
      inactive ? SyncState::inactive : SyncState::unlinked);
  return {.change = PutOutcome::Change::created, .version = version};
}

PutOutcome change(Database& db, const std::string& tenant, const RecordWrite& write,
                  const Kept& kept, const FieldSlices& patch, bool lists_changed,
                  Versions& versions, runtime::Stamp at) {
  // A tombstone that comes back has the new fields only.
  std::optional<std::string> fields;
  if (kept.deleted) {
    fields = write_fields(patch);
  } else if (const auto before = read_fields(kept.fields)) {
    fields = merge_fields(*before, patch);
  }
  const bool inactive = write.inactive.value_or(kept.inactive && !kept.deleted);
  if (!fields && inactive == kept.inactive && !lists_changed)
    return {.change = PutOutcome::Change::unchanged, .version = kept.version};
  const auto version = versions.next();
  const auto state = state_after_change(kept, inactive);
  db.execute(
      "UPDATE record SET version=?4, fields=coalesce(?5, fields), inactive=?6, deleted=0, "
      "changed_at=?7, state_since=CASE WHEN state=?8 THEN state_since ELSE ?7 END, state=?8 "
      "WHERE tenant=?1 AND object=?2 AND key=?3",
      tenant, write.object, write.key, version, fields, inactive, at, state);
  return {.change = kept.deleted ? PutOutcome::Change::created : PutOutcome::Change::changed,
          .version = version};
}

// Keys and names of lists are kept one a line in places.
bool has_bad_name(const RecordWrite& write) {
  return has_line_break(write.key) ||
         (write.lists && std::any_of(write.lists->begin(), write.lists->end(), has_line_break));
}

PutOutcome put_one(Database& db, const std::string& tenant, const RecordWrite& write,
                   Versions& versions, runtime::Stamp at) {
  const auto patch = read_fields(write.fields_json);
  const Kept kept = read_kept(db, tenant, write.object, write.key);
  const std::int64_t seen = kept.deleted ? 0 : kept.version;
  if (!patch || has_bad_name(write))
    return {.change = PutOutcome::Change::bad_fields, .version = seen};
  if (write.expected_version && *write.expected_version != seen)
    return {.change = PutOutcome::Change::version_mismatch, .version = seen};
  const bool lists_changed = write.lists && put_lists(db, tenant, write);
  return kept.version == 0 ? insert(db, tenant, write, *patch, versions, at)
                           : change(db, tenant, write, kept, *patch, lists_changed, versions, at);
}

}  // namespace

Result<std::vector<PutOutcome>> put_records(Database& database, const std::string& tenant,
                                            const std::vector<RecordWrite>& batch,
                                            runtime::Stamp at) {
  auto versions = Versions::of(database, tenant);
  if (!versions) return versions.error();
  std::vector<PutOutcome> outcomes;
  outcomes.reserve(batch.size());
  for (const auto& write : batch)
    outcomes.push_back(put_one(database, tenant, write, *versions, at));
  versions->keep(database, tenant);
  return outcomes;
}

Result<void> erase_record(Database& database, const std::string& tenant, const std::string& object,
                          const std::string& key, std::optional<std::int64_t> expected_version,
                          runtime::Stamp at) {
  auto versions = Versions::of(database, tenant);
  if (!versions) return versions.error();
  const Kept kept = read_kept(database, tenant, object, key);
  if (kept.version == 0 || kept.deleted) return not_found("record", key);
  if (expected_version && *expected_version != kept.version)
    return failure(ErrorKind::conflict, "versionMismatch", key,
                   "The record was changed meanwhile (version " + std::to_string(kept.version) +
                       " is kept now).");
  database.execute(
      "UPDATE record SET version=?4, fields='{}', inactive=0, deleted=1, changed_at=?5, state=?6, "
      "state_since=?5 WHERE tenant=?1 AND object=?2 AND key=?3",
      tenant, object, key, versions->next(), at,
      kept.linked ? SyncState::waiting : SyncState::unlinked);
  database.execute("DELETE FROM record_list WHERE tenant=?1 AND object=?2 AND key=?3", tenant,
                   object, key);
  versions->keep(database, tenant);
  return {};
}

}  // namespace crosswalk::store::sqlite
