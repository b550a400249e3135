// Queries that are too long to stand in a file of cases, and what a mapping with very many pairs
// costs the rules that compare pairs with each other.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/validate/golden.hpp"
#include "validate/validate.hpp"

namespace crosswalk::validate {
namespace {

Workspace workspace() {
  const std::string golden = std::string(CROSSWALK_SOURCE_DIR) + "/tests/golden/schemas/";
  Workspace made;
  EXPECT_TRUE(made.set_platform(read_file(golden + "platform.json")).ok());
  for (const char* const name : {"Account", "Contact"}) {
    EXPECT_TRUE(made.add_describe(read_file(golden + "salesforce/" + name + ".json")).ok());
  }
  return made;
}

std::string pair(const std::string& fields, const std::string& where) {
  return R"({"platform":"participant","salesforce":"Contact","direction":"both","match":{)"
         R"("externalId":"Participant_Id__c"},"where":{"salesforce":")" +
         where + R"("},"fields":[)" + fields + "]}";
}

std::string mapping(const std::string& pairs) {
  return R"({"version":1,"objects":[)" + pairs + "]}";
}

// Title IN ('…', …) of about as many bytes.
std::string condition(std::size_t bytes) {
  std::string text = "Title IN ('x'";
  while (text.size() + 20 < bytes) text += ", '" + std::string(14, 'x') + "'";
  return text + ")";
}

std::size_t count_of(const Report& report, std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                    [code](const Diagnostic& found) { return found.code == code; }));
}

struct Length {
  const char* name;
  std::size_t condition_bytes;
  std::size_t too_long_for_salesforce;
  std::size_t too_long_for_an_address;
};

class QueryLength : public testing::TestWithParam<Length> {};

TEST_P(QueryLength, IsToldOnce) {
  const Report report =
      workspace().validate(mapping(pair(R"({"platform":"last_name","salesforce":"LastName"})",
                                        condition(GetParam().condition_bytes))));
  EXPECT_EQ(count_of(report, "CW2703"), GetParam().too_long_for_salesforce);
  EXPECT_EQ(count_of(report, "CW2704"), GetParam().too_long_for_an_address);
}

INSTANTIATE_TEST_SUITE_P(Validate, QueryLength,
                         testing::Values(Length{"Short", 1'000, 0, 0},
                                         Length{"TooLongForAnAddress", 20'000, 0, 1},
                                         Length{"TooLongForSalesforce", 99'990, 1, 0}),
                         [](const auto& info) { return info.param.name; });

TEST(ManyPairs, AreComparedInBoundedTime) {
  std::string fields;
  for (int i = 0; i < 60; ++i) {
    fields += R"({"platform":"account","salesforce":"AccountId"},)";
  }
  fields += R"({"platform":"last_name","salesforce":"LastName"})";
  std::string pairs;
  for (int i = 0; i < 500; ++i) pairs += (i == 0 ? "" : ",") + pair(fields, "Title = 'x'");
  const Report report = workspace().validate(mapping(pairs));
  EXPECT_TRUE(report.full());
}

}  // namespace
}  // namespace crosswalk::validate
