// What one side wrote reaches the other, or stays in sight as an issue: after refusals, policies
// that ask a person, edits in mid-run and answers that were lost. The clock of the org runs on by
// an hour where a change must have left the window that the next run reads.
#include "server_fixture.hpp"

namespace crosswalk::sync {
namespace {

using store::RunState;

class LostUpdate : public ServerTest {
 protected:
  void SetUp() override {
    put_record("p1", R"({"first_name":"Ada","last_name":"Byron","title":"Miss"})");
    ASSERT_EQ(sync().state, RunState::succeeded);
    id = org.by_key("p1")->at("Id").substr(1, 18);
    later();
  }
  void later() { org.seconds += 3600; }
  std::string salesforce(const std::string& name) { return org.by_key("p1")->at(name); }
  bool platform_has(const std::string& text) {
    return record_json("p1").find(text) != std::string::npos;
  }
  void ask_a_person_about_titles() {
    std::string mapping = kMapping;
    mapping.insert(mapping.find(R"("Title"})") + 7, R"(,"conflict":"review")");
    put(store::DocumentKind::mapping, "m", mapping);
  }
  // While the run writes to Salesforce, before it keeps the answer.
  void edit_in_mid_run(const std::string& fields_json) {
    org.on_write = [this, fields_json] {
      auto put = [](store::Store& store, runtime::Stamp at,
                    std::string fields) -> boost::asio::awaitable<void> {
        std::vector<store::RecordWrite> batch(1);
        batch[0].object = "participant";
        batch[0].key = "p1";
        batch[0].fields_json = std::move(fields);
        (void)co_await store.records().put("t", std::move(batch), at);
      };
      boost::asio::co_spawn(server->context, put(*server->store, server->clock.now(), fields_json),
                            boost::asio::detached);
      org.on_write = nullptr;
    };
  }

  std::string id;
};

TEST_F(LostUpdate, AFieldLeftToAPersonIsNotOverwrittenByALaterChange) {
  ask_a_person_about_titles();
  put_record("p1", R"({"title":"Lady"})");
  org.change(id, "Title", "\"Countess\"");
  later();
  EXPECT_EQ(sync().state, RunState::partial);
  later();
  put_record("p1", R"({"title":"Dame"})");
  sync();
  EXPECT_EQ(salesforce("Title"), "\"Countess\"") << "nobody has decided";
  ASSERT_EQ(issues().size(), 1u);
  EXPECT_EQ(issues()[0].code, "needsReview");
}

TEST_F(LostUpdate, AFieldLeftToAPersonIsAnIssueAlsoWhenOthersAreWritten) {
  ask_a_person_about_titles();
  put_record("p1", R"({"title":"Lady","last_name":"Lovelace"})");
  org.change(id, "Title", "\"Countess\"");
  EXPECT_EQ(sync().state, RunState::partial);
  EXPECT_EQ(salesforce("LastName"), "\"Lovelace\"");
  ASSERT_EQ(issues().size(), 1u);
  EXPECT_EQ(issues()[0].code, "needsReview");
  EXPECT_EQ(issues()[0].fields, std::vector<std::string>{"Title"});
}

TEST_F(LostUpdate, AChangeOfSalesforceOutlivesARefusalOfOurs) {
  put_record("p1", R"({"last_name":"Lovelace"})");
  org.change(id, "Title", "\"Countess\"");
  later();
  org.refusals[id].code = "FIELD_CUSTOM_VALIDATION_EXCEPTION";
  EXPECT_EQ(sync().state, RunState::partial);
  org.refusals.clear();
  later();
  put_record("p1", R"({"last_name":"King"})");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_EQ(salesforce("LastName"), "\"King\"");
  EXPECT_TRUE(platform_has("Countess")) << record_json("p1");
  EXPECT_TRUE(issues().empty());
}

TEST_F(LostUpdate, AChangeOfSalesforceOutlivesTheTimeTheCriteriaKeptTheRecordOut) {
  std::string mapping = kMapping;
  mapping.insert(mapping.find("\"create\""), R"("where":{"platform":"status = 'here'"},)");
  put(store::DocumentKind::mapping, "m", mapping);
  org.change(id, "Title", "\"Countess\"");
  later();
  sync();
  EXPECT_FALSE(platform_has("Countess"));
  later();
  put_record("p1", R"({"status":"here"})");
  sync();
  EXPECT_TRUE(platform_has("Countess")) << record_json("p1");
}

TEST_F(LostUpdate, AnEditWhileItsRecordIsWrittenIsCarriedOverByTheNextRun) {
  put_record("p1", R"({"last_name":"Lovelace"})");
  org.change(id, "Title", "\"Countess\"");
  later();
  edit_in_mid_run(R"({"last_name":"King"})");
  sync();
  EXPECT_TRUE(platform_has("King"));
  later();
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_TRUE(platform_has("King")) << record_json("p1");
  EXPECT_TRUE(platform_has("Countess")) << record_json("p1");
  EXPECT_EQ(salesforce("LastName"), "\"King\"");
  EXPECT_EQ(salesforce("Title"), "\"Countess\"");
  sync();
  EXPECT_EQ(unanswered(), 0u);
}

TEST_F(LostUpdate, AnEditAfterALostAnswerIsNoConflictWithWhatWeSent) {
  put_record("p1", R"({"last_name":"Lovelace"})");
  org.lose_answers = 1;
  EXPECT_EQ(sync().state, RunState::failed);
  EXPECT_EQ(salesforce("LastName"), "\"Lovelace\"") << "it was carried out";
  put_record("p1", R"({"last_name":"King"})");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_EQ(salesforce("LastName"), "\"King\"");
  EXPECT_TRUE(platform_has("King")) << record_json("p1");
  EXPECT_EQ(unanswered(), 0u);
}

TEST_F(LostUpdate, AnEditAfterTheLostAnswerOfACreateIsNoConflictEither) {
  put_record("p2", R"({"last_name":"Turing"})");
  org.lose_answers = 1;
  EXPECT_EQ(sync().state, RunState::failed);
  put_record("p2", R"({"last_name":"Turing OBE"})");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_EQ(org.by_key("p2")->at("LastName"), "\"Turing OBE\"");
  EXPECT_EQ(org.records.size(), 2u);
}

TEST_F(LostUpdate, APersonWhoChangesWhatALostAnswerHadWrittenStillCounts) {
  put_record("p1", R"({"last_name":"Lovelace"})");
  org.lose_answers = 1;
  sync();
  org.change(id, "LastName", "\"By hand\"");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_EQ(salesforce("LastName"), "\"By hand\"");
  EXPECT_TRUE(platform_has("By hand")) << record_json("p1");
}

TEST_F(LostUpdate, FailingRunsDoNotFillTheJournal) {
  put_record("p1", R"({"last_name":"Lovelace"})");
  for (int i = 0; i < 5; ++i) {
    org.lose_answers = 1;
    org.change(id, "LastName", "\"Byron\"");
    sync();
  }
  EXPECT_EQ(unanswered(), 1u);
}

TEST_F(LostUpdate, AFieldClearedOnEitherSideIsClearedOnTheOther) {
  put_record("p1", R"({"title":null})");
  org.change(id, "FirstName", "null");
  EXPECT_EQ(sync().state, RunState::succeeded);
  EXPECT_EQ(salesforce("Title"), "null");
  EXPECT_FALSE(platform_has("Ada")) << record_json("p1");
}

}  // namespace
}  // namespace crosswalk::sync
