#include <array>
#include <charconv>

#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

// The order of the column `counts`; new ones are added at the end.
constexpr std::array kCounts = {&RunCounts::read_salesforce,
                                &RunCounts::read_platform,
                                &RunCounts::salesforce_created,
                                &RunCounts::salesforce_updated,
                                &RunCounts::salesforce_deleted,
                                &RunCounts::salesforce_failed,
                                &RunCounts::platform_created,
                                &RunCounts::platform_updated,
                                &RunCounts::platform_deleted,
                                &RunCounts::platform_deactivated,
                                &RunCounts::platform_failed,
                                &RunCounts::unchanged,
                                &RunCounts::skipped,
                                &RunCounts::conflicts,
                                &RunCounts::issues,
                                &RunCounts::api_calls,
                                &RunCounts::total};

constexpr std::string_view kColumns =
    "SELECT id, sync, kind, trigger, state, phase, cause, only_keys, started_at, finished_at, "
    "counts, "
    "seq FROM run ";

RunRow read_run(const Query& query) {
  return {.id = query.text(0),
          .sync = query.text(1),
          .kind = query.word<RunKind>(2),
          .trigger = query.word<RunTrigger>(3),
          .state = query.word<RunState>(4),
          .phase = query.word<RunPhase>(5),
          .cause = query.text(6),
          .only_keys = split_lines(query.view(7)),
          .started_at = query.stamp(8),
          .finished_at = query.stamp_or_null(9),
          .counts = read_counts(query.view(10))};
}

Result<void> write_run(Database& db, const std::string& tenant, const RunRow& run,
                       std::optional<runtime::Stamp> finished_at) {
  if (db.execute("UPDATE run SET state=?3, phase=?4, cause=?5, counts=?6, finished_at=?7 "
                 "WHERE tenant=?1 AND id=?2 AND finished_at IS NULL",
                 tenant, run.id, run.state, run.phase, run.cause, write_counts(run.counts),
                 finished_at) > 0)
    return {};
  if (!db.query("SELECT 1 FROM run WHERE tenant=?1 AND id=?2", tenant, run.id).next())
    return not_found("run", run.id);
  return failure(ErrorKind::conflict, "runFinished", run.id, "The run has ended already.");
}

class SqliteRuns final : public Runs {
 public:
  explicit SqliteRuns(Access access) : access_(access) {}

  Task<void> create(std::string tenant, RunRow run) override {
    return access_.write<void>([tenant, run](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, tenant); !known) return known;
      for (const auto& key : run.only_keys)
        if (has_line_break(key))
          return failure(ErrorKind::bad_input, "badKey", {}, "A record's key holds no line break.");
      {
        auto query =
            db.query("SELECT id FROM run WHERE tenant=?1 AND sync=?2 AND finished_at IS NULL",
                     tenant, run.sync);
        if (query.next())
          return failure(ErrorKind::conflict, "runInProgress", query.text(0),
                         "Another run of this sync is on.");
      }
      db.execute(
          "INSERT INTO run (tenant, id, sync, kind, trigger, state, phase, cause, only_keys, "
          "started_at, finished_at, counts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
          "?12)",
          tenant, run.id, run.sync, run.kind, run.trigger, run.state, run.phase, run.cause,
          join_lines(run.only_keys), run.started_at, run.finished_at, write_counts(run.counts));
      return {};
    });
  }

  Task<void> update(std::string tenant, RunRow run) override {
    return access_.write<void>([tenant, run](Database& db) -> Result<void> {
      return write_run(db, tenant, run, std::nullopt);
    });
  }

  Task<void> finish(std::string tenant, RunRow run, std::vector<Watermark> watermarks) override {
    return access_.write<void>([tenant, run, watermarks](Database& db) -> Result<void> {
      if (!run.finished_at)
        return failure(ErrorKind::internal, "store", run.id, "A finished run needs its end.");
      if (auto written = write_run(db, tenant, run, run.finished_at); !written) return written;
      for (const auto& mark : watermarks) {
        const auto number = number_crossing(db, tenant, mark.crossing);
        if (!number) return number.error();
        db.execute(
            "UPDATE crossing SET salesforce_stamp=?3, platform_version=?4 "
            "WHERE tenant=?1 AND number=?2",
            tenant, *number, mark.salesforce_stamp, mark.platform_version);
      }
      return {};
    });
  }

  Task<RunRow> get(std::string tenant, std::string id) override {
    return access_.read<RunRow>([tenant, id](Database& db) -> Result<RunRow> {
      static const std::string kSql = std::string(kColumns) + "WHERE tenant=?1 AND id=?2";
      auto query = db.query(kSql, tenant, id);
      if (!query.next()) return not_found("run", id);
      return read_run(query);
    });
  }

  Task<Page<RunRow>> list(std::string tenant, RunFilter filter, PageRequest page) override {
    return access_.read<Page<RunRow>>([tenant, filter, page](Database& db) -> Result<Page<RunRow>> {
      auto after = read_cursor("run", page.after);
      if (!after) return after.error();
      const std::int64_t before = *after ? (**after).number : INT64_MAX;
      const auto limit = page_limit(page);
      std::string sql(kColumns);
      sql += "WHERE tenant=?1 AND seq<?2 ";
      sql += filter.sync ? "AND sync=?3 " : "AND ?3 IS NULL ";
      if (filter.unfinished_only) sql += "AND finished_at IS NULL ";
      sql += "ORDER BY seq DESC LIMIT ?4";
      auto query = db.query(sql, tenant, before, filter.sync, limit + 1);
      std::int64_t last = 0;
      return read_page<RunRow>(
          query, limit,
          [&last](const Query& row) {
            last = row.integer(11);
            return read_run(row);
          },
          [&last](const RunRow&) { return write_cursor("run", last, {}); });
    });
  }

  Task<std::optional<RunRow>> last_finished(std::string tenant, std::string sync) override {
    using Found = std::optional<RunRow>;
    return access_.read<Found>([tenant, sync](Database& db) -> Result<Found> {
      static const std::string kSql = std::string(kColumns) +
                                      "WHERE tenant=?1 AND sync=?2 AND state IN (?3, ?4) "
                                      "ORDER BY seq DESC LIMIT 1";
      auto query = db.query(kSql, tenant, sync, RunState::succeeded, RunState::partial);
      return query.next() ? Found(read_run(query)) : Found();
    });
  }

  Task<Watermark> watermark(std::string tenant, Crossing crossing) override {
    return access_.read<Watermark>([tenant, crossing](Database& db) -> Result<Watermark> {
      Watermark mark{.crossing = crossing, .salesforce_stamp = {}, .platform_version = 0};
      const auto number = find_crossing(db, tenant, crossing);
      if (!number) return mark;
      auto query = db.query(
          "SELECT salesforce_stamp, platform_version FROM crossing WHERE tenant=?1 AND number=?2",
          tenant, *number);
      if (query.next()) {
        mark.salesforce_stamp = query.text(0);
        mark.platform_version = query.integer(1);
      }
      return mark;
    });
  }

 private:
  Access access_;
};

}  // namespace

std::string write_counts(const RunCounts& counts) {
  std::string text;
  for (const auto count : kCounts) {
    if (!text.empty()) text += ' ';
    text += std::to_string(counts.*count);
  }
  return text;
}

RunCounts read_counts(std::string_view text) {
  RunCounts counts;
  const char* at = text.data();
  const char* const end = at + text.size();
  for (const auto count : kCounts) {
    if (at == end) break;
    at = std::from_chars(at, end, counts.*count).ptr;
    if (at != end) ++at;
  }
  return counts;
}

std::unique_ptr<Runs> make_runs(Access access) { return std::make_unique<SqliteRuns>(access); }

}  // namespace crosswalk::store::sqlite
