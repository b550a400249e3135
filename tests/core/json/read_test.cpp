#include "json/read.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "json/position.hpp"
#include "json/scanner.hpp"

namespace crosswalk::json {
namespace {

struct Refused {
  std::string name;
  std::string text;
  std::string code;
  std::string path;
};

class RefusedText : public testing::TestWithParam<Refused> {};

TEST_P(RefusedText, SaysWhatAndWhere) {
  const auto read_text = read(GetParam().text, {.depth_max = 8, .nodes_max = 50, .bytes_max = 400});
  ASSERT_FALSE(read_text.has_value());
  EXPECT_EQ(read_text.error().code, GetParam().code);
  EXPECT_EQ(read_text.error().path, GetParam().path);
  EXPECT_FALSE(read_text.error().message.empty());
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    Json, RefusedText,
    testing::Values(
        Refused{"Empty", "", "jsonSyntax", "1:1"}, Refused{"Blank", " \n ", "jsonSyntax", "2:2"},
        Refused{"MissingComma", "{\n \"a\": 1 \"b\": 2}", "jsonSyntax", "2:9"},
        Refused{"TrailingComma", "[1,\n2,\n]", "jsonSyntax", "2:2"},
        Refused{"MissingColon", "{\"a\" 1}", "jsonSyntax", "1:6"},
        Refused{"MissingValue", "{\"a\": }", "jsonSyntax", "1:7"},
        Refused{"NameWithoutQuotes", "{a: 1}", "jsonSyntax", "1:2"},
        Refused{"SingleQuotes", "['a']", "jsonSyntax", "1:2"},
        Refused{"OpenText", "[\"abc", "jsonSyntax", "1:2"},
        Refused{"LineEndInText", "[\"a\nb\"]", "jsonSyntax", "1:4"},
        Refused{"ControlInText", std::string("[\"a\x01\"]"), "jsonSyntax", "1:4"},
        Refused{"BadEscape", "[\"a\\x\"]", "jsonSyntax", "1:4"},
        Refused{"HalfASurrogate", "[\"\\ud800\"]", "jsonSyntax", "1:3"},
        Refused{"SecondHalfOfASurrogate", "[\"\\udc00\"]", "jsonSyntax", "1:3"},
        Refused{"LeadingZero", "[01]", "jsonSyntax", "1:2"},
        Refused{"NoDigitAfterThePoint", "[1.]", "jsonSyntax", "1:2"},
        Refused{"PlusSign", "[+1]", "jsonSyntax", "1:2"},
        Refused{"NumberTooLarge", "[1e999]", "jsonSyntax", "1:2"},
        Refused{"WrongWord", "[True]", "jsonSyntax", "1:2"},
        Refused{"TextAfterTheEnd", "{} {}", "jsonSyntax", "1:4"},
        Refused{"WrongBracket", "[1}", "jsonSyntax", "1:3"},
        Refused{"OpenObject", "{\"a\": 1", "jsonSyntax", "1:8"},
        Refused{"CommentWhereNoneMayBe", "[1 // one\n]", "jsonSyntax", "1:4"},
        Refused{"KeyTwice", "{\"a\": 1, \"b\": 2, \"\\u0061\": 3}", "jsonDuplicateKey", "1:18"},
        Refused{"NotUtf8", "[\"\xFF\"]", "jsonUtf8", "1:3"},
        Refused{"TooDeep", repeated("[", 9), "jsonTooDeep", "1:9"},
        Refused{"TooManyValues", "[" + repeated("1,", 60) + "1]", "jsonTooLarge", "1:100"},
        Refused{"TooManyBytes", std::string(401, ' '), "jsonTooLarge", "1:1"}),
    [](const testing::TestParamInfo<Refused>& info) { return info.param.name; });

TEST(ReadJson, KeepsOrderIntegersAndText) {
  const std::string text =
      R"({"b":1,"a":[true,null,-5,18446744073709551615,0.5],"é":"\u00e9\ud83d\ude00\n"})";
  const auto tree = read(text);
  ASSERT_TRUE(tree.has_value());
  EXPECT_EQ(write(*tree),
            "{\"b\":1,\"a\":[true,null,-5,18446744073709551615,0.5],\"é\":\"é😀\\n\"}");
}

TEST(ReadJson, FindsAKeyThatComesTwiceAmongMany) {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"k" + std::to_string(i) + "\":0,";
  EXPECT_TRUE(read(text + "\"last\":0}").has_value());
  EXPECT_EQ(read(text + "\"k3\":0}").error().code, "jsonDuplicateKey");
}

TEST(ReadJson, TakesManyKeysInReasonableTime) {
  std::string text = "{\"k\":0";
  for (int i = 0; i < 300'000; ++i) text += ",\"k" + std::to_string(i) + "\":0";
  EXPECT_TRUE(read(text + "}").has_value());
}

TEST(ReadJson, AcceptsCommentsWhereAsked) {
  EXPECT_TRUE(read("// a\n[1, /* two */ 2] // end", {.comments = true}).has_value());
  EXPECT_FALSE(read("[1, /* two", {.comments = true}).has_value());
}

TEST(ReadJson, PassesOverAByteOrderMark) { EXPECT_TRUE(read("\xEF\xBB\xBF[1]").has_value()); }

TEST(ReadJson, TakesExactlyTheDepthAllowed) {
  EXPECT_TRUE(read(repeated("[", 64) + repeated("]", 64)).has_value());
  EXPECT_FALSE(read(repeated("[", 65) + repeated("]", 65)).has_value());
  EXPECT_EQ(read(repeated("[", 1'000'000)).error().code, "jsonTooDeep");
}

TEST(ReadJson, RefusesMoreThan32MebibytesBeforeReadingThem) {
  const std::string text((std::size_t{32} << 20) + 1, 'x');
  EXPECT_EQ(read(text).error().code, "jsonTooLarge");
}

TEST(Scanner, KeepsEveryDigitOfANumber) {
  Scanner scanner("[12345678901234567890.123456789012345678]");
  Token token;
  ASSERT_TRUE(scanner.next(token));
  ASSERT_TRUE(scanner.next(token));
  EXPECT_EQ(token.kind, TokenKind::number);
  EXPECT_EQ(token.raw, "12345678901234567890.123456789012345678");
}

TEST(PositionOf, CountsUtf16ColumnsAndAllLineEnds) {
  EXPECT_EQ(position_of("a\r\nb\rc\nd", 7), (Position{4, 1}));
  EXPECT_EQ(position_of("é😀x", 6), (Position{1, 4}));
}

TEST(WriteJson, WritesWhatTheLibraryWouldWrite) {
  const std::string text =
      R"({"a":[],"b":{},"c":[1,-2,18446744073709551615,0.1,1e300,-0.0,1.0,5e-324,true,false,null],
          "d":{"é":"\u0000\u001f\"\\\b\f\n\r\t\u007f/😀","e":[[{}],{"f":[]}]}})";
  const auto tree = read(text);
  ASSERT_TRUE(tree.has_value());
  EXPECT_EQ(write(*tree), tree->dump());
  EXPECT_EQ(write(*tree, 2), tree->dump(2));
}

TEST(WriteJson, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(write(nlohmann::ordered_json("a\xFF")), "\"a\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace crosswalk::json
