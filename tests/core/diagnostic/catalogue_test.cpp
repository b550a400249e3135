#include "diagnostic/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diagnostic/codes.hpp"

namespace crosswalk::diagnostic {
namespace {

TEST(Catalogue, FindsACodeAsAPersonTypesIt) {
  for (const char* typed : {"CW2104", "cw2104", " 2104 ", "Cw2104"}) {
    EXPECT_EQ(explain(typed), &codes::kLossyTypesEntry) << typed;
  }
  for (const char* typed : {"", "CW", "CW9999", "CWCW2104", "21"}) {
    EXPECT_EQ(explain(typed), nullptr) << typed;
  }
}

TEST(Catalogue, WritesAnEntryWithAllItsTexts) {
  const Code code{.code = "CW2199", .severity = Severity::warning, .cause = "Why."};
  const Entry entry{.code = code, .title = "A title", .example = "\"a\": 1", .cure = "What."};
  EXPECT_EQ(write_explanation(entry),
            R"({"code":"CW2199","severity":"warning","family":"Direction and conflicts",)"
            R"("title":"A title","example":"\"a\": 1","cause":"Why.","cure":"What."})");
}

TEST(Catalogue, HoldsEveryCodeOnceAndInFamilies) {
  const std::string page = write_catalogue_page();
  const std::string all = write_catalogue();
  for (const Entry* entry : codes::all()) {
    EXPECT_THAT(page, testing::HasSubstr("### " + std::string(entry->code.code) + " "));
    EXPECT_THAT(all, testing::HasSubstr(write_explanation(*entry)));
  }
  EXPECT_THAT(page, testing::HasSubstr("\n## Matching\n\n### CW2201 "));
}

}  // namespace
}  // namespace crosswalk::diagnostic
