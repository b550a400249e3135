#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

class SqlitePlans final : public Plans {
 public:
  explicit SqlitePlans(Access access) : access_(access) {}

  Task<void> create(std::string tenant, PlanRow plan) override {
    return access_.write<void>([tenant, plan](Database& db) -> Result<void> {
      if (auto known = require_tenant(db, tenant); !known) return known;
      db.execute(
          "INSERT INTO plan (tenant, id, sync, mapping, state, cause, digest, totals, cost, "
          "created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
          tenant, plan.id, plan.sync, plan.mapping, plan.state, plan.cause, plan.digest,
          plan.totals_json, plan.cost_json, plan.created_at, plan.expires_at);
      return {};
    });
  }

  Task<void> update(std::string tenant, PlanRow plan) override {
    return access_.write<void>([tenant, plan](Database& db) -> Result<void> {
      if (db.execute("UPDATE plan SET state=?3, cause=?4, digest=?5, totals=?6, cost=?7, "
                     "expires_at=?8 WHERE tenant=?1 AND id=?2",
                     tenant, plan.id, plan.state, plan.cause, plan.digest, plan.totals_json,
                     plan.cost_json, plan.expires_at) == 0)
        return not_found("plan", plan.id);
      return {};
    });
  }

  Task<PlanRow> get(std::string tenant, std::string id) override {
    return access_.read<PlanRow>([tenant, id](Database& db) -> Result<PlanRow> {
      auto query = db.query(
          "SELECT id, sync, mapping, state, cause, digest, totals, cost, created_at, expires_at "
          "FROM plan WHERE tenant=?1 AND id=?2",
          tenant, id);
      if (!query.next()) return not_found("plan", id);
      return PlanRow{.id = query.text(0),
                     .sync = query.text(1),
                     .mapping = query.text(2),
                     .state = query.word<PlanState>(3),
                     .cause = query.text(4),
                     .digest = query.text(5),
                     .totals_json = query.text(6),
                     .cost_json = query.text(7),
                     .created_at = query.stamp(8),
                     .expires_at = query.stamp(9)};
    });
  }

  Task<void> add(std::string tenant, std::string plan, std::vector<PlanRecord> records) override {
    return access_.write<void>([tenant, plan,
                                records = std::move(records)](Database& db) -> Result<void> {
      if (records.size() > kPlanBatchMax)
        return failure(
            ErrorKind::too_large, "batchTooLarge", {},
            "At most " + std::to_string(kPlanBatchMax) + " records are added at a time.");
      std::int64_t seq = 0;
      {
        auto query =
            db.query("SELECT record_count FROM plan WHERE tenant=?1 AND id=?2", tenant, plan);
        if (!query.next()) return not_found("plan", plan);
        seq = query.integer(0);
      }
      for (const auto& record : records)
        db.execute(
            "INSERT INTO plan_record (tenant, plan, seq, action, json) "
            "VALUES (?1, ?2, ?3, ?4, ?5)",
            tenant, plan, ++seq, record.action, record.json);
      db.execute("UPDATE plan SET record_count=?3 WHERE tenant=?1 AND id=?2", tenant, plan, seq);
      return {};
    });
  }

  Task<Page<PlanRecord>> records(std::string tenant, std::string plan,
                                 std::optional<std::string> action, PageRequest page) override {
    using Rows = Page<PlanRecord>;
    return access_.read<Rows>([tenant, plan, action, page](Database& db) -> Result<Rows> {
      auto after = read_cursor("plan", page.after);
      if (!after) return after.error();
      const auto limit = page_limit(page);
      auto query =
          db.query(action ? "SELECT action, json, seq FROM plan_record WHERE tenant=?1 AND plan=?2 "
                            "AND action=?4 AND seq>?3 ORDER BY seq LIMIT ?5"
                          : "SELECT action, json, seq FROM plan_record WHERE tenant=?1 AND plan=?2 "
                            "AND ?4 IS NULL AND seq>?3 ORDER BY seq LIMIT ?5",
                   tenant, plan, after->value_or(Cursor{}).number, action, limit + 1);
      std::int64_t last = 0;
      return read_page<PlanRecord>(
          query, limit,
          [&last](const Query& row) {
            last = row.integer(2);
            return PlanRecord{.action = row.text(0), .json = row.text(1)};
          },
          [&last](const PlanRecord&) { return write_cursor("plan", last, {}); });
    });
  }

  Task<std::size_t> sweep(std::string tenant, runtime::Stamp now) override {
    std::size_t swept = 0;
    for (bool more = true; more;) {
      auto some = [tenant, now](Database& db) { return sweep_some(db, tenant, now); };
      auto step = co_await access_.write<Swept>(some);
      if (!step) co_return std::move(step.error());
      swept += step->plans;
      more = step->more;
    }
    co_return swept;
  }

 private:
  struct Swept {
    std::size_t plans = 0;
    bool more = false;
  };

  // A bounded part of one expired plan; the plan itself goes last.
  static Result<Swept> sweep_some(Database& db, const std::string& tenant, runtime::Stamp now) {
    constexpr int kRowsMax = 5000;
    std::string plan;
    {
      auto query = db.query(
          "SELECT id FROM plan WHERE tenant=?1 AND expires_at<=?2 ORDER BY expires_at LIMIT 1",
          tenant, now);
      if (!query.next()) return Swept{};
      plan = query.text(0);
    }
    const auto dropped = db.execute(
        "DELETE FROM plan_record WHERE rowid IN (SELECT rowid FROM plan_record "
        "WHERE tenant=?1 AND plan=?2 LIMIT ?3)",
        tenant, plan, kRowsMax);
    if (dropped == kRowsMax) return Swept{.plans = 0, .more = true};
    db.execute("DELETE FROM plan WHERE tenant=?1 AND id=?2", tenant, plan);
    return Swept{.plans = 1, .more = true};
  }

  Access access_;
};

}  // namespace

std::unique_ptr<Plans> make_plans(Access access) { return std::make_unique<SqlitePlans>(access); }

}  // namespace crosswalk::store::sqlite
