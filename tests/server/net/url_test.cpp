#include "net/url.hpp"

#include <gtest/gtest.h>

namespace crosswalk::net {
namespace {

struct UrlRow {
  const char* name;
  std::string text;
  std::string origin;  // empty: refused
  std::string target;
};
void PrintTo(const UrlRow& row, std::ostream* out) { *out << row.name; }

class ParsesUrl : public ::testing::TestWithParam<UrlRow> {};

TEST_P(ParsesUrl, IntoOriginAndTargetOrRefusesIt) {
  const auto& row = GetParam();
  const auto url = parse_url(row.text);
  ASSERT_EQ(url.has_value(), !row.origin.empty()) << row.text;
  if (!url) {
    EXPECT_EQ(url.error().code, "badUrl");
    return;
  }
  EXPECT_EQ(url->origin.text(), row.origin);
  EXPECT_EQ(url->target, row.target);
}

INSTANTIATE_TEST_SUITE_P(
    All, ParsesUrl,
    ::testing::ValuesIn(std::vector<UrlRow>{
        {"Plain", "https://a.example/b?c=d", "https://a.example", "/b?c=d"},
        {"NoPath", "https://a.example", "https://a.example", "/"},
        {"QueryWithoutPath", "https://a.example?c", "https://a.example", "/?c"},
        {"DefaultPort", "https://a.example:443/", "https://a.example", "/"},
        {"OtherPort", "http://a.example:8080/", "http://a.example:8080", "/"},
        {"UpperCaseHost", "HTTPS://A.Example/B", "https://a.example", "/B"},
        {"FragmentDropped", "https://a.example/b#c", "https://a.example", "/b"},
        {"Ipv6", "http://[::1]:80/", "http://[::1]", "/"},
        {"UserInformation", "https://u@a.example/", "", ""},
        {"UserAndPassword", "https://u:p@a.example/", "", ""},
        {"OtherScheme", "ftp://a.example/", "", ""},
        {"NoScheme", "//a.example/", "", ""},
        {"NoHost", "https:///b", "", ""},
        {"PortZero", "https://a.example:0/", "", ""},
        {"PortTooLarge", "https://a.example:65536/", "", ""},
        {"LineBreak", "https://a.example/\r\nX: 1", "", ""},
        {"Blank", "https://a.example/a b", "", ""},
        {"NonAscii", "https://\xc3\xa9.example/", "", ""},
        {"EncodedHost", "https://%61.example/", "", ""},
        {"Backslash", "https://a.example\\@b.example/", "", ""},
        {"Empty", "", "", ""},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(PercentEncoding, LeavesOnlyUnreservedCharacters) {
  EXPECT_EQ(percent_encode("a-b._~Z9"), "a-b._~Z9");
  EXPECT_EQ(percent_encode("a/b?c#d&e=f+g h%"), "a%2Fb%3Fc%23d%26e%3Df%2Bg%20h%25");
  EXPECT_EQ(percent_encode("\r\n\xc3\xa9"), "%0D%0A%C3%A9");
}

TEST(PercentEncoding, RoundTripsEveryByte) {
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  const auto back = percent_decode(percent_encode(all));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(*back, all);
}

TEST(PercentEncoding, RefusesBrokenEscapes) {
  for (const auto* text : {"%", "%a", "%g0", "a%0", "%%20"}) {
    EXPECT_FALSE(percent_decode(text).has_value()) << text;
  }
}

TEST(Forms, RoundTripNamesAndValuesOfAnyText) {
  const Fields fields{{"a", "b c"}, {"d&e", "f=g+h"}, {"empty", ""}, {"a", "again"}, {"ü", "\n"}};
  const auto back = parse_form(form_encode(fields));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(*back, fields);
}

TEST(Forms, ReadPlusAsBlankAndNamesWithoutValue) {
  const auto fields = parse_form("a=b+c&flag&&x=1=2");
  ASSERT_TRUE(fields.has_value());
  EXPECT_EQ(*fields, (Fields{{"a", "b c"}, {"flag", ""}, {"x", "1=2"}}));
}

TEST(Forms, RefuseMoreFieldsThanAllowedAndInvalidUtf8) {
  EXPECT_TRUE(parse_form("a&b", 2).has_value());
  EXPECT_FALSE(parse_form("a&b&c", 2).has_value());
  EXPECT_FALSE(parse_form("a=%ff").has_value());
  EXPECT_FALSE(parse_form("a=%ed%a0%80").has_value());
}

TEST(Paths, SplitIntoDecodedSegments) {
  using Segments = std::vector<std::string>;
  EXPECT_EQ(*split_path("/"), Segments{});
  EXPECT_EQ(*split_path("/a/b%20c"), (Segments{"a", "b c"}));
  EXPECT_EQ(*split_path("/a/"), (Segments{"a", ""}));
  EXPECT_EQ(*split_path("/%C3%A9"), Segments{"é"});
  EXPECT_EQ(*split_path("/a%25"), Segments{"a%"});
}

}  // namespace
}  // namespace crosswalk::net
