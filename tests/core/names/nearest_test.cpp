#include "names/nearest.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crosswalk::names {
namespace {

struct Case {
  std::string name;
  std::string_view wrong;
  std::vector<std::string_view> known;
  std::string_view meant;  // empty: no suggestion
};

class Nearest : public testing::TestWithParam<Case> {};

TEST_P(Nearest, Suggests) {
  const Case& given = GetParam();
  EXPECT_EQ(nearest(given.wrong, given.known).value_or(""), given.meant);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Nearest,
    testing::Values(Case{"SwappedLetters", "frist_name", {"last_name", "first_name"}, "first_name"},
                    Case{"OtherCase", "lastname", {"FirstName", "LastName"}, "LastName"},
                    Case{"Underscores", "First_Name", {"FirstName", "Fax"}, "FirstName"},
                    Case{"MissingCustomSuffix",
                         "Participant_Id",
                         {"ParticipantName", "Participant_Id__c"},
                         "Participant_Id__c"},
                    Case{"NothingNear", "shoe_size", {"first_name", "email"}, ""},
                    Case{"ShortNamesMustBeAlike", "ab", {"cd", "xy"}, ""},
                    Case{"NearestOfSeveral", "directon", {"direction", "director"}, "direction"},
                    Case{"FirstAmongEquals", "color1", {"color2", "color3"}, "color2"},
                    Case{"EmptyName", "", {"a"}, ""}, Case{"NoCandidates", "name", {}, ""}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

TEST(Distance, IsSymmetricAndBounded) {
  EXPECT_EQ(distance("abcd", "acbd", 4), 1U);
  EXPECT_EQ(distance("acbd", "abcd", 4), 1U);
  EXPECT_EQ(distance("kitten", "sitting", 4), 3U);
  EXPECT_EQ(distance("kitten", "sitting", 2), 3U);
  EXPECT_EQ(distance("", "abc", 4), 3U);
  EXPECT_EQ(distance(std::string(400, 'a'), "a", 4), 5U);
}

TEST(SameName, IgnoresAsciiCaseOnly) {
  EXPECT_TRUE(same_name("Participant_Id__c", "participant_id__C"));
  EXPECT_FALSE(same_name("é", "É"));
  EXPECT_LT(compare_names("Email", "emailX"), 0);
  EXPECT_GT(compare_names("b", "A"), 0);
}

}  // namespace
}  // namespace crosswalk::names
