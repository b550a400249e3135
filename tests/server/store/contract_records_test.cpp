#include "server/store/contract.hpp"

namespace crosswalk::store::test {
namespace {

RecordWrite write(const std::string& key, const std::string& fields) {
  RecordWrite row;
  row.object = kPeople.object;
  row.key = key;
  row.fields_json = fields;
  return row;
}

TEST_P(StoreContract, ReplacesNamedFieldsOnlyAndKeepsAbsentNullAndEmptyApart) {
  put("a", R"({"x":1.50,"y":"","z":null})");
  put("a", R"({ "y" : null , "w":[1,{"q":"}"}] })");
  EXPECT_EQ(record("a").fields_json, R"({"x":1.50,"y":null,"z":null,"w":[1,{"q":"}"}]})");
}

TEST_P(StoreContract, AWriteThatChangesNothingKeepsTheVersion) {
  put("a", R"({"x":"1"})");
  const auto before = record("a");
  put("a", R"({ "x": "1" })", 99);
  EXPECT_EQ(record("a").version, before.version);
  EXPECT_EQ(record("a").changed_at, before.changed_at);
  put("a", R"({"x":"2"})", 99);
  EXPECT_GT(record("a").version, before.version);
  EXPECT_EQ(version(), record("a").version);
}

TEST_P(StoreContract, RefusesBadFieldsAndWrongVersionsOfOneRecordAlone) {
  put("a", R"({"x":1})");
  auto stale = write("a", R"({"x":2})");
  stale.expected_version = 77;
  auto fresh = write("n", "{}");
  fresh.expected_version = 0;
  std::vector<RecordWrite> batch = {write("b", R"({"x":)"), stale, write("c", R"({"x":3})"), fresh};
  auto outcomes = wait_for(store_->records().put(kTenant, batch, at(1)));
  ASSERT_TRUE(outcomes);
  using enum PutOutcome::Change;
  EXPECT_EQ((*outcomes)[0].change, bad_fields);
  EXPECT_EQ((*outcomes)[1].change, version_mismatch);
  EXPECT_EQ((*outcomes)[1].version, record("a").version);
  EXPECT_EQ((*outcomes)[2].change, created);
  EXPECT_EQ((*outcomes)[3].change, created);
  EXPECT_FALSE(wait_for(store_->records().get(kTenant, kPeople.object, "b")));
}

TEST_P(StoreContract, RefusesKeysAndListsOfTwoLinesOfOneRecordAlone) {
  auto listed = write("b", "{}");
  listed.lists = {"vip", "a\nb"};
  auto outcomes = wait_for(
      store_->records().put(kTenant, {write("a\nb", "{}"), listed, write("c", "{}")}, at(1)));
  ASSERT_TRUE(outcomes);
  using enum PutOutcome::Change;
  EXPECT_EQ((*outcomes)[0].change, bad_fields);
  EXPECT_EQ((*outcomes)[1].change, bad_fields);
  EXPECT_EQ((*outcomes)[2].change, created);
}

TEST_P(StoreContract, RefusesWhatIsNotOneJsonObject) {
  const std::vector<std::string> bad = {
      "",
      "[]",
      "{",
      "{}x",
      R"({"a"})",
      R"({"a":1,})",
      R"({"a":01})",
      R"({"a":"\q"})",
      "{\"a\":\"\n\"}",
      R"({"a":tru})",
      R"({"a":1.})",
      R"({"a":-})",
      R"({"a":"\u12g4"})",
      R"({"a":)" + std::string(40, '[') + std::string(40, ']') + "}"};
  std::vector<RecordWrite> batch;
  for (const auto& text : bad) batch.push_back(write("k" + std::to_string(batch.size()), text));
  auto outcomes = wait_for(store_->records().put(kTenant, batch, at(1)));
  ASSERT_TRUE(outcomes);
  for (std::size_t i = 0; i < bad.size(); ++i)
    EXPECT_EQ((*outcomes)[i].change, PutOutcome::Change::bad_fields) << bad[i];
}

TEST_P(StoreContract, RefusesABatchAboveItsBound) {
  std::vector<RecordWrite> batch(kRecordBatchMax + 1, write("a", "{}"));
  auto refused = wait_for(store_->records().put(kTenant, batch, at(1)));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::too_large);
}

TEST_P(StoreContract, AnErasedRecordIsGoneAndComesBackWithNewFieldsOnly) {
  put("a", R"({"x":1})");
  const auto first = record("a").version;
  EXPECT_EQ(wait_for(store_->records().erase(kTenant, kPeople.object, "a", first + 5, at(1)))
                .error()
                .code,
            "versionMismatch");
  ASSERT_TRUE(wait_for(store_->records().erase(kTenant, kPeople.object, "a", first, at(1))));
  EXPECT_FALSE(wait_for(store_->records().get(kTenant, kPeople.object, "a")));
  EXPECT_FALSE(
      wait_for(store_->records().erase(kTenant, kPeople.object, "a", std::nullopt, at(1))));
  EXPECT_GT(version(), first) << "a deletion is a change";
  put("a", R"({"y":2})");
  EXPECT_EQ(record("a").fields_json, R"({"y":2})");
}

TEST_P(StoreContract, OneTenantNeverSeesAnothersRecords) {
  put("a", R"({"x":1})");
  EXPECT_FALSE(wait_for(store_->records().get(kOther, kPeople.object, "a")));
  EXPECT_TRUE(
      wait_for(store_->records().list(kOther, {.object = kPeople.object}, {}))->items.empty());
  EXPECT_EQ(*wait_for(store_->records().version(kOther)), 0);
}

std::vector<std::string> keys_of(Store& store, const RecordFilter& filter, std::size_t limit) {
  std::vector<std::string> keys;
  PageRequest page{.after = {}, .limit = limit};
  while (true) {
    auto answer = wait_for(store.records().list(kTenant, filter, page));
    EXPECT_TRUE(answer) << answer.error().message;
    if (!answer) return keys;
    for (const auto& row : answer->items) keys.push_back(row.key);
    if (!answer->next) return keys;
    page.after = *answer->next;
  }
}

TEST_P(StoreContract, ListsByEveryFilterInWholePages) {
  for (int i = 0; i < 9; ++i) put(key_of(i), R"({"n":)" + std::to_string(i) + "}", 10 * (i / 3));
  auto listed = write(key_of(4), "{}");
  listed.lists = {"vip", "press", "vip"};
  auto inactive = write(key_of(5), "{}");
  inactive.inactive = true;
  ASSERT_TRUE(wait_for(store_->records().put(kTenant, {listed, inactive}, at(20))));
  settle({.run = "r",
          .at = at(50),
          .links = {{.key = key_of(1),
                     .id = id_of(1),
                     .base_json = "{}",
                     .platform_version = record(key_of(1)).version}}});

  struct Case {
    std::string name;
    RecordFilter filter;
    std::vector<int> expected;
  };
  const std::string object = kPeople.object;
  const std::vector<Case> cases = {
      {"all", {.object = object}, {0, 1, 2, 3, 4, 5, 6, 7, 8}},
      {"changed since", {.object = object, .changed_since = at(20)}, {4, 5, 6, 7, 8}},
      {"state", {.object = object, .state = SyncState::inactive}, {5}},
      {"in step", {.object = object, .state = SyncState::in_step}, {1}},
      {"synced after", {.object = object, .synced_after = at(49)}, {1}},
      {"synced long ago", {.object = object, .synced_after = at(50)}, {}},
      {"list", {.object = object, .list = "vip"}, {4}},
      {"list and state", {.object = object, .state = SyncState::inactive, .list = "vip"}, {}},
      {"another object", {.object = "account"}, {}},
  };
  for (const auto& test : cases)
    for (const std::size_t limit : {1, 2, 100}) {
      std::vector<std::string> expected;
      for (const int number : test.expected) expected.push_back(key_of(number));
      EXPECT_EQ(keys_of(*store_, test.filter, limit), expected) << test.name << " by " << limit;
    }
  EXPECT_EQ(record(key_of(4)).lists, (std::vector<std::string>{"press", "vip"}));
  const auto counts = *wait_for(store_->records().counts(kTenant, object));
  EXPECT_EQ(counts.in_step, 1);
  EXPECT_EQ(counts.inactive, 1);
  EXPECT_EQ(counts.unlinked, 7);
  auto lists = wait_for(store_->records().lists(kTenant, {}));
  ASSERT_EQ(lists->items.size(), 2U);
  EXPECT_EQ(lists->items[1].name, "vip");
  EXPECT_EQ(lists->items[1].records, 1);
  EXPECT_EQ(wait_for(store_->records().list_members(kTenant, "vip", {}))->items.at(0).key,
            key_of(4));
}

}  // namespace
}  // namespace crosswalk::store::test
