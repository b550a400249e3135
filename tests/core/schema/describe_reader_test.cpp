#include "schema/describe_reader.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "schema/field_kind.hpp"

namespace crosswalk::schema {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(DescribeReader, TakesNullAndAbsentForTheSame) {
  const auto object = read_describe(
      R"({"name":"X__c","label":null,"fields":[{"name":"A__c","type":"string","length":null},
          {"name":"B__c","type":"hologram"},{"type":"string"},17]})");
  ASSERT_TRUE(object.has_value());
  EXPECT_EQ(object->label, "X__c");
  ASSERT_EQ(object->fields.size(), 2U);
  EXPECT_EQ(object->find("a__C")->length, 0U);
  EXPECT_EQ(object->find("B__c")->type, FieldType::unknown);
  EXPECT_EQ(object->find("B__c")->type_text, "hologram");
}

TEST(DescribeReader, TakesPropertiesOfAWrongTypeForAbsent) {
  const auto object = read_describe(
      R"({"name":"X","fields":[{"name":"A","type":"double","precision":"5","scale":-1,
          "createable":"yes","picklistValues":{},"referenceTo":"Y"}],"recordTypeInfos":7})");
  ASSERT_TRUE(object.has_value());
  EXPECT_EQ(object->fields[0].precision, 0U);
  EXPECT_EQ(object->fields[0].scale, 0U);
  EXPECT_FALSE(object->fields[0].createable);
}

struct Wrapping {
  std::string name;
  std::string before, after;
};

class Wrapped : public testing::TestWithParam<Wrapping> {};

TEST_P(Wrapped, IsUnwrapped) {
  const auto object = read_describe(
      GetParam().before + R"({"name":"X","queryable":true,"fields":[]})" + GetParam().after);
  ASSERT_TRUE(object.has_value()) << object.error().message;
  EXPECT_EQ(object->name, "X");
  EXPECT_TRUE(object->has_fields);
}

INSTANTIATE_TEST_SUITE_P(
    Describe, Wrapped,
    testing::Values(
        Wrapping{"Alone", "", ""}, Wrapping{"InAList", "[", "]"},
        Wrapping{"InComposite", R"({"compositeResponse":[{"httpStatusCode":200,"body":)", "}]}"},
        Wrapping{"InBatch", R"({"hasErrors":false,"results":[{"statusCode":200,"result":)", "}]}"},
        Wrapping{"AsBasicAnswer", R"({"objectDescribe":)", R"(,"recentItems":[]})"}),
    [](const testing::TestParamInfo<Wrapping>& info) { return info.param.name; });

TEST(DescribeReader, SaysThatATextIsNoDescribe) {
  for (const char* text : {"{}", "[]", "7", R"({"records":[{"Name":"x"}]})",
                           R"([{"message":"x","errorCode":"NOT_FOUND"}])"}) {
    const auto objects = read_describes(text);
    ASSERT_FALSE(objects.has_value()) << text;
    EXPECT_EQ(objects.error().code, "describeUnrecognised");
  }
  EXPECT_EQ(read_describes("{\"name\": ").error().code, "jsonSyntax");
}

TEST(DescribeReader, PrefersADescribeWithFieldsToAListing) {
  const std::string_view listing = R"({"sobjects":[{"name":"X","queryable":true}]})";
  const std::string_view full = R"({"name":"X","fields":[{"name":"Id","type":"id"}]})";
  for (const auto& texts : {std::vector{listing, full}, std::vector{full, listing}}) {
    const auto schema = read_schema(texts);
    ASSERT_TRUE(schema.has_value());
    ASSERT_EQ(schema->objects.size(), 1U);
    EXPECT_TRUE(schema->find("x")->has_fields);
  }
}

TEST(DescribeReader, NamesTheTextThatIsBroken) {
  const std::vector<std::string_view> texts{R"({"name":"X","fields":[]})", "{\n]"};
  EXPECT_EQ(read_schema(texts).error().path, "1:2:1");
}

// Every answer of the real corpus: describes give objects, and all else a clear refusal.
class Corpus : public testing::Test {
 protected:
  void SetUp() override {
    const char* const folder = std::getenv("CROSSWALK_CORPUS");
    if (folder == nullptr || !fs::is_directory(folder)) {
      GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: real describes are NOT tested";
    }
    folder_ = folder;
  }
  fs::path folder_;
};

TEST_F(Corpus, EveryDescribeIsRead) {
  std::size_t files = 0;
  std::size_t fields = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "describe")) {
    SCOPED_TRACE(entry.path().filename().string());
    const auto objects = read_describes(text_of(entry.path()));
    ASSERT_TRUE(objects.has_value()) << objects.error().path << " " << objects.error().message;
    for (const SalesforceObject& object : *objects) {
      EXPECT_TRUE(object.has_fields) << object.name;
      EXPECT_FALSE(object.fields.empty()) << object.name;
      for (const SalesforceField& field : object.fields) {
        EXPECT_NE(field.type, FieldType::unknown) << field.name << " " << field.type_text;
        EXPECT_EQ(object.find(field.name), &field);
        EXPECT_FALSE(setup_label(field).empty());
      }
      fields += object.fields.size();
    }
    ++files;
  }
  EXPECT_GE(files, 15U);
  EXPECT_GT(fields, 780U);
  RecordProperty("fields", static_cast<int>(fields));
}

TEST_F(Corpus, GlobalDescribesAreRead) {
  std::map<std::string, std::size_t> least{
      {"global/cumulusci-describeGlobal.json", 100},
      {"rest/restforce-list_sobjects_success_response.json", 1},
      {"rest/restforce-describe_sobjects_success_response.json", 1}};
  for (const auto& [file, count] : least) {
    const auto objects = read_describes(text_of(folder_ / file));
    ASSERT_TRUE(objects.has_value()) << file << ": " << objects.error().message;
    EXPECT_GE(objects->size(), count) << file;
    EXPECT_FALSE(objects->front().name.empty()) << file;
  }
}

TEST_F(Corpus, EveryFileGivesObjectsOrAClearRefusal) {
  std::size_t read = 0;
  std::size_t refused = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    if (!entry.is_regular_file()) continue;
    const auto objects = read_describes(text_of(entry.path()));
    if (objects) {
      ++read;
      continue;
    }
    ++refused;
    EXPECT_FALSE(objects.error().message.empty()) << entry.path();
    EXPECT_FALSE(objects.error().path.empty()) << entry.path();
  }
  EXPECT_GE(read, 18U);
  EXPECT_GT(refused, 100U);
}

TEST_F(Corpus, RequiredFieldsAreTheKnownOnes) {
  const std::map<std::string, std::vector<std::string>> required{
      {"cumulusci-Contact.json", {"LastName"}},
      {"cumulusci-Lead.json", {"LastName", "Company"}},
      {"cumulusci-Opportunity.json", {"Name", "StageName", "CloseDate"}}};
  for (const auto& [file, names] : required) {
    const auto object = read_describe(text_of(folder_ / "describe" / file));
    ASSERT_TRUE(object.has_value()) << file;
    std::vector<std::string> found;
    for (const SalesforceField& field : object->fields) {
      if (is_required_on_create(field)) found.push_back(field.name);
    }
    EXPECT_EQ(found, names) << file;
  }
}

}  // namespace
}  // namespace crosswalk::schema
