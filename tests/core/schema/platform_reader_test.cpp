#include "schema/platform_reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::schema {
namespace {

std::string schema_with(std::string_view field) {
  return "{ \"version\": 1, \"objects\": [{ \"name\": \"p\", \"key\": \"id\", \"fields\": [\n"
         "{ \"name\": \"id\", \"type\": \"text\" },\n" +
         std::string(field) + "\n] }] }";
}

TEST(PlatformReader, ReadsEveryType) {
  for (const std::string_view type : platform_type_names()) {
    const auto schema =
        read_platform(schema_with("{ \"name\": \"f\", \"type\": \"" + std::string(type) + "\" }"));
    ASSERT_TRUE(schema.has_value()) << type;
    EXPECT_EQ(platform_type_name(schema->find("p")->find("f")->type), type);
  }
}

TEST(PlatformReader, GivesBackWhatItReads) {
  const std::string text = schema_with(
      R"({ "name": "n", "label": "N", "type": "number", "precision": 5, "scale": 2, "required": true,
           "unique": true }, { "name": "l", "type": "selectList", "values": ["a", "b"] },
         { "name": "t", "type": "text", "maxLength": 7 },
         { "name": "r", "type": "reference", "object": "p" })");
  const auto schema = read_platform(text);
  ASSERT_TRUE(schema.has_value()) << schema.error().message;
  const std::string written = write_platform(*schema);
  const auto again = read_platform(written);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(write_platform(*again), written);
  const PlatformField& number = *again->find("p")->find("n");
  EXPECT_EQ(number.precision, 5U);
  EXPECT_EQ(number.scale, 2U);
  EXPECT_TRUE(number.required && number.unique);
  EXPECT_EQ(again->find("p")->key_field()->name, "id");
}

struct Case {
  std::string name;
  std::string field;
  std::string code;
  Position position;
};

class PlatformFinding : public testing::TestWithParam<Case> {};

TEST_P(PlatformFinding, HasItsCodeAndPlace) {
  const PlatformOutcome outcome = read_platform_report(schema_with(GetParam().field));
  ASSERT_EQ(outcome.report.diagnostics.size(), 1U) << GetParam().field;
  EXPECT_EQ(outcome.report.diagnostics[0].code, GetParam().code);
  EXPECT_EQ(outcome.report.diagnostics[0].position, GetParam().position);
  EXPECT_EQ(outcome.schema.has_value(), outcome.report.ok());
}

INSTANTIATE_TEST_SUITE_P(
    Platform, PlatformFinding,
    testing::Values(
        Case{"UnknownKey", R"({ "name": "f", "type": "text", "lenght": 5 })", "CW1201", {3, 32}},
        Case{"WrongType", R"({ "name": "f", "type": "text", "required": 1 })", "CW1202", {3, 44}},
        Case{"NegativeLength",
             R"({ "name": "f", "type": "text", "maxLength": -1 })",
             "CW1202",
             {3, 45}},
        Case{"NoName", R"({ "type": "text" })", "CW1203", {3, 1}},
        Case{"UnknownType", R"({ "name": "f", "type": "string" })", "CW1204", {3, 24}},
        Case{"NameTwice", R"({ "name": "id", "type": "text" })", "CW1205", {3, 11}},
        Case{"NoField", "7", "CW1202", {3, 1}},
        Case{"ZeroLength", R"({ "name": "f", "type": "text", "maxLength": 0 })", "CW1207", {3, 45}},
        Case{"Syntax", R"({ "name": "f" "type": "text" })", "CW1001", {3, 15}}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

}  // namespace
}  // namespace crosswalk::schema
