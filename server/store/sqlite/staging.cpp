#include "store/sqlite/pairing.hpp"
#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

constexpr std::int64_t kRowsPerDrop = 5000;

PairRow read_pair(const Query& query) {
  PairRow row;
  row.place = query.text(0);
  row.key = query.text(1);
  row.id = query.text(2);
  row.match = query.word<PairMatch>(3);
  row.record_json = query.text_or_null(4);
  row.record_version = query.integer(5);
  row.record_deleted = query.truth(6);
  row.record_inactive = query.truth(7);
  row.staged_json = query.text_or_null(8);
  row.staged_deleted = query.truth(9);
  row.modstamp = query.text(10);
  row.base_json = query.text_or_null(11);
  if (row.record_json) row.record_changed_at = query.stamp(12);
  row.sent_json = split_lines(query.view(13));
  row.settled = query.truth(14);
  return row;
}

// Lines with a key. An ambiguous line shows one of the Salesforce records that asked for the key. A
// link whose Salesforce record names another key by now is no longer this one's.
constexpr std::string_view kKeyLines =
    "SELECT p.place, substr(p.place, 2), coalesce(l.id, s.id, a.id, ''), "
    "CASE WHEN p.ambiguous THEN 3 WHEN l.id IS NOT NULL THEN 1 WHEN s.id IS NOT NULL THEN 2 "
    "ELSE 0 END, "
    "r.fields, coalesce(r.version, 0), coalesce(r.deleted, 0), coalesce(r.inactive, 0), "
    "s.fields, coalesce(s.deleted, 0), coalesce(s.modstamp, l.modstamp, ''), l.base, "
    "coalesce(r.changed_at, 0), "
    "coalesce((SELECT group_concat(i.payload, char(10)) FROM intent i WHERE i.tenant=?1 "
    "AND i.crossing=?3 AND i.key=substr(p.place, 2)), ''), "
    "coalesce(l.platform_version=r.version AND r.state IN (?7, ?8) AND NOT EXISTS (SELECT 1 "
    "FROM issue e WHERE e.tenant=?1 AND e.crossing=?3 AND e.who=p.place AND e.state IN (0, 1)), "
    "0) "
    "FROM pair p "
    "LEFT JOIN record r ON r.tenant=?1 AND r.object=?4 AND r.key=substr(p.place, 2) "
    "LEFT JOIN link l ON l.tenant=?1 AND l.crossing=?3 AND l.key=substr(p.place, 2) "
    "AND NOT EXISTS (SELECT 1 FROM staged m WHERE m.tenant=?1 AND m.run=?2 AND m.crossing=?3 "
    "AND m.id=l.id AND m.match=2 AND m.key<>l.key) "
    "LEFT JOIN staged s ON s.tenant=?1 AND s.run=?2 AND s.crossing=?3 AND s.key=substr(p.place, 2) "
    "AND s.match IN (1, 2) "
    "LEFT JOIN staged a ON p.ambiguous AND a.rowid=(SELECT min(rowid) FROM staged b "
    "WHERE b.tenant=?1 AND b.run=?2 AND b.crossing=?3 AND b.key=substr(p.place, 2)) "
    "WHERE p.tenant=?1 AND p.run=?2 AND p.crossing=?3 AND p.place>?5 AND p.place<'l' "
    "ORDER BY p.place LIMIT ?6";

// Lines of Salesforce records that no platform record stands for.
constexpr std::string_view kIdLines =
    "SELECT p.place, '', s.id, CASE WHEN s.match=3 THEN 3 ELSE 0 END, NULL, 0, 0, 0, s.fields, "
    "s.deleted, "
    "s.modstamp, NULL, 0, '', 0 "
    "FROM pair p JOIN staged s ON s.tenant=?1 AND s.run=?2 AND s.crossing=?3 "
    "AND s.id=substr(p.place, 2) "
    "WHERE p.tenant=?1 AND p.run=?2 AND p.crossing=?3 AND p.place>max(?4, 's') AND p.place<'t' "
    "ORDER BY p.place LIMIT ?5";

class SqliteStaging final : public Staging {
 public:
  explicit SqliteStaging(Access access) : access_(access) {}

  Task<void> add(std::string tenant, std::string run, Crossing crossing,
                 std::vector<StagedRow> rows) override {
    return access_.write<void>(
        [tenant, run, crossing, rows = std::move(rows)](Database& db) -> Result<void> {
          if (rows.size() > kStagedBatchMax)
            return failure(
                ErrorKind::too_large, "batchTooLarge", {},
                "At most " + std::to_string(kStagedBatchMax) + " rows are staged at a time.");
          const auto number = number_crossing(db, tenant, crossing);
          if (!number) return number.error();
          for (const auto& row : rows)
            db.execute(
                "INSERT INTO staged (tenant, run, crossing, id, match_value, fields, modstamp, "
                "deleted) "
                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (tenant, run, crossing, id) "
                "DO UPDATE SET match_value=excluded.match_value, fields=excluded.fields, "
                "modstamp=excluded.modstamp, deleted=excluded.deleted, key=NULL, match=0",
                tenant, run, *number, row.id, row.match_value, row.fields_json, row.modstamp,
                row.deleted);
          return {};
        });
  }

  Task<std::int64_t> count(std::string tenant, std::string run, Crossing crossing) override {
    return access_.read<std::int64_t>(
        [tenant, run, crossing](Database& db) -> Result<std::int64_t> {
          const auto number = find_crossing(db, tenant, crossing);
          if (!number) return 0;
          auto query =
              db.query("SELECT count(*) FROM staged WHERE tenant=?1 AND run=?2 AND crossing=?3",
                       tenant, run, *number);
          return query.next() ? query.integer(0) : 0;
        });
  }

  Task<UnreadPage> unread(std::string tenant, std::string run, Crossing crossing,
                          PairSelection selection, std::int64_t after) override {
    auto pairing = std::make_shared<Pairing>();
    pairing->tenant = std::move(tenant);
    pairing->run = std::move(run);
    pairing->names = std::move(crossing);
    pairing->selection = std::move(selection);
    return access_.read<UnreadPage>([pairing, after](Database& db) -> Result<UnreadPage> {
      const auto number = find_crossing(db, pairing->tenant, pairing->names);
      if (!number) return UnreadPage{};
      pairing->crossing = *number;
      return find_unread(db, *pairing, after);
    });
  }

  Task<PairTotals> pair(std::string tenant, std::string run, Crossing crossing, MatchRule rule,
                        PairSelection selection) override {
    auto pairing = std::make_shared<Pairing>();
    pairing->tenant = tenant;
    pairing->run = std::move(run);
    pairing->names = crossing;
    pairing->rule = std::move(rule);
    pairing->selection = std::move(selection);
    auto number_it = [tenant, crossing](Database& db) {
      return number_crossing(db, tenant, crossing);
    };
    auto number = co_await access_.write<std::int64_t>(number_it);
    if (!number) co_return std::move(number.error());
    pairing->crossing = *number;

    for (const auto step : kPairingSteps) {
      using Next = std::optional<std::string>;
      for (Next after = std::string(); after;) {
        auto take = [pairing, step, from = *after](Database& db) -> Result<Next> {
          return step(db, *pairing, from);
        };
        auto next = co_await access_.write<Next>(take);
        if (!next) co_return std::move(next.error());
        after = std::move(*next);
      }
    }
    auto count = [pairing](Database& db) -> Result<PairTotals> {
      return count_pairs(db, *pairing);
    };
    co_return co_await access_.read<PairTotals>(count);
  }

  Task<std::vector<PairRow>> pairs(std::string tenant, std::string run, Crossing crossing,
                                   std::string after_place, std::size_t limit) override {
    using Rows = std::vector<PairRow>;
    const auto most = page_limit({.after = {}, .limit = limit});
    return access_.read<Rows>(
        [tenant, run, crossing, after_place, most](Database& db) -> Result<Rows> {
          Rows rows;
          const auto number = find_crossing(db, tenant, crossing);
          if (!number) return rows;
          if (after_place < "l") {
            auto query = db.query(kKeyLines, tenant, run, *number, crossing.object, after_place,
                                  most, SyncState::in_step, SyncState::inactive);
            while (query.next()) rows.push_back(read_pair(query));
          }
          if (rows.size() < most) {
            auto query = db.query(kIdLines, tenant, run, *number, after_place, most - rows.size());
            while (query.next()) rows.push_back(read_pair(query));
          }
          return rows;
        });
  }

  Task<void> drop(std::string tenant, std::string run) override {
    bool more = true;
    while (more) {
      auto some = [tenant, run](Database& db) -> Result<bool> {
        const auto dropped =
            db.execute(
                "DELETE FROM staged WHERE rowid IN (SELECT rowid FROM staged "
                "WHERE tenant=?1 AND run=?2 LIMIT ?3)",
                tenant, run, kRowsPerDrop) +
            db.execute(
                "DELETE FROM pair WHERE tenant=?1 AND run=?2 AND (crossing, place) IN "
                "(SELECT crossing, place FROM pair WHERE tenant=?1 AND run=?2 LIMIT ?3)",
                tenant, run, kRowsPerDrop);
        return dropped > 0;
      };
      auto left = co_await access_.write<bool>(some);
      if (!left) co_return std::move(left.error());
      more = *left;
    }
    co_return Result<void>();
  }

  Task<void> drop_orphans(std::string tenant) override {
    using Runs = std::vector<std::string>;
    auto find = [tenant](Database& db) -> Result<Runs> {
      Runs runs;
      // Steps from run to run along the keys, so that it costs one look per run.
      for (std::string last;;) {
        auto query = db.query(
            "SELECT min(run) FROM (SELECT min(run) AS run FROM staged WHERE tenant=?1 AND run>?2 "
            "UNION ALL SELECT min(run) FROM pair WHERE tenant=?1 AND run>?2)",
            tenant, last);
        if (!query.next() || query.null(0)) return runs;
        last = query.text(0);
        const bool wanted =
            db.query("SELECT 1 FROM run WHERE tenant=?1 AND id=?2 AND finished_at IS NULL", tenant,
                     last)
                .next() ||
            db.query("SELECT 1 FROM plan WHERE tenant=?1 AND id=?2 AND state=?3", tenant, last,
                     PlanState::building)
                .next();
        if (!wanted) runs.push_back(last);
      }
    };
    auto orphans = co_await access_.read<Runs>(find);
    if (!orphans) co_return std::move(orphans.error());
    for (const auto& run : *orphans) {
      auto dropped = co_await drop(tenant, run);
      if (!dropped) co_return std::move(dropped.error());
    }
    co_return Result<void>();
  }

 private:
  Access access_;
};

}  // namespace

std::unique_ptr<Staging> make_staging(Access access) {
  return std::make_unique<SqliteStaging>(access);
}

}  // namespace crosswalk::store::sqlite
