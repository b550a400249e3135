#include "suggest/suggest.hpp"

#include <gtest/gtest.h>

#include <map>

#include "core/suggest/labelled.hpp"
#include "core/suggest/standard_objects.hpp"
#include "schema/platform_reader.hpp"
#include "suggest/suggest_text.hpp"

namespace crosswalk::suggest {
namespace {

using suggest_test::standard_object;
using suggest_test::standard_objects;

struct Field {
  std::string name;
  std::string label = {};
  schema::PlatformType type = schema::PlatformType::text;
};

schema::PlatformObject object_of(const std::string& name, const std::vector<Field>& fields) {
  schema::PlatformObject object;
  object.name = name;
  for (const Field& field : fields) {
    schema::PlatformField made;
    made.name = field.name;
    made.label = field.label;
    made.type = field.type;
    object.fields.push_back(made);
  }
  object.reindex();
  return object;
}

std::map<std::string, Suggestion> suggested(const schema::PlatformObject& object,
                                            std::string_view salesforce,
                                            const SamplesByField* samples = nullptr,
                                            compat::Way way = compat::Way::to_salesforce) {
  std::map<std::string, Suggestion> out;
  const Vocabulary vocabulary;
  for (Suggestion& s :
       suggest_fields(object, standard_object(salesforce), samples, way, vocabulary)) {
    out[s.platform] = std::move(s);
  }
  return out;
}

struct Row {
  const char* name;
  const char* object;
  Field field;
  const char* target;  // "": none
  const char* reason;
};

class OneField : public testing::TestWithParam<Row> {};

TEST_P(OneField, GoesWhereItBelongsAndSaysWhy) {
  const auto found = suggested(object_of("person", {GetParam().field}), GetParam().object);
  const auto at = found.find(GetParam().field.name);
  EXPECT_EQ(at == found.end() ? "" : at->second.salesforce, GetParam().target);
  EXPECT_EQ(at == found.end() ? "" : at->second.reason, GetParam().reason);
}

constexpr auto kEmail = schema::PlatformType::email;
constexpr auto kTruth = schema::PlatformType::boolean;
constexpr auto kNumber = schema::PlatformType::integer;
constexpr auto kReference = schema::PlatformType::reference;

INSTANTIATE_TEST_SUITE_P(
    Suggest, OneField,
    testing::Values(
        Row{"SameName", "Contact", {"first_name"}, "FirstName", "The names are the same."},
        Row{"SameLabel",
            "Contact",
            {"x17", "Birthdate", schema::PlatformType::date},
            "Birthdate",
            "The labels are the same."},
        Row{"Abbreviation",
            "Contact",
            {"fname"},
            "FirstName",
            "\"fname\" is short for \"first name\"."},
        Row{"German",
            "Contact",
            {"Nachname"},
            "LastName",
            "\"nachname\" is German for \"last name\"."},
        Row{"Japanese",
            "Contact",
            {"郵便番号"},
            "MailingPostalCode",
            "\"郵便番号\" is Japanese for \"postal\"."},
        Row{"Dutch",
            "Contact",
            {"Geboortedatum", "", schema::PlatformType::date},
            "Birthdate",
            "\"geboortedatum\" is Dutch for \"birth date\"."},
        Row{"Portuguese",
            "Contact",
            {"Sobrenome"},
            "LastName",
            "\"sobrenome\" is Portuguese for \"last name\"."},
        Row{"Synonym",
            "Contact",
            {"cell_phone"},
            "MobilePhone",
            "\"cell phone\" stands for \"mobile phone\"."},
        Row{"SlipOfThePen", "Account", {"Tradstyle"}, "Tradestyle", "The names say the same."},
        Row{"SecondLineIsNone", "Contact", {"address2"}, "", ""},
        Row{"SecondAddressIsOther",
            "Contact",
            {"address2_city"},
            "OtherCity",
            "The names say the same."},
        Row{"WorkPhoneIsPhone", "Contact", {"work_phone"}, "Phone", "The names say the same."},
        Row{"SecondEmailIsNone", "Contact", {"email_2", "", kEmail}, "", ""},
        Row{"OptInIsNotOptOut", "Contact", {"email_opt_in", "", kTruth}, "", ""},
        Row{"ACompanyNameIsNoAccountId", "Contact", {"billing_company"}, "", ""},
        Row{"AReferenceIs",
            "Contact",
            {"company", "", kReference},
            "AccountId",
            "The names say the same."},
        Row{"ATextIsNoNumber", "Lead", {"number_of_employees"}, "", ""},
        Row{"ANumberIs",
            "Lead",
            {"headcount", "", kNumber},
            "NumberOfEmployees",
            "\"headcount\" stands for \"employees\"."},
        Row{"ACountIsNoNote", "Contact", {"num_notes", "", kNumber}, "", ""},
        Row{"WhatSalesforceWritesItself",
            "Contact",
            {"created_date", "", schema::PlatformType::datetime},
            "",
            ""}),
    [](const auto& info) { return info.param.name; });

TEST(Suggest, TellsLookAlikesApart) {
  const auto found = suggested(object_of("contact", {{"title"},
                                                     {"salutation"},
                                                     {"phone"},
                                                     {"mobile"},
                                                     {"home_phone"},
                                                     {"fax"},
                                                     {"street"},
                                                     {"other_street"},
                                                     {"email"},
                                                     {"assistant_phone"}}),
                               "Contact");
  const std::map<std::string, std::string> expected{
      {"title", "Title"},          {"salutation", "Salutation"},
      {"phone", "Phone"},          {"mobile", "MobilePhone"},
      {"home_phone", "HomePhone"}, {"fax", "Fax"},
      {"street", "MailingStreet"}, {"other_street", "OtherStreet"},
      {"email", "Email"},          {"assistant_phone", "AssistantPhone"}};
  for (const auto& [field, target] : expected) {
    EXPECT_EQ(found.contains(field) ? found.at(field).salesforce : "none", target) << field;
  }
}

TEST(Suggest, LetsValuesSpeakWhereNamesSayNothing) {
  const schema::PlatformObject object =
      object_of("person", {{"column_7"}, {"column_8"}, {"column_9"}});
  EXPECT_TRUE(suggested(object, "Contact").empty());
  SamplesByField samples;
  for (const char* value : {"ann@example.org", "bob@example.org"}) samples["column_7"].add(value);
  for (const char* value : {"+1 415 555 0100", "+49 30 123456"}) samples["column_8"].add(value);
  for (const char* value : {"blue", "red"}) samples["column_9"].add(value);
  const auto found = suggested(object, "Contact", &samples);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found.at("column_7").salesforce, "Email");
  EXPECT_EQ(found.at("column_7").reason, "Its values are e-mail addresses.");
  EXPECT_LT(found.at("column_7").score, 85) << "less sure than a name";
  EXPECT_EQ(found.at("column_8").salesforce, "Phone");
}

TEST(Suggest, LetsValuesSpeakAgainstAName) {
  const schema::PlatformObject object = object_of("person", {{"email"}, {"contact"}});
  SamplesByField samples;
  for (const char* value : {"yes", "no", "yes"}) samples["email"].add(value);
  for (const char* value : {"ann@example.org", "bob@example.org"}) samples["contact"].add(value);
  const auto found = suggested(object, "Contact", &samples);
  ASSERT_TRUE(found.contains("contact"));
  EXPECT_EQ(found.at("contact").salesforce, "Email");
  EXPECT_FALSE(found.contains("email"));
}

TEST(Suggest, PullsWhatOnlySalesforceWrites) {
  const schema::PlatformObject object =
      object_of("contact", {{"created_at", "", schema::PlatformType::datetime}, {"full_name"}});
  EXPECT_TRUE(suggested(object, "Contact").empty());
  const auto found = suggested(object, "Contact", nullptr, compat::Way::to_platform);
  EXPECT_EQ(found.at("created_at").salesforce, "CreatedDate");
  EXPECT_EQ(found.at("full_name").salesforce, "Name");
}

TEST(Suggest, PairsObjectsByTheirNamesAndFields) {
  schema::PlatformSchema platform;
  platform.objects = {
      object_of("company", {{"name"}, {"website"}, {"billing_city"}}),
      object_of("participant", {{"first_name"}, {"last_name"}, {"email"}, {"city"}}),
      object_of("deal", {{"name"}, {"amount", "", schema::PlatformType::currency}, {"stage"}}),
      object_of("ticket", {{"subject"}, {"description"}, {"priority"}}),
      object_of("badge_printer", {{"serial"}, {"firmware"}})};
  platform.reindex();
  std::map<std::string, std::string> pairs;
  for (const Suggestion& s : suggest({platform, standard_objects()}, Vocabulary())) {
    pairs[s.object] = s.salesforce_object;
  }
  const std::map<std::string, std::string> expected{{"company", "Account"},
                                                    {"participant", "Contact"},
                                                    {"deal", "Opportunity"},
                                                    {"ticket", "Case"}};
  EXPECT_EQ(pairs, expected);
}

// Of a product that has more than one object, each goes to the object that its fields are judged
// by.
TEST(Suggest, PairsTheObjectsOfRealProducts) {
  std::size_t right = 0, all = 0;
  for (const auto& file : suggest_test::labelled_files()) {
    if (file.objects.size() < 2) continue;
    schema::PlatformSchema platform;
    for (const auto& object : file.objects) platform.objects.push_back(object.platform);
    platform.reindex();
    std::map<std::string, std::string> pairs;
    for (const Suggestion& s : suggest({platform, standard_objects()}, Vocabulary())) {
      pairs[s.object] = s.salesforce_object;
    }
    for (const auto& object : file.objects) {
      ++all;
      const std::string& found = pairs[object.platform.name];
      right += found == object.salesforce;
      if (found != object.salesforce) {
        std::printf("  %s: %s went to %s, not to %s\n", file.file.c_str(),
                    object.platform.name.c_str(), found.c_str(), object.salesforce.c_str());
      }
    }
  }
  std::printf("%zu of %zu objects\n", right, all);
  EXPECT_GE(right * 100, all * 90);
}

TEST(SuggestText, WritesTheDocumentOfTheContract) {
  const auto platform = schema::read_platform(
      R"({"version":1,"objects":[{"name":"person","key":"id","fields":[{"name":"id","type":"text"},
          {"name":"Vorname","type":"text"},{"name":"e_mail","type":"email"}]}]})");
  ASSERT_TRUE(platform.has_value());
  schema::SalesforceSchema salesforce;
  salesforce.add(standard_object("Contact"));
  salesforce.reindex();
  const auto text = write_suggestions({*platform, salesforce});
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(
      *text,
      R"({"suggestions":[{"object":"person","platform":"e_mail","salesforceObject":"Contact",)"
      R"("salesforce":"Email","score":1,"reason":"The names are the same."},)"
      R"({"object":"person","platform":"Vorname","salesforceObject":"Contact",)"
      R"("salesforce":"FirstName","score":1,)"
      R"("reason":"\"vorname\" is German for \"first name\"."}]})");
}

TEST(SuggestText, WritesScoresWithTwoDigits) {
  EXPECT_EQ(score_text(100), "1");
  EXPECT_EQ(score_text(93), "0.93");
  EXPECT_EQ(score_text(90), "0.9");
  EXPECT_EQ(score_text(7), "0.07");
  EXPECT_EQ(score_text(0), "0");
}

}  // namespace
}  // namespace crosswalk::suggest
