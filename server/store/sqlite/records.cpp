#include <algorithm>

#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

constexpr std::string_view kColumns =
    "SELECT r.object, r.key, r.version, r.fields, r.inactive, r.deleted, r.changed_at, r.state, "
    "r.state_since, r.last_sync_at, r.salesforce, r.salesforce_id, "
    "(SELECT group_concat(list, char(10)) FROM record_list l "
    " WHERE l.tenant=r.tenant AND l.object=r.object AND l.key=r.key) ";

RecordRow read_record(const Query& query) {
  return {.object = query.text(0),
          .key = query.text(1),
          .version = query.integer(2),
          .fields_json = query.text(3),
          .inactive = query.truth(4),
          .deleted = query.truth(5),
          .lists = split_lines(query.view(12)),
          .changed_at = query.stamp(6),
          .state = query.word<SyncState>(7),
          .state_since = query.stamp(8),
          .last_sync_at = query.stamp_or_null(9),
          .salesforce = query.text(10),
          .salesforce_id = query.text(11)};
}

// The list is walked along the index of its most telling filter, and ordered by it; the other
// filters only sort out.
struct Walk {
  std::string_view tag;
  std::string_view from, order, after;  // SQL; `after` compares with ?3 (number) and ?4 (key)
};

constexpr Walk kByKey = {"k", "FROM record r ", "ORDER BY r.key ", "AND r.key>?4 AND ?3=0 "};
constexpr Walk kByList = {
    "l",
    "FROM record_list m JOIN record r ON r.tenant=m.tenant AND r.object=m.object AND r.key=m.key ",
    "ORDER BY m.key ", "AND m.key>?4 AND ?3=0 "};
constexpr Walk kByChange = {"c", "FROM record r INDEXED BY record_changed ",
                            "ORDER BY r.changed_at, r.key ", "AND (r.changed_at, r.key)>(?3, ?4) "};
constexpr Walk kBySync = {"s", "FROM record r INDEXED BY record_synced ",
                          "ORDER BY r.last_sync_at, r.key ",
                          "AND (r.last_sync_at, r.key)>(?3, ?4) "};

const Walk& walk_of(const RecordFilter& filter) {
  if (filter.list) return kByList;
  if (filter.changed_since) return kByChange;
  if (filter.synced_after) return kBySync;
  return kByKey;
}

std::string list_sql(const RecordFilter& filter, const Walk& walk) {
  std::string sql(kColumns);
  sql += walk.from;
  sql += filter.list ? "WHERE m.tenant=?1 AND m.object=?2 AND m.list=?8 "
                     : "WHERE r.tenant=?1 AND r.object=?2 AND ?8 IS NULL ";
  sql += "AND r.deleted=0 ";
  sql += filter.changed_since ? "AND r.changed_at>=?5 " : "AND ?5 IS NULL ";
  sql += filter.synced_after ? "AND r.last_sync_at>?6 " : "AND ?6 IS NULL ";
  sql += filter.state ? "AND r.state=?7 " : "AND ?7 IS NULL ";
  sql += walk.after;
  sql += walk.order;
  sql += "LIMIT ?9";
  return sql;
}

std::int64_t mark_of(const Walk& walk, const RecordRow& row) {
  if (&walk == &kByChange) return row.changed_at.time_since_epoch().count();
  if (&walk == &kBySync && row.last_sync_at) return row.last_sync_at->time_since_epoch().count();
  return 0;
}

class SqliteRecords final : public Records {
 public:
  explicit SqliteRecords(Access access) : access_(access) {}

  Task<std::vector<PutOutcome>> put(std::string tenant, std::vector<RecordWrite> batch,
                                    runtime::Stamp at) override {
    using Outcomes = std::vector<PutOutcome>;
    return access_.write<Outcomes>([tenant, batch = std::move(batch),
                                    at](Database& db) -> Result<Outcomes> {
      if (batch.size() > kRecordBatchMax)
        return failure(ErrorKind::too_large, "batchTooLarge", {},
                       "A batch holds at most " + std::to_string(kRecordBatchMax) + " records.");
      return put_records(db, tenant, batch, at);
    });
  }

  Task<RecordRow> get(std::string tenant, std::string object, std::string key) override {
    return access_.read<RecordRow>([tenant, object, key](Database& db) -> Result<RecordRow> {
      static const std::string kSql =
          std::string(kColumns) +
          "FROM record r WHERE r.tenant=?1 AND r.object=?2 AND r.key=?3 AND r.deleted=0";
      auto query = db.query(kSql, tenant, object, key);
      if (!query.next()) return not_found("record", key);
      return read_record(query);
    });
  }

  Task<void> erase(std::string tenant, std::string object, std::string key,
                   std::optional<std::int64_t> expected_version, runtime::Stamp at) override {
    return access_.write<void>(
        [tenant, object, key, expected_version, at](Database& db) -> Result<void> {
          return erase_record(db, tenant, object, key, expected_version, at);
        });
  }

  Task<Page<RecordRow>> list(std::string tenant, RecordFilter filter, PageRequest page) override {
    using Rows = Page<RecordRow>;
    return access_.read<Rows>([tenant, filter, page](Database& db) -> Result<Rows> {
      const Walk& walk = walk_of(filter);
      const std::string tag = "record-" + std::string(walk.tag);
      auto after = read_cursor(tag, page.after);
      if (!after) return after.error();
      const Cursor from = after->value_or(Cursor{});
      const auto limit = page_limit(page);
      auto query =
          db.query(list_sql(filter, walk), tenant, filter.object, from.number, from.text,
                   filter.changed_since, filter.synced_after, filter.state, filter.list, limit + 1);
      return read_page<RecordRow>(query, limit, read_record, [&](const RecordRow& row) {
        return write_cursor(tag, mark_of(walk, row), row.key);
      });
    });
  }

  Task<std::int64_t> version(std::string tenant) override {
    return access_.read<std::int64_t>([tenant](Database& db) -> Result<std::int64_t> {
      auto query = db.query("SELECT record_version FROM tenant WHERE id=?1", tenant);
      return query.next() ? query.integer(0) : 0;
    });
  }

  Task<StateCounts> counts(std::string tenant, std::string object) override {
    return access_.read<StateCounts>([tenant, object](Database& db) -> Result<StateCounts> {
      StateCounts counts;
      std::int64_t* const places[] = {&counts.in_step, &counts.waiting, &counts.issue,
                                      &counts.inactive, &counts.unlinked};
      auto query = db.query(
          "SELECT state, count(*) FROM record WHERE tenant=?1 AND object=?2 AND deleted=0 "
          "GROUP BY state",
          tenant, object);
      while (query.next()) *places[query.integer(0)] = query.integer(1);
      return counts;
    });
  }

  Task<Page<ListRow>> lists(std::string tenant, PageRequest page) override {
    using Rows = Page<ListRow>;
    return access_.read<Rows>([tenant, page](Database& db) -> Result<Rows> {
      auto after = read_cursor("list", page.after);
      if (!after) return after.error();
      const auto limit = page_limit(page);
      auto query = db.query(
          "SELECT list, count(*) FROM record_list WHERE tenant=?1 AND list>?2 "
          "GROUP BY list ORDER BY list LIMIT ?3",
          tenant, after->value_or(Cursor{}).text, limit + 1);
      return read_page<ListRow>(
          query, limit,
          [](const Query& row) { return ListRow{.name = row.text(0), .records = row.integer(1)}; },
          [](const ListRow& row) { return write_cursor("list", 0, row.name); });
    });
  }

  Task<Page<RecordRow>> list_members(std::string tenant, std::string list,
                                     PageRequest page) override {
    using Rows = Page<RecordRow>;
    return access_.read<Rows>([tenant, list, page](Database& db) -> Result<Rows> {
      static const std::string kSql =
          std::string(kColumns) +
          "FROM record_list m JOIN record r ON r.tenant=m.tenant AND r.object=m.object AND "
          "r.key=m.key "
          "WHERE m.tenant=?1 AND m.list=?2 AND (m.object, m.key)>(?3, ?4) "
          "ORDER BY m.object, m.key LIMIT ?5";
      auto after = read_cursor("member", page.after);
      if (!after) return after.error();
      // The cursor's text is the object and the key; its number is the length of the object.
      const Cursor from = after->value_or(Cursor{});
      const auto cut = std::clamp<std::int64_t>(from.number, 0, std::ssize(from.text));
      const auto limit = page_limit(page);
      auto query = db.query(kSql, tenant, list, from.text.substr(0, static_cast<std::size_t>(cut)),
                            from.text.substr(static_cast<std::size_t>(cut)), limit + 1);
      return read_page<RecordRow>(query, limit, read_record, [](const RecordRow& row) {
        return write_cursor("member", std::ssize(row.object), row.object + row.key);
      });
    });
  }

 private:
  Access access_;
};

}  // namespace

std::unique_ptr<Records> make_records(Access access) {
  return std::make_unique<SqliteRecords>(access);
}

}  // namespace crosswalk::store::sqlite
