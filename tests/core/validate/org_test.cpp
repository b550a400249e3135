#include "validate/org.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "core/validate/golden.hpp"

namespace crosswalk::validate {
namespace {

Org org_of(std::string_view text) {
  Result<Org> org = read_org(text);
  if (!org) {
    ADD_FAILURE() << org.error().message;
    return {};
  }
  return std::move(*org);
}

const schema::RecordType kPartner{
    .id = "012i00000015xjdAAA", .name = "Partner account", .developer_name = "Partner"};

TEST(OrgFacts, AreUnknownWhereTheyAreNotGiven) {
  for (const char* const text : {"", "{}", R"({"personAccounts":null,"limits":[]})"}) {
    const Org org = org_of(text);
    EXPECT_FALSE(org.person_accounts || org.multi_currency || org.daily_api_requests_max);
    EXPECT_FALSE(org.records_of("Contact"));
    EXPECT_TRUE(org.campaigns.empty() && org.record_types.empty());
  }
}

TEST(OrgFacts, AreReadWhole) {
  const Org org = org_of(R"({
    "limits": {"DailyApiRequests": {"Max": 15000, "Remaining": 14998}},
    "recordCounts": {"Contact": 6000, "Lead": "many"},
    "campaigns": [{"id": "701000000000001AAA", "name": "Fair", "statuses": ["Sent", 7, "Came"]}, 3],
    "personAccounts": true, "multiCurrency": false, "somethingNew": [1]})");
  EXPECT_EQ(org.person_accounts, true);
  EXPECT_EQ(org.multi_currency, false);
  EXPECT_EQ(org.daily_api_requests_max, 15000);
  EXPECT_EQ(org.daily_api_requests_remaining, 14998);
  EXPECT_EQ(org.records_of("contact"), 6000);
  EXPECT_FALSE(org.records_of("Lead"));
  ASSERT_EQ(org.campaigns.size(), 1U);
  EXPECT_EQ(org.campaigns[0].statuses, (std::vector<std::string>{"Sent", "Came"}));
  EXPECT_EQ(org.campaign("701000000000001"), &org.campaigns[0]);
  EXPECT_EQ(org.campaign("701000000000002AAA"), nullptr);
  EXPECT_EQ(org.campaign("701"), nullptr);
}

struct Every {
  const char* name;
  const char* text;
  std::optional<long long> seconds;
};

class ScheduleOf : public testing::TestWithParam<Every> {};

TEST_P(ScheduleOf, TheSync) {
  const Org org = org_of(R"({"sync":{"schedule":{"every":")" + std::string(GetParam().text) +
                         R"("},"reserve":0.25,"deletes":{"maxShare":0.1}}})");
  EXPECT_EQ(org.sync.every_seconds, GetParam().seconds);
  EXPECT_EQ(org.sync.reserve_percent, 25);
  EXPECT_EQ(org.sync.deletes_limited, true);
}

INSTANTIATE_TEST_SUITE_P(Validate, ScheduleOf,
                         testing::Values(Every{"Seconds", "30s", 30}, Every{"Minutes", "15m", 900},
                                         Every{"Hours", "2h", 7'200}, Every{"Days", "1d", 86'400},
                                         Every{"NoUnit", "15", {}}, Every{"NoNumber", "m", {}},
                                         Every{"Nothing", "0m", {}}, Every{"AWord", "often", {}},
                                         Every{"TooLong", "99999999d", {}}),
                         [](const auto& info) { return info.param.name; });

TEST(OrgFacts, KnowNoSyncWhereNoneIsGiven) {
  const Org org = org_of(R"({"sync":{"deletes":{}}})");
  EXPECT_FALSE(org.sync.every_seconds || org.sync.reserve_percent);
  EXPECT_EQ(org.sync.deletes_limited, false);
  EXPECT_FALSE(org_of("{}").sync.deletes_limited);
}

TEST(OrgFacts, TakeTheAnswerOfRecordCount) {
  const Org org =
      org_of(R"({"recordCounts":{"sObjects":[{"count":3,"name":"Account"},{"name":"Lead"}]}})");
  EXPECT_EQ(org.records_of("Account"), 3);
  EXPECT_FALSE(org.records_of("Lead"));
}

TEST(RecordTypeOffers, AreFoundByDeveloperNameOrId) {
  const Org org = org_of(R"({"recordTypes": {"Account": {
    "partner": {"Industry": ["Banking", {"value": "Media", "label": "Press", "validFor": [0, 2, -1, "x"]}]}},
    "Lead": {"012i00000015xjd": {"picklistFieldValues": {"Rating": {"values": ["Hot"]}}}}}})");
  const RecordTypeOffer* const by_name = org.offer_of("account", kPartner);
  ASSERT_NE(by_name, nullptr);
  const OfferedPicklist* const industry = by_name->find("INDUSTRY");
  ASSERT_NE(industry, nullptr);
  EXPECT_EQ(industry->values, (std::vector<std::string>{"Banking", "Media"}));
  ASSERT_NE(org.offer_of("Lead", kPartner), nullptr);
  EXPECT_NE(org.offer_of("Lead", kPartner)->find("Rating"), nullptr);
  EXPECT_EQ(org.offer_of("Contact", kPartner), nullptr);
}

TEST(RecordTypeOffers, ThatAreTooLongAreUnknown) {
  std::string values = "[\"v\"";
  for (std::size_t i = 0; i < kOrgChoicesMax; ++i) values += ",\"v" + std::to_string(i) + "\"";
  const Org org = org_of("{\"recordTypes\":{\"Account\":{\"Partner\":{\"Industry\":" + values +
                         "],\"Rating\":[\"Hot\"]}}}}");
  ASSERT_EQ(org.record_types.size(), 1U);
  EXPECT_EQ(org.record_types[0].find("Industry"), nullptr);
  EXPECT_NE(org.record_types[0].find("Rating"), nullptr);
}

TEST(RecordTypeOffers, TakeARealAnswerAsItIs) {
  const char* const corpus = std::getenv("CROSSWALK_CORPUS");
  if (corpus == nullptr || !std::filesystem::is_directory(corpus)) {
    GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: a real answer is NOT tested";
  }
  const std::string answer = read_file(
      std::string(corpus) +
      "/uiapi/lwc-recipes-wireGetPicklistValuesByRecordType-getPicklistValuesByRecordType.json");
  const Org org = org_of("{\"recordTypes\":{\"Account\":{\"012000000000000AAA\":" + answer + "}}}");
  const RecordTypeOffer* const offer = org.offer_of(
      "Account", {.id = "012000000000000AAA", .name = "Master", .developer_name = "Master"});
  ASSERT_NE(offer, nullptr);
  EXPECT_EQ(offer->picklists.size(), 8U);
  ASSERT_NE(offer->find("Industry"), nullptr);
  EXPECT_EQ(offer->find("Industry")->values.size(), 32U);
  EXPECT_EQ(offer->find("CleanStatus")->values.front(), "Matched");
}

TEST(OrgFacts, ThatAreNoObjectAreRefused) {
  for (const char* const text : {"7", "[]", "{"}) EXPECT_FALSE(read_org(text)) << text;
}

}  // namespace
}  // namespace crosswalk::validate
