#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

const char* const kIssueColumns =
    " id, sync, run, object, key, salesforce, salesforce_id, code, salesforce_code, fields, "
    "message, "
    "cure, state, attempts, first_seen, last_seen, next_retry ";

IssueRow read_issue(const Query& query) {
  return {.id = query.text(0),
          .sync = query.text(1),
          .run = query.text(2),
          .object = query.text(3),
          .key = query.text(4),
          .salesforce = query.text(5),
          .salesforce_id = query.text(6),
          .code = query.text(7),
          .salesforce_code = query.text(8),
          .fields = split_lines(query.view(9)),
          .message = query.text(10),
          .cure = query.text(11),
          .state = query.word<IssueState>(12),
          .attempts = query.integer(13),
          .first_seen = query.stamp(14),
          .last_seen = query.stamp(15),
          .next_retry = query.stamp_or_null(16)};
}

namespace {

std::string list_sql(const IssueFilter& filter) {
  std::string sql =
      "SELECT" + std::string(kIssueColumns) + ", seq FROM issue WHERE tenant=?1 AND seq<?2 ";
  sql += filter.sync ? "AND sync=?3 " : "AND ?3 IS NULL ";
  sql += filter.run ? "AND run=?4 " : "AND ?4 IS NULL ";
  sql += filter.code ? "AND code=?5 " : "AND ?5 IS NULL ";
  sql += filter.state ? "AND state=?6 " : "AND ?6 IS NULL ";
  sql += filter.object ? "AND object=?7 " : "AND ?7 IS NULL ";
  sql += filter.key ? "AND key=?8 " : "AND ?8 IS NULL ";
  return sql + "ORDER BY seq DESC LIMIT ?9";
}

class SqliteIssues final : public Issues {
 public:
  explicit SqliteIssues(Access access) : access_(access) {}

  Task<IssueRow> get(std::string tenant, std::string id) override {
    return access_.read<IssueRow>([tenant, id](Database& db) -> Result<IssueRow> {
      static const std::string kSql =
          "SELECT" + std::string(kIssueColumns) + "FROM issue WHERE tenant=?1 AND id=?2";
      auto query = db.query(kSql, tenant, id);
      if (!query.next()) return not_found("issue", id);
      return read_issue(query);
    });
  }

  Task<Page<IssueRow>> list(std::string tenant, IssueFilter filter, PageRequest page) override {
    using Rows = Page<IssueRow>;
    return access_.read<Rows>([tenant, filter, page](Database& db) -> Result<Rows> {
      auto after = read_cursor("issue", page.after);
      if (!after) return after.error();
      const std::int64_t before = *after ? (**after).number : INT64_MAX;
      const auto limit = page_limit(page);
      auto query = db.query(list_sql(filter), tenant, before, filter.sync, filter.run, filter.code,
                            filter.state, filter.object, filter.key, limit + 1);
      std::int64_t last = 0;
      return read_page<IssueRow>(
          query, limit,
          [&last](const Query& row) {
            last = row.integer(17);
            return read_issue(row);
          },
          [&last](const IssueRow&) { return write_cursor("issue", last, {}); });
    });
  }

  Task<std::int64_t> count_open(std::string tenant, std::string sync) override {
    return access_.read<std::int64_t>([tenant, sync](Database& db) -> Result<std::int64_t> {
      auto query =
          db.query("SELECT count(*) FROM issue WHERE tenant=?1 AND sync=?2 AND state IN (0, 1)",
                   tenant, sync);
      return query.next() ? query.integer(0) : 0;
    });
  }

  Task<std::int64_t> retry(std::string tenant, std::vector<std::string> ids,
                           runtime::Stamp at) override {
    return access_.write<std::int64_t>([tenant, ids, at](Database& db) -> Result<std::int64_t> {
      std::int64_t count = 0;
      for (const auto& id : ids)
        count += db.execute(
            "UPDATE issue SET state=?4, next_retry=?3 WHERE tenant=?1 AND id=?2 AND state IN (0, "
            "1)",
            tenant, id, at, IssueState::retrying);
      return count;
    });
  }

  Task<std::int64_t> retry_code(std::string tenant, std::string code, runtime::Stamp at) override {
    return access_.write<std::int64_t>([tenant, code, at](Database& db) -> Result<std::int64_t> {
      return db.execute(
          "UPDATE issue SET state=?4, next_retry=?3 WHERE tenant=?1 AND code=?2 AND state IN (0, "
          "1)",
          tenant, code, at, IssueState::retrying);
    });
  }

  Task<void> ignore(std::string tenant, std::string id) override {
    return access_.write<void>([tenant, id](Database& db) -> Result<void> {
      if (db.execute("UPDATE issue SET state=?3, next_retry=NULL WHERE tenant=?1 AND id=?2", tenant,
                     id, IssueState::ignored) == 0)
        return not_found("issue", id);
      return {};
    });
  }

  Task<std::vector<std::string>> due_ids(std::string tenant, std::string sync,
                                         std::string salesforce, runtime::Stamp now,
                                         std::string after_id, std::size_t limit) override {
    using Ids = std::vector<std::string>;
    return access_.read<Ids>(
        [tenant, sync, salesforce, now, after_id, limit](Database& db) -> Result<Ids> {
          Ids ids;
          auto query = db.query(
              "SELECT DISTINCT i.salesforce_id FROM crossing c JOIN issue i "
              "ON i.tenant=c.tenant AND i.crossing=c.number WHERE c.tenant=?1 AND c.sync=?2 "
              "AND c.salesforce=?3 AND i.state IN (0, 1) AND i.next_retry IS NOT NULL "
              "AND i.next_retry<=?4 AND i.salesforce_id>?5 ORDER BY 1 LIMIT ?6",
              tenant, sync, salesforce, now, after_id, limit);
          while (query.next()) ids.push_back(query.text(0));
          return ids;
        });
  }

 private:
  Access access_;
};

}  // namespace

std::unique_ptr<Issues> make_issues(Access access) {
  return std::make_unique<SqliteIssues>(access);
}

}  // namespace crosswalk::store::sqlite
