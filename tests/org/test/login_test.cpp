// The web-server flow by hand, refusals first: what jsforce never does wrong.
#include "org/test/local_org.hpp"

namespace crosswalk::org {
namespace {

const std::string kVerifier(43, 'v');

class LoginFlow : public testing::Test {
 protected:
  static LoginOptions options() {
    LoginOptions out;
    out.auto_approve = true;
    return out;
  }
  std::string authorize_url(const std::string& extra = "") const {
    return "/services/oauth2/authorize?response_type=code&client_id=key&redirect_uri=" +
           url_encode("https://app/cb") +
           "&state=s%3D1&code_challenge=" + pkce_challenge(kVerifier) +
           "&code_challenge_method=S256" + extra;
  }
  std::string code() {
    const std::string place = header_of(org.send("GET", authorize_url()), "Location");
    return take_apart(place.substr(place.find("/cb"))).parameter("code");
  }
  Json token(const std::string& form, int status) {
    const Response answer = org.send("POST", "/services/oauth2/token", form);
    EXPECT_EQ(answer.status, status) << answer.body;
    return LocalOrg::read(answer);
  }
  std::string exchange(const std::string& code, const std::string& verifier = kVerifier,
                       const std::string& redirect = "https://app/cb",
                       const std::string& secret = "secret") {
    return "grant_type=authorization_code&client_id=key&client_secret=" + secret +
           "&code=" + url_encode(code) + "&redirect_uri=" + url_encode(redirect) +
           (verifier.empty() ? "" : "&code_verifier=" + verifier);
  }
  std::string refresh(const std::string& token) {
    return "grant_type=refresh_token&client_id=key&client_secret=secret&refresh_token=" +
           url_encode(token);
  }

  LocalOrg org{0, options()};
};

TEST_F(LoginFlow, GivesTokensWithoutAnExpiry) {
  const Json answer = token(exchange(code()), 200);
  EXPECT_EQ(answer["instance_url"], "http://org.test");
  EXPECT_EQ(answer["token_type"], "Bearer");
  EXPECT_FALSE(answer.contains("expires_in"));
  EXPECT_TRUE(answer.contains("refresh_token"));
  EXPECT_TRUE(answer["issued_at"].is_string());
  const std::string id = answer["id"].get<std::string>().substr(15);
  const Response identity = org.send(
      "GET", id, "", {{"authorization", "Bearer " + answer["access_token"].get<std::string>()}});
  EXPECT_EQ(LocalOrg::read(identity)["user_id"], user_id());
  EXPECT_EQ(org.send("GET", id, "", {{"authorization", "Bearer none"}}).status, 403);
}

TEST_F(LoginFlow, RefusesWrongVerifierSecretCallbackAndCode) {
  struct Case {
    std::string verifier, redirect, secret, error;
  };
  const Case cases[] = {{std::string(43, 'x'), "https://app/cb", "secret", "invalid_request"},
                        {"short", "https://app/cb", "secret", "invalid_request"},
                        {"", "https://app/cb", "secret", "invalid_grant"},
                        {kVerifier, "https://app/cb/", "secret", "redirect_uri_mismatch"},
                        {kVerifier, "https://app/cb", "wrong", "invalid_client"}};
  for (const Case& one : cases)
    EXPECT_EQ(token(exchange(code(), one.verifier, one.redirect, one.secret), 400)["error"],
              one.error);
  EXPECT_EQ(token(exchange("nothing"), 400)["error"], "invalid_grant");
  EXPECT_EQ(token("grant_type=password", 400)["error"], "unsupported_grant_type");
}

TEST_F(LoginFlow, TakesACodeOnceAndOnlyForFifteenMinutes) {
  const std::string first = code();
  const Json tokens = token(exchange(first), 200);
  EXPECT_EQ(token(exchange(first), 400)["error"], "invalid_grant");
  EXPECT_EQ(token(refresh(tokens["refresh_token"].get<std::string>()), 400)["error"],
            "invalid_grant")
      << "a code used twice takes its tokens along";
  const std::string late = code();
  org.now_ms += 15 * 60 * 1000 + 1;
  EXPECT_EQ(token(exchange(late), 400)["error"], "invalid_grant");
}

TEST_F(LoginFlow, RotatesRefreshTokensAndEndsTheFamilyWhenAnOldOneComesBack) {
  const std::string first = token(exchange(code()), 200)["refresh_token"].get<std::string>();
  const std::string second = token(refresh(first), 200)["refresh_token"].get<std::string>();
  EXPECT_NE(first, second);
  EXPECT_EQ(token(refresh(first), 400)["error_description"], "expired access/refresh token");
  EXPECT_EQ(token(refresh(second), 400)["error"], "invalid_grant");
}

TEST_F(LoginFlow, LetsTheSixthApprovalRevokeTheOldest) {
  std::vector<std::string> tokens;
  for (int i = 0; i < 6; ++i)
    tokens.push_back(token(exchange(code()), 200)["refresh_token"].get<std::string>());
  EXPECT_EQ(token(refresh(tokens[0]), 400)["error"], "invalid_grant");
  token(refresh(tokens[1]), 200);
  token(refresh(tokens[5]), 200);
}

TEST_F(LoginFlow, RevokesARefreshTokenWithItsSessions) {
  const Json tokens = token(exchange(code()), 200);
  const std::map<std::string, std::string> headers{
      {"authorization", "Bearer " + tokens["access_token"].get<std::string>()}};
  EXPECT_EQ(org.send("GET", "limits", "", headers).status, 200);
  EXPECT_EQ(org.send("POST", "/services/oauth2/revoke",
                     "token=" + url_encode(tokens["refresh_token"].get<std::string>()))
                .status,
            200);
  EXPECT_EQ(org.send("GET", "limits", "", headers).status, 401);
}

TEST(LoginPage, AsksTheUserAndSendsADenialBackWithTheState) {
  LocalOrg org;
  const std::string url =
      "/services/oauth2/"
      "authorize?response_type=code&client_id=key&redirect_uri=https%3A%2F%2Fapp%2Fcb&state=abc";
  for (const auto& [decision, wanted] : {std::pair{"deny", "https://app/cb?error=access_denied"},
                                         std::pair{"allow", "https://app/cb?code=aPrx"}}) {
    const Response page = org.send("GET", url);
    EXPECT_EQ(page.status, 200);
    const auto at = page.body.find("value=\"") + 7;
    const std::string form =
        "ticket=" + page.body.substr(at, page.body.find('"', at) - at) + "&decision=" + decision;
    const Response answer = org.send("POST", "/services/oauth2/authorize/decision", form);
    EXPECT_EQ(answer.status, 302);
    EXPECT_TRUE(header_of(answer, "Location").starts_with(wanted)) << header_of(answer, "Location");
    EXPECT_TRUE(header_of(answer, "Location").ends_with("&state=abc"));
    EXPECT_EQ(org.send("POST", "/services/oauth2/authorize/decision", form).status, 400)
        << "a page is answered once";
  }
  EXPECT_EQ(org.send("GET",
                     "/services/oauth2/"
                     "authorize?response_type=code&client_id=nobody&redirect_uri=https%3A%2F%2Fapp")
                .status,
            400);
}

}  // namespace
}  // namespace crosswalk::org
