#include "convert/pattern.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::convert {
namespace {

struct Case {
  const char* name;
  std::string_view pattern, text;
  std::string_view found;  // "-": nothing
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Patterns : public testing::TestWithParam<Case> {};

TEST_P(Patterns, Find) {
  const Case& c = GetParam();
  std::string_view problem;
  const auto pattern = read_pattern(c.pattern, problem);
  ASSERT_TRUE(pattern.has_value()) << problem;
  Arena arena;
  const auto found = find_pattern(*pattern, c.text, arena);
  EXPECT_EQ(found.value_or("-"), c.found);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Patterns,
    testing::Values(
        Case{"Literals", "bc", "abcd", "bc"}, Case{"NoMatch", "bd", "abcd", "-"},
        Case{"Any", "a.c",
             "xa\xC3\xA4"
             "c",
             "a\xC3\xA4"
             "c"},
        Case{"LeftmostFirst", "b|abc", "abc", "abc"},
        Case{"TheFirstAlternativeWins", "a|ab|abc", "abc", "a"},
        Case{"Greedy", "<.*>", "x<a><b>y", "<a><b>"},
        Case{"Optional", "colou?r", "my color", "color"}, Case{"Plus", "\\d+", "a12b345", "12"},
        Case{"StarMayBeEmpty", "x*", "ab", ""}, Case{"Exactly", "a{3}", "aaaa", "aaa"},
        Case{"AtLeast", "a{2,}", "a aaaa", "aaaa"}, Case{"Between", "a{1,2}", "aaa", "aa"},
        Case{"NeverAtAll", "ab{0}c", "xac", "ac"}, Case{"Class", "[a-c_]+", "xx_abcd", "_abc"},
        Case{"ClassOfOthers", "[^,;]+", ",;one;two", "one"},
        Case{"ClassWithADash", "[a-]+", "x-a-y", "-a-"},
        Case{"ClassWithNames", "[\\d.]+", "v1.2.3", "1.2.3"},
        Case{"NotADigit", "\\D+", "12ab34", "ab"}, Case{"ASign", "\\.", "a.b", "."},
        Case{"Begin", "^b", "ab", "-"}, Case{"End", "b$", "ab", "b"},
        Case{"WholeText", "^(a+)$", "aaa", "aaa"},
        Case{"TheFirstGroupIsTheAnswer", "(\\w+)@(\\w+)", "to ada@home", "ada"},
        Case{"AGroupThatRepeats", "(ab)+", "ababab", "ab"},
        Case{"AGroupThatTookNoPart", "(a)?b", "b", "b"},
        Case{"GroupsWithin", "x((a|b)c)", "xbc", "bc"},
        Case{"UmlautsInRanges", "[\xC3\xA4-\xC3\xBC]+", "a\xC3\xB6\xC3\xA4z", "\xC3\xB6\xC3\xA4"},
        Case{"AlternativesInAGroup", "(mr|mrs|dr)\\.? (\\w+)", "dr. who", "dr"},
        Case{"EmptyAlternative", "a(b|)c", "ac", ""}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(PatternReader, SaysWhatIsNoPattern) {
  for (const char* text : {"(", ")", "[", "[]", "[z-a]", "*", "a**", "a{", "a{x}", "a{3,1}",
                           "a{101}", "\\", "\\q", "(a{100}){100}", "[\\q]"}) {
    std::string_view problem;
    EXPECT_FALSE(read_pattern(text, problem).has_value()) << text;
    EXPECT_FALSE(problem.empty()) << text;
  }
}

// What makes a matcher that goes back take longer than anybody waits.
TEST(Patterns, AreMatchedInLinearTime) {
  std::string_view problem;
  const auto pattern = read_pattern("^(a*)*(a|a)*(a+)+b$", problem);
  ASSERT_TRUE(pattern.has_value()) << problem;
  const std::string text(100'000, 'a');
  Arena arena;
  EXPECT_FALSE(find_pattern(*pattern, text, arena).has_value());
}

TEST(PatternReader, IsNotLedAstrayByRepetitionsWithinRepetitions) {
  std::string text = "x";
  for (int i = 0; i < 19; ++i) text.insert(0, "(").append("){0}");
  std::string_view problem;
  (void)read_pattern(text, problem);
  text = "";
  for (int i = 0; i < 19; ++i) text.insert(0, "(").append("){9}");
  EXPECT_FALSE(read_pattern(text, problem).has_value());
}

}  // namespace
}  // namespace crosswalk::convert
