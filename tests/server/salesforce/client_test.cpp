#include "salesforce/client.hpp"

#include <gtest/gtest.h>

#include "salesforce/errors.hpp"
#include "vault/tokens.hpp"
#include "wire.hpp"

namespace crosswalk::salesforce {
namespace {

constexpr const char* kPage =
    R"({"totalSize":1,"done":true,"records":[{"Id":"003000000000001AAA"}]})";
constexpr const char* kExpired =
    R"([{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}])";

struct ClientTest : testing::Test {
  ClientTest() {
    ledger->tokens.access_token = observe::Secret("a0");
    ledger->tokens.refresh_token = observe::Secret("r0");
    ledger->tokens.instance_url = "https://na1.salesforce.com";
    ledger->tokens.generation = 1;
    App app;
    app.login_url = "https://login.salesforce.com";
    app.consumer_key = "key";
    auto session =
        std::make_shared<Session>(Session::Parts{.executor = context.get_executor(),
                                                 .app = [app]() -> Task<App> { co_return app; },
                                                 .oauth = OAuthClient(transport, Settings()),
                                                 .store = std::make_unique<MemoryTokens>(ledger),
                                                 .clock = clock});
    client = std::make_unique<Client>(transport, std::move(session), clock, random, Settings());
  }

  Result<QueryPage> query() {
    return run(context, client->query("SELECT Id FROM Contact", {"Id"}));
  }

  void then_new_tokens() {
    transport.then(json_answer(
        200, R"({"access_token":"a1","instance_url":"https://na2.salesforce.com",)"
             R"("id":"https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU"})"));
  }

  boost::asio::io_context context;
  ScriptedTransport transport;
  InstantClock clock;
  CountingRandom random;
  std::shared_ptr<TokenLedger> ledger = std::make_shared<TokenLedger>();
  std::unique_ptr<Client> client;
};

TEST_F(ClientTest, AsksOnTheInstanceWithThePinnedVersionAndReadsTheLimit) {
  transport.then(json_answer(200, kPage));
  const auto page = query();
  ASSERT_TRUE(page);
  EXPECT_EQ(page->rows(), 1u);
  EXPECT_EQ(page->server_date, "Sun, 22 Nov 2026 16:26:02 GMT");
  ASSERT_EQ(transport.requests.size(), 1u);
  EXPECT_EQ(transport.requests[0].url,
            "https://na1.salesforce.com/services/data/v62.0/query?q=SELECT%20Id%20FROM%20Contact");
  EXPECT_EQ(transport.requests[0].headers.get("Authorization"), "Bearer a0");
  EXPECT_EQ(client->usage().used, 18);
  EXPECT_EQ(client->usage().max, 5000);
  EXPECT_EQ(client->calls(), 1);
}

TEST_F(ClientTest, RefreshesOnceAndRepeatsTheCallWhenTheSessionHasEnded) {
  transport.then(json_answer(401, kExpired));
  then_new_tokens();
  transport.then(json_answer(200, kPage));
  ASSERT_TRUE(query());
  ASSERT_EQ(transport.requests.size(), 3u);
  EXPECT_TRUE(transport.requests[2].url.starts_with("https://na2.salesforce.com/"));
  EXPECT_EQ(transport.requests[2].headers.get("Authorization"), "Bearer a1");
}

TEST_F(ClientTest, GivesUpWhenTheNewSessionIsRefusedToo) {
  transport.then(json_answer(401, kExpired));
  then_new_tokens();
  transport.then(json_answer(401, kExpired));
  const auto page = query();
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().salesforce_code, "INVALID_SESSION_ID");
  EXPECT_EQ(transport.requests.size(), 3u);
}

struct PassingFault {
  std::string name;
  ScriptedTransport::Answer answer;
};

class PassingFaults : public ClientTest, public testing::WithParamInterface<PassingFault> {};

TEST_P(PassingFaults, AreTriedAgainWithAPause) {
  transport.then(GetParam().answer);
  transport.then(json_answer(200, kPage));
  EXPECT_TRUE(query());
  EXPECT_EQ(clock.slept.size(), 1u);
}

TEST_P(PassingFaults, EndAfterTheBound) {
  for (int i = 0; i < Settings().attempts_max; ++i) transport.then(GetParam().answer);
  EXPECT_FALSE(query());
  EXPECT_EQ(transport.requests.size(), static_cast<std::size_t>(Settings().attempts_max));
}

INSTANTIATE_TEST_SUITE_P(
    Table, PassingFaults,
    testing::Values(
        PassingFault{"ServerUnavailable",
                     json_answer(503, R"([{"message":"x","errorCode":"SERVER_UNAVAILABLE"}])")},
        PassingFault{"MaintenancePage", html_answer(503)},
        PassingFault{"GatewayPageWithAGoodStatus", html_answer(200)},
        PassingFault{"TruncatedJson", json_answer(200, R"({"totalSize":1,"done":true,"recor)")},
        PassingFault{"AnswerLost", transport_error("connectionLost")},
        PassingFault{"Deadline", transport_error("timedOut", ErrorKind::timeout)},
        PassingFault{
            "ConcurrentLimit",
            json_answer(403, R"([{"message":"ConcurrentRequests (Concurrent API Requests) )"
                             R"(Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}])")}),
    [](const auto& info) { return info.param.name; });

class FinalFaults : public ClientTest, public testing::WithParamInterface<PassingFault> {};

TEST_P(FinalFaults, AreNotTriedAgain) {
  transport.then(GetParam().answer);
  EXPECT_FALSE(query());
  EXPECT_EQ(transport.requests.size(), 1u);
  EXPECT_TRUE(clock.slept.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, FinalFaults,
    testing::Values(
        PassingFault{"DailyLimit",
                     json_answer(403, R"([{"message":"TotalRequests Limit exceeded.",)"
                                      R"("errorCode":"REQUEST_LIMIT_EXCEEDED"}])")},
        PassingFault{"ApiDisabled",
                     json_answer(403, R"([{"message":"x","errorCode":"API_DISABLED_FOR_ORG"}])")},
        PassingFault{"UnknownField",
                     json_answer(400, R"([{"message":"x","errorCode":"INVALID_FIELD"}])")},
        PassingFault{"DeadMyDomain", html_answer(404)},
        PassingFault{"OriginRefused", transport_error("originRefused", ErrorKind::forbidden)}),
    [](const auto& info) { return info.param.name; });

TEST_F(ClientTest, SendsAnUpsertAgainWhenItsAnswerIsLost) {
  transport.then(transport_error("connectionLost"));
  transport.then(json_answer(
      200, R"([{"id":"003000000000001AAA","success":true,"created":false,"errors":[]}])"));
  const std::vector<WriteRecord> records{{.target = "p1", .fields_json = R"("LastName":"A")"}};
  const auto answers = run(context, client->upsert("Contact", "Participant_Id__c", false, records));
  ASSERT_TRUE(answers);
  EXPECT_TRUE(answers->front().success);
  ASSERT_EQ(transport.requests.size(), 2u);
  EXPECT_EQ(transport.requests[0].body, transport.requests[1].body);
  EXPECT_EQ(transport.requests[0].method, "PATCH");
  EXPECT_EQ(transport.requests[0].url,
            "https://na1.salesforce.com/services/data/v62.0/composite/"
            "sobjects/Contact/Participant_Id__c");
  EXPECT_EQ(transport.requests[0].headers.get("Sforce-Auto-Assign"), "FALSE");
}

TEST_F(ClientTest, RefusesACollectionOfMoreThanSalesforceTakes) {
  const std::vector<WriteRecord> records(kCollectionRecordsMax + 1);
  const auto answers = run(context, client->update("Contact", records));
  ASSERT_FALSE(answers);
  EXPECT_EQ(answers.error().kind, ErrorKind::too_large);
  EXPECT_TRUE(transport.requests.empty());
}

struct LargeRecords {
  std::string name;
  int fail_first, fail_next;         // how many answers are too large
  std::vector<std::string> batches;  // what each request asks for
  std::string code;                  // of the error, if any
};

class LargePages : public ClientTest, public testing::WithParamInterface<LargeRecords> {};

TEST_P(LargePages, AreAskedForInSmallerPagesDownToABound) {
  const LargeRecords& row = GetParam();
  const auto too_large = transport_error("answerTooLarge", ErrorKind::too_large);
  for (int i = 0; i < row.fail_first; ++i) transport.then(too_large);
  transport.then(json_answer(
      200, R"({"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v62.0/query/01g-500",)"
           R"("records":[{"Id":"003000000000001AAA"}]})"));
  for (int i = 0; i < row.fail_next; ++i) transport.then(too_large);
  transport.then(json_answer(200, kPage));
  auto page = query();
  if (page) page = run(context, client->query_more(page->next(), {"Id"}));
  EXPECT_EQ(page ? std::string() : page.error().code, row.code);
  std::vector<std::string> batches;
  for (const auto& request : transport.requests)
    batches.emplace_back(request.headers.get("Sforce-Query-Options").value_or(""));
  EXPECT_EQ(batches, row.batches);
  EXPECT_TRUE(clock.slept.empty());
  if (page) return;
  EXPECT_NE(page.error().message.find("200 records"), std::string::npos) << page.error().message;
  EXPECT_NE(page.error().message.find("mapping"), std::string::npos) << "the cure is named";
}

const std::string k2000 = "batchSize=2000", k1000 = "batchSize=1000", k500 = "batchSize=500",
                  k250 = "batchSize=250", k200 = "batchSize=200";

INSTANTIATE_TEST_SUITE_P(
    Table, LargePages,
    testing::Values(
        LargeRecords{"NoneIsLarge", 0, 0, {k2000, k2000}, ""},
        LargeRecords{"TheFirstIsAndTheNextAreAskedForAlike", 2, 0, {k2000, k1000, k500, k500}, ""},
        LargeRecords{"TheNextIsLargerStill", 1, 1, {k2000, k1000, k1000, k500}, ""},
        LargeRecords{"OnlyTheNextIs", 0, 2, {k2000, k2000, k1000, k500}, ""},
        LargeRecords{"NotEvenTheFewestFit", 5, 0, {k2000, k1000, k500, k250, k200}, "pageTooLarge"},
        LargeRecords{"NotEvenTheFewestOfTheNextFit",
                     1,
                     4,
                     {k2000, k1000, k1000, k500, k250, k200},
                     "queryAgain"}),
    [](const auto& info) { return info.param.name; });

TEST_F(ClientTest, BeginsAQueryWithSmallPagesWhoseLaterPagesDidNotFit) {
  const auto too_large = transport_error("answerTooLarge", ErrorKind::too_large);
  const auto first = json_answer(
      200, R"({"totalSize":2,"done":false,"nextRecordsUrl":"/services/data/v62.0/query/01g-200",)"
           R"("records":[{"Id":"003000000000001AAA"}]})");
  transport.then(first);
  for (int i = 0; i < 5; ++i) transport.then(too_large);
  auto page = query();
  ASSERT_TRUE(page);
  page = run(context, client->query_more(page->next(), {"Id"}));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, kQueryAgain);

  transport.requests.clear();
  transport.then(first);
  transport.then(too_large);
  page = query();
  ASSERT_TRUE(page);
  page = run(context, client->query_more(page->next(), {"Id"}));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, kPageTooLarge) << "no third time";
  ASSERT_EQ(transport.requests.size(), 2u);
  for (const auto& request : transport.requests)
    EXPECT_EQ(request.headers.get("Sforce-Query-Options"), "batchSize=200");
}

TEST_F(ClientTest, DoesNotFollowANextPageToAnotherPlace) {
  EXPECT_FALSE(run(context, client->query_more("https://evil.example/steal", {"Id"})));
  EXPECT_TRUE(transport.requests.empty());
}

}  // namespace
}  // namespace crosswalk::salesforce
