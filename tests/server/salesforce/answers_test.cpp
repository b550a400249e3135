#include "salesforce/answers.hpp"

#include <gtest/gtest.h>

#include "salesforce/errors.hpp"
#include "salesforce/requests.hpp"

namespace crosswalk::salesforce {
namespace {

struct ErrorCase {
  std::string name;
  int status;
  std::string type, body;
  ErrorKind kind;
  std::string code, salesforce_code;
};

class ErrorBodies : public testing::TestWithParam<ErrorCase> {};

TEST_P(ErrorBodies, AreRead) {
  net::Headers headers;
  headers.set("Content-Type", GetParam().type);
  const Error error = read_error(GetParam().status, headers, GetParam().body);
  EXPECT_EQ(error.kind, GetParam().kind);
  EXPECT_EQ(error.code, GetParam().code);
  EXPECT_EQ(error.salesforce_code, GetParam().salesforce_code);
  EXPECT_EQ(error.salesforce_status, GetParam().status);
  EXPECT_FALSE(error.message.empty());
}

constexpr const char* kJson = "application/json;charset=UTF-8";
const std::string kRefusedCode(kRefused), kNotJsonCode(kNotJson);

INSTANTIATE_TEST_SUITE_P(
    Table, ErrorBodies,
    testing::Values(
        ErrorCase{"ExpiredSession", 401, kJson,
                  R"([{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}])",
                  ErrorKind::unauthorised, kRefusedCode, "INVALID_SESSION_ID"},
        ErrorCase{
            "DailyLimit", 403, kJson,
            R"([{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}])",
            ErrorKind::unavailable, kRefusedCode, "REQUEST_LIMIT_EXCEEDED"},
        ErrorCase{"UnknownField", 400, kJson,
                  R"([{"message":"No such column 'X'","errorCode":"INVALID_FIELD"}])",
                  ErrorKind::refused, kRefusedCode, "INVALID_FIELD"},
        ErrorCase{
            "MissingResource", 404, kJson,
            R"([{"message":"The requested resource does not exist","errorCode":"NOT_FOUND"}])",
            ErrorKind::not_found, kRefusedCode, "NOT_FOUND"},
        ErrorCase{"BusyServer", 503, kJson,
                  R"([{"message":"busy","errorCode":"SERVER_UNAVAILABLE"}])",
                  ErrorKind::unavailable, kRefusedCode, "SERVER_UNAVAILABLE"},
        ErrorCase{"ServerErrorNobodyKnows", 500, kJson,
                  R"([{"message":"x","errorCode":"BRAND_NEW_CODE"}])", ErrorKind::unavailable,
                  kRefusedCode, "BRAND_NEW_CODE"},
        ErrorCase{"SeveralMatches", 300, kJson, R"(["/services/data/v62.0/sobjects/A/1"])",
                  ErrorKind::conflict, kRefusedCode, "DUPLICATE_EXTERNAL_ID"},
        ErrorCase{"MaintenancePage", 503, "text/html", "<html></html>", ErrorKind::unavailable,
                  kNotJsonCode, ""},
        ErrorCase{"DeadMyDomain", 404, "text/html", "<html></html>", ErrorKind::not_found,
                  kNotJsonCode, ""},
        ErrorCase{"LoginPageInTheWay", 302, "text/html", "<html></html>", ErrorKind::refused,
                  kNotJsonCode, ""},
        ErrorCase{"TruncatedBody", 500, kJson, R"([{"message":"x")", ErrorKind::unavailable,
                  kNotJsonCode, ""}),
    [](const auto& info) { return info.param.name; });

TEST(ErrorTable, GivesEveryCodeAnAdminCanReadWordsAndACure) {
  for (const ErrorRow& row : error_table()) {
    EXPECT_FALSE(row.words.empty()) << row.code;
    EXPECT_FALSE(row.cure.empty()) << row.code;
    EXPECT_EQ(&error_row(row.code), &row);
  }
}

TEST(ErrorTable, TellsTheTwoMeaningsOfTheRequestLimitApart) {
  EXPECT_EQ(error_row("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.").kind,
            ErrorClass::throttle);
  EXPECT_EQ(error_row("REQUEST_LIMIT_EXCEEDED",
                      "ConcurrentRequests (Concurrent API Requests) Limit exceeded.")
                .kind,
            ErrorClass::transient);
  EXPECT_EQ(error_row("NOBODY_KNOWS_ME").kind, ErrorClass::unknown);
}

TEST(Collections, AreReadRecordByRecord) {
  const auto answers = read_collection(
      R"([{"id":"003xx000004TmiQ","success":true,"errors":[],"created":true},
          {"success":false,"created":true,
           "errors":[{"statusCode":"STRING_TOO_LONG","message":"too long","fields":["Tags__c"]}]}])",
      2);
  ASSERT_TRUE(answers);
  EXPECT_TRUE((*answers)[0].created);
  EXPECT_EQ((*answers)[0].id, "003xx000004TmiQAAS");
  EXPECT_FALSE((*answers)[1].success);
  EXPECT_FALSE((*answers)[1].created) << "a refused upsert created nothing, whatever it says";
  EXPECT_EQ((*answers)[1].code, "STRING_TOO_LONG");
  EXPECT_EQ((*answers)[1].fields, std::vector<std::string>{"Tags__c"});
}

TEST(Collections, OfAnotherLengthOrFormCountAsLost) {
  for (const char* body : {R"([])", R"([{"success":true)", R"({"a":1})", R"([{"success":1}])",
                           R"([{"success":true,"errors":[]}])", "", "<html>"}) {
    const auto answers = read_collection(body, 1);
    ASSERT_FALSE(answers) << body;
    EXPECT_EQ(answers.error().code, kAnswerLost) << body;
  }
}

struct UsageCase {
  std::string name, header;
  std::int64_t used, max;
};

class UsageHeaders : public testing::TestWithParam<UsageCase> {};

TEST_P(UsageHeaders, AreRead) {
  const auto usage = read_usage(GetParam().header);
  ASSERT_EQ(usage.has_value(), GetParam().max > 0);
  if (!usage) return;
  EXPECT_EQ(usage->used, GetParam().used);
  EXPECT_EQ(usage->max, GetParam().max);
}

INSTANTIATE_TEST_SUITE_P(
    Table, UsageHeaders,
    testing::Values(UsageCase{"Plain", "api-usage=7919/5000000", 7919, 5000000},
                    UsageCase{"BehindThePerAppEntry",
                              "per-app-api-usage=17/250(appName=x); api-usage=3/15000", 3, 15000},
                    UsageCase{"PerAppAlone", "per-app-api-usage=17/250(appName=x)", 0, 0},
                    UsageCase{"Broken", "api-usage=17", 0, 0}, UsageCase{"Empty", "", 0, 0}),
    [](const auto& info) { return info.param.name; });

TEST(RecordIds, GrowTheirCaseProofEnding) {
  EXPECT_EQ(long_record_id("001D000000IqhSL"), "001D000000IqhSLIAZ");
  EXPECT_EQ(long_record_id("001D000000IqhSLIAZ"), "001D000000IqhSLIAZ");
  EXPECT_EQ(long_record_id("no id"), "no id");
  EXPECT_TRUE(same_record_id("001D000000IqhSL", "001D000000IqhSLIAZ"));
  EXPECT_FALSE(same_record_id("001D000000IqhSL", "001D000000IqhsLIAZ"));
}

TEST(NextPages, StayOnThePinnedHost) {
  EXPECT_EQ(next_path("/services/data/v62.0/query/01gxx-2000"),
            "/services/data/v62.0/query/01gxx-2000");
  EXPECT_EQ(next_path("https://evil.example/services/data/v62.0/query/01g"),
            "/services/data/v62.0/query/01g");
  EXPECT_EQ(next_path("https://evil.example/steal"), "");
  EXPECT_EQ(next_path("//evil.example/services/data/v62.0/query/01g"), "");
  EXPECT_EQ(next_path(""), "");
}

TEST(CollectionBodies, NameTypeAndKeyFirstAndEscapeWhatNeedsIt) {
  const std::vector<WriteRecord> records{{.target = "a\"1", .fields_json = R"("LastName":"Ö")"},
                                         {.target = "b", .fields_json = ""}};
  EXPECT_EQ(collection_body("Contact", "Participant_Id__c", false, records),
            R"({"allOrNone":false,"records":[)"
            R"({"attributes":{"type":"Contact"},"Participant_Id__c":"a\"1","LastName":"Ö"},)"
            R"({"attributes":{"type":"Contact"},"Participant_Id__c":"b"}]})");
  const std::vector<WriteRecord> numbers{{.target = "17", .fields_json = ""}};
  EXPECT_EQ(collection_body("C__c", "N__c", true, numbers),
            R"({"allOrNone":false,"records":[{"attributes":{"type":"C__c"},"N__c":17}]})");
  const std::vector<WriteRecord> smuggled{{.target = "1,\"OwnerId\":\"x\"", .fields_json = ""}};
  EXPECT_EQ(collection_body("C__c", "N__c", true, smuggled),
            R"({"allOrNone":false,"records":[{"attributes":{"type":"C__c"},)"
            R"("N__c":"1,\"OwnerId\":\"x\""}]})")
      << "a key that is no number is a text, which Salesforce refuses for this record alone";
}

}  // namespace
}  // namespace crosswalk::salesforce
