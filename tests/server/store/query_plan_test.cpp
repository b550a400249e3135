// No statement of a run or a list may walk through a whole table that grows. The statements are
// those that the store really prepares: they are recorded while it works, and explained afterwards.
#include <sqlite3.h>

#include <mutex>
#include <regex>
#include <set>

#include "server/store/contract.hpp"
#include "store/sqlite/database.hpp"

namespace crosswalk::store::test {
namespace {

struct Recorder {
  std::mutex mutex;
  std::set<std::string> statements;
};

Recorder& recorder() {
  static Recorder one;
  return one;
}

int record_statement(unsigned, void*, void* statement, void*) {
  const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
  const std::lock_guard lock(recorder().mutex);
  if (sql) recorder().statements.insert(sql);
  return 0;
}

extern "C" int watch_connection(sqlite3* db, char**, const struct sqlite3_api_routines*) {
  return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, record_statement, nullptr);
}

// Everything that reads or writes tables that grow with records.
void work_through(Store& store) {
  ASSERT_TRUE(wait_for(store.tenants().create(
      {.id = kTenant, .name = kTenant, .created_at = at(0)},
      {.id = "k", .tenant = kTenant, .hash = "h", .label = "", .created_at = at(0)})));
  std::vector<RecordWrite> batch(2);
  std::vector<StagedRow> rows(2);
  for (int i = 0; i < 2; ++i) {
    auto& write = batch[static_cast<std::size_t>(i)];
    write.object = kPeople.object;
    write.key = key_of(i);
    write.fields_json = R"({"email":"a"})";
    write.lists = {"vip"};
    rows[static_cast<std::size_t>(i)] = {.id = id_of(i), .match_value = "a", .fields_json = "{}"};
  }
  ASSERT_TRUE(wait_for(store.records().put(kTenant, batch, at(0))));
  ASSERT_TRUE(wait_for(store.runs().create(kTenant, {.id = "r", .sync = kPeople.sync})));
  using enum MatchRule::OnMultiple;
  for (const auto& rule : {MatchRule{}, MatchRule{.platform_fields = {"email"}},
                           MatchRule{.on_multiple = newest}, MatchRule{.on_multiple = oldest}})
    for (const auto& selection : {PairSelection{.up_to_version = 9, .all_links = true},
                                  PairSelection{.only_keys = {"p"}}}) {
      ASSERT_TRUE(wait_for(store.staging().add(kTenant, "r", kPeople, rows)));
      ASSERT_TRUE(wait_for(store.staging().unread(kTenant, "r", kPeople, selection, 0)));
      ASSERT_TRUE(wait_for(store.staging().pair(kTenant, "r", kPeople, rule, selection)));
      ASSERT_TRUE(wait_for(store.staging().pairs(kTenant, "r", kPeople, "", 10)));
    }
  auto first =
      wait_for(store.journal().begin(kTenant, "r", kPeople, std::vector<Intent>(2), at(0)));
  ASSERT_TRUE(first);
  Settlement settlement{.run = "r", .crossing = kPeople, .at = at(1), .intents = {*first}};
  settlement.links = {{.key = key_of(0), .id = id_of(0), .base_json = "{}"}};
  settlement.unlinked_keys = {key_of(1)};
  settlement.records = batch;
  settlement.lists = {"x"};
  settlement.issues = {{.id = "i", .key = key_of(1), .code = "A"}};
  settlement.erased_keys = {key_of(1)};
  settlement.counts = RunCounts{};
  ASSERT_TRUE(wait_for(store.journal().settle(kTenant, settlement)));
  ASSERT_TRUE(wait_for(store.journal().unanswered(kTenant, kPeople.sync, 0, 10)));
  ASSERT_TRUE(wait_for(store.links().by_keys(kTenant, kPeople, {key_of(0)})));
  ASSERT_TRUE(wait_for(store.links().by_ids(kTenant, kPeople, {id_of(0)})));
  ASSERT_TRUE(wait_for(store.links().list(kTenant, kPeople, {})));
  const std::string object = kPeople.object;
  for (const auto& filter :
       {RecordFilter{.object = object}, RecordFilter{.object = object, .changed_since = at(0)},
        RecordFilter{.object = object, .synced_after = at(0)},
        RecordFilter{.object = object, .state = SyncState::waiting},
        RecordFilter{.object = object, .list = "vip"}})
    ASSERT_TRUE(wait_for(store.records().list(kTenant, filter, {})));
  ASSERT_TRUE(wait_for(store.records().list_members(kTenant, "vip", {})));
  ASSERT_TRUE(wait_for(store.records().counts(kTenant, object)));
  for (const auto& filter : {IssueFilter{}, IssueFilter{.sync = "s"}, IssueFilter{.run = "r"},
                             IssueFilter{.code = "A"}, IssueFilter{.state = IssueState::open},
                             IssueFilter{.sync = "s", .state = IssueState::open}})
    ASSERT_TRUE(wait_for(store.issues().list(kTenant, filter, {})));
  ASSERT_TRUE(wait_for(store.issues().retry(kTenant, {"i"}, at(2))));
  ASSERT_TRUE(wait_for(store.issues().retry_code(kTenant, "A", at(2))));
  ASSERT_TRUE(wait_for(store.issues().due_ids(kTenant, kPeople.sync, "Contact", at(3), "", 10)));
  ASSERT_TRUE(wait_for(store.issues().count_open(kTenant, kPeople.sync)));
  PlanRow plan;
  plan.id = "p";
  ASSERT_TRUE(wait_for(store.plans().create(kTenant, plan)));
  ASSERT_TRUE(wait_for(store.plans().add(kTenant, "p", {{.action = "create", .json = "{}"}})));
  ASSERT_TRUE(wait_for(store.plans().records(kTenant, "p", std::nullopt, {})));
  ASSERT_TRUE(wait_for(store.plans().records(kTenant, "p", "create", {})));
  ASSERT_TRUE(wait_for(store.plans().sweep(kTenant, at(9))));
  ASSERT_TRUE(wait_for(store.staging().drop(kTenant, "r")));
  ASSERT_TRUE(wait_for(store.staging().drop_orphans(kTenant)));
}

TEST(QueryPlans, NoStatementWalksThroughATableThatGrows) {
  const TemporaryFolder folder;
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watch_connection));
  {
    auto store = open_sqlite({.data = folder.path()});
    ASSERT_TRUE(store);
    work_through(**store);
  }
  sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&watch_connection));

  sqlite::Database database(folder.path() / "crosswalk.db", sqlite::Database::Use::write);
  database.script(
      "CREATE TEMP TABLE candidate (id TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, "
      "PRIMARY KEY (id, key)) WITHOUT ROWID; "
      "CREATE TEMP TABLE wanted (match_value TEXT NOT NULL, id TEXT NOT NULL, "
      "PRIMARY KEY (match_value, id)) WITHOUT ROWID");
  // Names and aliases of the tables that grow, as the statements use them.
  const std::regex scan(
      "SCAN (record|link|staged|pair|issue|intent|plan_record|record_list|r|l|s|p|i|m|a|b|o|w)( "
      "|$).*");
  std::size_t explained = 0;
  for (const auto& sql : recorder().statements) {
    if (!std::regex_search(sql, std::regex("^(SELECT|INSERT|UPDATE|DELETE|WITH)"))) continue;
    if (sql.find("sqlite_master") != std::string::npos) continue;
    auto query = database.query("EXPLAIN QUERY PLAN " + sql);
    ++explained;
    while (query.next())
      EXPECT_FALSE(std::regex_match(query.text(3), scan)) << query.text(3) << "\n  in " << sql;
  }
  EXPECT_GT(explained, 70U);
}

}  // namespace
}  // namespace crosswalk::store::test
