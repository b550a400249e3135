#include "names/nearest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
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

// The recurrence itself, whole and without any bound.
std::size_t plain_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST(Distance, IsThePlainRecurrenceUpToTheLimit) {
  std::mt19937 random(7);
  const auto below = [&random](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 20'000; ++round) {
    // Few letters, so that swaps and repeats are frequent; lengths on both sides of one machine
    // word.
    std::string left(below(round % 10 == 0 ? 90 : 12), ' ');
    for (char& letter : left) letter = static_cast<char>('a' + below(3));
    std::string right = left;
    for (std::size_t edits = below(6); edits > 0; --edits) {
      const std::size_t at = below(right.size() + 1);
      if (below(2) == 0) right.insert(at, 1, static_cast<char>('a' + below(3)));
      if (at < right.size() && below(2) == 0) right.erase(at, 1);
      if (at + 1 < right.size() && below(2) == 0) std::swap(right[at], right[at + 1]);
    }
    const std::size_t limit = below(7);
    EXPECT_EQ(distance(left, right, limit), std::min(plain_distance(left, right), limit + 1))
        << '"' << left << "\" and \"" << right << "\", limit " << limit;
  }
}

TEST(SameName, IgnoresAsciiCaseOnly) {
  EXPECT_TRUE(same_name("Participant_Id__c", "participant_id__C"));
  EXPECT_FALSE(same_name("é", "É"));
  EXPECT_LT(compare_names("Email", "emailX"), 0);
  EXPECT_GT(compare_names("b", "A"), 0);
}

}  // namespace
}  // namespace crosswalk::names
