#include "compat/policy.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

namespace crosswalk::compat {
namespace {

using schema::PlatformField;
using schema::PlatformType;
using schema::SalesforceField;

const Policy& strict_events() { return *find_policy("strict-events"); }

std::string cell(PlatformType type, Column column) {
  return std::string(schema::platform_type_name(type)) + " to " + column_name(column);
}

TEST(StrictEvents, AllowsItsPairsAndNoOther) {
  const std::set<std::string> expected{"text to text",
                                       "text to addressPartText",
                                       "text to namePartText",
                                       "text to personAccountText",
                                       "number to number",
                                       "number to personAccountNumber",
                                       "selectList to text",
                                       "selectList to addressPartText",
                                       "selectList to namePartText",
                                       "selectList to personAccountText",
                                       "multiselectList to text",
                                       "multiselectList to addressPartText",
                                       "multiselectList to namePartText",
                                       "multiselectList to personAccountText",
                                       "date to date",
                                       "date to personAccountDate",
                                       "date to datetime",
                                       "date to personAccountDatetime",
                                       "boolean to checkbox",
                                       "boolean to personAccountCheckbox"};
  std::set<std::string> allowed;
  for (std::size_t i = 0; i < schema::platform_type_names().size(); ++i) {
    PlatformField platform;
    platform.type = static_cast<PlatformType>(i);
    for (const Column column : columns()) {
      SalesforceField field;
      field.name = "Field__c";
      field.custom = true;
      if (objection_of(strict_events(), platform, field, column) == Objection::none) {
        allowed.insert(cell(platform.type, column));
      }
    }
  }
  EXPECT_EQ(allowed, expected);
}

TEST(StrictEvents, AllowsNothingThatTheRelationRefuses) {
  for (const Policy& policy : policies()) {
    for (const AllowedPair& pair : policy.allowed) {
      EXPECT_NE(verdict(pair.platform, pair.salesforce, Way::to_salesforce).cls,
                Class::incompatible)
          << policy.name << ": " << cell(pair.platform, {pair.salesforce});
    }
  }
}

// Of every Salesforce type that the platform's help page names as refused, one column.
TEST(StrictEvents, RefusesTheTypesThatItNames) {
  const Column refused[] = {{Kind::auto_number},
                            {Kind::currency},
                            {Kind::email},
                            {Kind::external_lookup},
                            {Kind::text, Trait::formula},
                            {Kind::geolocation},
                            {Kind::hierarchy},
                            {Kind::indirect_lookup},
                            {Kind::lookup},
                            {Kind::master_detail},
                            {Kind::percent},
                            {Kind::phone},
                            {Kind::picklist},
                            {Kind::multipicklist},
                            {Kind::number, Trait::roll_up},
                            {Kind::encrypted_text},
                            {Kind::text_area},
                            {Kind::long_text},
                            {Kind::rich_text},
                            {Kind::time},
                            {Kind::url}};
  EXPECT_EQ(std::size(refused), 21U);
  const PlatformField text;
  for (const Column column : refused) {
    EXPECT_EQ(objection_of(strict_events(), text, SalesforceField{}, column),
              Objection::salesforce_type)
        << column_name(column);
  }
  const SalesforceField field;
  for (const PlatformType type :
       {PlatformType::multiline_text, PlatformType::nullable_boolean, PlatformType::file,
        PlatformType::picture, PlatformType::document}) {
    PlatformField platform;
    platform.type = type;
    EXPECT_EQ(objection_of(strict_events(), platform, field, {Kind::text}),
              Objection::platform_type);
  }
}

TEST(StrictEvents, ExemptsItsOwnDefaultFieldsAndNoCustomOnes) {
  PlatformField platform;
  platform.type = PlatformType::email;
  SalesforceField field;
  for (const char* name : {"Email", "STATUS"}) {
    field.name = name;
    EXPECT_EQ(objection_of(strict_events(), platform, field, {Kind::email}), Objection::none);
  }
  field.custom = true;
  EXPECT_NE(objection_of(strict_events(), platform, field, {Kind::email}), Objection::none);
}

TEST(Policies, StandInTheMappingsPublishedSchema) {
  std::stringstream text;
  text << std::ifstream(std::string(CROSSWALK_SOURCE_DIR) + "/core/mapping/mapping.schema.json")
              .rdbuf();
  const auto schema = nlohmann::json::parse(text.str());
  std::set<std::string> published, known;
  for (const auto& name : schema["properties"]["policy"]["enum"]) published.insert(name);
  for (const Policy& policy : policies()) known.emplace(policy.name);
  EXPECT_EQ(published, known);
}

TEST(LongestText, IsThatOfTheValuesWhereThereAreSome) {
  PlatformField field;
  EXPECT_FALSE(longest_text(field).has_value());
  field.max_length = 80;
  EXPECT_EQ(longest_text(field), 80U);
  field.values = {"a\xF0\x9F\x98\x80", "four"};
  EXPECT_EQ(longest_text(field), 80U) << "only lists have values";
  field.type = PlatformType::select_list;
  EXPECT_EQ(longest_text(field), 4U);
  field.type = PlatformType::multiselect_list;
  EXPECT_EQ(longest_text(field), 8U);
}

}  // namespace
}  // namespace crosswalk::compat
