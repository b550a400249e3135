#include "compat/relation.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace crosswalk::compat {
namespace {

using schema::FieldType;
using schema::PlatformField;
using schema::PlatformType;
using schema::SalesforceField;

constexpr std::size_t kTypes = static_cast<std::size_t>(PlatformType::document) + 1;

// One line per cell, so that a change of the relation shows in a review cell by cell.
std::string whole_relation() {
  std::string out;
  for (std::size_t type = 0; type < kTypes; ++type) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      const auto platform = static_cast<PlatformType>(type);
      const auto salesforce = static_cast<Kind>(kind);
      const Verdict push = verdict(platform, salesforce, Way::to_salesforce);
      const Verdict pull = verdict(platform, salesforce, Way::to_platform);
      out += std::string(schema::platform_type_name(platform)) + " / " +
             std::string(kind_name(salesforce)) + ": push " + std::string(class_name(push.cls)) +
             ", pull " + std::string(class_name(pull.cls)) + "\n";
    }
  }
  return out;
}

TEST(TypeRelation, EveryCellStandsInTheGoldenFile) {
  const std::string path = std::string(CROSSWALK_SOURCE_DIR) + "/tests/golden/convert/relation.txt";
  const std::string actual = whole_relation();
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path) << actual;
  std::stringstream expected;
  expected << std::ifstream(path).rdbuf();
  EXPECT_EQ(actual, expected.str());
}

TEST(TypeRelation, EveryCellSaysWhyAndWhatIsLost) {
  for (std::size_t type = 0; type < kTypes; ++type) {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      for (const Way way : {Way::to_salesforce, Way::to_platform}) {
        const Verdict cell = verdict(static_cast<PlatformType>(type), static_cast<Kind>(kind), way);
        EXPECT_FALSE(cell.reason.empty()) << type << ' ' << kind;
        EXPECT_TRUE(cell.reason.ends_with('.')) << cell.reason;
        if (cell.cls == Class::lossy || cell.cls == Class::incompatible) {
          EXPECT_FALSE(cell.loss.empty()) << cell.reason;
        }
        if (cell.cls == Class::exact || cell.cls == Class::widening) {
          EXPECT_TRUE(cell.loss.empty()) << cell.reason;
        }
      }
    }
  }
}

TEST(TypeRelation, NothingIsEverWrittenIntoWhatSalesforceMakesItself) {
  for (std::size_t type = 0; type < kTypes; ++type) {
    for (const Kind kind : {Kind::auto_number, Kind::record_id, Kind::compound_name, Kind::address,
                            Kind::geolocation, Kind::unknown}) {
      EXPECT_EQ(verdict(static_cast<PlatformType>(type), kind, Way::to_salesforce).cls,
                Class::incompatible)
          << type << ' ' << kind_name(kind);
    }
  }
}

TEST(TypeRelation, NamesOfKindsAreThereAndDiffer) {
  std::set<std::string_view> names;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    EXPECT_FALSE(words(static_cast<Kind>(kind)).empty());
    names.insert(kind_name(static_cast<Kind>(kind)));
  }
  EXPECT_EQ(names.size(), kKinds);
}

struct CellCase {
  const char* name;
  PlatformType platform;
  Kind salesforce;
  Way way;
  Class expected;
};

class Cell : public testing::TestWithParam<CellCase> {};

TEST_P(Cell, HasItsClass) {
  const CellCase& c = GetParam();
  EXPECT_EQ(verdict(c.platform, c.salesforce, c.way).cls, c.expected);
}

INSTANTIATE_TEST_SUITE_P(
    TypeRelation, Cell,
    testing::Values(CellCase{"RejectsTextIntoCheckbox", PlatformType::text, Kind::checkbox,
                             Way::to_salesforce, Class::incompatible},
                    CellCase{"RejectsTextIntoNumber", PlatformType::text, Kind::number,
                             Way::to_salesforce, Class::incompatible},
                    CellCase{"RejectsDateIntoDatetime", PlatformType::date, Kind::datetime,
                             Way::to_salesforce, Class::incompatible},
                    CellCase{"DatetimeIntoDateLosesTheTime", PlatformType::datetime, Kind::date,
                             Way::to_salesforce, Class::lossy},
                    CellCase{"NumberIntoIntegerIsRounded", PlatformType::number, Kind::integer,
                             Way::to_salesforce, Class::lossy},
                    CellCase{"TextIntoRestrictedPicklistDependsOnValues", PlatformType::text,
                             Kind::restricted_picklist, Way::to_salesforce, Class::conditional},
                    CellCase{"TextIsExact", PlatformType::text, Kind::text, Way::to_salesforce,
                             Class::exact},
                    CellCase{"SeveralValuesDoNotFitAPicklist", PlatformType::multiselect_list,
                             Kind::picklist, Way::to_salesforce, Class::incompatible},
                    CellCase{"AutoNumberIsReadAsText", PlatformType::text, Kind::auto_number,
                             Way::to_platform, Class::widening},
                    CellCase{"MaskedTextIsLossy", PlatformType::text, Kind::encrypted_text,
                             Way::to_platform, Class::lossy},
                    CellCase{"CheckboxIntoTruthIsExact", PlatformType::boolean, Kind::checkbox,
                             Way::to_platform, Class::exact}),
    [](const auto& info) { return info.param.name; });

SalesforceField writable(FieldType type) {
  SalesforceField field;
  field.name = "F__c";
  field.type = type;
  field.createable = field.updateable = true;
  return field;
}

TEST(FieldVerdict, LongerTextIsConditional) {
  SalesforceField field = writable(FieldType::string);
  field.length = 255;
  PlatformField own;
  own.max_length = 300;
  const FieldVerdict verdict_long = verdict(own, field, Way::to_salesforce);
  EXPECT_EQ(verdict_long.cls, Class::conditional);
  EXPECT_NE(verdict_long.reason.find("300"), std::string::npos);
  EXPECT_NE(verdict_long.reason.find("255"), std::string::npos);
  own.max_length = 255;
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::exact);
}

TEST(FieldVerdict, ReadOnlyFieldsAreNeverWritten) {
  SalesforceField field = writable(FieldType::string);
  field.createable = field.updateable = false;
  field.calculated = field.has_formula = true;
  EXPECT_EQ(verdict(PlatformField{}, field, Way::to_salesforce).cls, Class::incompatible);
  EXPECT_NE(verdict(PlatformField{}, field, Way::to_platform).cls, Class::incompatible);
}

TEST(FieldVerdict, FewerDigitsAreLossyOrConditional) {
  SalesforceField field = writable(FieldType::double_);
  field.precision = 5;
  field.scale = 2;
  PlatformField own;
  own.type = PlatformType::number;
  own.precision = 5;
  own.scale = 2;
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::exact);
  own.scale = 3;
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::lossy);
  own.precision = 6;
  own.scale = 2;
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::conditional);
}

TEST(FieldVerdict, ListsThatAgreeAreExact) {
  SalesforceField field = writable(FieldType::picklist);
  field.restricted_picklist = true;
  field.picklist_values = {{"Registered", "", "", true, false}, {"Came", "", "", true, false}};
  PlatformField own;
  own.type = PlatformType::select_list;
  own.values = {"registered", "came"};
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::exact);
  own.values.push_back("left");
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::conditional);
}

}  // namespace
}  // namespace crosswalk::compat
