#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

constexpr std::size_t kLookupsMax = 1000;

LinkRow read_link(const Query& query) {
  return {.key = query.text(0),
          .id = query.text(1),
          .base_json = query.text(2),
          .platform_version = query.integer(3),
          .modstamp = query.text(4),
          .agreed_at = query.stamp(5)};
}

class SqliteLinks final : public Links {
 public:
  explicit SqliteLinks(Access access) : access_(access) {}

  Task<std::vector<LinkRow>> by_keys(std::string tenant, Crossing crossing,
                                     std::vector<std::string> keys) override {
    return look_up(
        "SELECT key, id, base, platform_version, modstamp, agreed_at FROM link "
        "WHERE tenant=?1 AND crossing=?2 AND key=?3",
        tenant, crossing, std::move(keys));
  }

  Task<std::vector<LinkRow>> by_ids(std::string tenant, Crossing crossing,
                                    std::vector<std::string> ids) override {
    return look_up(
        "SELECT key, id, base, platform_version, modstamp, agreed_at FROM link "
        "WHERE tenant=?1 AND crossing=?2 AND id=?3",
        tenant, crossing, std::move(ids));
  }

  Task<Page<LinkRow>> list(std::string tenant, Crossing crossing, PageRequest page) override {
    using Rows = Page<LinkRow>;
    return access_.read<Rows>([tenant, crossing, page](Database& db) -> Result<Rows> {
      auto after = read_cursor("link", page.after);
      if (!after) return after.error();
      const auto number = find_crossing(db, tenant, crossing);
      if (!number) return Rows{};
      const auto limit = page_limit(page);
      auto query = db.query(
          "SELECT key, id, base, platform_version, modstamp, agreed_at FROM link "
          "WHERE tenant=?1 AND crossing=?2 AND key>?3 ORDER BY key LIMIT ?4",
          tenant, *number, after->value_or(Cursor{}).text, limit + 1);
      return read_page<LinkRow>(query, limit, read_link, [](const LinkRow& row) {
        return write_cursor("link", 0, row.key);
      });
    });
  }

  Task<std::int64_t> count(std::string tenant, Crossing crossing) override {
    return access_.read<std::int64_t>([tenant, crossing](Database& db) -> Result<std::int64_t> {
      const auto number = find_crossing(db, tenant, crossing);
      if (!number) return 0;
      auto query =
          db.query("SELECT count(*) FROM link WHERE tenant=?1 AND crossing=?2", tenant, *number);
      return query.next() ? query.integer(0) : 0;
    });
  }

 private:
  Task<std::vector<LinkRow>> look_up(std::string_view sql, std::string tenant, Crossing crossing,
                                     std::vector<std::string> names) {
    using Rows = std::vector<LinkRow>;
    return access_.read<Rows>([sql, tenant = std::move(tenant), crossing = std::move(crossing),
                               names = std::move(names)](Database& db) -> Result<Rows> {
      if (names.size() > kLookupsMax)
        return failure(
            ErrorKind::too_large, "batchTooLarge", {},
            "At most " + std::to_string(kLookupsMax) + " links are looked up at a time.");
      Rows rows;
      const auto number = find_crossing(db, tenant, crossing);
      if (!number) return rows;
      for (const auto& name : names) {
        auto query = db.query(sql, tenant, *number, name);
        if (query.next()) rows.push_back(read_link(query));
      }
      return rows;
    });
  }

  Access access_;
};

}  // namespace

Result<std::int64_t> number_crossing(Database& database, const std::string& tenant,
                                     const Crossing& crossing) {
  if (const auto known = find_crossing(database, tenant, crossing)) return *known;
  if (database.execute("UPDATE tenant SET crossing_count=crossing_count+1 WHERE id=?1", tenant) ==
      0)
    return not_found("tenant", tenant);
  database.execute(
      "INSERT INTO crossing (tenant, number, sync, object, salesforce) "
      "SELECT id, crossing_count, ?2, ?3, ?4 FROM tenant WHERE id=?1",
      tenant, crossing.sync, crossing.object, crossing.salesforce);
  return *find_crossing(database, tenant, crossing);
}

std::optional<std::int64_t> find_crossing(Database& database, const std::string& tenant,
                                          const Crossing& crossing) {
  auto query = database.query(
      "SELECT number FROM crossing WHERE tenant=?1 AND sync=?2 AND object=?3 AND salesforce=?4",
      tenant, crossing.sync, crossing.object, crossing.salesforce);
  return query.next() ? std::optional(query.integer(0)) : std::nullopt;
}

std::unique_ptr<Links> make_links(Access access) { return std::make_unique<SqliteLinks>(access); }

}  // namespace crosswalk::store::sqlite
