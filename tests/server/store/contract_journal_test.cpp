// Intents, settlements, issues, runs, plans.
#include "server/store/contract.hpp"

namespace crosswalk::store::test {
namespace {

RunRow run(const std::string& id) {
  RunRow row;
  row.id = id;
  row.sync = kPeople.sync;
  row.state = RunState::running;
  row.started_at = at(0);
  return row;
}

LinkRow link(int number, std::int64_t version, const std::string& base = "{}") {
  return {.key = key_of(number),
          .id = id_of(number),
          .base_json = base,
          .platform_version = version,
          .modstamp = "m",
          .agreed_at = {}};
}

IssueWrite issue(const std::string& id, int number, const std::string& code) {
  return {.id = id,
          .key = key_of(number),
          .code = code,
          .fields = {"last_name", "email"},
          .message = "why",
          .cure = "what to do"};
}

TEST_P(StoreContract, IntentsStayUntilTheyAreSettled) {
  auto& journal = store_->journal();
  std::vector<Intent> intents(3);
  for (int i = 0; i < 3; ++i) {
    intents[static_cast<std::size_t>(i)].key = key_of(i);
    intents[static_cast<std::size_t>(i)].payload_json = "{\"n\":" + std::to_string(i) + "}";
    intents[static_cast<std::size_t>(i)].base_json = "{}";
  }
  auto first = wait_for(journal.begin(kTenant, "r", kPeople, intents, at(1)));
  ASSERT_TRUE(first);
  EXPECT_EQ(*wait_for(journal.begin(kTenant, "r", kPeople, {intents[0]}, at(1))), *first + 3);
  settle({.run = "r", .at = at(2), .intents = {*first, *first + 2, *first + 3}});
  auto open = wait_for(journal.unanswered(kTenant, kPeople.sync, 0, 10));
  ASSERT_TRUE(open);
  ASSERT_EQ(open->size(), 1U);
  EXPECT_EQ((*open)[0].seq, *first + 1);
  EXPECT_EQ((*open)[0].run, "r");
  EXPECT_EQ((*open)[0].crossing, kPeople);
  EXPECT_EQ((*open)[0].intent.payload_json, "{\"n\":1}");
  EXPECT_TRUE(wait_for(journal.unanswered(kOther, kPeople.sync, 0, 10))->empty());
  EXPECT_TRUE(wait_for(journal.unanswered(kTenant, "another", 0, 10))->empty());
  std::vector<Intent> many(kIntentBatchMax + 1);
  EXPECT_EQ(wait_for(journal.begin(kTenant, "r", kPeople, many, at(1))).error().kind,
            ErrorKind::too_large);
}

TEST_P(StoreContract, AnAgreementPutsTheRecordInStepUntilItChanges) {
  put(key_of(1), "{}");
  settle(
      {.run = "r", .at = at(5), .links = {link(1, version())}, .lists = {"Salesforce Contacts"}});
  auto row = record(key_of(1));
  EXPECT_EQ(row.state, SyncState::in_step);
  EXPECT_EQ(row.last_sync_at, at(5));
  EXPECT_EQ(row.salesforce, "Contact");
  EXPECT_EQ(row.salesforce_id, id_of(1));
  EXPECT_EQ(row.lists, (std::vector<std::string>{"Salesforce Contacts"}));
  put(key_of(1), R"({"x":1})", 7);
  row = record(key_of(1));
  EXPECT_EQ(row.state, SyncState::waiting);
  EXPECT_EQ(row.state_since, at(7));
  settle({.run = "r", .at = at(8), .links = {link(1, row.version - 1)}});
  EXPECT_EQ(record(key_of(1)).state, SyncState::waiting) << "agreed on an older version";
  settle({.run = "r", .at = at(9), .unlinked_keys = {key_of(1)}});
  EXPECT_EQ(record(key_of(1)).state, SyncState::unlinked);
  EXPECT_EQ(*wait_for(store_->links().count(kTenant, kPeople)), 0);
}

TEST_P(StoreContract, ASettledPlatformWriteIsNotAChangeForTheNextRun) {
  put(key_of(1), R"({"x":1})");
  RecordWrite update;
  update.object = kPeople.object;
  update.key = key_of(1);
  update.fields_json = R"({"x":2})";
  update.expected_version = version();
  RecordWrite create = update;
  create.key = key_of(2);
  create.expected_version = 0;
  const auto mark = version();
  const auto outcome = settle(
      {.run = "r", .at = at(1), .links = {link(1, mark), link(2, 0)}, .records = {update, create}});
  EXPECT_TRUE(outcome.stale.empty());
  EXPECT_EQ(record(key_of(1)).fields_json, R"({"x":2})");
  EXPECT_EQ(record(key_of(1)).state, SyncState::in_step);
  EXPECT_EQ(record(key_of(2)).state, SyncState::in_step);
  EXPECT_EQ(pair("n", {}, {.after_version = mark}).pairs, 0);
}

TEST_P(StoreContract, ARecordThatChangedMeanwhileIsLeftAloneAndNamed) {
  put(key_of(1), R"({"x":1})");
  RecordWrite update;
  update.object = kPeople.object;
  update.key = key_of(1);
  update.fields_json = R"({"x":"from Salesforce"})";
  update.expected_version = version();
  put(key_of(1), R"({"x":"typed meanwhile"})");
  const auto outcome =
      settle({.run = "r", .at = at(1), .links = {link(1, 1)}, .records = {update}});
  EXPECT_EQ(outcome.stale, (std::vector<std::string>{key_of(1)}));
  EXPECT_EQ(record(key_of(1)).fields_json, R"({"x":"typed meanwhile"})");
  EXPECT_EQ(*wait_for(store_->links().count(kTenant, kPeople)), 0);
}

TEST_P(StoreContract, WhatWasSentForARecordThatChangedMeanwhileStaysUntilItIsAgreedOn) {
  put(key_of(1), R"({"x":1})");
  Intent intent;
  intent.key = key_of(1);
  intent.payload_json = R"({"X":"sent"})";
  intent.base_json = "{}";
  const auto first = wait_for(store_->journal().begin(kTenant, "r", kPeople, {intent}, at(1)));
  RecordWrite update;
  update.object = kPeople.object;
  update.key = key_of(1);
  update.fields_json = R"({"y":"from Salesforce"})";
  update.expected_version = version();
  put(key_of(1), R"({"x":2})");
  settle(
      {.run = "r", .at = at(1), .intents = {*first}, .links = {link(1, 1)}, .records = {update}});
  ASSERT_TRUE(wait_for(store_->journal().begin(kTenant, "r2", kPeople, {intent}, at(2))));
  EXPECT_EQ(wait_for(store_->journal().unanswered(kTenant, kPeople.sync, 0, 10))->size(), 1U)
      << "the same payload is kept once";
  pair("r3", {}, {.up_to_version = version()});
  const auto rows = pairs("r3");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].sent_json, (std::vector<std::string>{R"({"X":"sent"})"}));
  settle({.run = "r3", .at = at(3), .links = {link(1, version())}});
  EXPECT_TRUE(wait_for(store_->journal().unanswered(kTenant, kPeople.sync, 0, 10))->empty());
}

TEST_P(StoreContract, AnIssueCountsUpAndIsClearedWhenItsRecordSettles) {
  put(key_of(1), "{}");
  auto outcome = settle({.run = "r1", .at = at(1), .issues = {issue("i1", 1, "CW3001")}});
  ASSERT_EQ(outcome.issues.size(), 1U);
  EXPECT_EQ(outcome.issues[0].fields, (std::vector<std::string>{"last_name", "email"}));
  EXPECT_EQ(record(key_of(1)).state, SyncState::issue);
  outcome = settle({.run = "r2", .at = at(2), .issues = {issue("ignored-id", 1, "CW3001")}});
  EXPECT_EQ(outcome.issues[0].id, "i1");
  EXPECT_EQ(outcome.issues[0].attempts, 2);
  EXPECT_EQ(outcome.issues[0].first_seen, at(1));
  EXPECT_EQ(*wait_for(store_->issues().count_open(kTenant, kPeople.sync)), 1);

  outcome = settle({.run = "r3",
                    .at = at(3),
                    .links = {link(1, version())},
                    .issues = {issue("i2", 1, "CW3002")}});
  EXPECT_EQ(outcome.issues_cleared, 1);
  EXPECT_EQ(wait_for(store_->issues().get(kTenant, "i1"))->state, IssueState::cleared);
  EXPECT_EQ(record(key_of(1)).state, SyncState::issue) << "another one is still open";
  outcome = settle({.run = "r4", .at = at(4), .links = {link(1, version())}});
  EXPECT_EQ(outcome.issues_cleared, 1);
  EXPECT_EQ(record(key_of(1)).state, SyncState::in_step);

  outcome = settle({.run = "r5", .at = at(5), .issues = {issue("i9", 1, "CW3001")}});
  EXPECT_EQ(outcome.issues[0].id, "i1");
  EXPECT_EQ(outcome.issues[0].attempts, 1) << "it begins anew";
  EXPECT_EQ(outcome.issues[0].first_seen, at(5));
}

TEST_P(StoreContract, AnIssueNamedAgainInItsOwnSettlementGoesOn) {
  put(key_of(1), "{}");
  settle({.run = "r1", .at = at(1), .issues = {issue("i1", 1, "CW3001")}});
  const auto outcome = settle({.run = "r2",
                               .at = at(2),
                               .links = {link(1, version())},
                               .issues = {issue("x", 1, "CW3001")}});
  EXPECT_EQ(outcome.issues[0].attempts, 2);
  EXPECT_EQ(outcome.issues[0].first_seen, at(1));
  EXPECT_EQ(outcome.issues[0].state, IssueState::open);
}

TEST_P(StoreContract, IssuesAreListedNewestFirstFilteredAndRetried) {
  std::vector<IssueWrite> issues;
  for (int i = 0; i < 5; ++i)
    issues.push_back(issue("i" + std::to_string(i), i, i < 3 ? "A" : "B"));
  issues.push_back({.id = "s", .salesforce_id = id_of(9), .code = "A"});
  settle({.run = "r", .at = at(1), .issues = issues});
  std::vector<std::string> ids;
  PageRequest page{.after = {}, .limit = 2};
  while (true) {
    auto answer = wait_for(store_->issues().list(kTenant, {.code = "A"}, page));
    ASSERT_TRUE(answer);
    for (const auto& row : answer->items) ids.push_back(row.id);
    if (!answer->next) break;
    page.after = *answer->next;
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"s", "i2", "i1", "i0"}));
  EXPECT_EQ(*wait_for(store_->issues().retry(kTenant, {"s", "i4", "none"}, at(7))), 2);
  EXPECT_EQ(*wait_for(store_->issues().retry_code(kTenant, "B", at(7))), 2);
  EXPECT_EQ(
      wait_for(store_->issues().list(kTenant, {.state = IssueState::retrying}, {}))->items.size(),
      3U);
  EXPECT_EQ(*wait_for(store_->issues().due_ids(kTenant, kPeople.sync, "Contact", at(7), "", 10)),
            (std::vector<std::string>{id_of(9)}));
  EXPECT_TRUE(wait_for(store_->issues().list(kOther, {}, {}))->items.empty());
  ASSERT_TRUE(wait_for(store_->issues().ignore(kTenant, "i0")));
  settle({.run = "r2", .at = at(9), .issues = {issue("y", 0, "A")}});
  EXPECT_EQ(wait_for(store_->issues().get(kTenant, "i0"))->state, IssueState::ignored);
}

TEST_P(StoreContract, ASettlementIsAllOrNothing) {
  put(key_of(1), "{}");
  auto first = wait_for(store_->journal().begin(kTenant, "r", kPeople, {Intent{}}, at(1)));
  Settlement bad{.run = "r", .crossing = kPeople, .at = at(1), .intents = {*first}};
  bad.links = {link(1, 1)};
  bad.records.resize(1);
  bad.records[0].object = kPeople.object;
  bad.records[0].key = key_of(1);
  bad.records[0].fields_json = "not json";
  ASSERT_FALSE(wait_for(store_->journal().settle(kTenant, bad)));
  EXPECT_EQ(wait_for(store_->journal().unanswered(kTenant, kPeople.sync, 0, 10))->size(), 1U);
  EXPECT_EQ(*wait_for(store_->links().count(kTenant, kPeople)), 0);
  EXPECT_EQ(record(key_of(1)).state, SyncState::unlinked);
}

TEST_P(StoreContract, ALinkMovesWithItsSalesforceIdAndIsFoundFromBothSides) {
  put(key_of(1), "{}");
  put(key_of(2), "{}");
  settle({.run = "r", .at = at(1), .links = {link(1, 1, R"({"a":1})")}});
  auto moved = link(2, 2);
  moved.id = id_of(1);
  settle({.run = "r", .at = at(2), .links = {moved}});
  EXPECT_TRUE(wait_for(store_->links().by_keys(kTenant, kPeople, {key_of(1)}))->empty());
  auto found = wait_for(store_->links().by_ids(kTenant, kPeople, {id_of(1), id_of(5)}));
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ((*found)[0].key, key_of(2));
  EXPECT_EQ((*found)[0].agreed_at, at(2));
  EXPECT_TRUE(wait_for(store_->links().by_ids(kOther, kPeople, {id_of(1)}))->empty());
}

TEST_P(StoreContract, ARunOfSomeRecordsKeepsTheirKeysAsTheyAre) {
  auto& runs = store_->runs();
  auto row = run("r1");
  row.only_keys = {"a", "b\\n", " c "};
  ASSERT_TRUE(wait_for(runs.create(kTenant, row)));
  EXPECT_EQ(wait_for(runs.get(kTenant, "r1"))->only_keys, row.only_keys);
  row = run("r2");
  row.sync = "another";
  row.only_keys = {"a\nb"};
  auto refused = wait_for(runs.create(kTenant, row));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "badKey");
}

TEST_P(StoreContract, ASyncHasOneUnfinishedRunAndItsEndMovesTheWatermarks) {
  auto& runs = store_->runs();
  ASSERT_TRUE(wait_for(runs.create(kTenant, run("r1"))));
  auto second = wait_for(runs.create(kTenant, run("r2")));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "runInProgress");
  EXPECT_EQ(second.error().path, "r1");
  ASSERT_TRUE(wait_for(runs.create(kOther, run("r1")))) << "another tenant's sync is another one";

  auto row = run("r1");
  row.phase = RunPhase::write;
  row.only_keys = {"a", "b"};
  row.counts.total = 10;
  row.counts.api_calls = 4;
  ASSERT_TRUE(wait_for(runs.update(kTenant, row)));
  RunCounts counts = row.counts;
  counts.salesforce_created = 3;
  settle({.run = "r1", .at = at(1), .counts = counts});
  EXPECT_EQ(wait_for(runs.get(kTenant, "r1"))->counts.salesforce_created, 3);
  EXPECT_EQ(wait_for(runs.watermark(kTenant, kPeople))->platform_version, 0);

  row.state = RunState::succeeded;
  row.finished_at = at(9);
  ASSERT_TRUE(wait_for(runs.finish(kTenant, row,
                                   {{.crossing = kPeople,
                                     .salesforce_stamp = "2026-11-22T00:00:00Z",
                                     .platform_version = 42}})));
  EXPECT_EQ(wait_for(runs.watermark(kTenant, kPeople))->platform_version, 42);
  EXPECT_EQ(wait_for(runs.watermark(kTenant, kPeople))->salesforce_stamp, "2026-11-22T00:00:00Z");
  EXPECT_EQ(wait_for(runs.watermark(kOther, kPeople))->platform_version, 0);
  EXPECT_EQ(wait_for(runs.update(kTenant, row)).error().code, "runFinished");
  ASSERT_TRUE(wait_for(runs.create(kTenant, run("r2"))));
  auto list = wait_for(runs.list(kTenant, {.sync = kPeople.sync}, {.after = {}, .limit = 1}));
  EXPECT_EQ(list->items.at(0).id, "r2");
  ASSERT_TRUE(list->next);
  EXPECT_EQ(wait_for(runs.list(kTenant, {}, {.after = *list->next, .limit = 1}))->items.at(0).id,
            "r1");
  EXPECT_EQ(wait_for(runs.list(kTenant, {.unfinished_only = true}, {}))->items.size(), 1U);
  EXPECT_EQ((*wait_for(runs.last_finished(kTenant, kPeople.sync)))->id, "r1");
}

TEST_P(StoreContract, PlansKeepTheirOrderAndAreSweptWhenExpired) {
  auto& plans = store_->plans();
  PlanRow plan;
  plan.id = "p";
  plan.sync = kPeople.sync;
  plan.expires_at = at(100);
  ASSERT_TRUE(wait_for(plans.create(kTenant, plan)));
  for (int batch = 0; batch < 3; ++batch)
    ASSERT_TRUE(wait_for(plans.add(kTenant, "p",
                                   {{.action = "create", .json = std::to_string(2 * batch)},
                                    {.action = "update", .json = std::to_string(2 * batch + 1)}})));
  plan.state = PlanState::ready;
  plan.digest = "abc";
  ASSERT_TRUE(wait_for(plans.update(kTenant, plan)));
  EXPECT_EQ(wait_for(plans.get(kTenant, "p"))->digest, "abc");
  auto page = wait_for(plans.records(kTenant, "p", std::nullopt, {.after = {}, .limit = 4}));
  ASSERT_EQ(page->items.size(), 4U);
  EXPECT_EQ(page->items[3].json, "3");
  page = wait_for(plans.records(kTenant, "p", std::nullopt, {.after = *page->next, .limit = 4}));
  EXPECT_EQ(page->items.at(0).json, "4");
  EXPECT_FALSE(page->next);
  page = wait_for(plans.records(kTenant, "p", "update", {.after = {}, .limit = 2}));
  EXPECT_EQ(page->items.at(1).json, "3");
  EXPECT_TRUE(page->next);
  EXPECT_FALSE(wait_for(plans.get(kOther, "p")));
  EXPECT_EQ(*wait_for(plans.sweep(kTenant, at(99))), 0U);
  EXPECT_EQ(*wait_for(plans.sweep(kTenant, at(100))), 1U);
  EXPECT_FALSE(wait_for(plans.get(kTenant, "p")));
  EXPECT_TRUE(wait_for(plans.records(kTenant, "p", std::nullopt, {}))->items.empty());
}

}  // namespace
}  // namespace crosswalk::store::test
