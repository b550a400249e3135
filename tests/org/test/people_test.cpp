#include "org/people.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "org/value.hpp"

namespace crosswalk::org {
namespace {

TEST(People, AreTheSameForTheSameSeedAndOthersForAnother) {
  for (const std::uint64_t index : {1u, 37u, 999u})
    EXPECT_EQ(import_line(platform_person(7, index)), import_line(platform_person(7, index)));
  int same = 0;
  for (std::uint64_t index = 1; index <= 50; ++index)
    same += platform_person(7, index).last_name == platform_person(8, index).last_name;
  EXPECT_LT(same, 25);
}

TEST(People, CarryTheFourFlawsAtEvery400thPlaceAndNowhereElse) {
  std::map<Flaw, int> seen;
  for (std::uint64_t index = 1; index <= 10'000; ++index) {
    const Person person = platform_person(7, index);
    ++seen[person.flaw];
    EXPECT_EQ(person.flaw != Flaw::none, index % 400 == 37);
    EXPECT_EQ(person.last_name.empty(), person.flaw == Flaw::last_name_missing);
    EXPECT_EQ(utf16_length(person.company) > 255, person.flaw == Flaw::company_too_long);
    EXPECT_EQ(person.status == "Maybe", person.flaw == Flaw::unknown_status);
    EXPECT_EQ(person.email.find('@') == std::string::npos, person.flaw == Flaw::email_malformed);
    EXPECT_LE(utf16_length(person.notes), 32'000u);
    EXPECT_LE(utf16_length(person.first_name), 40u);
    EXPECT_LE(utf16_length(person.phone), 40u);
  }
  EXPECT_EQ(seen[Flaw::company_too_long] + seen[Flaw::unknown_status] +
                seen[Flaw::last_name_missing] + seen[Flaw::email_malformed],
            25);
  EXPECT_GE(std::min({seen[Flaw::company_too_long], seen[Flaw::unknown_status],
                      seen[Flaw::last_name_missing], seen[Flaw::email_malformed]}),
            6);
}

TEST(People, OfAnOrgAreThreeQuartersThePlatformsWithSomeValuesDrifted) {
  int known = 0, drifted = 0;
  std::set<std::string> keys;
  for (std::uint64_t index = 0; index < 4000; ++index) {
    const Person contact = salesforce_person(7, index, 4000);
    EXPECT_FALSE(contact.last_name.empty());
    if (contact.key.empty()) continue;
    ++known;
    EXPECT_TRUE(keys.insert(contact.key).second);
    const Person person = platform_person(7, index + 1);
    EXPECT_EQ(contact.key, person.key);
    drifted += contact.phone != person.phone || contact.city != person.city ||
               contact.email != person.email;
  }
  EXPECT_EQ(known, 3000);
  EXPECT_GT(drifted, 500);
  EXPECT_LT(drifted, 2000);
}

}  // namespace
}  // namespace crosswalk::org
