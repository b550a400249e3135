#include "schema/dependent_picklist.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/org_traits.hpp"

namespace crosswalk::schema {
namespace {

struct Bits {
  std::string valid_for;
  std::vector<std::size_t> set;
};

class ValidFor : public testing::TestWithParam<Bits> {};

TEST_P(ValidFor, HasTheseBitsAndNoOther) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < 64; ++i) {
    if (is_valid_for(GetParam().valid_for, i)) found.push_back(i);
  }
  EXPECT_EQ(found, GetParam().set);
}

// The first three are from a describe of Salesforce.
INSTANTIATE_TEST_SUITE_P(DependentPicklist, ValidFor,
                         testing::Values(Bits{"gAAA", {0}}, Bits{"QAAA", {1}}, Bits{"AEAA", {9}},
                                         Bits{"", {}}, Bits{"====", {}},
                                         Bits{"/w==", {0, 1, 2, 3, 4, 5, 6, 7}},
                                         Bits{"\xFF\xFF!!", {}}));

SalesforceField picklist(const std::vector<std::string>& values) {
  SalesforceField field;
  field.type = FieldType::picklist;
  for (const std::string& value : values) {
    field.picklist_values.push_back({.value = value, .label = value, .valid_for = {}});
  }
  return field;
}

TEST(DependentPicklist, CountsInactiveValuesOfTheController) {
  SalesforceField country = picklist({"France", "Italy"});
  country.picklist_values[0].active = false;
  const PicklistValue rome{.value = "Rome", .label = "Rome", .valid_for = "QAAA"};
  EXPECT_TRUE(may_depend(rome, country, "italy"));
  EXPECT_FALSE(may_depend(rome, country, "France"));
  EXPECT_FALSE(may_depend(rome, country, "Spain"));
}

TEST(DependentPicklist, TakesACheckboxForFalseAndTrue) {
  SalesforceField checkbox;
  checkbox.type = FieldType::boolean;
  const PicklistValue value{.value = "x", .label = "x", .valid_for = "QAAA"};
  EXPECT_TRUE(may_depend(value, checkbox, "true"));
  EXPECT_FALSE(may_depend(value, checkbox, "false"));
}

TEST(DependentPicklist, RestrictsNothingWithoutValidFor) {
  EXPECT_TRUE(may_depend({.value = "x", .label = "x", .valid_for = {}}, picklist({}), "anything"));
}

TEST(OrgTraits, TellsPersonFieldsFromThoseOfABusiness) {
  SalesforceObject account;
  account.name = "Account";
  const auto is_person = [&account](std::string name, bool custom, std::string compound = {}) {
    SalesforceField field;
    field.name = std::move(name);
    field.custom = custom;
    field.compound_field_name = std::move(compound);
    return is_person_account_field(account, field);
  };
  EXPECT_TRUE(is_person("PersonEmail", false));
  EXPECT_TRUE(is_person("npe01__HomeEmail__pc", true));
  EXPECT_TRUE(is_person("LastName", false, "Name"));
  EXPECT_FALSE(is_person("Name", false, "Name"));
  EXPECT_FALSE(is_person("Person_Count__c", true));
  EXPECT_FALSE(is_person("BillingCity", false, "BillingAddress"));
  account.name = "Contact";
  EXPECT_FALSE(is_person("LastName", false, "Name"));
}

}  // namespace
}  // namespace crosswalk::schema
