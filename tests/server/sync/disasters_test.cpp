// Crashes, lost answers and stops, each at a named place. What must hold afterwards is the same for
// all: every platform record is in Salesforce exactly once, equal, linked, and nothing is left in
// the journal.
#include "server_fixture.hpp"

namespace crosswalk::sync {
namespace {

using store::RunState;

class Disaster : public ServerTest {
 protected:
  void expect_whole(std::size_t people) {
    std::map<std::string, int> keys;
    for (const auto& [id, fields] : org.records) ++keys[fields.at("Participant_Id__c")];
    EXPECT_EQ(keys.size(), people);
    for (const auto& [key, count] : keys) EXPECT_EQ(count, 1) << key << " was created twice";
    const store::Crossing crossing{.sync = "s", .object = "participant", .salesforce = "Contact"};
    EXPECT_EQ(*run(server->store->links().count("t", crossing)), static_cast<std::int64_t>(people));
    EXPECT_EQ(unanswered(), 0u);
    const auto writes = org.writes;
    EXPECT_EQ(sync().state, RunState::succeeded);
    EXPECT_EQ(org.writes, writes) << "afterwards both sides are in step";
  }

  // Starts a run and stops everything dead inside the org, after it has carried out a write.
  void crash_in_a_write() {
    org.on_write = [this] { server->context.stop(); };
    StartRun request;
    request.tenant = "t";
    request.sync = "s";
    (void)run(server->engine->start(std::move(request)));
    org.on_write = nullptr;
    stop();
  }
};

TEST_F(Disaster, LostAnswerAfterCommitCreatesNothingTwice) {
  put_people(250);
  org.lose_answers = 1;
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::failed);
  EXPECT_GT(unanswered(), 0u) << "what was sent is on record";
  EXPECT_EQ(sync().state, RunState::succeeded);
  expect_whole(250);
}

TEST_F(Disaster, CrashBetweenSendAndSettle) {
  put_people(250);
  crash_in_a_write();
  EXPECT_GT(org.records.size(), 0u) << "Salesforce has carried it out";
  start();
  EXPECT_GT(unanswered(), 0u);
  EXPECT_TRUE(run(server->engine->recover()));
  expect_whole(250);
}

TEST_F(Disaster, CrashDuringAnUpdateKeepsWhatAPersonWroteMeanwhile) {
  put_people(3);
  sync();
  put_record("p1", R"({"last_name":"Changed"})");
  org.seconds += 5;
  crash_in_a_write();
  const std::string id = org.by_key("p1")->at("Id").substr(1, 18);
  org.seconds += 5;
  org.change(id, "Title", "\"By hand\"");
  start();
  EXPECT_TRUE(run(server->engine->recover()));
  EXPECT_EQ(org.by_key("p1")->at("LastName"), "\"Changed\"");
  EXPECT_EQ(org.by_key("p1")->at("Title"), "\"By hand\"");
  EXPECT_NE(record_json("p1").find("By hand"), std::string::npos);
  expect_whole(3);
}

TEST_F(Disaster, CancelledRunResumes) {
  put_people(900);
  std::string id;
  bool told = false;
  org.on_write = [this, &id, &told] {
    if (!std::exchange(told, true)) {
      auto cancel = [](Engine& engine, std::string run) -> boost::asio::awaitable<void> {
        (void)co_await engine.cancel("t", std::move(run));
      };
      boost::asio::co_spawn(server->context, cancel(*server->engine, id), boost::asio::detached);
    }
  };
  StartRun request;
  request.tenant = "t";
  request.sync = "s";
  auto begin = [&]() -> Task<void> {
    auto begun = co_await server->engine->start(request);
    id = *begun;
    co_return Result<void>();
  };
  ASSERT_TRUE(run(begin()));
  EXPECT_EQ(row(id).state, RunState::cancelled);
  EXPECT_LT(org.records.size(), 900u);
  EXPECT_EQ(unanswered(), 0u) << "what was sent is settled";
  org.on_write = nullptr;
  const auto before = org.created;
  EXPECT_EQ(sync().counts.salesforce_created, 900 - before);
  expect_whole(900);
}

TEST_F(Disaster, DrainStopsARunAndTheNextStartGoesOnWithIt) {
  put_people(900);
  bool told = false;
  org.on_write = [this, &told] {
    if (!std::exchange(told, true)) {
      boost::asio::co_spawn(server->context, server->engine->drain(std::chrono::seconds(5)),
                            boost::asio::detached);
    }
  };
  StartRun request;
  request.tenant = "t";
  request.sync = "s";
  const auto id = run(server->engine->start(std::move(request)));
  ASSERT_TRUE(id);
  org.on_write = nullptr;
  EXPECT_EQ(row(*id).state, RunState::running) << "it is open in the store";
  EXPECT_EQ(unanswered(), 0u);
  stop();
  start();
  EXPECT_TRUE(run(server->engine->recover()));
  EXPECT_EQ(row(*id).state, RunState::failed);
  expect_whole(900);
}

}  // namespace
}  // namespace crosswalk::sync
