#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compat/policy.hpp"
#include "complete/asked.hpp"
#include "json/pointer.hpp"
#include "mapping/words.hpp"

namespace crosswalk::complete {
namespace {

using testing::ElementsAreArray;

const Place* place_at(std::string_view pointer) { return find_place(json::split(pointer)); }

TEST(Places, HaveARowWithHelpForEveryMemberOfAMapping) {
  for (const Place& place : places()) {
    for (const names::Member& member : place.members) {
      std::string pointer(place.pattern);
      std::replace(pointer.begin(), pointer.end(), '#', '0');
      pointer += "/" + std::string(member.name);
      const Place* const found = place_at(pointer);
      ASSERT_NE(found, nullptr) << pointer;
      EXPECT_FALSE(found->help.empty()) << pointer;
    }
  }
}

struct Choice {
  std::string_view pointer;
  std::vector<std::string_view> words;
};

template <class Words>
std::vector<std::string_view> all(const Words& words) {
  return {words.begin(), words.end()};
}

TEST(Places, OfferTheWordsThatTheReaderTakes) {
  std::vector<std::string_view> policies;
  for (const compat::Policy& policy : compat::policies()) policies.push_back(policy.name);
  const Choice choices[] = {
      {"/policy", policies},
      {"/objects/0/direction", all(mapping::kDirectionWords)},
      {"/objects/0/match/onMultiple", all(mapping::kOnMultipleWords)},
      {"/objects/0/onDelete", all(mapping::kOnDeleteWords)},
      {"/objects/0/owner", all(mapping::kOwnerWords)},
      {"/objects/0/fields/0/direction", all(mapping::kDirectionWords)},
      {"/objects/0/fields/0/onTooLong", all(mapping::kOnTooLongWords)},
      {"/objects/0/fields/0/onNull", all(mapping::kOnNullWords)},
      {"/objects/0/fields/0/conflict", all(mapping::kConflictWords)},
      {"/objects/0/consent/unknown", all(mapping::kUnknownConsentWords)},
  };
  for (const Choice& choice : choices) {
    const Place* const place = place_at(choice.pointer);
    ASSERT_NE(place, nullptr) << choice.pointer;
    std::vector<std::string_view> offered;
    for (const Word& word : place->words) {
      offered.push_back(word.text);
      EXPECT_FALSE(word.help.empty()) << word.text;
    }
    EXPECT_THAT(offered, ElementsAreArray(choice.words)) << choice.pointer;
  }
}

TEST(Places, TellALineFromTheShortForm) {
  EXPECT_FALSE(place_at("/objects/0/fields/3")->members.empty());
  EXPECT_TRUE(place_at("/objects/0/fields/last_name")->members.empty());
  EXPECT_EQ(place_at("/objects/x/fields"), nullptr);
}

}  // namespace
}  // namespace crosswalk::complete
