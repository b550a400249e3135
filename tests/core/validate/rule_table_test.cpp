// The table of rules against the catalogue and the cases: nothing without its texts and its proof.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "core/validate/rule_cases.hpp"
#include "diagnostic/codes.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

// Below: rules about documents and mappings. From CW3000 on: values of records, queries.
constexpr std::string_view kRecords = "CW3000";
constexpr std::size_t kCasesMin = 3;
constexpr std::size_t kRulesMin = 70;

struct Row {
  std::string_view code;
  std::string_view family;
  std::string_view purpose;
  std::vector<std::string> reads;
};

template <class Rules>
void add_rows(std::string_view family, const Rules& rules, std::vector<Row>& rows) {
  for (const auto& rule : rules) {
    Row row{rule.code.code, family, rule.purpose, {}};
    std::istringstream words{std::string(rule.reads)};
    for (std::string word; words >> word;) row.reads.push_back(word);
    rows.push_back(std::move(row));
  }
}

std::vector<Row> rule_rows() {
  std::vector<Row> rows;
  for (const auto family_of : rule_families()) {
    const RuleFamily family = family_of();
    add_rows(family.name, family.mapping_rules, rows);
    add_rows(family.name, family.object_rules, rows);
    add_rows(family.name, family.field_rules, rows);
    add_rows(family.name, family.known_field_rules, rows);
  }
  std::sort(rows.begin(), rows.end(),
            [](const Row& left, const Row& right) { return left.code < right.code; });
  return rows;
}

// The properties of a describe that the describe reader knows (core/schema/salesforce.hpp).
const std::set<std::string_view> kProperties{"aggregatable",
                                             "autoNumber",
                                             "byteLength",
                                             "calculated",
                                             "calculatedFormula",
                                             "cascadeDelete",
                                             "caseSensitive",
                                             "compoundFieldName",
                                             "controllerName",
                                             "createable",
                                             "custom",
                                             "defaultValue",
                                             "defaultedOnCreate",
                                             "dependentPicklist",
                                             "deprecatedAndHidden",
                                             "digits",
                                             "encrypted",
                                             "externalId",
                                             "extraTypeInfo",
                                             "filterable",
                                             "groupable",
                                             "htmlFormatted",
                                             "idLookup",
                                             "inlineHelpText",
                                             "label",
                                             "length",
                                             "name",
                                             "nameField",
                                             "nillable",
                                             "permissionable",
                                             "picklistValues",
                                             "polymorphicForeignKey",
                                             "precision",
                                             "referenceTargetField",
                                             "referenceTo",
                                             "relationshipName",
                                             "relationshipOrder",
                                             "restrictedDelete",
                                             "restrictedPicklist",
                                             "scale",
                                             "soapType",
                                             "sortable",
                                             "type",
                                             "unique",
                                             "updateable",
                                             "writeRequiresMasterRead",
                                             "object.childRelationships",
                                             "object.createable",
                                             "object.custom",
                                             "object.deletable",
                                             "object.fields",
                                             "object.keyPrefix",
                                             "object.label",
                                             "object.mergeable",
                                             "object.name",
                                             "object.queryable",
                                             "object.recordTypeInfos",
                                             "object.replicateable",
                                             "object.updateable"};

TEST(RuleTable, SaysWhichDescribePropertiesEachRuleReads) {
  std::map<std::string, std::set<std::string_view>> readers;
  for (const Row& row : rule_rows()) {
    EXPECT_FALSE(row.purpose.empty()) << row.code;
    std::cout << row.code << " " << row.family << ": " << row.purpose << " |";
    for (const std::string& property : row.reads) {
      EXPECT_EQ(kProperties.count(property), 1U) << row.code << " reads " << property;
      readers[property].insert(row.code);
      std::cout << " " << property;
    }
    std::cout << "\n";
  }
  for (const auto& [property, rules] : readers) {
    std::cout << property << ":";
    for (const std::string_view code : rules) std::cout << " " << code;
    std::cout << "\n";
  }
}

// Codes whose text no file of cases can hold: broken bytes, texts beyond the limits of reading, a
// query of 100,000 characters.
const std::set<std::string_view> kShownElsewhere{"CW1002", "CW1003", "CW1004", "CW2703"};

TEST(RuleTable, EveryRuleHasItsTextsAndItsCases) {
  struct Count {
    std::size_t good = 0, bad = 0, real = 0;
  };
  std::map<std::string_view, Count> counts;
  const std::vector<RuleCase> cases = rule_cases();
  for (const RuleCase& given : cases) {
    Count& count = counts[given.code];
    (given.bad ? count.bad : count.good) += 1;
    count.real += given.real ? 1 : 0;
  }
  std::set<std::string_view> of_describes;  // rules that look at a describe
  for (const Row& row : rule_rows()) {
    if (!row.reads.empty()) of_describes.insert(row.code);
  }
  std::size_t rules = 0;
  std::ostringstream missing;
  for (const diagnostic::Entry* entry : codes::all()) {
    const std::string_view code = entry->code.code;
    if (entry->example.empty() || entry->code.cause.empty() || entry->cure.empty()) {
      missing << code << " " << entry->title << ": no example, cause or cure\n";
    }
    if (code >= kRecords) continue;
    ++rules;
    const Count count = counts[code];
    if (kShownElsewhere.count(code) != 0) continue;
    const bool real = count.real > 0 || of_describes.count(code) == 0;
    if (count.good >= kCasesMin && count.bad >= kCasesMin && real) continue;
    missing << code << " " << entry->title << ": " << count.good << " good cases, " << count.bad
            << " bad ones, " << count.real << " on real describes\n";
  }
  std::cout << rules << " rules, " << cases.size() << " cases\n";
  EXPECT_GE(rules, kRulesMin);
  EXPECT_EQ(missing.str(), "");
}

}  // namespace
}  // namespace crosswalk::validate
