#include "suggest/samples.hpp"

#include <gtest/gtest.h>

#include "core/suggest/standard_objects.hpp"
#include "schema/platform_reader.hpp"
#include "suggest/samples_reader.hpp"

namespace crosswalk::suggest {
namespace {

using suggest_test::standard_object;

Samples samples_of(const std::vector<std::string>& values) {
  Samples samples;
  for (const std::string& value : values) samples.add(value);
  return samples;
}

struct Row {
  const char* name;
  const char* object;
  const char* field;
  std::vector<std::string> values;
  int factor;
  bool supports;
};

class Values : public testing::TestWithParam<Row> {};

TEST_P(Values, SpeakForAFieldOrAgainstIt) {
  const schema::SalesforceField* field = standard_object(GetParam().object).find(GetParam().field);
  ASSERT_NE(field, nullptr);
  const Evidence evidence =
      evidence_of(samples_of(GetParam().values), *field, compat::kind_of(*field));
  EXPECT_EQ(evidence.supports, GetParam().supports);
  EXPECT_EQ(evidence.words.empty(), !GetParam().supports);
  EXPECT_EQ(evidence.factor, GetParam().factor);
}

INSTANTIATE_TEST_SUITE_P(
    Suggest, Values,
    testing::Values(
        Row{"Emails", "Contact", "Email", {"a@example.org", "b@example.org"}, 1000, true},
        Row{"NamesAreNoEmails", "Contact", "Email", {"Ann", "Bob"}, 400, false},
        Row{"OneValueSaysNothing", "Contact", "Email", {"Ann"}, 1000, false},
        Row{"Phones", "Contact", "Phone", {"+49 30 1234567", "(415) 555-0100"}, 1000, true},
        Row{"WordsAreNoPhones", "Contact", "Phone", {"none", "call me"}, 600, false},
        Row{"Urls", "Lead", "Website", {"https://example.org", "www.example.com"}, 1000, true},
        Row{"EmailsAreNoUrls", "Lead", "Website", {"a@example.org", "b@example.org"}, 400, false},
        Row{"Dates", "Contact", "Birthdate", {"1980-01-02", "1990-12-31"}, 1000, true},
        Row{"OtherDatesSpeakAgainst", "Contact", "Birthdate", {"31.12.90", "1.1.80"}, 400, false},
        Row{"Numbers", "Account", "AnnualRevenue", {"12", "-3.5"}, 1000, true},
        Row{"RangesAreNoNumbers", "Account", "NumberOfEmployees", {"1-20", "21-50"}, 400, false},
        Row{"ValuesOfAPicklist", "Lead", "Rating", {"Hot", "Cold", "Hot"}, 1000, true},
        Row{"Ids", "Contact", "AccountId", {"001000000000001AAA", "001000000000002"}, 1000, true},
        Row{"NamesAreNoIds", "Contact", "AccountId", {"Acme", "Globex"}, 400, false},
        Row{"EmailsBelongIntoAFieldForThem",
            "Contact",
            "Title",
            {"a@b.org", "c@d.org"},
            600,
            false}),
    [](const auto& info) { return info.param.name; });

TEST(Samples, KeepCountsAndABoundedNumberOfValues) {
  Samples samples;
  for (int i = 0; i < 5000; ++i) samples.add("value " + std::to_string(i));
  EXPECT_EQ(samples.values, kSamplesMax);
  EXPECT_EQ(samples.distinct.size(), kDistinctValuesMax);
  EXPECT_FALSE(samples.repeated);
  samples = samples_of({" a ", "", "  ", "a"});
  EXPECT_EQ(samples.values, 2U);
  EXPECT_TRUE(samples.repeated);
}

constexpr const char* kPlatform =
    R"({"version":1,"objects":[{"name":"person","key":"id","fields":[
 {"name":"id","type":"text"},{"name":"mail","type":"text"},{"name":"size","type":"integer"}]},
 {"name":"firm","key":"id","fields":[{"name":"id","type":"text"}]}]})";

Result<SamplesByObject> read(std::string_view text, bool csv, std::string_view object = {}) {
  const auto platform = schema::read_platform(kPlatform);
  if (!platform)
    return Error{ErrorKind::internal, "fixture", {}, "The schema is unreadable.", 0, {}};
  return read_samples({text, csv, object}, *platform);
}

TEST(SamplesReader, ReadsNdjsonOfBothForms) {
  const auto samples = read(
      "{\"object\":\"person\",\"key\":\"1\",\"fields\":{\"mail\":\"a@b.org\",\"size\":3}}\n\n"
      "{\"fields\":{\"mail\":\"c@d.org\",\"other\":[1,{}]},\"object\":\"person\"}\n",
      false);
  ASSERT_TRUE(samples.has_value()) << samples.error().path << samples.error().message;
  EXPECT_EQ(samples->at("person").at("mail").emails, 2U);
  EXPECT_EQ(samples->at("person").at("size").numbers, 1U);
  const auto flat = read("{\"mail\":\"a@b.org\"}", false, "person");
  ASSERT_TRUE(flat.has_value());
  EXPECT_EQ(flat->at("person").at("mail").values, 1U);
}

TEST(SamplesReader, ReadsCsvByItsHeader) {
  const auto samples = read("Mail,nothing,size\na@b.org,x,1\nc@d.org,y,2\n", true, "person");
  ASSERT_TRUE(samples.has_value()) << samples.error().message;
  EXPECT_EQ(samples->at("person").at("mail").emails, 2U);
  EXPECT_EQ(samples->at("person").at("size").numbers, 2U);
}

TEST(SamplesReader, NamesThePlaceOfWhatIsWrong) {
  struct Bad {
    const char* text;
    bool csv;
    const char* object;
    const char* path;
  };
  const Bad table[] = {{"{\"object\":\"person\"}\n{\"a\" 1}", false, "", "records:2:6"},
                       {"[]", false, "person", "records:1:1"},
                       {"{\"object\":\"persn\"}", false, "", "records:1:1"},
                       {"{\"mail\":\"a\"}", false, "", "records:1:1"},
                       {"mail\n\"a", true, "person", "records:2:3"},
                       {"mail\na", true, "", "records"},
                       {"{} {}", false, "person", "records:1:4"}};
  for (const Bad& row : table) {
    const auto samples = read(row.text, row.csv, row.object);
    ASSERT_FALSE(samples.has_value()) << row.text;
    EXPECT_EQ(samples.error().path, row.path) << row.text << samples.error().message;
    EXPECT_FALSE(samples.error().message.empty());
  }
}

}  // namespace
}  // namespace crosswalk::suggest
