// Which records a run leaves alone: criteria, chosen records, people whose consent is unknown.
#include "server_fixture.hpp"
#include "sync/engine.hpp"

namespace crosswalk::sync {
namespace {

using store::RunKind;
using store::RunState;

using EngineCriteriaTest = ServerTest;

TEST_F(EngineCriteriaTest, PlatformCriteriaLeaveRecordsAlone) {
  std::string mapping = kMapping;
  mapping.insert(mapping.find("\"create\""), R"("where":{"platform":"status = 'registered'"},)");
  put(store::DocumentKind::mapping, "m", mapping);
  put_record("p1", R"({"last_name":"A","status":"Registered"})");
  put_record("p2", R"({"last_name":"B","status":"came"})");
  put_record("p3", R"({"last_name":"C"})");
  const auto row = sync();
  EXPECT_EQ(row.counts.salesforce_created, 1);
  EXPECT_EQ(row.counts.skipped, 2);
  EXPECT_NE(org.by_key("p1"), nullptr);
}

TEST_F(EngineCriteriaTest, SalesforceCriteriaLeaveARecordAloneThatNoLongerMeetsThem) {
  for (const char* direction : {"both", "push"}) {
    const std::string key = direction;
    std::string mapping = kMapping;
    mapping.replace(mapping.find("both"), 4, direction);
    mapping.insert(mapping.find("\"create\""), R"("where":{"salesforce":"Title != 'Out'"},)");
    put(store::DocumentKind::mapping, "m", mapping);
    put_record(key, R"({"last_name":"A"})");
    ASSERT_EQ(sync().state, RunState::succeeded);
    const auto& contact = *org.by_key(key);
    org.outside.insert(contact.at("Id").substr(1, 18));
    put_record(key, R"({"last_name":"B"})");
    for (const RunKind kind : {RunKind::instant, RunKind::reconcile, RunKind::initial}) {
      const auto row = sync(kind);
      EXPECT_EQ(row.state, RunState::partial);
      EXPECT_EQ(contact.at("LastName"), "\"A\"") << direction;
    }
  }
}

TEST_F(EngineCriteriaTest, ARecordThatSalesforceCriteriaKeepOutOfReachIsSkippedWithAReason) {
  std::string mapping = kMapping;
  mapping.insert(mapping.find("\"create\""), R"("where":{"salesforce":"Title != 'Out'"},)");
  put(store::DocumentKind::mapping, "m", mapping);
  put_people(2);
  sync();
  const std::string left = org.by_key("p0")->at("Id").substr(1, 18);
  org.outside.insert(left);
  org.records.erase(org.by_key("p1")->at("Id").substr(1, 18));
  auto row = sync(RunKind::reconcile);
  EXPECT_EQ(row.counts.skipped, 2);
  EXPECT_EQ(row.state, RunState::succeeded) << "nothing was to be carried over";

  org.seconds += 3600;
  put_record("p0", R"({"first_name":"G"})");
  put_record("p1", R"({"first_name":"G"})");
  const auto plan = *run(server->store->plans().get("t", *run(server->engine->plan("t", "s", {}))));
  EXPECT_NE(plan.totals_json.find(R"("skip":2)"), std::string::npos) << plan.totals_json;
  const auto planned = *run(server->store->plans().records("t", plan.id, std::nullopt, {}));
  ASSERT_EQ(planned.items.size(), 2u);
  EXPECT_NE(planned.items[0].json.find("no longer meets"), std::string::npos);
  row = sync();
  EXPECT_EQ(row.state, RunState::partial);
  EXPECT_EQ(row.counts.skipped, 2);
  EXPECT_EQ(row.counts.salesforce_updated, 0);
  ASSERT_EQ(issues().size(), 2u);
  EXPECT_EQ(issues()[0].code, "outOfReach");
  EXPECT_FALSE(issues()[0].cure.empty());

  org.outside.clear();
  org.change(left, "Title", "\"Back\"");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_EQ(org.by_key("p0")->at("FirstName"), "\"G\"");
  ASSERT_EQ(issues().size(), 1u);
  EXPECT_EQ(issues()[0].key, "p1");
}

TEST_F(EngineCriteriaTest, RunOfSomeRecordsTouchesNoOthersAndMovesNoWatermark) {
  put_people(6);
  const auto row = sync(RunKind::instant, {"p1", "p4"});
  EXPECT_EQ(row.counts.salesforce_created, 2);
  EXPECT_EQ(sync().counts.salesforce_created, 4);
}

TEST_F(EngineCriteriaTest, NoRunStartsWhileNobodySaysWhatAnUnseenOptOutMeans) {
  org.opt_out_visible = false;
  org.add({{"LastName", "\"Hopper\""}});
  struct Said {
    const char* consent;
    const char* refused;  // in the cause; empty: the run goes through
  };
  for (const Said& said :
       {Said{"", "who opted out"},
        Said{R"("consent":{"salesforce":"HasOptedOutOfEmail"},)", "who opted out"},
        Said{R"("consent":{"unknown":"inactive"},)", "as inactive"},
        Said{R"("consent":{"unknown":"import"},)", ""}}) {
    std::string mapping = kMapping;
    mapping.insert(mapping.find(R"("match")"), said.consent);
    put(store::DocumentKind::mapping, "m", mapping);
    const auto ended = sync();
    const bool starts = *said.refused == '\0';
    EXPECT_EQ(ended.state, starts ? RunState::succeeded : RunState::failed) << said.consent;
    EXPECT_NE(ended.cause.find(said.refused), std::string::npos) << ended.cause;
    EXPECT_EQ(ended.counts.platform_created, starts ? 1 : 0) << said.consent;
  }
}

}  // namespace
}  // namespace crosswalk::sync
