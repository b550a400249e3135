#include "names/api_name.hpp"

#include <gtest/gtest.h>

#include <string>

namespace crosswalk::names {
namespace {

struct Parts {
  std::string name, space, proper, suffix;
};

class SplitName : public testing::TestWithParam<Parts> {};

TEST_P(SplitName, GivesNamespaceNameAndSuffix) {
  const ApiName parts = split_api_name(GetParam().name);
  EXPECT_EQ(parts.space, GetParam().space);
  EXPECT_EQ(parts.proper, GetParam().proper);
  EXPECT_EQ(parts.suffix, GetParam().suffix);
}

INSTANTIATE_TEST_SUITE_P(
    ApiName, SplitName,
    testing::Values(Parts{"Email", "", "Email", ""}, Parts{"Score__c", "", "Score", "__c"},
                    Parts{"acme__Score__c", "acme", "Score", "__c"},
                    Parts{"acme__Score__C", "acme", "Score", "__C"},
                    Parts{"npe01__HomeEmail__pc", "npe01", "HomeEmail", "__pc"},
                    Parts{"Owner__r", "", "Owner", "__r"},
                    Parts{"Place__latitude__s", "", "Place", "__latitude__s"},
                    Parts{"acme__Place__longitude__s", "acme", "Place", "__longitude__s"},
                    Parts{"Thing__ChangeEvent", "", "Thing", "__ChangeEvent"},
                    Parts{"my_space__Score__c", "my_space", "Score", "__c"},
                    Parts{"9lives__Score__c", "", "9lives__Score", "__c"},
                    Parts{"a_namespace_too_long__Score__c", "", "a_namespace_too_long__Score",
                          "__c"},
                    Parts{"__c", "", "__c", ""}, Parts{"", "", "", ""},
                    Parts{"acme____c", "", "acme__", "__c"}));

struct Pair {
  std::string written, meant;
  Slip slip;
};

class NameSlip : public testing::TestWithParam<Pair> {};

TEST_P(NameSlip, IsNamed) {
  EXPECT_EQ(slip_between(GetParam().written, GetParam().meant), GetParam().slip);
}

INSTANTIATE_TEST_SUITE_P(
    ApiName, NameSlip,
    testing::Values(Pair{"Score__c", "Score__c", Slip::none},
                    Pair{"score__C", "Score__c", Slip::letter_case},
                    Pair{" Score__c", "Score__c", Slip::blanks},
                    Pair{"Score__c\xC2\xA0", "Score__c", Slip::blanks},
                    Pair{"\xE2\x80\x8BScore__c\t", "Score__c", Slip::blanks},
                    Pair{"Score", "Score__c", Slip::missing_suffix},
                    Pair{"score", "acme__Score__c", Slip::missing_suffix},
                    Pair{"Email__c", "Email", Slip::extra_suffix},
                    Pair{"Account__r", "Account__c", Slip::other_suffix},
                    Pair{"Score__c", "acme__Score__c", Slip::missing_namespace},
                    Pair{"acme__Score__c", "Score__c", Slip::extra_namespace},
                    Pair{"acme__Score__c", "apex__Score__c", Slip::other_namespace},
                    Pair{"Skore__c", "Score__c", Slip::different},
                    Pair{"", "Score__c", Slip::different}));

TEST(WithoutBlanks, LeavesBlanksInsideAlone) {
  EXPECT_EQ(without_blanks(" \r\n Last Name \xEF\xBB\xBF"), "Last Name");
  EXPECT_EQ(without_blanks(" \t "), "");
}

}  // namespace
}  // namespace crosswalk::names
