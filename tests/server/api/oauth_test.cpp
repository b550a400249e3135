// Connecting an org: what the callback refuses, before a single call to Salesforce (threat row S1),
// and that no secret comes out of any answer (S17).
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "server/api/api_server.hpp"
#include "store/all.hpp"

namespace crosswalk::api_test {
namespace {

class Connecting : public testing::Test {
 protected:
  struct Started {
    std::string connection, state, cookie, location;
  };

  void SetUp() override {
    const std::string app = std::string(R"({"loginUrl":")") + kLogin +
                            R"(","consumerKey":"key","consumerSecret":")" + kConsumerSecret + "\"}";
    ASSERT_EQ(at.call("PUT", "/api/v1/apps/salesforce", app).status, 200);
  }

  std::string link(const std::string& extra = "") {
    const Reply made =
        at.call("POST", "/api/v1/connections", R"({"app":"salesforce")" + extra + "}");
    EXPECT_EQ(made.status, 201) << made.body;
    connection_ = member(made.body, "id");
    return member(made.body, "authorizeUrl").substr(at.url().size());
  }

  Started start(const std::string& extra = "") {
    const Reply reply = at.send("GET", link(extra));
    EXPECT_EQ(reply.status, 302) << reply.body;
    const std::string cookie = reply.header("Set-Cookie");
    return {connection_, query_value(reply.header("Location"), "state"),
            cookie.substr(0, cookie.find(';')), reply.header("Location")};
  }

  Reply callback(const std::string& query, const std::string& cookie) {
    std::vector<net::Header> headers{{"Accept", "text/html"}};
    if (!cookie.empty()) headers.push_back({"Cookie", cookie});
    return at.send("GET", "/oauth/callback?" + query, "", headers);
  }

  void expect_refused(const Reply& reply, const std::string& code) {
    EXPECT_EQ(reply.status, 400) << reply.body;
    EXPECT_NE(reply.body.find("code: " + code), std::string::npos) << reply.body;
    EXPECT_EQ(at.salesforce.calls, 0) << code;
  }

  ApiServer at;
  std::string connection_;
};

TEST_F(Connecting, SendsTheBrowserToSalesforceWithStateAndChallenge) {
  const Started flow = start();
  EXPECT_EQ(flow.location.rfind(std::string(kLogin) + "/services/oauth2/authorize?", 0), 0u);
  EXPECT_EQ(query_value(flow.location, "code_challenge_method"), "S256");
  EXPECT_EQ(query_value(flow.location, "code_challenge").size(), 43u);
  EXPECT_EQ(query_value(flow.location, "redirect_uri"), at.url() + "/oauth/callback");
  EXPECT_GE(flow.state.size(), 43u);
  EXPECT_EQ(flow.location.find(kConsumerSecret), std::string::npos);
}

TEST_F(Connecting, RefusesACallbackWithoutState) {
  const Started flow = start();
  expect_refused(callback("code=abc", flow.cookie), "stateMissing");
}

TEST_F(Connecting, RefusesAStateThatNobodyMade) {
  const Started flow = start();
  expect_refused(callback("code=abc&state=cwt_guess", flow.cookie), "stateUnknown");
}

TEST_F(Connecting, RefusesAnotherBrowsersStateAndBurnsIt) {
  const Started mine = start();
  const Started theirs = start();
  expect_refused(callback("code=abc&state=" + theirs.state, mine.cookie), "stateForeign");
  expect_refused(callback("code=abc&state=" + theirs.state, theirs.cookie), "stateUnknown");
}

TEST_F(Connecting, RefusesAStateWithoutItsCookie) {
  const Started flow = start();
  expect_refused(callback("code=abc&state=" + flow.state, ""), "stateForeign");
}

TEST_F(Connecting, RefusesAnExpiredState) {
  const Started flow = start();
  at.clock.move(std::chrono::minutes(11));
  expect_refused(callback("code=abc&state=" + flow.state, flow.cookie), "stateUnknown");
}

TEST_F(Connecting, RefusesAnAnswerWithoutCode) {
  const Started flow = start();
  expect_refused(callback("state=" + flow.state, flow.cookie), "codeMissing");
}

TEST_F(Connecting, TellsWhySalesforceRefused) {
  const Started flow = start();
  const Reply reply =
      callback("error=access_denied&error_description=end-user+denied+%3Cb%3E&state=" + flow.state,
               flow.cookie);
  expect_refused(reply, "authorisationRefused");
  EXPECT_EQ(reply.body.find("<b>"), std::string::npos) << "escaped";
  const Reply row = at.call("GET", "/api/v1/connections/" + flow.connection);
  EXPECT_EQ(member(row.body, "state"), "pending");
  EXPECT_NE(member(row.body, "cause"), "");
}

TEST_F(Connecting, StartsALinkOnceAndForTenMinutes) {
  const std::string used = link();
  EXPECT_EQ(at.send("GET", used).status, 302);
  EXPECT_EQ(at.send("GET", used).status, 400);
  const std::string late = link();
  at.clock.move(std::chrono::minutes(11));
  EXPECT_EQ(at.send("GET", late).status, 400);
}

TEST_F(Connecting, KeepsASessionsLinkInItsBrowser) {
  const Reply in = at.send("POST", "/api/v1/session", R"({"apiKey":")" + at.key + "\"}",
                           {{"Content-Type", "application/json"}});
  const std::string cookie = in.header("Set-Cookie").substr(0, in.header("Set-Cookie").find(';'));
  const Reply made = at.send("POST", "/api/v1/connections", R"({"app":"salesforce"})",
                             {{"Cookie", cookie},
                              {"X-Crosswalk", "1"},
                              {"Origin", at.url()},
                              {"Content-Type", "application/json"}});
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string path = member(made.body, "authorizeUrl").substr(at.url().size());
  EXPECT_EQ(at.send("GET", path).status, 400);
  EXPECT_EQ(at.send("GET", path, "", {{"Cookie", cookie}}).status, 302);
}

TEST_F(Connecting, ConnectsOnceAndShowsNoSecret) {
  const Started flow = start();
  const std::string query = "code=aPrx%3D%3D&state=" + flow.state;
  const Reply done = callback(query, flow.cookie);
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(at.salesforce.token_calls, 1);
  EXPECT_EQ(done.body.find("<b>Events"), std::string::npos) << "the org's name is escaped";
  EXPECT_EQ(callback(query, flow.cookie).status, 400) << "a state works once";
  EXPECT_EQ(at.salesforce.token_calls, 1);
  const Reply row = at.call("GET", "/api/v1/connections/" + flow.connection);
  EXPECT_EQ(member(row.body, "state"), "active") << row.body;
  for (const char* path : {"/api/v1/connections", "/api/v1/apps", "/api/v1/apps/salesforce",
                           "/readyz", "/api/v1/openapi.json"}) {
    EXPECT_EQ(at.call("GET", path).body.find("canary"), std::string::npos) << path;
  }
  EXPECT_EQ(row.body.find("canary"), std::string::npos);
  EXPECT_EQ(at.call("DELETE", "/api/v1/connections/" + flow.connection).status, 204);
  EXPECT_EQ(member(at.call("GET", "/api/v1/connections/" + flow.connection).body, "state"),
            "disconnected");
}

TEST_F(Connecting, ReturnsToARouteOfTheConsole) {
  const Started flow = start(R"(,"returnTo":"connections")");
  const Reply done = callback("code=abc&state=" + flow.state, flow.cookie);
  EXPECT_EQ(done.status, 302) << done.body;
  EXPECT_EQ(done.header("Location"), "/#/connections");
}

TEST_F(Connecting, AsksForTheSecretAgainWhenItWouldGoElsewhere) {
  const Reply moved = at.call("PUT", "/api/v1/apps/salesforce",
                              R"({"loginUrl":"https://test.salesforce.com","consumerKey":"key"})");
  EXPECT_EQ(moved.status, 400);
  EXPECT_EQ(member(moved.body, "pointer"), "/consumerSecret");
  const std::string same = std::string(R"({"loginUrl":")") + kLogin + R"(","consumerKey":"key"})";
  EXPECT_EQ(at.call("PUT", "/api/v1/apps/salesforce", same).status, 200);
}

}  // namespace
}  // namespace crosswalk::api_test
