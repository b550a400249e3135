#include "server/store/contract.hpp"

namespace crosswalk::store::test {
namespace {

StagedRow staged(int id, const std::string& match,
                 const std::string& modstamp = "2026-01-01T00:00:00Z") {
  return {
      .id = id_of(id), .match_value = match, .fields_json = R"({"Id":1})", .modstamp = modstamp};
}

LinkRow link(int key, int id, std::int64_t version) {
  return {.key = key_of(key),
          .id = id_of(id),
          .base_json = R"({"B":1})",
          .platform_version = version,
          .modstamp = "m",
          .agreed_at = {}};
}

TEST_P(StoreContract, PairsByKeyByLinkAndLeavesTheRestUnpaired) {
  for (int i = 0; i < 4; ++i) put(key_of(i), "{}");
  settle({.run = "r", .at = at(1), .links = {link(0, 0, 1)}});  // key 0, its version is settled
  stage("r", {staged(1, key_of(1)), staged(8, "unknown"), staged(9, "")});
  StagedRow gone = staged(0, "");
  gone.deleted = true;
  StagedRow gone_unlinked = staged(7, "");
  gone_unlinked.deleted = true;
  stage("r", {gone, gone_unlinked});

  const auto totals = pair("r");
  EXPECT_EQ(totals.pairs, 6);
  EXPECT_EQ(totals.linked, 1);
  EXPECT_EQ(totals.matched, 1);
  EXPECT_EQ(totals.only_platform, 2);
  EXPECT_EQ(totals.only_salesforce, 2);
  EXPECT_EQ(totals.ambiguous, 0);

  for (const std::size_t limit : {1, 2, 4, 100}) {
    const auto rows = pairs("r", limit);
    ASSERT_EQ(rows.size(), 6U) << limit;
    EXPECT_EQ(rows[0].key, key_of(0));
    EXPECT_EQ(rows[0].id, id_of(0));
    EXPECT_EQ(rows[0].match, PairMatch::linked);
    EXPECT_EQ(rows[0].base_json, R"({"B":1})");
    EXPECT_TRUE(rows[0].staged_deleted);
    EXPECT_EQ(rows[1].match, PairMatch::matched);
    EXPECT_EQ(rows[1].id, id_of(1));
    EXPECT_EQ(rows[1].record_json, "{}");
    EXPECT_EQ(rows[1].staged_json, R"({"Id":1})");
    EXPECT_FALSE(rows[1].base_json);
    EXPECT_EQ(rows[2].key, key_of(2));
    EXPECT_EQ(rows[2].id, "");
    EXPECT_EQ(rows[4].id, id_of(8));
    EXPECT_EQ(rows[4].key, "");
    EXPECT_FALSE(rows[4].record_json);
    EXPECT_EQ(rows[5].id, id_of(9));
  }
}

TEST_P(StoreContract, LinkedRecordsThatChangedHereAndWereNotReadThereAreNamed) {
  for (int i = 0; i < 5; ++i) put(key_of(i), "{}");
  std::vector<LinkRow> links;
  for (int i = 0; i < 4; ++i) links.push_back(link(i, i, i + 1));
  settle({.run = "r0", .at = at(1), .links = links});
  const auto mark = version();
  for (const int i : {1, 2, 4}) put(key_of(i), R"({"x":1})");
  const auto until = version();
  put(key_of(3), R"({"later":1})");
  stage("r1", {staged(2, "")});
  const auto unread = [&](PairSelection selection, std::int64_t after) {
    return *wait_for(store_->staging().unread(kTenant, "r1", kPeople, std::move(selection), after));
  };
  const PairSelection changed{.after_version = mark, .up_to_version = until};
  auto page = unread(changed, 0);
  EXPECT_EQ(page.ids, (std::vector<std::string>{id_of(1)}));
  ASSERT_TRUE(page.next);
  page = unread(changed, *page.next);
  EXPECT_TRUE(page.ids.empty());
  EXPECT_FALSE(page.next) << "it comes to an end though id 1 is never staged";
  page = unread({.only_keys = {key_of(0), key_of(2), key_of(4)}}, 0);
  EXPECT_EQ(page.ids, (std::vector<std::string>{id_of(0)}));
  EXPECT_FALSE(page.next);
}

TEST_P(StoreContract, AnInstantRunSeesOnlyWhatChangedAndWhatIsNotSettled) {
  for (int i = 0; i < 5; ++i) put(key_of(i), "{}");
  const auto mark = version();
  std::vector<LinkRow> links;
  for (int i = 0; i < 5; ++i) links.push_back(link(i, i, i + 1));
  settle({.run = "r0", .at = at(1), .links = links});
  put(key_of(3), R"({"x":1})");
  put(key_of(4), R"({"x":1})");
  settle({.run = "r0", .at = at(1), .links = {link(4, 4, version())}});
  const auto until = version();
  put(key_of(2), R"({"later":1})");

  pair("r1", {}, {.after_version = mark, .up_to_version = until});
  auto rows = pairs("r1");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].key, key_of(3));
  EXPECT_EQ(rows[0].id, id_of(3));
  EXPECT_FALSE(rows[0].staged_json) << "Salesforce's side did not change";

  pair("r1", {}, {.up_to_version = until, .settled_too = true, .all_links = true});
  EXPECT_EQ(pairs("r1").size(), 5U) << "pairing again makes the worklist anew";
  pair("r1", {}, {.only_keys = {key_of(2), "nobody"}});
  rows = pairs("r1");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].key, key_of(2));
}

TEST_P(StoreContract, TwoSalesforceRecordsOfOneKeyAreAmbiguousOrDecidedByAge) {
  put(key_of(1), "{}");
  stage("r", {staged(1, key_of(1), "2026-01-01T00:00:00Z"),
              staged(2, key_of(1), "2026-02-01T00:00:00Z")});
  using enum MatchRule::OnMultiple;
  EXPECT_EQ(pair("r", {.on_multiple = issue}).ambiguous, 1);
  auto rows = pairs("r");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].match, PairMatch::ambiguous);
  EXPECT_EQ(rows[0].key, key_of(1));
  for (const auto& [choice, expected] : {std::pair(newest, 2), std::pair(oldest, 1)}) {
    const std::string run = "run" + std::to_string(expected);
    stage(run, {staged(1, key_of(1), "2026-01-01T00:00:00Z"),
                staged(2, key_of(1), "2026-02-01T00:00:00Z")});
    pair(run, {.on_multiple = choice});
    rows = pairs(run);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].match, PairMatch::matched);
    EXPECT_EQ(rows[0].id, id_of(expected));
  }
}

TEST_P(StoreContract, AKeyThatIsLinkedIsNotGivenToAnotherSalesforceRecord) {
  put(key_of(1), "{}");
  settle({.run = "r", .at = at(1), .links = {link(1, 1, 1)}});
  stage("r", {staged(1, key_of(1)), staged(2, key_of(1))});
  pair("r", {.on_multiple = MatchRule::OnMultiple::newest});
  const auto rows = pairs("r");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].id, id_of(1));
  EXPECT_EQ(rows[0].match, PairMatch::linked);
}

TEST_P(StoreContract, ASalesforceRecordThatNamesAnotherFreeKeyByNowIsPairedWithThatOne) {
  for (int i = 1; i < 4; ++i) put(key_of(i), "{}");
  settle({.run = "r", .at = at(1), .links = {link(1, 1, 1), link(3, 3, 3)}});
  stage("r", {staged(1, key_of(2)), staged(3, key_of(1))});
  pair("r", {}, {.after_version = version(), .up_to_version = version()});
  const auto rows = pairs("r");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].key, key_of(1));
  EXPECT_EQ(rows[0].id, "") << "its Salesforce record has gone over";
  EXPECT_FALSE(rows[0].base_json);
  EXPECT_EQ(rows[1].key, key_of(2));
  EXPECT_EQ(rows[1].id, id_of(1));
  EXPECT_EQ(rows[1].match, PairMatch::matched);
  EXPECT_FALSE(rows[1].base_json) << "the two have agreed on nothing yet";
  EXPECT_EQ(rows[2].key, key_of(3));
  EXPECT_EQ(rows[2].id, id_of(3)) << "key 1 was not free when it was asked for";
}

TEST_P(StoreContract, ARecordWhoseSalesforceRecordIsLinkedWithAnotherLosesItsId) {
  for (int i = 1; i < 3; ++i) put(key_of(i), "{}");
  settle({.run = "r", .at = at(1), .links = {link(1, 1, 1)}});
  ASSERT_EQ(record(key_of(1)).salesforce_id, id_of(1));
  settle({.run = "r", .at = at(2), .links = {link(2, 1, 2)}});
  EXPECT_EQ(record(key_of(1)).salesforce_id, "");
  EXPECT_EQ(record(key_of(1)).state, SyncState::unlinked);
  EXPECT_EQ(record(key_of(2)).salesforce_id, id_of(1));
}

TEST_P(StoreContract, MatchesByFieldsWithoutCaseAndMarksSeveralAsAmbiguous) {
  put(key_of(1), R"({"email":" Ann@Example.org ","n":1})");
  put(key_of(2), R"({"email":"twin@example.org"})");
  put(key_of(3), R"({"email":"TWIN@example.org"})");
  put(key_of(4), R"({"email":null})");
  const std::string_view ann = "ann@EXAMPLE.org ";
  const std::string_view twin = "twin@example.org";
  stage("r",
        {staged(1, match_value({&ann, 1})), staged(2, match_value({&twin, 1})), staged(3, "")});
  const auto totals = pair("r", {.platform_fields = {"email"}});
  EXPECT_EQ(totals.matched, 1);
  EXPECT_EQ(totals.ambiguous, 2);
  const auto rows = pairs("r");
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[0].match, PairMatch::matched);
  EXPECT_EQ(rows[0].id, id_of(1));
  EXPECT_EQ(rows[1].match, PairMatch::ambiguous);
  EXPECT_EQ(rows[2].match, PairMatch::ambiguous);
  EXPECT_EQ(rows[3].match, PairMatch::none);
  EXPECT_EQ(rows[4].id, id_of(2));
  EXPECT_EQ(rows[4].match, PairMatch::ambiguous);
  EXPECT_EQ(rows[5].match, PairMatch::none);
}

TEST_P(StoreContract, DueIssuesComeBackIntoTheWorklist) {
  put(key_of(1), "{}");
  put(key_of(2), "{}");
  settle({.run = "r",
          .at = at(1),
          .issues = {{.id = "i1", .key = key_of(1), .code = "CW1", .next_retry = at(100)},
                     {.id = "i2", .key = key_of(2), .code = "CW1"}}});
  const auto mark = version();
  EXPECT_EQ(pair("a", {}, {.after_version = mark, .now = at(99)}).pairs, 0);
  EXPECT_EQ(pair("b", {}, {.after_version = mark, .now = at(100)}).pairs, 1);
  EXPECT_EQ(pairs("b").at(0).key, key_of(1));
}

TEST_P(StoreContract, WalksAWorklistOfManyStepsInOrder) {
  constexpr int kRows = 12'000;  // more than two steps of pairing
  for (int from = 0; from < kRows; from += 1000) {
    std::vector<RecordWrite> batch(1000);
    std::vector<StagedRow> rows;
    for (int i = 0; i < 1000; ++i) {
      batch[static_cast<std::size_t>(i)].object = kPeople.object;
      batch[static_cast<std::size_t>(i)].key = key_of(from + i);
      batch[static_cast<std::size_t>(i)].fields_json = "{}";
      rows.push_back(staged(from + i, (from + i) % 2 == 0 ? key_of(from + i) : ""));
    }
    ASSERT_TRUE(wait_for(store_->records().put(kTenant, batch, at(0))));
    stage("r", rows);
  }
  const auto totals = pair("r");
  EXPECT_EQ(totals.matched, kRows / 2);
  EXPECT_EQ(totals.only_platform, kRows / 2);
  EXPECT_EQ(totals.only_salesforce, kRows / 2);
  const auto rows = pairs("r", 700);
  ASSERT_EQ(rows.size(), static_cast<std::size_t>(kRows * 3 / 2));
  for (std::size_t i = 1; i < rows.size(); ++i) ASSERT_LT(rows[i - 1].place, rows[i].place);
  ASSERT_TRUE(wait_for(store_->staging().drop(kTenant, "r")));
  EXPECT_TRUE(pairs("r").empty());
  EXPECT_EQ(*wait_for(store_->staging().count(kTenant, "r", kPeople)), 0);
}

TEST_P(StoreContract, OrphansAreDroppedAndLivingRunsKept) {
  ASSERT_TRUE(wait_for(store_->runs().create(kTenant, {.id = "alive", .sync = "people"})));
  PlanRow plan;
  plan.id = "plan";
  ASSERT_TRUE(wait_for(store_->plans().create(kTenant, plan)));
  for (const char* run : {"alive", "dead", "plan"}) stage(run, {staged(1, "")});
  ASSERT_TRUE(wait_for(store_->staging().drop_orphans(kTenant)));
  EXPECT_EQ(*wait_for(store_->staging().count(kTenant, "alive", kPeople)), 1);
  EXPECT_EQ(*wait_for(store_->staging().count(kTenant, "plan", kPeople)), 1);
  EXPECT_EQ(*wait_for(store_->staging().count(kTenant, "dead", kPeople)), 0);
}

TEST(MatchValue, CutsSpacesLowersAsciiAndIsEmptyWhenAllAre) {
  const std::vector<std::string_view> both = {" Ann ", "O'NEIL"};
  EXPECT_EQ(match_value(both), "ann\x1fo'neil");
  const std::vector<std::string_view> blank = {" ", ""};
  EXPECT_EQ(match_value(blank), "");
}

}  // namespace
}  // namespace crosswalk::store::test
