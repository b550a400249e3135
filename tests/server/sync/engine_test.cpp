// Runs and plans of a sync: both ways, again, merged, told of, refused.
#include "sync/engine.hpp"

#include "server_fixture.hpp"

namespace crosswalk::sync {
namespace {

using store::RunKind;
using store::RunState;

using EngineTest = ServerTest;

TEST_F(EngineTest, FirstRunCarriesBothWays) {
  put_record("p1", R"({"first_name":"Ada","last_name":"Lovelace","score":4.50})");
  put_record("p2", R"({"first_name":"Alan","last_name":"Turing"})");
  org.add({{"Participant_Id__c", "\"p2\""},
           {"FirstName", "\"Alan\""},
           {"LastName", "\"Turing\""},
           {"Title", "\"Dr\""}});
  const std::string only = org.add({{"LastName", "\"Hopper\""}, {"FirstName", "\"Grace\""}});

  const auto row = sync();
  EXPECT_EQ(row.state, RunState::succeeded) << row.cause;
  EXPECT_EQ(row.counts.salesforce_created, 1);
  EXPECT_EQ(row.counts.platform_created, 1);
  EXPECT_EQ(row.counts.platform_updated, 1);
  EXPECT_EQ(row.counts.read_salesforce, 2);
  EXPECT_EQ(row.counts.api_calls, 4) << "describe, limits, query, one collection";
  ASSERT_NE(org.by_key("p1"), nullptr);
  EXPECT_EQ(org.by_key("p1")->at("LastName"), "\"Lovelace\"");
  EXPECT_NE(record_json("p2").find("\"Dr\""), std::string::npos);
  EXPECT_NE(record_json(only).find("\"Hopper\""), std::string::npos)
      << "a record that only Salesforce had takes its id as key";
}

TEST_F(EngineTest, APersonWhoNamesItsKeyInSalesforceFirstIsNeverThereTwice) {
  org.add({{"Participant_Id__c", "\"p9\""}, {"LastName", "\"Hopper\""}});
  sync();
  EXPECT_NE(record_json("p9").find("Hopper"), std::string::npos) << "the key that it names";
  org.seconds += 3600;
  put_record("p9", R"({"first_name":"Grace","last_name":"Hopper"})");
  for (const RunKind kind : {RunKind::instant, RunKind::reconcile, RunKind::initial}) {
    EXPECT_EQ(sync(kind).state, RunState::succeeded);
    EXPECT_EQ(org.records.size(), 1u) << "the same person was created again";
    EXPECT_EQ(*run(server->store->links().count(
                  "t", {.sync = "s", .object = "participant", .salesforce = "Contact"})),
              1);
  }
  EXPECT_EQ(org.by_key("p9")->at("FirstName"), "\"Grace\"");
}

TEST_F(EngineTest, AnExternalIdThatIsANumberIsMatchedByItsAmount) {
  org.numeric_key = true;
  std::string schema = kPlatform;
  constexpr std::string_view kKey = R"("type":"text","maxLength":36)";
  schema.replace(schema.find(kKey), kKey.size(), R"("type":"integer")");
  put(store::DocumentKind::platform_schema, store::kPlatformSchemaName, schema);
  put_record("7", R"({"last_name":"Lovelace"})");
  put_record("8", R"({"first_name":"Alan","last_name":"Turing"})");
  put_record("x", R"({"last_name":"Nobody"})");
  org.add({{"Participant_Id__c", "7.0"}, {"LastName", "\"Lovelace\""}, {"Title", "\"Dr\""}});
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::partial) << row.cause;
  EXPECT_EQ(row.counts.platform_created, 0);
  EXPECT_NE(record_json("7").find("\"Dr\""), std::string::npos) << record_json("7");
  ASSERT_NE(org.by_key("8"), nullptr);
  EXPECT_EQ(org.by_key("8")->at("LastName"), "\"Turing\"");
  EXPECT_EQ(org.records.size(), 2u);
  ASSERT_EQ(issues().size(), 1u) << "a key that is no number cannot be one there";
  EXPECT_EQ(issues()[0].key, "x");
}

TEST_F(EngineTest, SecondRunWritesNothing) {
  put_people(450);
  for (int i = 0; i < 30; ++i) org.add({{"LastName", "\"S" + std::to_string(i) + "\""}});
  ASSERT_EQ(sync().state, RunState::succeeded);
  const auto writes = org.writes;
  const auto version = *run(server->store->records().version("t"));
  for (const RunKind kind : {RunKind::instant, RunKind::initial, RunKind::reconcile}) {
    const auto row = sync(kind);
    EXPECT_EQ(row.state, RunState::succeeded) << row.cause;
    // Records that came from Salesforce get their key there once.
    EXPECT_LE(org.writes - writes, 1);
  }
  const auto settled = org.writes;
  EXPECT_EQ(sync().counts.salesforce_updated, 0);
  EXPECT_EQ(org.writes, settled);
  EXPECT_EQ(*run(server->store->records().version("t")), version);
}

TEST_F(EngineTest, OwnEchoCostsNothing) {
  put_people(10);
  sync();
  const auto echo = sync();
  EXPECT_EQ(echo.counts.read_salesforce, 10) << "the window overlaps: our own writes come back";
  EXPECT_EQ(echo.counts.unchanged, 10);
  EXPECT_EQ(echo.counts.salesforce_updated + echo.counts.platform_updated, 0);
  EXPECT_EQ(echo.counts.api_calls, 3) << "describe, limits, query";
}

TEST_F(EngineTest, WhatIsUnchangedIsReadAgainWithoutAWrite) {
  put_people(40);
  org.add({{"Participant_Id__c", "\"p0\""}, {"FirstName", "\"F\""}, {"LastName", "\"L0\""}});
  org.add({{"LastName", "\"Only here\""}});
  sync();
  sync();  // what came from Salesforce has got its key there
  for (const RunKind kind : {RunKind::instant, RunKind::instant, RunKind::reconcile}) {
    const std::size_t before = server->store->written();
    const auto row = sync(kind);
    EXPECT_EQ(row.counts.read_salesforce, 41) << "the window overlaps";
    EXPECT_EQ(row.counts.unchanged, 41);
    EXPECT_EQ(server->store->written() - before, 0u);
  }
}

TEST_F(EngineTest, ForcedRunSendsEverythingAgain) {
  put_people(5);
  sync();
  const auto row = sync(RunKind::forced);
  EXPECT_EQ(row.counts.salesforce_updated, 5);
  EXPECT_EQ(org.records.size(), 5u);
}

TEST_F(EngineTest, BothSidesChangedDifferentFieldsMerges) {
  put_record("p1", R"({"first_name":"Ada","last_name":"Byron"})");
  sync();
  put_record("p1", R"({"last_name":"Lovelace"})");
  org.seconds += 5;
  org.change(org.records.begin()->first, "Title", "\"Countess\"");
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::succeeded) << row.cause;
  EXPECT_EQ(org.by_key("p1")->at("LastName"), "\"Lovelace\"");
  EXPECT_EQ(org.by_key("p1")->at("Title"), "\"Countess\"");
  EXPECT_NE(record_json("p1").find("Countess"), std::string::npos);
  EXPECT_NE(record_json("p1").find("Lovelace"), std::string::npos);
}

TEST_F(EngineTest, RunEndsWithACauseBeforeItUsesTheReserve) {
  put_people(10);
  org.usage = {.used = 80'001, .max = 100'000};
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::failed);
  EXPECT_NE(row.cause.find("reserve"), std::string::npos);
  EXPECT_EQ(org.writes, 0);
}

// A person gives a contact the external id of another participant.
TEST_F(EngineTest, TwoPlatformRecordsNeverHaveOneSalesforceId) {
  const auto id_of = [this](const char* key) {
    return run(server->store->records().get("t", "participant", key))->salesforce_id;
  };
  for (const bool known : {true, false}) {
    const std::string one = known ? "a" : "c", other = known ? "b" : "d";
    put_record(one, R"({"last_name":"One"})");
    sync();
    const std::string contact = id_of(one.c_str());
    org.seconds += 3600;
    org.change(contact, "Participant_Id__c", "\"" + other + "\"");
    org.change(contact, "LastName", "\"Other\"");
    // The other participant is there by then, or comes when the change has left the window.
    if (!known) {
      sync();
      org.seconds += 3600;
      sync();
    }
    put_record(other, R"({"last_name":"Other"})");
    EXPECT_EQ(sync().state, RunState::succeeded);
    EXPECT_EQ(id_of(other.c_str()), contact);
    EXPECT_NE(id_of(one.c_str()), contact);
    if (known) {
      EXPECT_NE(record_json(one).find("One"), std::string::npos) << "no other's name";
      ASSERT_NE(org.by_key(one), nullptr);
      EXPECT_EQ(org.by_key(one)->at("LastName"), "\"One\"") << "it has a contact of its own again";
    }
    sync(RunKind::reconcile);
    EXPECT_NE(org.by_key(one), nullptr);
    EXPECT_EQ(sync().counts.salesforce_updated, 0);
  }
}

TEST_F(EngineTest, PagesAreFollowedAndReadWhole) {
  org.page_records = 7;
  for (int i = 0; i < 50; ++i) org.add({{"LastName", "\"S" + std::to_string(i) + "\""}});
  const auto row = sync();
  EXPECT_EQ(row.counts.read_salesforce, 50);
  EXPECT_EQ(row.counts.platform_created, 50);
}

TEST_F(EngineTest, PlanWritesNothingAndSaysWhatTheRunThenDoes) {
  put_people(3);
  org.add({{"LastName", "\"Only\""}});
  const auto plan_now = [&] {
    const auto id = run(server->engine->plan("t", "s", {}));
    return *run(server->store->plans().get("t", *id));
  };
  const auto plan = plan_now();
  ASSERT_EQ(plan.state, store::PlanState::ready) << plan.cause;
  EXPECT_EQ(org.writes, 0);
  EXPECT_EQ(org.records.size(), 1u);
  EXPECT_NE(plan.totals_json.find(R"("salesforce":{"create":3)"), std::string::npos)
      << plan.totals_json;
  EXPECT_NE(plan.totals_json.find(R"("platform":{"create":1)"), std::string::npos);
  EXPECT_EQ(plan.digest.size(), 64u);
  EXPECT_EQ(plan_now().digest, plan.digest) << "equal plans are equal bytes";
  EXPECT_EQ(sync().counts.salesforce_created, 3);
  sync();
  const auto after = plan_now();
  EXPECT_NE(after.totals_json.find(R"("salesforce":{"create":0,"update":0)"), std::string::npos)
      << after.totals_json;
  EXPECT_NE(after.totals_json.find(R"("platform":{"create":0,"update":0)"), std::string::npos);
}

TEST_F(EngineTest, APlanCostsWhatTheRunThenCosts) {
  const auto expect_equal = [this](const char* when) {
    const auto plan =
        *run(server->store->plans().get("t", *run(server->engine->plan("t", "s", {}))));
    const auto before = org.calls;
    const auto row = sync();
    EXPECT_EQ(row.counts.api_calls, org.calls - before) << when;
    const std::string calls = "\"calls\":" + std::to_string(row.counts.api_calls) + ",";
    EXPECT_NE(plan.cost_json.find(calls), std::string::npos)
        << when << ": " << plan.cost_json << " and not " << calls;
  };
  org.page_records = 100;
  put_people(450);
  for (int i = 0; i < 30; ++i) org.add({{"LastName", "\"S" + std::to_string(i) + "\""}});
  expect_equal("everything is new");
  expect_equal("what came from Salesforce gets its key there");
  expect_equal("nothing has changed");
  org.seconds += 3600;
  sync();
  for (int i = 0; i < 420; ++i) put_record("p" + std::to_string(i), R"({"first_name":"G"})");
  expect_equal("linked records outside of the window are read by their ids");
  org.seconds += 3600;
  org.change(org.by_key("p7")->at("Id").substr(1, 18), "Title", "\"Dr\"");
  put_record("p8", R"({"first_name":"H"})");
  expect_equal("one changed here, one there");
}

TEST_F(EngineTest, RunIsToldFromItsFirstEventToItsEnd) {
  put_people(3);
  put_record("p9", R"({"first_name":"Nameless"})");
  const auto id = sync().id;
  std::vector<std::string> names;
  std::uint64_t last = 0;
  auto listen = [&](std::uint64_t from) -> Task<void> {
    auto subscription = server->events.subscribe("t", id, from);
    while (auto event = co_await subscription.next(std::chrono::seconds(5))) {
      names.push_back(event->name);
      EXPECT_EQ(event->id, ++last);
    }
    EXPECT_FALSE(subscription.alive());
    co_return Result<void>();
  };
  EXPECT_TRUE(run(listen(0)));
  ASSERT_GE(names.size(), 3u);
  EXPECT_EQ(names.back(), "end");
  EXPECT_EQ(std::count(names.begin(), names.end(), "issue"), 1);
  const std::size_t all = names.size();
  names.clear();
  last = all - 1;
  EXPECT_TRUE(run(listen(all - 1)));
  EXPECT_EQ(names, std::vector<std::string>{"end"}) << "who comes back hears what was missed";
}

TEST_F(EngineTest, SecondRunOfTheSameSyncIsRefusedWithTheFirstOnesId) {
  put_people(3);
  StartRun request;
  request.tenant = "t";
  request.sync = "s";
  auto both = [&]() -> Task<std::string> {
    auto first = co_await server->engine->start(request);
    auto second = co_await server->engine->start(request);
    EXPECT_FALSE(second);
    EXPECT_EQ(second.error().code, "runInProgress");
    EXPECT_EQ(second.error().path, *first);
    co_return first;
  };
  EXPECT_TRUE(run(both()));
}

TEST_F(EngineTest, BrokenMappingFailsTheRunWithItsCause) {
  put(store::DocumentKind::mapping, "m",
      R"({"version":1,"name":"m","objects":[{"platform":"participant",
    "salesforce":"Contact","match":{"externalId":"Participant_Id__c"},
    "fields":[{"platform":"nothing","salesforce":"LastName"}]}]})");
  const auto row = sync();
  EXPECT_EQ(row.state, RunState::failed);
  EXPECT_FALSE(row.cause.empty());
}

}  // namespace
}  // namespace crosswalk::sync
