#include "json/source_map.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "json/pointer.hpp"
#include "json/read.hpp"

namespace crosswalk::json {
namespace {

constexpr std::string_view kText = R"({
  // people
  "name": "Ann", /* first */
  "a/b": [10, { "x": true }],
  "é😀": null
})";

TEST(SourceMap, FindsKeysAndValues) {
  const SourceMap map = SourceMap::build(kText);
  const auto text_of = [&](std::string_view pointer) {
    const auto place = map.find(pointer);
    return place ? std::string(
                       kText.substr(place->value_begin, place->value_end - place->value_begin))
                 : std::string("absent");
  };
  EXPECT_EQ(text_of("/name"), "\"Ann\"");
  EXPECT_EQ(text_of("/a~1b/0"), "10");
  EXPECT_EQ(text_of("/a~1b/1/x"), "true");
  EXPECT_EQ(text_of("/a~1b/2"), "absent");
  EXPECT_EQ(text_of("/a~1b/x"), "absent");
  EXPECT_EQ(text_of("/é😀"), "null");
  EXPECT_EQ(text_of(""), kText);
  EXPECT_EQ(map.position(map.find("/é😀")->value_begin), (Position{5, 10}));
  EXPECT_EQ(map.position(map.find("/a~1b/1/x")->key_begin), (Position{4, 17}));
}

TEST(SourceMap, OfABrokenTextKnowsWhatCameBefore) {
  const SourceMap map = SourceMap::build("{\"a\": [1, {\"b\": 2");
  EXPECT_TRUE(map.find("/a/1/b").has_value());
  EXPECT_FALSE(map.find("/c").has_value());
  bool exact = true;
  EXPECT_EQ(map.find_nearest("/a/7", exact).value_begin, 6U);
  EXPECT_FALSE(exact);
}

TEST(SourceMap, OfNothingFindsNothing) {
  EXPECT_FALSE(SourceMap::build("").find("").has_value());
  bool exact = true;
  EXPECT_EQ(SourceMap::build("").find_nearest("/a", exact).value_begin, 0U);
}

// Applies edits of UTF-16 units to a text of ASCII.
std::string apply(std::string text, const std::vector<TextEdit>& edits) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    text.replace(edit->offset, edit->length, edit->text);
  }
  return text;
}

struct EditCase {
  std::string name;
  std::string before;
  PatchOp step;
  std::string after;
};

PatchOp step(std::string op, std::string path, std::string value = {}, std::string from = {}) {
  PatchOp made;
  made.op = std::move(op);
  made.path = std::move(path);
  made.value_json = std::move(value);
  made.from = std::move(from);
  return made;
}

class Edits : public testing::TestWithParam<EditCase> {};

TEST_P(Edits, KeepCommentsAndLayout) {
  const EditCase& given = GetParam();
  const SourceMap map = SourceMap::build(given.before);
  const std::vector<TextEdit> edits = edits_for({given.step}, map);
  ASSERT_FALSE(edits.empty());
  EXPECT_EQ(apply(given.before, edits), given.after);
}

TEST_P(Edits, GiveWhatTheirPatchGives) {
  const EditCase& given = GetParam();
  nlohmann::ordered_json operation = {{"op", given.step.op}, {"path", given.step.path}};
  if (!given.step.value_json.empty()) operation["value"] = *read(given.step.value_json);
  if (!given.step.from.empty()) operation["from"] = given.step.from;
  const auto before = read(given.before, {.comments = true});
  const auto after = read(given.after, {.comments = true});
  ASSERT_TRUE(before.has_value() && after.has_value());
  const nlohmann::json plain = nlohmann::json::parse(write(*before));
  EXPECT_EQ(plain.patch(nlohmann::json::parse("[" + write(operation) + "]")),
            nlohmann::json::parse(write(*after)));
}

INSTANTIATE_TEST_SUITE_P(
    Patch, Edits,
    testing::Values(EditCase{"Replace", "{ \"a\": 1 } // end", step("replace", "/a", "[2]"),
                             "{ \"a\": [2] } // end"},
                    EditCase{"Rename", "{ \"a\": 1, /* b */ \"c\": 2 }",
                             step("move", "/d", "", "/a"), "{ \"d\": 1, /* b */ \"c\": 2 }"},
                    EditCase{"RemoveLineInTheMiddle", "[\n  1, // one\n  2,\n  3\n]\n",
                             step("remove", "/1"), "[\n  1, // one\n  3\n]\n"},
                    EditCase{"RemoveFirstOnOneLine", "{\"a\": 1, \"b\": 2}", step("remove", "/a"),
                             "{\"b\": 2}"},
                    EditCase{"RemoveLast", "{\n  \"a\": 1, // one\n  \"b\": 2\n}",
                             step("remove", "/b"), "{\n  \"a\": 1 // one\n}"},
                    EditCase{"RemoveOnly", "{ \"a\": 1 }", step("remove", "/a"), "{ }"},
                    EditCase{"AddToObject", "{\n  \"a\": 1 // one\n}", step("add", "/b", "2"),
                             "{\n  \"a\": 1,\n  \"b\": 2 // one\n}"},
                    EditCase{"AddToEmptyObject", "{}", step("add", "/b", "2"), "{\"b\": 2}"},
                    EditCase{"AddReplacesWhatIsThere", "{\"b\": 1}", step("add", "/b", "2"),
                             "{\"b\": 2}"},
                    EditCase{"AppendToList", "[1, 2]", step("add", "/-", "3"), "[1, 2, 3]"},
                    EditCase{"InsertIntoList", "[\n  1,\n  2\n]", step("add", "/1", "9"),
                             "[\n  1,\n  9,\n  2\n]"},
                    EditCase{"KeepsWindowsLineEnds", "{\r\n  \"a\": 1\r\n}", step("add", "/b", "2"),
                             "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}"}),
    [](const testing::TestParamInfo<EditCase>& info) { return info.param.name; });

TEST(Edits, AreEmptyForWhatCannotBeSaid) {
  const SourceMap map = SourceMap::build("{\"a\": 1, \"b\": 2}");
  EXPECT_TRUE(edits_for({step("move", "/b", "", "/a")}, map).empty());
  EXPECT_TRUE(edits_for({step("replace", "/c", "1")}, map).empty());
  EXPECT_TRUE(edits_for({step("copy", "/c", "", "/a")}, map).empty());
}

TEST(Edits, CountUtf16Units) {
  const auto edits =
      edits_for({step("replace", "/a", "2")}, SourceMap::build("{\"é😀\": 0, \"a\": 1}"));
  ASSERT_EQ(edits.size(), 1U);
  EXPECT_EQ(edits[0], (TextEdit{16, 1, "2"}));
}

TEST(Pointer, EscapesAndSplits) {
  EXPECT_EQ(child(child("", "a/b~c"), 3), "/a~1b~0c/3");
  EXPECT_EQ(split("/a~1b~0c/3"), (std::vector<std::string>{"a/b~c", "3"}));
  EXPECT_EQ(parent("/a/b"), "/a");
  EXPECT_EQ(parent(""), "");
  EXPECT_EQ(last_token("/a/b~1"), "b/");
}

}  // namespace
}  // namespace crosswalk::json
