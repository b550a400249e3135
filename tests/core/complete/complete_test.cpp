#include "complete/complete.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/complete/schemas.hpp"

namespace crosswalk::complete {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<Offer> offers_for(std::string_view mapping, std::string_view pointer,
                              std::string_view policy = {}) {
  static const validate::Workspace all = workspace();
  return complete({.mapping = mapping,
                   .pointer = pointer,
                   .platform = all.platform(),
                   .salesforce = all.salesforce(),
                   .org = &all.org(),
                   .policy = policy});
}

std::vector<std::string> texts(const std::vector<Offer>& offers) {
  std::vector<std::string> out;
  out.reserve(offers.size());
  for (const Offer& offer : offers) out.push_back(offer.text);
  return out;
}

const Offer& find(const std::vector<Offer>& offers, std::string_view text) {
  static const Offer nothing;
  for (const Offer& offer : offers) {
    if (offer.text == text) return offer;
  }
  ADD_FAILURE() << "no offer " << text;
  return nothing;
}

// A document whose one pair has these members beside its two objects.
std::string pair_with(std::string_view members) {
  return R"({"version": 1, "objects": [{"platform": "participant", "salesforce": "Contact", )" +
         std::string(members) + "}]}";
}

struct Case {
  std::string_view name;
  std::string mapping;
  std::string_view pointer;
  std::vector<std::string> offered;  // in this order
};

const Case kCases[] = {
    {"MembersOfTheDocumentThatAreNotThere",
     R"({"version": 1, "objects": []})",
     "",
     {"$schema", "name", "policy", "country", "people"}},
    {"TheVersion", "{}", "/version", {"1"}},
    {"ThePolicies", "{}", "/policy", {"strict-events"}},
    {"ThePlatformsObjects",
     R"({"objects": [{}]})",
     "/objects/0/platform",
     {"participant", "account"}},
    {"SalesforcesObjects", R"({"objects": [{}]})", "/objects/0/salesforce", {"Contact", "Account"}},
    {"ObjectsOfOtherPairsComeLast",
     R"({"objects": [{"salesforce": "Contact"}, {}]})",
     "/objects/1/salesforce",
     {"Account", "Contact"}},
    {"TheWordsOfADirection", "{}", "/objects/0/direction", {"push", "pull", "both"}},
    {"BothTruths", "{}", "/objects/0/create", {"true", "false"}},
    {"MembersOfANewLine",
     pair_with(R"("fields": [])"),
     "/objects/0/fields/-",
     {"platform", "salesforce", "direction", "conflict", "transform", "onTooLong", "onNull",
      "default", "display"}},
    {"MembersOfALineThatAreNotThere",
     pair_with(
         R"("fields": [{"platform": "vip", "salesforce": "x", "default": 1, "onNull": "skip"}])"),
     "/objects/0/fields/0",
     {"direction", "conflict", "transform", "onTooLong", "display"}},
    {"ExternalIdsOnly",
     pair_with(R"("match": {})"),
     "/objects/0/match/externalId",
     {"Participant_Id__c", "Id"}},
    {"CheckboxesForConsent",
     pair_with(R"("fields": [])"),
     "/objects/0/consent/salesforce",
     {"HasOptedOutOfEmail"}},
    {"ReferencesForAParent",
     pair_with(R"("fields": [])"),
     "/objects/0/parent/salesforce",
     {"AccountId", "RecordTypeId"}},
    {"TheActiveValuesOfAPicklist",
     pair_with(R"("constants": [{"salesforce": "Status__c", "value": ""}])"),
     "/objects/0/constants/0/value",
     {"Registered", "Came"}},
    {"TheValuesOfThePairsRecordType",
     pair_with(R"("recordType": "Guest", "constants": [{"salesforce": "Status__c"}])"),
     "/objects/0/constants/0/value",
     {"Came"}},
    {"TruthsForACheckbox",
     pair_with(R"("constants": [{"salesforce": "HasOptedOutOfEmail"}])"),
     "/objects/0/constants/0/value",
     {"true", "false"}},
    {"RecordTypesByName", pair_with(R"("fields": [])"), "/objects/0/recordType", {"Guest"}},
    {"RecordTypesById",
     pair_with(R"("constants": [{"salesforce": "RecordTypeId"}])"),
     "/objects/0/constants/0/value",
     {"012000000000001AAA"}},
    {"ThePlatformsValuesAsMembersOfAMap",
     pair_with(R"("fields": [{"platform": "status", "salesforce": "Status__c",
                  "transform": [{"map": {"came": "Came"}}]}])"),
     "/objects/0/fields/0/transform/0/map",
     {"registered"}},
    {"SalesforcesValuesInAMap",
     pair_with(R"("fields": [{"platform": "status", "salesforce": "Status__c",
                  "transform": [{"map": {"came": ""}}]}])"),
     "/objects/0/fields/0/transform/0/map/came",
     {"Registered", "Came"}},
    {"StepsThatTakeADate",
     pair_with(R"("fields": [{"platform": "birth_date", "salesforce": "Birthdate",
                  "transform": [{}]}])"),
     "/objects/0/fields/0/transform/0",
     {"map", "template", "coalesce", "date", "when"}},
    {"WhatStandsBesideAStep",
     pair_with(R"("fields": [{"platform": "company", "salesforce": "Department",
                  "transform": [{"pad": 10, "side": "end"}]}])"),
     "/objects/0/fields/0/transform/0",
     {"with"}},
    {"WordsOfAStep",
     pair_with(R"("fields": [{"platform": "company", "salesforce": "Department",
                  "transform": [{"case": ""}]}])"),
     "/objects/0/fields/0/transform/0/case",
     {"upper", "lower", "title"}},
    {"MembersWithinAStep",
     pair_with(R"("fields": [{"platform": "company", "salesforce": "Department",
                  "transform": [{"date": {"parse": ""}}]}])"),
     "/objects/0/fields/0/transform/0/date",
     {"format", "zone", "pivot"}},
    {"PlatformFieldsOfACoalesce",
     pair_with(R"("fields": [{"platform": "company", "salesforce": "Department",
                  "transform": [{"coalesce": [""]}]}])"),
     "/objects/0/fields/0/transform/0/coalesce/0",
     {"id", "last_name", "company", "status", "vip", "birth_date"}},
    {"SalesforcesValuesForADefault",
     pair_with(R"("fields": [{"platform": "status", "salesforce": "Status__c"}])"),
     "/objects/0/fields/0/default",
     {"Registered", "Came"}},
    {"FieldsThatTheShortFormLacks",
     pair_with(R"("fields": {"id": "Id", "vip": "x", "company": "y"})"),
     "/objects/0/fields",
     {"last_name", "status", "birth_date"}},
    {"NoFieldNamesWhereTheListIsLong", pair_with(R"("fields": [])"), "/objects/0/fields", {}},
    {"CampaignsByName",
     pair_with(R"("campaign": {})"),
     "/objects/0/campaign/name",
     {"Spring fair"}},
    {"CampaignsById",
     pair_with(R"("campaign": {})"),
     "/objects/0/campaign/id",
     {"701000000000001AAA"}},
    {"TheFieldsAtTheEndOfAPath",
     pair_with(R"("where": {"salesforce": "Account.Na"})"),
     "/objects/0/where/salesforce",
     {"Account.Id", "Account.Name", "Account.ParentId", "Account.Parent."}},
    {"NothingAtTheEndOfAPathThatLeadsNowhere",
     pair_with(R"("where": {"salesforce": "Acount.Na"})"),
     "/objects/0/where/salesforce",
     {}},
    {"NothingBeyondFiveSteps",
     pair_with(R"("where": {"salesforce": "Account.Parent.Parent.Parent.Parent.Parent.Name"})"),
     "/objects/0/where/salesforce",
     {}},
    {"NothingAtAPlaceThatNobodyKnows", "{}", "/objects/0/nothing/at/all", {}},
    {"NothingForAnObjectThatNobodyKnows",
     R"({"objects": [{"salesforce": "Kontact"}]})",
     "/objects/0/match/externalId",
     {}},
};

class Completion : public testing::TestWithParam<Case> {};

TEST_P(Completion, Offers) {
  const Case& given = GetParam();
  const std::vector<std::string> offered = texts(offers_for(given.mapping, given.pointer));
  EXPECT_THAT(offered, ElementsAreArray(given.offered));
}

INSTANTIATE_TEST_SUITE_P(Places, Completion, testing::ValuesIn(kCases),
                         [](const auto& given) { return std::string(given.param.name); });

TEST(FieldOffers, SayWhetherTheyFitWhatStandsOnTheOtherSide) {
  const auto offers =
      offers_for(pair_with(R"("fields": [{"platform": "company", "salesforce": ""}])"),
                 "/objects/0/fields/0/salesforce");
  const Offer& department = find(offers, "Department");
  ASSERT_TRUE(department.fit);
  EXPECT_EQ(department.fit->cls, compat::Class::conditional);
  EXPECT_THAT(department.fit->reason, HasSubstr("300"));
  EXPECT_EQ(find(offers, "Birthdate").fit->cls, compat::Class::incompatible);
  EXPECT_EQ(find(offers, "CreatedDate").fit->cls, compat::Class::incompatible);
  EXPECT_THAT(texts(offers), Not(Contains("Old__c")));
}

TEST(FieldOffers, PutWhatFitsBeforeWhatDoesNot) {
  const auto offers =
      offers_for(pair_with(R"("fields": [{"platform": "birth_date", "salesforce": ""}])"),
                 "/objects/0/fields/0/salesforce");
  bool refused = false;
  for (const Offer& offer : offers) {
    const bool fits = offer.fit->cls != compat::Class::incompatible;
    EXPECT_FALSE(fits && refused) << offer.text;
    refused = refused || !fits;
  }
  EXPECT_TRUE(refused);
}

TEST(FieldOffers, PutTheNearestNameFirst) {
  const auto offers =
      offers_for(pair_with(R"("fields": [{"platform": "birth_date", "salesforce": ""}])"),
                 "/objects/0/fields/0/salesforce");
  EXPECT_EQ(offers.front().text, "Birthdate");
  EXPECT_TRUE(offers.front().likely);
}

TEST(FieldOffers, BearTypeLabelHelpLengthAndRights) {
  const auto offers =
      offers_for(pair_with(R"("fields": [{"salesforce": ""}])"), "/objects/0/fields/0/salesforce");
  const Offer& department = find(offers, "Department");
  EXPECT_EQ(department.type, "Text");
  EXPECT_EQ(department.help, "Where they work.");
  EXPECT_EQ(department.length, 80U);
  EXPECT_FALSE(department.required);
  EXPECT_FALSE(department.fit);
  const Offer& name = find(offers, "LastName");
  EXPECT_EQ(name.label, "Last Name");
  EXPECT_TRUE(name.required);
  EXPECT_TRUE(find(offers, "CreatedDate").read_only);
}

TEST(FieldOffers, FollowTheDirectionOfTheLine) {
  const std::string line = R"("fields": [{"platform": "birth_date", "salesforce": "", )";
  const auto pushed =
      offers_for(pair_with(line + R"("direction": "push"}])"), "/objects/0/fields/0/salesforce");
  const auto shown =
      offers_for(pair_with(line + R"("display": true}])"), "/objects/0/fields/0/salesforce");
  EXPECT_EQ(find(pushed, "CreatedDate").fit->cls, compat::Class::incompatible);
  EXPECT_NE(find(shown, "CreatedDate").fit->cls, compat::Class::incompatible);
}

TEST(FieldOffers, SayWhichFieldsOtherLinesHave) {
  const std::string mapping =
      pair_with(R"("fields": [{"platform": "company", "salesforce": "Department"}, {}])");
  EXPECT_TRUE(find(offers_for(mapping, "/objects/0/fields/1/salesforce"), "Department").used);
  EXPECT_FALSE(find(offers_for(mapping, "/objects/0/fields/0/salesforce"), "Department").used);
  EXPECT_TRUE(find(offers_for(mapping, "/objects/0/fields/1/platform"), "company").used);
}

TEST(FieldOffers, HeedThePolicyOfTheMappingAndOfTheCaller) {
  const std::string line =
      R"("objects": [{"platform": "participant", "salesforce": "Contact",
         "fields": [{"platform": "status", "salesforce": ""}]}]})";
  const std::string_view place = "/objects/0/fields/0/salesforce";
  const auto free = offers_for("{" + line, place);
  EXPECT_NE(find(free, "Status__c").fit->cls, compat::Class::incompatible);
  for (const auto& offers : {offers_for(R"({"policy": "strict-events", )" + line, place),
                             offers_for("{" + line, place, "strict-events")}) {
    const Offer& status = find(offers, "Status__c");
    EXPECT_EQ(status.fit->cls, compat::Class::incompatible);
    EXPECT_THAT(status.fit->reason, HasSubstr("strict-events"));
  }
}

TEST(FieldOffers, OfTheShortFormLookAtTheNameOfTheMember) {
  const auto offers =
      offers_for(pair_with(R"("fields": {"birth_date": ""})"), "/objects/0/fields/birth_date");
  EXPECT_EQ(offers.front().text, "Birthdate");
}

TEST(FieldOffers, LeadToRelatedRecordsWhereALineOnlyReads) {
  const std::string line = R"("fields": [{"platform": "company", "salesforce": ")";
  const std::string_view place = "/objects/0/fields/0/salesforce";
  const auto pushed = offers_for(pair_with(line + R"("}])"), place);
  EXPECT_THAT(texts(pushed), Not(Contains("Account.")));
  const auto pulled = offers_for(pair_with(line + R"(", "direction": "pull"}])"), place);
  EXPECT_EQ(find(pulled, "Account.").kind, Kind::relationship);
  EXPECT_EQ(find(pulled, "Account.").label, "Company");

  const auto followed = offers_for(pair_with(line + R"(Account.N", "direction": "pull"}])"), place);
  EXPECT_NE(find(followed, "Account.Name").fit->cls, compat::Class::incompatible);
  EXPECT_THAT(texts(followed), Contains("Account.Parent."));
  const auto written = offers_for(pair_with(line + R"(Account.N"}])"), place);
  EXPECT_EQ(find(written, "Account.Name").fit->cls, compat::Class::incompatible);
}

TEST(BrokenText, IsUsedUpToItsBreak) {
  const auto offers = offers_for(
      R"({"objects": [{"platform": "participant", "salesforce": "Contact", // whom
          "fields": [{"platform": "birth_date", "salesforce": "Bir)",
      "/objects/0/fields/0/salesforce");
  ASSERT_THAT(offers, Not(IsEmpty()));
  EXPECT_EQ(offers.front().text, "Birthdate");
}

TEST(HostileInput, IsOfferedSomethingOrNothing) {
  const std::string deep(1'000'000, '[');
  const std::string pointer(1'000'000, '/');
  for (const std::string& mapping : {std::string(), deep, std::string("\xff\xfe{"),
                                     std::string(R"({"objects": {"0": {"fields": 5}}})")}) {
    EXPECT_THAT(offers_for(mapping, pointer), IsEmpty());
    EXPECT_THAT(texts(offers_for(mapping, "/objects/0/owner")),
                ElementsAre("any", "connectedUser"));
    offers_for(mapping, "/objects/0/fields/99999999999999999999/salesforce");
    offers_for(mapping, "/objects/-/constants/-/value");
  }
}

TEST(WrittenOffers, AreJsonWithoutWhatIsNotKnown) {
  Offer plain;
  plain.text = "a\"b";
  Offer rich;
  rich.kind = Kind::salesforce_field;
  rich.text = "true";
  rich.literal = true;
  rich.label = "L";
  rich.length = 3;
  rich.read_only = true;
  rich.fit = Fit{compat::Class::lossy, "why", ""};
  EXPECT_EQ(write_offers({plain, rich}),
            R"({"items":[{"kind":"word","value":"a\"b"},)"
            R"({"kind":"salesforceField","value":true,"label":"L","length":3,"readOnly":true,)"
            R"("fit":{"class":"lossy","reason":"why"}}]})");
}

}  // namespace
}  // namespace crosswalk::complete
