// What a record that Salesforce refuses does to a run, and what clears its issue.
#include "server_fixture.hpp"
#include "sync/engine.hpp"

namespace crosswalk::sync {
namespace {

using store::RunState;

using EngineIssuesTest = ServerTest;

salesforce::WriteAnswer refusal(const std::string& code, const std::string& message,
                                const std::string& field) {
  salesforce::WriteAnswer answer;
  answer.code = code;
  answer.message = message;
  answer.fields = {field};
  return answer;
}

TEST_F(EngineIssuesTest, OneBadRecordOf200BecomesAnIssueAndTheRestGoesThrough) {
  put_people(200);
  org.refusals["p77"] = refusal("FIELD_CUSTOM_VALIDATION_EXCEPTION", "No sevens", "LastName");
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::partial);
  EXPECT_EQ(row.counts.salesforce_created, 199);
  EXPECT_EQ(row.counts.salesforce_failed, 1);
  EXPECT_EQ(row.counts.issues, 1);
  const auto open = issues();
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(open[0].key, "p77");
  EXPECT_EQ(open[0].code, "salesforceData");
  EXPECT_EQ(open[0].salesforce_code, "FIELD_CUSTOM_VALIDATION_EXCEPTION");
  EXPECT_EQ(open[0].fields, std::vector<std::string>{"LastName"});
  EXPECT_NE(open[0].message.find("No sevens"), std::string::npos);
  EXPECT_FALSE(open[0].cure.empty());
  EXPECT_EQ(unanswered(), 0u);
}

TEST_F(EngineIssuesTest, IssueIsClearedWhenTheRecordLaterSucceeds) {
  put_record("p1", R"({"last_name":"X"})");
  org.refusals["p1"] = refusal("STRING_TOO_LONG", "too long", "LastName");
  sync();
  ASSERT_EQ(issues().size(), 1u);
  org.refusals.clear();
  put_record("p1", R"({"last_name":"Y"})");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_TRUE(issues().empty());
  EXPECT_EQ(issues(store::IssueState::cleared).size(), 1u);
}

TEST_F(EngineIssuesTest, ARecordInStepWithAnOpenIssueIsSettledAgain) {
  put_record("p1", R"({"last_name":"L"})");
  sync();
  put_record("p1", R"({"last_name":"M"})");
  const std::string id = org.records.begin()->first;
  org.refusals[id] = refusal("STRING_TOO_LONG", "too long", "LastName");
  sync();
  ASSERT_EQ(issues().size(), 1u);
  org.refusals.clear();
  put_record("p1", R"({"last_name":"L"})");
  EXPECT_EQ(sync().counts.unchanged, 1);
  EXPECT_TRUE(issues().empty());
}

TEST_F(EngineIssuesTest, ValueThatSalesforceWouldRefuseIsAnIssueWithoutACall) {
  put_record("p1", R"({"last_name":"Fine"})");
  put_record("p2", R"({"last_name":"Long","title":")" + std::string(300, 'x') + "\"}");
  put_record("p3", R"({"first_name":"Nameless"})");
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::partial);
  EXPECT_EQ(row.counts.salesforce_created, 1);
  EXPECT_EQ(row.counts.salesforce_failed, 2);
  const auto open = issues();
  ASSERT_EQ(open.size(), 2u);
  for (const auto& issue : open) {
    EXPECT_TRUE(issue.code.starts_with("CW3")) << issue.code;
    EXPECT_FALSE(issue.message.empty());
    EXPECT_FALSE(issue.cure.empty());
  }
}

TEST_F(EngineIssuesTest, CallThatIsRefusedWholeIsHalvedUntilTheCulpritIsAlone) {
  put_people(64);
  org.poison.insert("p13");
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::partial) << row.cause;
  EXPECT_EQ(row.counts.salesforce_created, 63);
  EXPECT_EQ(row.counts.salesforce_failed, 1);
  EXPECT_LE(org.writes, 1 + 2 * 6) << "two calls for each time that 64 is halved";
}

}  // namespace
}  // namespace crosswalk::sync
