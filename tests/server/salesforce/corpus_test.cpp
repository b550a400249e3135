// Real answers of real orgs, read from the folder that CROSSWALK_CORPUS names.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "salesforce/answers.hpp"
#include "salesforce/oauth.hpp"
#include "salesforce/query_page.hpp"

namespace crosswalk::salesforce {
namespace {

namespace fs = std::filesystem;

class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("CROSSWALK_CORPUS");
    if (folder == nullptr || !fs::is_directory(folder))
      GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: real answers are NOT tested";
    folder_ = folder;
  }

  [[nodiscard]] std::string text(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
  }

  fs::path folder_;
};

TEST_F(Corpus, EveryErrorBodyIsUnderstood) {
  net::Headers headers;
  headers.set("Content-Type", "application/json");
  int read = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "errors")) {
    const std::string name = "errors/" + entry.path().filename().string();
    const std::string body = text(name);
    // One file is the answer of a single record's write, not an error body.
    if (name.find("success-with-errors") != std::string::npos) continue;
    const int status = name.find("multiple") != std::string::npos ? 300 : 400;
    const Error error = read_error(status, headers, body);
    EXPECT_FALSE(error.salesforce_code.empty()) << name;
    EXPECT_FALSE(error.message.empty()) << name;
    ++read;
  }
  EXPECT_GE(read, 10);
}

TEST_F(Corpus, EveryQueryAnswerIsAPage) {
  int pages = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "query")) {
    const std::string name = "query/" + entry.path().filename().string();
    const std::string body = text(name);
    if (body.find("\"totalSize\"") == std::string::npos) continue;
    const auto page = QueryPage::read(body, {"Id", "Name", "Account.Name"});
    ASSERT_TRUE(page) << name;
    EXPECT_GE(page->total(), static_cast<std::int64_t>(0)) << name;
    ++pages;
  }
  EXPECT_GE(pages, 6);
}

TEST_F(Corpus, CollectionAnswersAreReadRecordByRecord) {
  const auto good =
      read_collection(text("composite/amplabs-batch-create-contacts-success.json"), 2);
  ASSERT_TRUE(good);
  EXPECT_EQ((*good)[0].id, "003ak00000luKU1AAM");
  const auto mixed = read_collection(
      text("composite/amplabs-batch-create-contacts-partial-but-allOrNone.json"), 2);
  ASSERT_TRUE(mixed);
  EXPECT_EQ((*mixed)[0].code, "REQUIRED_FIELD_MISSING");
  EXPECT_EQ((*mixed)[1].code, "ALL_OR_NONE_OPERATION_ROLLED_BACK");
}

TEST_F(Corpus, LimitsAndIdentityAreRead) {
  const auto usage = read_limits(text("limits/swiftly-limits.json"));
  ASSERT_TRUE(usage);
  EXPECT_EQ(usage->max, 15000);
  EXPECT_EQ(usage->used, 47);
  const auto identity = read_identity(200, text("oauth/swiftly-identity.json"));
  ASSERT_TRUE(identity);
  EXPECT_EQ(identity->username, "john@playground.com");
}

TEST_F(Corpus, TokenAnswersOfOldAreRead) {
  App open;  // without a secret there is nothing to check the signature with
  open.consumer_key = "key";
  const auto answer =
      read_token_answer(200, text("oauth/restforce-auth_success_response.json"), open);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->org_id, "00Dx0000000BV7z");
}

}  // namespace
}  // namespace crosswalk::salesforce
