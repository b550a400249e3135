#include "salesforce/oauth.hpp"

#include <gtest/gtest.h>

#include "net/url.hpp"
#include "vault/tokens.hpp"
#include "wire.hpp"

namespace crosswalk::salesforce {
namespace {

App app() {
  App app;
  app.login_url = "https://login.salesforce.com/";
  app.consumer_key = "3MVG9key";
  app.consumer_secret = observe::Secret("secret");
  return app;
}

std::string token_body(const std::string& signature_key, const std::string& refresh = "r1") {
  const std::string id = "https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU";
  const std::string issued = "1278448832702";
  const std::string signature =
      vault::base64_encode(vault::hmac_sha256(signature_key, id + issued));
  return R"({"access_token":"00D!a","refresh_token":")" + refresh +
         R"(","instance_url":"https://na1.salesforce.com/","id":")" + id + R"(","issued_at":")" +
         issued + R"(","signature":")" + signature +
         R"(","scope":"api refresh_token","token_type":"Bearer"})";
}

TEST(OAuth, SendsTheBrowserAwayWithStateAndChallenge) {
  const std::string url = authorize_url(
      app(),
      {.redirect_uri = "https://x.example/oauth/callback", .state = "s t", .code_challenge = "c"});
  ASSERT_TRUE(url.starts_with("https://login.salesforce.com/services/oauth2/authorize?"));
  const auto fields = net::parse_form(url.substr(url.find('?') + 1));
  ASSERT_TRUE(fields);
  const net::Fields expected{{"response_type", "code"},
                             {"client_id", "3MVG9key"},
                             {"redirect_uri", "https://x.example/oauth/callback"},
                             {"state", "s t"},
                             {"code_challenge", "c"},
                             {"code_challenge_method", "S256"},
                             {"scope", "api refresh_token id"}};
  EXPECT_EQ(*fields, expected);
}

TEST(OAuth, BelievesATokenAnswerWithAGoodSignature) {
  const auto answer = read_token_answer(200, token_body("secret"), app());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->org_id, "00Dx0000000BV7zEAG");
  EXPECT_EQ(answer->user_id, "005x00000012Q9PAAU");
  EXPECT_EQ(answer->instance_url, "https://na1.salesforce.com");
  EXPECT_EQ(answer->refresh_token.reveal(), "r1");
}

TEST(OAuth, RefusesATokenAnswerSignedByAnother) {
  const auto answer = read_token_answer(200, token_body("another"), app());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, "tokenAnswer");
}

struct RefusedCase {
  std::string name;
  int status;
  std::string body;
  bool final;
};

class TokenRefusals : public testing::TestWithParam<RefusedCase> {};

TEST_P(TokenRefusals, SayWhetherAPersonMustLogInAgain) {
  const auto answer = read_token_answer(GetParam().status, GetParam().body, app());
  ASSERT_FALSE(answer);
  EXPECT_EQ(needs_reauthorisation(answer.error()), GetParam().final);
}

INSTANTIATE_TEST_SUITE_P(
    Table, TokenRefusals,
    testing::Values(
        RefusedCase{
            "DeadGrant", 400,
            R"({"error":"invalid_grant","error_description":"expired access/refresh token"})",
            true},
        RefusedCase{"WrongSecret", 401, R"({"error":"invalid_client"})", true},
        RefusedCase{"InactiveUser", 400, R"({"error":"inactive_user"})", true},
        RefusedCase{"NobodyKnowsTheError", 400, R"({"error":"brand_new"})", true},
        RefusedCase{"TooManyLogins", 400, R"({"error":"rate_limit_exceeded"})", false},
        RefusedCase{"TheirOwnError", 500, R"({"error":"server_error"})", false},
        RefusedCase{"MaintenancePage", 503, "<html></html>", false},
        RefusedCase{"NoTokenInTheAnswer", 200, R"({"id":"x"})", false}),
    [](const auto& info) { return info.param.name; });

// Others get their turn while somebody sleeps.
class PatientClock final : public InstantClock {
 public:
  boost::asio::awaitable<void> sleep(std::chrono::milliseconds duration) override {
    co_await InstantClock::sleep(duration);
    co_await boost::asio::post(co_await boost::asio::this_coro::executor,
                               boost::asio::use_awaitable);
  }
};

struct SessionTest : testing::Test {
  SessionTest() {
    ledger->tokens.access_token = observe::Secret("a0");
    ledger->tokens.refresh_token = observe::Secret("r0");
    ledger->tokens.instance_url = "https://na1.salesforce.com";
    ledger->tokens.generation = 3;
    session =
        std::make_shared<Session>(Session::Parts{.executor = context.get_executor(),
                                                 .app = []() -> Task<App> { co_return app(); },
                                                 .oauth = OAuthClient(transport, Settings()),
                                                 .store = std::make_unique<MemoryTokens>(ledger),
                                                 .clock = clock});
  }

  boost::asio::io_context context;
  ScriptedTransport transport;
  PatientClock clock;
  std::shared_ptr<TokenLedger> ledger = std::make_shared<TokenLedger>();
  std::shared_ptr<Session> session;
};

TEST_F(SessionTest, RefreshesOnceForAllWhoMeetTheSameExpiry) {
  transport.then(json_answer(200, token_body("secret", "r1")));
  int renewed = 0;
  auto meet = [&]() -> boost::asio::awaitable<void> {
    const auto tokens = co_await session->renew(3);
    renewed += tokens && tokens->generation == 4 && tokens->access_token.reveal() == "00D!a";
  };
  for (int i = 0; i < 30; ++i) boost::asio::co_spawn(context, meet(), boost::asio::detached);
  context.run();
  EXPECT_EQ(renewed, 30);
  EXPECT_EQ(transport.requests.size(), 1u);
  EXPECT_EQ(ledger->events, (std::vector<std::string>{"refreshing", "stored"}));
  EXPECT_EQ(ledger->tokens.refresh_token.reveal(), "r1") << "the rotated token is kept";
}

TEST_F(SessionTest, TakesTheTokensOfAnotherProcessInsteadOfRefreshing) {
  ledger->tokens.generation = 7;
  const auto tokens = run(context, session->renew(3));
  ASSERT_TRUE(tokens);
  EXPECT_EQ(tokens->generation, 7);
  EXPECT_TRUE(transport.requests.empty());
}

TEST_F(SessionTest, StopsAndSaysSoWhenTheGrantIsDead) {
  transport.then(json_answer(400, R"({"error":"invalid_grant","error_description":"expired"})"));
  const auto tokens = run(context, session->renew(3));
  ASSERT_FALSE(tokens);
  EXPECT_EQ(tokens.error().code, "needsReauthorisation");
  EXPECT_FALSE(ledger->cause.empty());
  EXPECT_EQ(transport.requests.size(), 1u);
}

TEST_F(SessionTest, IsInDoubtWhenTheAnswerIsLostAndTriesTheOldTokenOnceMoreLater) {
  transport.then(transport_error("connectionLost"));
  EXPECT_FALSE(run(context, session->renew(3)));
  EXPECT_EQ(ledger->events.back(), "in doubt");
  EXPECT_TRUE(ledger->cause.empty()) << "not dead yet";
  transport.then(json_answer(200, token_body("secret", "r1")));
  EXPECT_TRUE(run(context, session->renew(3)));
}

TEST_F(SessionTest, SavesANewPairLaterThatTheStoreDidNotTake) {
  transport.then(json_answer(200, token_body("secret", "r1")));
  ledger->saves_to_fail = 3;
  const auto tokens = run(context, session->renew(3));
  ASSERT_FALSE(tokens) << "nobody gets tokens that are not durable";
  EXPECT_EQ(tokens.error().code, "diskFull");
  EXPECT_TRUE(ledger->cause.empty()) << "the connection is not dead";
  EXPECT_EQ(ledger->events, (std::vector<std::string>{"refreshing", "not stored", "not stored",
                                                      "not stored", "stored"}));
  const std::vector<std::chrono::milliseconds> pauses{
      std::chrono::seconds(1), std::chrono::seconds(2), std::chrono::seconds(4)};
  EXPECT_EQ(clock.slept, pauses);
  EXPECT_EQ(ledger->tokens.refresh_token.reveal(), "r1");
  const auto later = run(context, session->renew(3));
  ASSERT_TRUE(later);
  EXPECT_EQ(later->generation, 4);
  EXPECT_EQ(transport.requests.size(), 1u);
}

TEST_F(SessionTest, KeepsAnUnsavedPairAfterTheLastTryAndNeverSendsTheReplacedTokenAgain) {
  transport.then(json_answer(200, token_body("secret", "r1")));
  ledger->saves_to_fail = 1 + Settings().save_attempts_max;
  EXPECT_FALSE(run(context, session->renew(3)));
  EXPECT_EQ(ledger->saves_to_fail, 0);
  EXPECT_EQ(clock.slept.size(), static_cast<std::size_t>(Settings().save_attempts_max));
  EXPECT_EQ(clock.slept.back(), Settings().save_pause_max);
  const auto later = run(context, session->renew(3));
  ASSERT_TRUE(later);
  EXPECT_EQ(later->access_token.reveal(), "00D!a");
  EXPECT_EQ(ledger->tokens.refresh_token.reveal(), "r1");
  EXPECT_EQ(transport.requests.size(), 1u);
}

TEST_F(SessionTest, ForgetsAnUnsavedPairWhenTheConnectionWasAuthorisedAnew) {
  transport.then(json_answer(200, token_body("secret", "r1")));
  ledger->saves_to_fail = 1 + Settings().save_attempts_max;
  EXPECT_FALSE(run(context, session->renew(3)));
  ledger->tokens.access_token = observe::Secret("a9");
  ledger->tokens.generation = 4;
  session->forget();
  const auto tokens = run(context, session->current());
  ASSERT_TRUE(tokens);
  EXPECT_EQ(tokens->access_token.reveal(), "a9");
  EXPECT_EQ(transport.requests.size(), 1u);
}

}  // namespace
}  // namespace crosswalk::salesforce
