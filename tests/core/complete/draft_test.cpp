#include "complete/draft.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace crosswalk::complete {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

Draft draft_of(std::string_view text, const std::vector<std::string>& place) {
  return read_draft(text, place);
}

TEST(Draft, TellsLinesByTheirNumber) {
  const Draft draft =
      draft_of(R"({"objects": [{"fields": [{"platform": "a"}, {"salesforce": "B"}]}]})",
               {"objects", "0", "fields", "1", "platform"});
  ASSERT_THAT(draft.lines, SizeIs(2));
  EXPECT_EQ(draft.line("0")->platform, "a");
  EXPECT_EQ(draft.line("1")->salesforce, "B");
  EXPECT_EQ(draft.line("2"), nullptr);
}

TEST(Draft, KeepsToThePairOfThePlace) {
  const Draft draft = draft_of(
      R"({"objects": [{"salesforce": "Lead", "fields": {"a": "B"}}, {"salesforce": "Contact"}]})",
      {"objects", "1", "direction"});
  EXPECT_EQ(draft.salesforce, "Contact");
  EXPECT_THAT(draft.lines, SizeIs(0));
  EXPECT_THAT(draft.salesforce_objects, ElementsAre("Lead", "Contact"));
}

TEST(Draft, CountsAMemberThatHasNoValueYet) {
  const Draft draft = draft_of(R"({"version": 1, "name)", {});
  EXPECT_THAT(draft.members, ElementsAre("version"));
  EXPECT_THAT(draft_of(R"({"version": 1, "name": )", {}).members, ElementsAre("version", "name"));
}

TEST(Draft, ReadsEscapesAndKnowsSiblings) {
  const Draft draft = draft_of(R"({"objects": [{"match": {"fields": ["a", "b\u0063", "d"]}}]})",
                               {"objects", "0", "match", "fields", "1"});
  EXPECT_EQ(draft.written, "bc");
  EXPECT_THAT(draft.siblings, ElementsAre("a", "d"));
}

}  // namespace
}  // namespace crosswalk::complete
