#include "preview/preview.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/allocations.hpp"
#include "core/preview/fixture.hpp"
#include "json/read.hpp"

namespace crosswalk::preview {
namespace {

using nlohmann::ordered_json;

std::string mapping_of(const std::string& fields, const std::string& more = "") {
  return R"({"version":1,"name":"P","objects":[{"platform":"participant","salesforce":"Contact",)"
         R"("direction":"push","match":{"externalId":"Participant_Id__c"},)" +
         more + R"("fields":[)" + fields + "]}]}";
}

const std::string kMapping =
    mapping_of(R"({"platform":"last_name","salesforce":"LastName"},)"
               R"({"platform":"email","salesforce":"Email"},)"
               R"({"platform":"company","salesforce":"Department"},)"
               R"({"platform":"score","salesforce":"Health_Score__c"},)"
               R"({"platform":"interests","salesforce":"Interests__c"},)"
               R"({"platform":"tags","salesforce":"Tags__c","transform":[{"join":", "}]},)"
               R"({"platform":"registered_at","salesforce":"Registered_At__c"},)"
               R"({"platform":"badge","salesforce":"Badge__c"})");

ordered_json report_of(const std::string& mapping, const std::string& records,
                       const Wanted& wanted = {}) {
  auto preview = open_golden(mapping, wanted);
  if (!preview) return preview.error().code + " " + preview.error().path;
  auto fed = preview->feed(records);
  if (fed) fed = preview->finish();
  if (!fed) return fed.error().code + " " + fed.error().path;
  return *json::read(preview->report_json());
}

constexpr const char* kHeader =
    "id,last_name,email,company,score,interests,tags,registered_at,badge\n";

// Pieces whose borders cut rows, at other places of them every time.
void feed_in_pieces(Preview& preview, std::string_view text) {
  constexpr std::size_t kPieceBytes = 1009;
  for (std::size_t at = 0; at < text.size(); at += kPieceBytes) {
    ASSERT_TRUE(preview.feed(text.substr(at, kPieceBytes)).has_value());
  }
}

// One row that is good but changed, one that is refused by nearly everything, and a ragged one.
void add(std::string& text, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) text += part;
}

TEST(Preview, AllocatesNothingPerRowOnceWarmRefusedOrNot) {
  auto preview = open_golden(kMapping);
  ASSERT_TRUE(preview.has_value());
  const std::string company(90, 'x');
  const auto rows = [&company](int first, int count) {
    std::string text;
    for (int i = first; i < first + count; ++i) {
      const std::string key = std::to_string(i);
      add(text, {key,
                 ",\"Mar\r\ntin \"\"X\"\" \",ana@example.com,Acme,1.255,golf;Music;golf,VIP;Press,"
                 "2026-11-22T13:30:00.5+02:00,b",
                 key, "\n"});
      add(text,
          {key, ",,ana(at)example.com,", company, ",1e9,Chess,VIP,yesterday,b", key, "\nragged\n"});
    }
    return text;
  };
  feed_in_pieces(*preview, kHeader + rows(0, 20000));
  const std::string more = rows(20000, 1000);
  const std::size_t before = allocations;
  feed_in_pieces(*preview, more);
  EXPECT_EQ(allocations - before, 0u);
  EXPECT_EQ(preview->progress().rows, 3u * 21000);
  EXPECT_EQ(preview->progress().refused, 2u * 21000);
}

TEST(Preview, AllocatesNothingPerRecordOfNdjsonOnceWarm) {
  auto preview = open_golden(kMapping, {.format = Format::ndjson});
  ASSERT_TRUE(preview.has_value());
  const auto rows = [](int first, int count) {
    std::string text;
    for (int i = first; i < first + count; ++i) {
      const std::string key = std::to_string(i);
      add(text,
          {"{\"id\":\"", key, "\",\"last_name\":\"M\\u00fcller\",\"email\":null,\"score\":1.5,",
           "\"interests\":[\"Golf\",\"Music\"],\"badge\":\"b", key, "\",\"x\":{\"y\":[1]}}\n"});
    }
    return text;
  };
  feed_in_pieces(*preview, rows(0, 20000));
  const std::string more = rows(20000, 1000);
  const std::size_t before = allocations;
  feed_in_pieces(*preview, more);
  EXPECT_EQ(allocations - before, 0u);
  EXPECT_EQ(preview->progress().rows, 21000u);
  EXPECT_EQ(preview->progress().refused, 0u);
}

TEST(Preview, CanBeReadBeforeItsEnd) {
  auto preview = open_golden(kMapping);
  ASSERT_TRUE(preview.has_value());
  // As much as the separator is found out from.
  std::string records = "id,last_name\n";
  for (int i = 1; i <= 2000; ++i) records += std::to_string(i) + ",Ana\n";
  ASSERT_TRUE(preview->feed(records + "2001,").has_value());
  EXPECT_EQ(preview->progress().rows, 2000u);
  EXPECT_EQ(preview->progress_json(),
            R"({"bytes":)" + std::to_string(records.size() + 5) + R"(,"rows":2000,"refused":0})");
  EXPECT_THAT(preview->report_json(), testing::HasSubstr(R"("complete":false)"));
  ASSERT_TRUE(preview->finish().has_value());
  EXPECT_THAT(preview->report_json(), testing::HasSubstr(R"("rows":2001)"));
  EXPECT_THAT(preview->report_json(), testing::HasSubstr(R"("complete":true)"));
}

TEST(Preview, KeepsAsManyExamplesAsAskedForAndCountsAll) {
  std::string records = "id,last_name\n";
  for (int i = 1; i <= 9; ++i) records += std::to_string(i) + ",\n";
  const auto report = report_of(mapping_of(R"({"platform":"last_name","salesforce":"LastName"})"),
                                records, {.examples_max = 2});
  const ordered_json& finding = report["findings"][0];
  EXPECT_EQ(finding["count"], 9);
  ASSERT_EQ(finding["examples"].size(), 2u);
  EXPECT_EQ(finding["examples"][1]["row"], 2);
}

TEST(Preview, SaysWhichObjectItCannotTell) {
  const std::string two =
      R"({"version":1,"name":"P","objects":[
        {"platform":"participant","salesforce":"Contact","fields":[{"platform":"last_name","salesforce":"LastName"}]},
        {"platform":"account","salesforce":"Account","fields":[{"platform":"name","salesforce":"Name"}]}]})";
  EXPECT_EQ(report_of(two, ""), "mappingObjectUnknown /objects");
  EXPECT_EQ(report_of(two, "", {.object = "person"}), "mappingObjectUnknown /objects");
  EXPECT_EQ(report_of(two, "name\nAcme\n", {.object = "account"})["rows"], 1);
  EXPECT_EQ(report_of(two, "last_name\nAna\n", {.object = "contact"})["rows"], 1);
  EXPECT_EQ(report_of(two, "last_name\nAna\n", {.object = "participant:Contact"})["rows"], 1);
}

TEST(Preview, RefusesWhatItCannotCarryOut) {
  EXPECT_EQ(report_of("{", ""), "mappingInvalid ");
  EXPECT_EQ(report_of(mapping_of(R"({"platform":"x","salesforce":"LastName"})"), ""),
            "platformFieldUnknown /objects/0/fields/0/platform");
  EXPECT_EQ(report_of(mapping_of("", R"("shape":"person",)")
                          .replace(mapping_of("", R"("shape":"person",)").find("push"), 4, "pull"),
                      ""),
            "mappingPullsOnly /objects/0/direction");
  EXPECT_EQ(report_of(kMapping, ""), "csvHeader 1:1");
  EXPECT_EQ(report_of(kMapping, "id,\"last\"name\n"), "csvQuote 1:10");
  EXPECT_EQ(report_of(kMapping, "id\n" + std::string(2u << 20, 'x')), "csvTooLarge 2:1048577");
}

TEST(Preview, ALineOfNdjsonThatIsTooLongIsPassedOver) {
  std::string records = R"({"id":"1","last_name":")" + std::string(9u << 20, 'x') + "\"}\n" +
                        R"({"id":"2","last_name":"Ana"})";
  const auto report = report_of(kMapping, records, {.format = Format::ndjson});
  EXPECT_EQ(report["rows"], 2);
  EXPECT_EQ(report["refused"], 1);
  EXPECT_EQ(report["findings"][0]["examples"][0]["message"], "Line 1 is longer than 8 MiB.");
}

TEST(Preview, AMappingThatOnlyUpdatesRequiresNothing) {
  const std::string fields = R"({"platform":"email","salesforce":"Email"})";
  const std::string records = "id,email\n1,ana@example.com\n";
  EXPECT_EQ(report_of(mapping_of(fields), records)["refused"], 1) << "LastName is not mapped";
  EXPECT_EQ(report_of(mapping_of(fields, R"("create":false,)"), records)["refused"], 0);
}

TEST(Preview, ADefaultFillsWhatIsAbsent) {
  const std::string fields =
      R"({"platform":"last_name","salesforce":"LastName","default":"Unknown"})";
  EXPECT_EQ(report_of(mapping_of(fields), "id\n1\n")["refused"], 0);
  EXPECT_EQ(report_of(mapping_of(fields), "id,last_name\n1,\n")["refused"], 1) << "null clears";
}

TEST(Preview, KeysAreComparedAsTheExternalIdIs) {
  const std::string name = R"({"platform":"last_name","salesforce":"LastName"},)";
  const std::string badge = mapping_of(name + R"({"platform":"badge","salesforce":"Badge__c"})");
  const std::string ids = mapping_of(name + R"({"platform":"city","salesforce":"MailingCity"})");
  EXPECT_EQ(report_of(badge, "id,last_name,badge\n1,x,a\n2,x,A\n3,x,\n4,x,\n")["refused"], 1);
  EXPECT_EQ(report_of(ids, "id,last_name\na,x\nA,x\n")["refused"], 0) << "caseSensitive";
  EXPECT_EQ(report_of(ids, "id,last_name\na,x\n a,x\n")["refused"], 1) << "blanks are trimmed";
}

TEST(Preview, ARefusedRowTakesNoUniqueValueAwayFromLaterOnesButItsKey) {
  const std::string badge = mapping_of(R"({"platform":"last_name","salesforce":"LastName"},)"
                                       R"({"platform":"badge","salesforce":"Badge__c"})");
  EXPECT_EQ(report_of(badge, "id,last_name,badge\n1,,a\n2,x,a\n3,x,a\n")["refused"], 2)
      << "the first has no name, and the third the badge of the second";
  EXPECT_EQ(report_of(badge, "id,last_name,badge\n1,,a\n1,x,b\n")["refused"], 2);
}

TEST(Preview, NamesSalesforcesCodeInTheLinesOfRefusedRows) {
  auto preview = open_golden(kMapping, {.offenders = true});
  ASSERT_TRUE(preview.has_value());
  ASSERT_TRUE(preview->feed("id,last_name,badge\n1,Ana,q\n1,,q\n").has_value());
  ASSERT_TRUE(preview->finish().has_value());
  EXPECT_EQ(
      preview->take_offenders(),
      R"({"row":2,"code":"CW3011","salesforce":"LastName","salesforceCode":"REQUIRED_FIELD_MISSING","message":"Last Name (LastName) must not be empty: Salesforce requires a value."}
{"row":2,"code":"CW3015","salesforce":"Participant_Id__c","salesforceCode":"DUPLICATE_EXTERNAL_ID","message":"The same value for Participant Id (Participant_Id__c) stands in row 1."}
{"row":2,"code":"CW3015","salesforce":"Badge__c","salesforceCode":"DUPLICATE_VALUE","message":"The same value for Badge (Badge__c) stands in row 1."}
)");
  EXPECT_EQ(preview->take_offenders(), "");
}

}  // namespace
}  // namespace crosswalk::preview
