#include "vault/tokens.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "runtime/system_random.hpp"

namespace crosswalk::vault {
namespace {

TEST(Base64Url, WritesAndReadsTheExamplesOfRfc4648) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xff\xef\xbe", "_---"}};
  for (const auto& [bytes, text] : cases) {
    EXPECT_EQ(base64url_encode(bytes), text);
    EXPECT_EQ(base64url_decode(text), bytes);
  }
  EXPECT_EQ(base64_encode("f"), "Zg==");
  EXPECT_EQ(base64_encode("\xff\xef\xbe"), "/+++");
}

TEST(Base64Url, RefusesPaddingOtherLettersAndLooseBits) {
  for (const char* text : {"Zg==", "Z", "Zm9v Yg", "Zm9+", "Zh", "Zm9"})
    EXPECT_FALSE(base64url_decode(text)) << text;
}

TEST(Hashes, HoldTheKnownAnswers) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash_token(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  // RFC 4231, test case 2.
  EXPECT_EQ(base64url_encode(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
  EXPECT_EQ(hmac_sha256("", "").size(), 32U);
}

TEST(ConstantTimeEqual, ComparesEveryByteAndTheLength) {
  EXPECT_TRUE(constant_time_equal("abc", "abc"));
  EXPECT_TRUE(constant_time_equal("", ""));
  EXPECT_FALSE(constant_time_equal("abc", "abd"));
  EXPECT_FALSE(constant_time_equal("abc", "ab"));
}

TEST(Pkce, MakesTheChallengeOfRfc7636) {
  EXPECT_EQ(pkce_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  runtime::SystemRandom random;
  EXPECT_EQ(pkce_verifier(random).size(), 43U);
}

TEST(TokenSignature, HoldsForSalesforcesTextsAndNoOther) {
  const std::string signature =
      base64_encode(hmac_sha256("secret", "https://login.salesforce.com/id/00D/0051700000000"));
  EXPECT_TRUE(token_signature_holds("secret", "https://login.salesforce.com/id/00D/005",
                                    "1700000000", signature));
  EXPECT_FALSE(token_signature_holds("secret", "https://login.salesforce.com/id/00D/005",
                                     "1700000001", signature));
  EXPECT_FALSE(token_signature_holds("other", "https://login.salesforce.com/id/00D/005",
                                     "1700000000", signature));
  EXPECT_FALSE(
      token_signature_holds("secret", "https://login.salesforce.com/id/00D/005", "1700000000", ""));
}

TEST(RandomTokens, CarryTheirPrefixAndNeverRepeat) {
  runtime::SystemRandom random;
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto token = random_token(kApiKeyPrefix, random);
    EXPECT_EQ(token.reveal().substr(0, 4), "cwk_");
    EXPECT_EQ(token.size(), 47U);
    EXPECT_TRUE(seen.emplace(token.reveal()).second);
  }
  EXPECT_EQ(random_id("run_", random).size(), 26U);
}

}  // namespace
}  // namespace crosswalk::vault
