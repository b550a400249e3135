#include "compat/relation.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "compat/rules.hpp"

namespace crosswalk::compat {
namespace {

using schema::FieldType;
using schema::PlatformField;
using schema::PlatformType;
using schema::SalesforceField;

constexpr std::size_t kTypes = static_cast<std::size_t>(PlatformType::document) + 1;

// Per platform type a line for every pair of classes, with the columns that have it, so that a
// change of the relation shows in a review. Parts and fields of person accounts have the classes of
// their kind (tested below) and are left out.
std::string whole_relation() {
  std::string out;
  for (std::size_t type = 0; type < kTypes; ++type) {
    const auto platform = static_cast<PlatformType>(type);
    std::map<std::pair<Class, Class>, std::string> lines;
    for (const Column column : columns()) {
      if (column.trait > Trait::roll_up) continue;
      const Class push = verdict(platform, column, Way::to_salesforce).cls;
      const Class pull = verdict(platform, column, Way::to_platform).cls;
      lines[{push, pull}] += " " + column_name(column);
    }
    out += std::string(schema::platform_type_name(platform)) + "\n";
    for (const auto& [classes, names] : lines) {
      out += "  push " + std::string(class_name(classes.first)) + ", pull " +
             std::string(class_name(classes.second)) + ":" + names + "\n";
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
    for (const Column column : columns()) {
      for (const Way way : {Way::to_salesforce, Way::to_platform}) {
        const Verdict cell = verdict(static_cast<PlatformType>(type), column, way);
        EXPECT_TRUE(cell.reason.ends_with('.')) << type << ' ' << column_name(column);
        const bool loses = cell.cls > Class::widening;
        EXPECT_EQ(loses, !cell.loss.empty()) << cell.reason;
        for (const Remedy& remedy : cell.remedies) EXPECT_TRUE(remedy.advice.ends_with('.'));
      }
    }
  }
}

TEST(TypeRelation, EveryRuleStandsInSomeCellAndNoLetterMeansTwoThings) {
  std::set<char> used, known;
  for (std::size_t type = 0; type < kTypes; ++type) {
    for (const Column column : columns()) {
      for (const Way way : {Way::to_salesforce, Way::to_platform}) {
        used.insert(letter_of(static_cast<PlatformType>(type), column, way));
      }
    }
  }
  for (const Rule& rule : rules()) {
    EXPECT_TRUE(known.insert(rule.letter).second) << rule.letter;
  }
  EXPECT_EQ(used, known);
}

TEST(TypeRelation, WhatIsComputedIsReadLikeItsResultAndNeverWritten) {
  for (const Column column : columns()) {
    const bool computed = column.trait == Trait::formula || column.trait == Trait::roll_up;
    for (std::size_t type = 0; type < kTypes; ++type) {
      const auto platform = static_cast<PlatformType>(type);
      const Class pull = verdict(platform, column, Way::to_platform).cls;
      EXPECT_EQ(pull, verdict(platform, column.kind, Way::to_platform).cls);
      const Class push = verdict(platform, column, Way::to_salesforce).cls;
      EXPECT_EQ(push, computed ? Class::incompatible
                               : verdict(platform, column.kind, Way::to_salesforce).cls);
    }
    EXPECT_EQ(computed,
              verdict(PlatformType::text, column, Way::to_platform).note.starts_with("It can"));
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

TEST(TypeRelation, ColumnsDifferInTheirNamesAndInTheirWords) {
  std::set<std::string> names, labels;
  for (const Column column : columns()) {
    names.insert(column_name(column));
    labels.insert(words(column));
  }
  EXPECT_EQ(names.size(), columns().size());
  EXPECT_EQ(labels.size(), columns().size());
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
                    CellCase{"DateIntoDatetimeNeedsAZone", PlatformType::date, Kind::datetime,
                             Way::to_salesforce, Class::lossy},
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

TEST(FieldVerdict, IntegersOfFewDigitsAreExact) {
  SalesforceField field = writable(FieldType::int_);
  field.digits = 8;
  PlatformField own;
  own.type = PlatformType::integer;
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::conditional);
  own.precision = 8;
  EXPECT_EQ(verdict(own, field, Way::to_salesforce).cls, Class::exact);
  own.precision = 9;
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
