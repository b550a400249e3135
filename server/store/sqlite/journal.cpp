#include <algorithm>
#include <map>
#include <set>

#include "store/sqlite/resources.hpp"

namespace crosswalk::store::sqlite {

namespace {

// The parts of one settlement, inside its transaction.
class Settling {
 public:
  Settling(Database& db, const std::string& tenant, const Settlement& settlement,
           std::int64_t crossing)
      : db_(db), tenant_(tenant), settlement_(settlement), crossing_(crossing) {}

  Result<SettleOutcome> carry_out() {
    if (auto done = write_records(); !done) return done.error();
    forget_intents();
    for (const auto& key : settlement_.unlinked_keys) unlink(key);
    for (const auto& link : settlement_.links)
      if (!stale_.contains(link.key)) agree(link);
    for (const auto& issue : settlement_.issues) report(issue);
    for (const auto& link : settlement_.links)
      if (!stale_.contains(link.key)) show_state(link);
    if (auto done = erase_records(); !done) return done.error();
    if (settlement_.counts)
      db_.execute("UPDATE run SET counts=?3 WHERE tenant=?1 AND id=?2 AND finished_at IS NULL",
                  tenant_, settlement_.run, write_counts(*settlement_.counts));
    outcome_.stale.assign(stale_.begin(), stale_.end());
    return std::move(outcome_);
  }

 private:
  Result<void> write_records() {
    if (settlement_.records.empty()) return {};
    const auto outcomes = put_records(db_, tenant_, settlement_.records, settlement_.at);
    if (!outcomes) return outcomes.error();
    for (std::size_t i = 0; i < outcomes->size(); ++i) {
      const auto& write = settlement_.records[i];
      switch ((*outcomes)[i].change) {
        case PutOutcome::Change::version_mismatch:
          stale_.insert(write.key);
          break;
        case PutOutcome::Change::bad_fields:
          return failure(ErrorKind::bad_input, "recordFields", write.key,
                         "A settled record's fields are not one JSON object.");
        default:
          versions_[write.key] = (*outcomes)[i].version;
      }
    }
    return {};
  }

  void forget_intents() {
    std::set<std::int64_t> kept;
    for (const auto& key : stale_) {
      auto query = db_.query("SELECT seq FROM intent WHERE tenant=?1 AND crossing=?2 AND key=?3",
                             tenant_, crossing_, key);
      while (query.next()) kept.insert(query.integer(0));
    }
    for (const auto seq : settlement_.intents)
      if (!kept.contains(seq))
        db_.execute("DELETE FROM intent WHERE tenant=?1 AND seq=?2", tenant_, seq);
  }

  void unlink(const std::string& key) {
    db_.execute("DELETE FROM link WHERE tenant=?1 AND crossing=?2 AND key=?3", tenant_, crossing_,
                key);
    db_.execute(
        "UPDATE record SET salesforce='', salesforce_id='', state_since=?4, "
        "state=CASE WHEN inactive THEN ?6 ELSE ?5 END "
        "WHERE tenant=?1 AND object=?2 AND key=?3 AND salesforce=?7",
        tenant_, settlement_.crossing.object, key, settlement_.at, SyncState::unlinked,
        SyncState::inactive, settlement_.crossing.salesforce);
    outcome_.issues_cleared += clear("k" + key);
  }

  std::int64_t clear(const std::string& who) {
    return db_.execute(
        "UPDATE issue SET state=?4, cleared_at=?5, next_retry=NULL "
        "WHERE tenant=?1 AND crossing=?2 AND who=?3 AND state IN (0, 1)",
        tenant_, crossing_, who, IssueState::cleared, settlement_.at);
  }

  // An id that was linked with another key moves to this one: the other record has none any more.
  void take_over(const LinkRow& link) {
    std::optional<std::string> former;
    {
      auto query =
          db_.query("SELECT key FROM link WHERE tenant=?1 AND crossing=?2 AND id=?3 AND key<>?4",
                    tenant_, crossing_, link.id, link.key);
      if (query.next()) former = query.text(0);
    }
    if (former) unlink(*former);
  }

  void agree(const LinkRow& link) {
    const auto written = versions_.find(link.key);
    const auto version = written == versions_.end() ? link.platform_version : written->second;
    db_.execute("DELETE FROM intent WHERE tenant=?1 AND crossing=?2 AND key=?3", tenant_, crossing_,
                link.key);
    take_over(link);
    db_.execute(
        "INSERT INTO link (tenant, crossing, key, id, base, platform_version, modstamp, agreed_at) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (tenant, crossing, key) DO UPDATE SET "
        "id=excluded.id, base=excluded.base, platform_version=excluded.platform_version, "
        "modstamp=excluded.modstamp, agreed_at=excluded.agreed_at",
        tenant_, crossing_, link.key, link.id, link.base_json, version, link.modstamp,
        settlement_.at);
    outcome_.issues_cleared += clear("k" + link.key) + clear("s" + link.id);
    for (const auto& list : settlement_.lists)
      db_.execute(
          "INSERT INTO record_list (tenant, list, object, key) VALUES (?1, ?2, ?3, ?4) "
          "ON CONFLICT DO NOTHING",
          tenant_, list, settlement_.crossing.object, link.key);
  }

  void report(const IssueWrite& issue) {
    const std::string who = issue.key.empty() ? "s" + issue.salesforce_id : "k" + issue.key;
    static const std::string kSql =
        "INSERT INTO issue (tenant, id, crossing, who, sync, run, object, key, salesforce, "
        "salesforce_id, code, salesforce_code, fields, message, cure, state, attempts, first_seen, "
        "last_seen, next_retry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
        "?14, ?15, 0, 1, ?16, ?16, ?17) ON CONFLICT (tenant, crossing, who, code) DO UPDATE SET "
        "run=excluded.run, salesforce_id=excluded.salesforce_id, "
        "salesforce_code=excluded.salesforce_code, fields=excluded.fields, "
        "message=excluded.message, cure=excluded.cure, "
        // One that was cleared before begins anew; one that this settlement itself has cleared goes
        // on.
        "attempts=CASE WHEN state=?18 AND cleared_at<?16 THEN 1 ELSE attempts+1 END, "
        "first_seen=CASE WHEN state=?18 AND cleared_at<?16 THEN ?16 ELSE first_seen END, "
        "state=CASE WHEN state=?19 THEN state ELSE 0 END, "
        "last_seen=?16, next_retry=excluded.next_retry, cleared_at=NULL RETURNING" +
        std::string(kIssueColumns);
    const auto& crossing = settlement_.crossing;
    {
      auto query = db_.query(kSql, tenant_, issue.id, crossing_, who, crossing.sync,
                             settlement_.run, crossing.object, issue.key, crossing.salesforce,
                             issue.salesforce_id, issue.code, issue.salesforce_code,
                             join_lines(issue.fields), issue.message, issue.cure, settlement_.at,
                             issue.next_retry, IssueState::cleared, IssueState::ignored);
      query.next();
      outcome_.issues.push_back(read_issue(query));
      query.next();
    }
    if (issue.key.empty()) return;
    db_.execute(
        "UPDATE record SET state_since=CASE WHEN state=?5 THEN state_since ELSE ?4 END, state=?5 "
        "WHERE tenant=?1 AND object=?2 AND key=?3 AND inactive=0 AND deleted=0",
        tenant_, crossing.object, issue.key, settlement_.at, SyncState::issue);
  }

  void show_state(const LinkRow& link) {
    db_.execute(
        "UPDATE record SET state_since=CASE WHEN n.state=record.state THEN state_since ELSE ?6 "
        "END, "
        "state=n.state, salesforce=?4, salesforce_id=?5, last_sync_at=?6 "
        "FROM (SELECT CASE WHEN r.inactive THEN ?8 "
        "WHEN EXISTS (SELECT 1 FROM issue i WHERE i.tenant=?1 AND i.object=?2 AND i.key=?3 "
        "AND i.state IN (0, 1)) THEN ?9 "
        "WHEN r.version>l.platform_version THEN ?10 ELSE ?11 END AS state "
        "FROM record r JOIN link l ON l.tenant=?1 AND l.crossing=?7 AND l.key=?3 "
        "WHERE r.tenant=?1 AND r.object=?2 AND r.key=?3) n "
        "WHERE record.tenant=?1 AND record.object=?2 AND record.key=?3",
        tenant_, settlement_.crossing.object, link.key, settlement_.crossing.salesforce, link.id,
        settlement_.at, crossing_, SyncState::inactive, SyncState::issue, SyncState::waiting,
        SyncState::in_step);
  }

  Result<void> erase_records() {
    for (const auto& key : settlement_.erased_keys) {
      auto erased = erase_record(db_, tenant_, settlement_.crossing.object, key, std::nullopt,
                                 settlement_.at);
      if (!erased && erased.error().kind != ErrorKind::not_found) return erased;
    }
    return {};
  }

  Database& db_;
  const std::string& tenant_;
  const Settlement& settlement_;
  const std::int64_t crossing_;
  std::map<std::string, std::int64_t> versions_;  // of the records written here
  std::set<std::string> stale_;
  SettleOutcome outcome_;
};

Error too_large(std::size_t most) {
  return failure(ErrorKind::too_large, "batchTooLarge", {},
                 "A batch holds at most " + std::to_string(most) + " entries.");
}

IntentRow read_intent(const Query& query) {
  return {.seq = query.integer(0),
          .run = query.text(1),
          .crossing = {.sync = query.text(2), .object = query.text(3), .salesforce = query.text(4)},
          .intent = {.operation = query.word<IntentOperation>(5),
                     .key = query.text(6),
                     .id = query.text(7),
                     .payload_json = query.text(8),
                     .base_json = query.text(9),
                     .platform_version = query.integer(10),
                     .modstamp = query.text(11)},
          .at = query.stamp(12)};
}

Result<std::int64_t> insert_intents(Database& db, const std::string& tenant, const std::string& run,
                                    const Crossing& crossing, const std::vector<Intent>& intents,
                                    runtime::Stamp at) {
  const auto number = number_crossing(db, tenant, crossing);
  if (!number) return number.error();
  db.execute("UPDATE tenant SET intent_seq=intent_seq+?2 WHERE id=?1", tenant, intents.size());
  std::int64_t first = 0;
  {
    auto query = db.query("SELECT intent_seq FROM tenant WHERE id=?1", tenant);
    if (query.next()) first = query.integer(0) - std::ssize(intents) + 1;
  }
  std::int64_t seq = first;
  for (const auto& intent : intents)
    db.execute("DELETE FROM intent WHERE tenant=?1 AND crossing=?2 AND key=?3 AND payload=?4",
               tenant, *number, intent.key, intent.payload_json);
  for (const auto& intent : intents)
    db.execute(
        "INSERT INTO intent (tenant, seq, run, crossing, operation, key, id, payload, base, "
        "platform_version, modstamp, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
        "?12)",
        tenant, seq++, run, *number, intent.operation, intent.key, intent.id, intent.payload_json,
        intent.base_json, intent.platform_version, intent.modstamp, at);
  return first;
}

class SqliteJournal final : public Journal {
 public:
  explicit SqliteJournal(Access access) : access_(access) {}

  Task<std::int64_t> begin(std::string tenant, std::string run, Crossing crossing,
                           std::vector<Intent> intents, runtime::Stamp at) override {
    return access_.write<std::int64_t>([tenant, run, crossing, intents = std::move(intents),
                                        at](Database& db) -> Result<std::int64_t> {
      if (intents.size() > kIntentBatchMax) return too_large(kIntentBatchMax);
      return insert_intents(db, tenant, run, crossing, intents, at);
    });
  }

  Task<SettleOutcome> settle(std::string tenant, Settlement settlement) override {
    return access_.write<SettleOutcome>(
        [tenant, settlement = std::move(settlement)](Database& db) -> Result<SettleOutcome> {
          const auto largest =
              std::max({settlement.intents.size(), settlement.links.size(),
                        settlement.records.size(), settlement.issues.size(),
                        settlement.unlinked_keys.size(), settlement.erased_keys.size()});
          if (largest > kSettleBatchMax) return too_large(kSettleBatchMax);
          const auto number = number_crossing(db, tenant, settlement.crossing);
          if (!number) return number.error();
          return Settling(db, tenant, settlement, *number).carry_out();
        });
  }

  Task<std::vector<IntentRow>> unanswered(std::string tenant, std::string sync,
                                          std::int64_t after_seq, std::size_t limit) override {
    using Rows = std::vector<IntentRow>;
    return access_.read<Rows>([tenant, sync, after_seq, limit](Database& db) -> Result<Rows> {
      Rows rows;
      auto query = db.query(
          "SELECT i.seq, i.run, c.sync, c.object, c.salesforce, i.operation, i.key, i.id, "
          "i.payload, i.base, i.platform_version, i.modstamp, i.at FROM intent i "
          "JOIN crossing c ON c.tenant=i.tenant AND c.number=i.crossing "
          "WHERE i.tenant=?1 AND i.seq>?3 AND c.sync=?2 ORDER BY i.seq LIMIT ?4",
          tenant, sync, after_seq, page_limit({.after = {}, .limit = limit}));
      while (query.next()) rows.push_back(read_intent(query));
      return rows;
    });
  }

 private:
  Access access_;
};

}  // namespace

std::unique_ptr<Journal> make_journal(Access access) {
  return std::make_unique<SqliteJournal>(access);
}

}  // namespace crosswalk::store::sqlite
