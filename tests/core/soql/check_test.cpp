// What the checker finds: without a schema, against one, and in the condition of a mapping.
#include "soql/check.hpp"

#include <gtest/gtest.h>

#include <string>

#include "core/soql/small_org.hpp"
#include "diagnostic/report.hpp"
#include "soql/parser.hpp"

namespace crosswalk::soql {
namespace {

const schema::SalesforceSchema& org() {
  static const schema::SalesforceSchema schema = small_org();
  return schema;
}

// One line a finding: "CW4021 1:8 Contact has no field Emial. Did you mean Email?"
std::string told(const Report& report) {
  std::string out;
  for (const Diagnostic& one : report.diagnostics) {
    out += std::string(one.code) + " ";
    if (one.position)
      out += std::to_string(one.position->line) + ":" + std::to_string(one.position->column) + " ";
    out += one.message + "\n";
  }
  return out;
}

struct Checked {
  const char* name;
  const char* query;
  const char* told;
};

class CheckedQuery : public testing::TestWithParam<Checked> {};

TEST_P(CheckedQuery, TellsWhatIsWrongAndWhere) {
  EXPECT_EQ(told(check(GetParam().query, &org())), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(
    Names, CheckedQuery,
    testing::Values(
        Checked{"Good", "SELECT Id, Account.Owner.Name FROM Contact c WHERE c.Account.Name = 'x'",
                ""},
        Checked{"CaseDoesNotMatter", "select ID, account.NAME from CONTACT where lastname = 'x'",
                ""},
        Checked{"UnknownObject", "SELECT Foo FROM Contcat",
                "CW4020 1:17 There is no object Contcat. Did you mean Contact?\n"},
        Checked{"NotQueryable", "SELECT Id FROM ActivityHistory",
                "CW4032 1:16 ActivityHistory cannot be queried.\n"},
        Checked{"UnknownField", "SELECT Id, Emial FROM Contact",
                "CW4021 1:12 Contact has no field Emial. Did you mean Email?\n"},
        Checked{"MissingSuffix", "SELECT Score FROM Contact",
                "CW4021 1:8 Contact has no field Score. Did you mean Score__c?\n"},
        Checked{"LabelForName", "SELECT Employees FROM Account",
                "CW4021 1:8 Account has no field Employees. Did you mean NumberOfEmployees?\n"},
        Checked{"RelationshipForField", "SELECT Account FROM Contact",
                "CW4021 1:8 Account is a relationship, not a field. Did you mean AccountId?\n"},
        Checked{"FieldForRelationship", "SELECT AccountId.Name FROM Contact",
                "CW4022 1:8 AccountId is a field. Did you mean Account?\n"},
        Checked{"UnknownRelationship", "SELECT Acount.Name FROM Contact",
                "CW4022 1:8 Contact has no relationship Acount. Did you mean Account?\n"},
        Checked{"RelationshipThatTheDescribeLeavesOut", "SELECT Friend__r.LastName FROM Contact",
                ""},
        Checked{"FieldOfParent", "SELECT Account.Owner.Phone FROM Contact",
                "CW4021 1:22 User has no field Phone.\n"},
        Checked{"FieldOfParentThatIsNotDescribed", "SELECT Industry.Anything.AtAll FROM Account",
                ""},
        Checked{
            "FieldOfSeveral", "SELECT What.Name, What.Type, What.Website FROM Task",
            "CW4021 1:30 What may lead to several objects, and Website is not a field of all of "
            "them.\n"},
        Checked{"FieldInEveryClause", "SELECT Id FROM Contact WHERE a = 1 ORDER BY b NULLS LAST",
                "CW4021 1:30 Contact has no field a.\nCW4021 1:45 Contact has no field b.\n"},
        Checked{"ChildRelationship",
                "SELECT (SELECT LastName FROM Contacts), (SELECT Name FROM "
                "ChildAccounts) FROM Account",
                ""},
        Checked{"ObjectForChildRelationship", "SELECT (SELECT Id FROM Contact) FROM Account",
                "CW4023 1:24 Account has no child relationship Contact. Did you mean Contacts?\n"},
        Checked{
            "FieldOfChild", "SELECT (SELECT Phone FROM Contacts c WHERE c.Name = 'x') FROM Account",
            "CW4021 1:16 Contact has no field Phone.\nCW4021 1:46 Contact has no field Name.\n"},
        Checked{"AliasOfSource", "SELECT c.Id, a.Phone, a.Foo FROM Contact c, c.Account a",
                "CW4021 1:25 Account has no field Foo.\n"},
        Checked{"TypeOf",
                "SELECT TYPEOF What WHEN Account THEN Phone, Owner.Name ELSE Name END FROM Task",
                ""},
        Checked{"TypeOfOne", "SELECT TYPEOF Account WHEN User THEN Name END FROM Contact",
                "CW4031 1:15 Account leads to one object only.\n"},
        Checked{"TypeOfUnknown",
                "SELECT TYPEOF What WHEN Acount THEN Phone WHEN Contact THEN Foo END "
                "FROM Task",
                "CW4031 1:25 What never leads to Acount. Did you mean Account?\n"
                "CW4021 1:61 Contact has no field Foo.\n"},
        Checked{"TypeOfField", "SELECT TYPEOF WhatId WHEN Account THEN Phone END FROM Task",
                "CW4022 1:15 WhatId is a field. Did you mean What?\n"}),
    [](const auto& info) { return std::string(info.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Types, CheckedQuery,
    testing::Values(
        Checked{
            "Good",
            "SELECT Id FROM Contact WHERE LastName LIKE 'a%' AND Email IN ('a@b.c') AND "
            "HasOptedOutOfEmail = FALSE AND Birthdate < 2026-01-31 AND CreatedDate = TODAY AND "
            "StartTime__c > 10:30:00Z AND Score__c >= 2.5 AND Interests__c INCLUDES "
            "('Came;Registered') AND Status__c = 'came' AND AccountId = null AND Id > '003' AND "
            "Account.AnnualRevenue > USD5000",
            ""},
        Checked{"LongText", "SELECT Notes__c FROM Contact WHERE Notes__c LIKE '%x%'",
                "CW4024 1:36 Notes (Notes__c) cannot be filtered: it is Text Area (Long).\n"},
        Checked{"Place", "SELECT Id FROM Contact WHERE Mailing__c = 'here'",
                "CW4024 1:30 Mailing Place (Mailing__c) cannot be filtered: it is Geolocation.\n"},
        Checked{"LikeOnNumber", "SELECT Id FROM Contact WHERE Score__c LIKE '5%'",
                "CW4027 1:30 LIKE does not go with Score (Score__c), which is Number.\n"},
        Checked{"IncludesOnText", "SELECT Id FROM Contact WHERE Email INCLUDES ('a')",
                "CW4027 1:30 INCLUDES does not go with Email, which is Email.\n"},
        Checked{"InOnMultipicklist", "SELECT Id FROM Contact WHERE Interests__c IN ('Came')",
                "CW4027 1:30 IN does not go with Interests (Interests__c), which is Picklist "
                "(Multi-Select).\n"},
        Checked{"OrderOfTruths", "SELECT Id FROM Contact WHERE HasOptedOutOfEmail > FALSE",
                "CW4027 1:30 > does not go with Email Opt Out (HasOptedOutOfEmail), which is "
                "Checkbox.\n"},
        Checked{"LikeOnId", "SELECT Id FROM Contact WHERE AccountId LIKE '001%'",
                "CW4027 1:30 LIKE does not go with AccountId, which is Lookup Relationship.\n"},
        Checked{"QuotedDate", "SELECT Id FROM Contact WHERE Birthdate = '2026-01-31'",
                "CW4028 1:42 Birthdate is compared with a date like 2026-01-31 or TODAY, not "
                "'2026-01-31'.\n"},
        Checked{"DateForDatetime", "SELECT Id FROM Contact WHERE CreatedDate > 2026-01-31",
                "CW4028 1:44 Created Date (CreatedDate) is compared with a date and time like "
                "2026-01-31T10:00:00Z, or TODAY, not 2026-01-31.\n"},
        Checked{"QuotedNumber", "SELECT Id FROM Contact WHERE Score__c = '5'",
                "CW4028 1:41 Score (Score__c) is compared with a number, not '5'.\n"},
        Checked{"AmountForNumber", "SELECT Id FROM Contact WHERE Score__c = USD5",
                "CW4028 1:41 Score (Score__c) is compared with a number, not USD5.\n"},
        Checked{
            "NumberForText", "SELECT Id FROM Contact WHERE LastName IN ('a', 5)",
            "CW4028 1:48 Last Name (LastName) is compared with text in single quotes, not 5.\n"},
        Checked{
            "TextForTruth", "SELECT Id FROM Contact WHERE HasOptedOutOfEmail = 'true'",
            "CW4028 1:51 Email Opt Out (HasOptedOutOfEmail) is compared with TRUE or FALSE, not "
            "'true'.\n"},
        Checked{"NoId", "SELECT Id FROM Contact WHERE AccountId IN ('Acme')",
                "CW4028 1:44 AccountId is compared with an id of 15 or 18 letters and digits, not "
                "'Acme'.\n"},
        Checked{
            "ValueOfPicklist", "SELECT Id FROM Contact WHERE Status__c = 'Registred'",
            "CW4029 1:42 'Registred' is not in the picklist of Status (Status__c). Did you mean "
            "Registered?\n"},
        Checked{"ValueOfMultipicklist",
                "SELECT Id FROM Contact WHERE Interests__c INCLUDES ('Came;Gone')",
                "CW4029 1:53 'Gone' is not in the picklist of Interests (Interests__c).\n"},
        Checked{"Sorted", "SELECT Id FROM Contact ORDER BY Interests__c",
                "CW4025 1:33 Interests (Interests__c) cannot be sorted.\n"},
        Checked{"Grouped", "SELECT CreatedDate, COUNT(Id) FROM Contact GROUP BY CreatedDate",
                "CW4026 1:53 Created Date (CreatedDate) cannot be grouped.\n"},
        Checked{
            "GroupedByFunction",
            "SELECT DAY_ONLY(CreatedDate), COUNT(Id) FROM Contact GROUP BY DAY_ONLY(CreatedDate)",
            ""},
        Checked{"SumOfText", "SELECT SUM(LastName) FROM Contact",
                "CW4030 1:8 SUM does not take Last Name (LastName), which is Text.\n"},
        Checked{"YearOfText", "SELECT Id FROM Contact WHERE CALENDAR_YEAR(Email) = 2026",
                "CW4030 1:30 CALENDAR_YEAR does not take Email, which is Email.\n"},
        Checked{"HourOfDate", "SELECT Id FROM Contact WHERE HOUR_IN_DAY(Birthdate) = 9",
                "CW4030 1:30 HOUR_IN_DAY does not take Birthdate, which is Date.\n"},
        Checked{"DistanceOfText",
                "SELECT Id FROM Contact WHERE DISTANCE(Email, GEOLOCATION(1, 2), 'km') < 5",
                "CW4030 1:30 DISTANCE does not take Email, which is Email.\n"},
        Checked{"ExtremeOfDate", "SELECT MAX(Birthdate) FROM Contact HAVING x = 1",
                "CW4001 1:36 HAVING needs GROUP BY before it.\n"},
        Checked{"ConditionOnGroups",
                "SELECT Email FROM Contact GROUP BY Email HAVING MAX(Birthdate) > 5 AND COUNT(Id) "
                "= 'x'",
                "CW4028 1:66 Expected a date like 2026-01-31 or TODAY, found 5.\n"
                "CW4028 1:84 Expected a number, found 'x'.\n"},
        Checked{"JoinOfText", "SELECT Id FROM Account WHERE Name IN (SELECT LastName FROM Contact)",
                "CW4010 1:30 Only an id or a reference can be compared with a query.\n"
                "CW4010 1:46 A query inside IN selects an id or a reference.\n"},
        Checked{"JoinOfUnknown", "SELECT Id FROM Account WHERE Id IN (SELECT Foo FROM Contact)",
                "CW4021 1:44 Contact has no field Foo.\n"}),
    [](const auto& info) { return std::string(info.param.name); });

struct Mended {
  const char* name;
  const char* query;
  const char* mended;
};

class MendedCheck : public testing::TestWithParam<Mended> {};

TEST_P(MendedCheck, LeavesNothingToFind) {
  const Report report = check(GetParam().query, &org());
  ASSERT_EQ(report.diagnostics.size(), 1U) << told(report);
  ASSERT_EQ(report.diagnostics[0].fixes.size(), 1U);
  const TextEdit& edit = report.diagnostics[0].fixes[0].edits.at(0);
  std::string query = GetParam().query;
  query.replace(edit.offset, edit.length, edit.text);
  EXPECT_EQ(query, GetParam().mended);
  EXPECT_EQ(told(check(query, &org())), "");
}

INSTANTIATE_TEST_SUITE_P(
    Soql, MendedCheck,
    testing::Values(Mended{"Field", "SELECT Emial FROM Contact", "SELECT Email FROM Contact"},
                    Mended{"FieldOfParent", "SELECT Account.Phnoe FROM Contact",
                           "SELECT Account.Phone FROM Contact"},
                    Mended{"Relationship", "SELECT Id, Account.OwnerId.Name FROM Contact",
                           "SELECT Id, Account.Owner.Name FROM Contact"},
                    Mended{"Child", "SELECT (SELECT Id FROM Contact) FROM Account",
                           "SELECT (SELECT Id FROM Contacts) FROM Account"},
                    Mended{"Function", "SELECT COUNT_DISTICT(Email) FROM Contact",
                           "SELECT COUNT_DISTINCT(Email) FROM Contact"},
                    Mended{"QuotedDate", "SELECT Id FROM Contact WHERE Birthdate = '2026-01-31'",
                           "SELECT Id FROM Contact WHERE Birthdate = 2026-01-31"},
                    Mended{"QuotedRelativeDate", "SELECT Id FROM Contact WHERE Birthdate = 'today'",
                           "SELECT Id FROM Contact WHERE Birthdate = today"},
                    Mended{"DateForDatetime",
                           "SELECT Id FROM Contact WHERE CreatedDate > 2026-01-31",
                           "SELECT Id FROM Contact WHERE CreatedDate > 2026-01-31T00:00:00Z"},
                    Mended{"DatetimeForDate",
                           "SELECT Id FROM Contact WHERE Birthdate > 2026-01-31T10:00:00Z",
                           "SELECT Id FROM Contact WHERE Birthdate > 2026-01-31"},
                    Mended{"NumberForText", "SELECT Id FROM Contact WHERE LastName = 5",
                           "SELECT Id FROM Contact WHERE LastName = '5'"},
                    Mended{"QuotedNumber", "SELECT Id FROM Contact WHERE Score__c IN (1, '2')",
                           "SELECT Id FROM Contact WHERE Score__c IN (1, 2)"},
                    Mended{"OneForTrue", "SELECT Id FROM Contact WHERE HasOptedOutOfEmail = 1",
                           "SELECT Id FROM Contact WHERE HasOptedOutOfEmail = TRUE"},
                    Mended{"Value", "SELECT Id FROM Contact WHERE Status__c = 'OHara'",
                           "SELECT Id FROM Contact WHERE Status__c = 'O\\'Hara'"},
                    Mended{"Offset", "SELECT Id FROM Contact OFFSET 5000",
                           "SELECT Id FROM Contact OFFSET 2000"},
                    Mended{"Limit", "SELECT FIELDS(ALL) FROM Contact LIMIT 500",
                           "SELECT FIELDS(ALL) FROM Contact LIMIT 200"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Check, CountsColumnsAndEditsInUtf16) {
  const Report report =
      check("SELECT Id FROM Contact\nWHERE LastName = '😀' AND Emial = 'x'", &org());
  ASSERT_EQ(report.diagnostics.size(), 1U);
  EXPECT_EQ(report.diagnostics[0].position, (Position{2, 27}));
  EXPECT_EQ(report.diagnostics[0].fixes.at(0).edits.at(0), (TextEdit{49, 5, "Email"}));
}

TEST(Check, RefusesWhatIsNotUtf8) {
  EXPECT_EQ(told(check("SELECT \xFF", nullptr)), "CW4001 The text is not UTF-8.\n");
}

TEST(Check, WarnsOfAUrlThatIsTooLong) {
  std::string query = "SELECT Id FROM Contact WHERE Id IN ('003000000000000'";
  for (int i = 0; i < 700; ++i) query += ",'003000000000000'";
  const Report report = check(query + ")", &org());
  EXPECT_TRUE(report.ok());
  ASSERT_EQ(report.diagnostics.size(), 1U) << told(report);
  EXPECT_EQ(report.diagnostics[0].code, "CW4004");
}

TEST(Check, CountsRelationships) {
  std::string query = "SELECT A1.Name";
  for (int i = 2; i <= 55; ++i) query += ", A" + std::to_string(i) + ".Name";
  EXPECT_EQ(told(check(query + ", a1.Phone FROM X", nullptr)), "");
  EXPECT_NE(told(check(query + ", A56.Name FROM X", nullptr)).find("CW4011"), std::string::npos);
}

TEST(Check, KeepsToItsBoundsWhateverTheQuery) {
  std::string fields = "SELECT a0", joins = "SELECT Id FROM Contact WHERE Id IN (SELECT b FROM C)";
  for (int i = 1; fields.size() < 90'000; ++i) fields += ",nofield" + std::to_string(i);
  while (joins.size() < 90'000) joins += " AND Id IN (SELECT b FROM C)";
  for (const std::string& query : {fields + " FROM Contact", joins}) {
    const Report report = check(query, &org());
    EXPECT_FALSE(report.ok());
    EXPECT_LE(report.diagnostics.size(), diagnostic::kFindingsMax);
    EXPECT_GT(report.errors(), 2'000U);
  }
}

TEST(CheckWhere, RefusesWhatOnlyApexReads) {
  const Report report =
      check_where("AccountId = :id /* mine */", org().find("Contact"), &org(), "/where");
  EXPECT_EQ(told(report),
            "CW4003 A variable: Apex reads it, the REST API refuses it.\n"
            "CW4003 A comment: Apex reads it, the REST API refuses it.\n");
  EXPECT_EQ(report.errors(), 2U);
  EXPECT_EQ(report.diagnostics[0].pointer, "/where");
  EXPECT_EQ(report.diagnostics[0].inside, 12U);
}

TEST(CheckWhere, FixesByReplacingTheWholeCondition) {
  const Report report =
      check_where("Emial = \"x\"", org().find("Contact"), &org(), "/objects/0/where/salesforce");
  ASSERT_EQ(report.diagnostics.size(), 1U);
  const PatchOp& step = report.diagnostics[0].fixes.at(0).patch.at(0);
  EXPECT_EQ(step.path, "/objects/0/where/salesforce");
  EXPECT_EQ(step.value_json, "\"Emial = 'x'\"");
}

TEST(CheckWhere, DoesWithoutASchema) {
  EXPECT_TRUE(check_where("Account.Name = 'x'", org().find("Contact"), nullptr, "").ok());
  EXPECT_TRUE(check_where("Anything = 'x'", nullptr, nullptr, "").ok());
  EXPECT_FALSE(check_where("Foo = 'x'", org().find("Contact"), nullptr, "").ok());
  EXPECT_FALSE(check_where("COUNT(Id) > 1", nullptr, nullptr, "").ok());
}

}  // namespace
}  // namespace crosswalk::soql
