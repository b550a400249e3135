// Steps that read other fields of the record, and what a program needs for them.
#include "core/convert/transform_program.hpp"

namespace crosswalk::convert {
namespace {

const Value kNull = Value::of_null();
const Value kAbsent;
Value text(std::string_view value) { return Value::of_text(value); }

struct Case {
  const char* name;
  const char* steps;
  Given given;
  Value to;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class OfARecord : public testing::TestWithParam<Case> {};

TEST_P(OfARecord, IsMade) {
  const Case& c = GetParam();
  const auto program = program_of({"title", "Title", c.steps});
  ASSERT_TRUE(program.has_value()) << program.error().message;
  const std::vector<Value> row = row_of(*program, c.given);
  Arena arena;
  std::vector<Refusal> refusals;
  std::vector<Value> out(row.size());
  to_salesforce(*program, row, out, arena, refusals);
  EXPECT_EQ(shown(out[0]), shown(c.to));
  EXPECT_TRUE(refusals.empty());
  for (std::size_t i = 1; i < out.size(); ++i) EXPECT_TRUE(out[i].is_absent());
}

constexpr const char* kName = R"([{"template": "{first_name} {last_name}"}])";
constexpr const char* kDense =
    R"([{"template": "Dr. {first_name} {nickname} {last_name}", "blanks": "collapse"}])";
constexpr const char* kFirst = R"([{"coalesce": ["nickname", "first_name"]}])";
constexpr const char* kWhen =
    R"([{"when": {"field": "source", "is": ["Web"]}, "then": [{"case": "upper"}]}])";
constexpr const char* kBlank =
    R"([{"when": {"isBlank": true}, "then": [{"template": "{first_name}"}]}])";

INSTANTIATE_TEST_SUITE_P(
    Transforms, OfARecord,
    testing::Values(
        Case{"ATemplate",
             kName,
             {{"title", kNull}, {"first_name", text("Ada")}, {"last_name", text("Byron")}},
             text("Ada Byron")},
        Case{"ATemplateWithAnEmptyField",
             kName,
             {{"title", kNull}, {"first_name", kNull}, {"last_name", text("Byron")}},
             text("Byron")},
        Case{"ATemplateWithAFieldThatIsNotGiven",
             kName,
             {{"title", kNull}, {"first_name", text("Ada")}},
             kAbsent},
        Case{"NothingWhereTheLineIsNotGiven",
             kName,
             {{"first_name", text("Ada")}, {"last_name", text("Byron")}},
             kAbsent},
        Case{"ATemplateThatCollapses",
             kDense,
             {{"title", text("x")},
              {"first_name", text("Ada")},
              {"nickname", kNull},
              {"last_name", text("Byron")}},
             text("Dr. Ada Byron")},
        Case{"TheFirst",
             kFirst,
             {{"title", kNull}, {"nickname", text(" ")}, {"first_name", text("Ada")}},
             text("Ada")},
        Case{"NoneOfThem",
             kFirst,
             {{"title", text("x")}, {"nickname", kNull}, {"first_name", kNull}},
             kNull},
        Case{"NothingIsKnownBehindAFieldThatIsNotGiven",
             kFirst,
             {{"title", text("x")}, {"first_name", text("Ada")}},
             kAbsent},
        Case{"ACondition", kWhen, {{"title", text("md")}, {"source", text("Web")}}, text("MD")},
        Case{"AConditionThatDoesNotHold",
             kWhen,
             {{"title", text("md")}, {"source", text("Fair")}},
             text("md")},
        Case{"AConditionOfNothing", kWhen, {{"title", text("md")}, {"source", kNull}}, text("md")},
        Case{"WhatIsBlank", kBlank, {{"title", kNull}, {"first_name", text("Ada")}}, text("Ada")},
        Case{"WhatIsNotBlank",
             kBlank,
             {{"title", text("md")}, {"first_name", text("Ada")}},
             text("md")}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(ReadFields, StandBehindTheOthersAndGoNoWay) {
  const auto program = program_of({"title", "Title", kName});
  ASSERT_TRUE(program.has_value());
  ASSERT_EQ(program->fields().size(), 3U);
  for (const std::size_t i : {1U, 2U}) {
    const ProgramField& field = program->fields()[i];
    EXPECT_EQ(field.role, FieldRole::read);
    EXPECT_FALSE(field.push || field.pull);
    EXPECT_TRUE(field.salesforce_name.empty());
  }
  EXPECT_EQ(program->find_platform("last_name"), 2U);
}

TEST(ReadFields, AreNotKnownWithoutTheRecord) {
  const auto program = program_of({"title", "Title", kName});
  ASSERT_TRUE(program.has_value());
  Arena arena;
  std::vector<Refusal> refusals;
  EXPECT_TRUE(to_salesforce(*program, 0, text("x"), arena, refusals).is_absent());
}

struct Refused {
  const char* name;
  Line line;
  const char* code;
};

class CompileOfTransforms : public testing::TestWithParam<Refused> {};

TEST_P(CompileOfTransforms, RefusesWhatValidationFinds) {
  const auto program = program_of(GetParam().line);
  ASSERT_FALSE(program.has_value());
  EXPECT_EQ(program.error().code, GetParam().code);
  EXPECT_TRUE(program.error().path.starts_with("/objects/0/fields/0")) << program.error().path;
}

INSTANTIATE_TEST_SUITE_P(
    Transforms, CompileOfTransforms,
    testing::Values(
        Refused{"ABadPattern", {"title", "Title", R"([{"extract": "("}])"}, "transformMisplaced"},
        Refused{"AStepThatDoesNotFit",
                {"visits", "Title", R"([{"case": "upper"}])"},
                "transformMisplaced"},
        Refused{"AFieldThatIsNotThere",
                {"title", "Title", R"([{"template": "{nobody}"}])"},
                "transformMisplaced"},
        Refused{"ATextForANumber",
                {"visits", "Visits__c", R"([{"format": {}}])"},
                "fieldTypesIncompatible"},
        Refused{"AStepThatCannotBeUndone",
                {"title", "Title", R"([{"case": "upper"}])", "both"},
                "transformOneWay"},
        Refused{
            "AZoneWithoutATable",
            {"registered_at", "Title", R"([{"date": {"format": "HH:mm", "zone": "Asia/Tokyo"}}])"},
            "zoneUnknown"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Transforms, AllocateNothingOnceWarm) {
  const auto program = program_of(
      {"title", "Title",
       R"([{"template": "{first_name} {visits}"}, {"trim": "spaces"}, {"case": "title"},)"
       R"( {"extract": "^(.*) \\d+$"}, {"replace": "a", "by": "bb"}, {"pad": 30, "with": "-"}])"});
  ASSERT_TRUE(program.has_value()) << program.error().message;
  const std::vector<Value> row = row_of(
      *program,
      {{"title", kNull}, {"first_name", text("anna maria")}, {"visits", Value::of_number("12.0")}});
  std::vector<Value> out(row.size());
  Arena arena;
  std::vector<Refusal> refusals;
  std::size_t held = 0;
  for (int round = 0; round < 100; ++round) {
    arena.clear();
    to_salesforce(*program, row, out, arena, refusals);
    if (round == 1) held = arena.bytes_held();
  }
  EXPECT_EQ(shown(out[0]), "text -----------------Annbb Mbbribb");
  EXPECT_EQ(arena.bytes_held(), held);
}

}  // namespace
}  // namespace crosswalk::convert
