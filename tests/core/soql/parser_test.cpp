// SOQL text and its tree: what is read, how it is printed, what is refused and where.
#include "soql/parser.hpp"

#include <gtest/gtest.h>

#include <string>

#include "soql/literal.hpp"
#include "soql/printer.hpp"

namespace crosswalk::soql {
namespace {

struct Accepted {
  const char* name;
  const char* text;
  const char* printed;
};

class AcceptedQuery : public testing::TestWithParam<Accepted> {};

TEST_P(AcceptedQuery, IsPrintedInOneFormThatReadsBackTheSame) {
  const auto query = parse(GetParam().text);
  ASSERT_TRUE(query.has_value()) << query.error().path << " " << query.error().message;
  EXPECT_EQ(print(*query), GetParam().printed);
  const auto again = parse(print(*query));
  ASSERT_TRUE(again.has_value()) << again.error().message;
  EXPECT_TRUE(*again == *query);
}

INSTANTIATE_TEST_SUITE_P(
    Soql, AcceptedQuery,
    testing::Values(
        Accepted{"Smallest", "select id from account", "SELECT id FROM account"},
        Accepted{"ParentPath", "SELECT Account.Owner.Name, Parent__r.Name FROM Contact c",
                 "SELECT Account.Owner.Name, Parent__r.Name FROM Contact c"},
        Accepted{"ChildQuery",
                 "SELECT Id,(SELECT Id FROM Contacts WHERE Email != null LIMIT 5) FROM Account",
                 "SELECT Id, (SELECT Id FROM Contacts WHERE Email != null LIMIT 5) FROM Account"},
        Accepted{"Counting", "SELECT COUNT() FROM Lead", "SELECT COUNT() FROM Lead"},
        Accepted{"Aggregates",
                 "SELECT Status s, COUNT(Id) n, MAX(CreatedDate) FROM Lead GROUP BY Status HAVING "
                 "COUNT(Id) > 1",
                 "SELECT Status s, COUNT(Id) n, MAX(CreatedDate) FROM Lead GROUP BY Status HAVING "
                 "COUNT(Id) > 1"},
        Accepted{"Rollup", "SELECT Type, COUNT(Id) FROM Account GROUP BY ROLLUP(Type)",
                 "SELECT Type, COUNT(Id) FROM Account GROUP BY ROLLUP(Type)"},
        Accepted{
            "Watermark",
            "SELECT Id FROM Contact WHERE (SystemModstamp > 2026-01-31T10:00:00Z) OR "
            "(SystemModstamp = "
            "2026-01-31T10:00:00.000+02:00 AND Id > '003') ORDER BY SystemModstamp, Id LIMIT 2000",
            "SELECT Id FROM Contact WHERE SystemModstamp > 2026-01-31T10:00:00Z OR (SystemModstamp "
            "= "
            "2026-01-31T10:00:00.000+02:00 AND Id > '003') ORDER BY SystemModstamp, Id LIMIT 2000"},
        Accepted{"Literals",
                 "SELECT Id FROM X WHERE A = -3.5 AND B = TRUE AND C < 2026-01-31 AND D = "
                 "10:30:00.000Z AND E > "
                 "USD12.50 AND F = LAST_N_DAYS:30 AND G >= today",
                 "SELECT Id FROM X WHERE A = -3.5 AND B = true AND C < 2026-01-31 AND D = "
                 "10:30:00.000Z AND E > "
                 "USD12.50 AND F = LAST_N_DAYS:30 AND G >= TODAY"},
        Accepted{"Lists",
                 "SELECT Id FROM X WHERE A NOT IN ('a','b') AND M includes ('A;B','C') AND N "
                 "EXCLUDES ('D')",
                 "SELECT Id FROM X WHERE A NOT IN ('a', 'b') AND M INCLUDES ('A;B', 'C') AND N "
                 "EXCLUDES ('D')"},
        Accepted{"SemiJoin",
                 "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName "
                 "LIKE 'A\\_%')",
                 "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName "
                 "LIKE 'A\\_%')"},
        Accepted{"Negation", "SELECT Id FROM X WHERE NOT (A = 1 OR NOT B = 2)",
                 "SELECT Id FROM X WHERE NOT (A = 1 OR NOT B = 2)"},
        Accepted{
            "OrderingAndPages",
            "SELECT Id FROM X ORDER BY A desc nulls last, B ASC NULLS FIRST LIMIT 10 OFFSET 20",
            "SELECT Id FROM X ORDER BY A DESC NULLS LAST, B NULLS FIRST LIMIT 10 OFFSET 20"},
        Accepted{"TypeOf",
                 "SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount "
                 "ELSE Name END FROM Event",
                 "SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount "
                 "ELSE Name END FROM Event"},
        Accepted{"ScopeAndApex",
                 "SELECT Id FROM X USING SCOPE mine WHERE A = :me.id WITH SECURITY_ENFORCED FOR "
                 "UPDATE ALL ROWS",
                 "SELECT Id FROM X USING SCOPE mine WHERE A = :me.id WITH SECURITY_ENFORCED FOR "
                 "UPDATE ALL ROWS"},
        Accepted{"NestedFunctions",
                 "SELECT CALENDAR_YEAR(convertTimezone(CreatedDate)) y FROM X WHERE DISTANCE(L, "
                 "GEOLOCATION(1.5,-2), 'km') < 20",
                 "SELECT CALENDAR_YEAR(convertTimezone(CreatedDate)) y FROM X WHERE DISTANCE(L, "
                 "GEOLOCATION(1.5, -2), 'km') < 20"}),
    [](const auto& info) { return std::string(info.param.name); });

struct Refused {
  const char* name;
  const char* text;
  const char* path;
  const char* message;
};

class RefusedQuery : public testing::TestWithParam<Refused> {};

TEST_P(RefusedQuery, NamesThePlaceAndTheReason) {
  const auto query = parse(GetParam().text);
  ASSERT_FALSE(query.has_value());
  EXPECT_EQ(query.error().code, "soqlSyntax");
  EXPECT_EQ(query.error().path, GetParam().path);
  EXPECT_NE(query.error().message.find(GetParam().message), std::string::npos)
      << query.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    Soql, RefusedQuery,
    testing::Values(
        Refused{"Empty", "", "1:1", "unexpected end"},
        Refused{"Misspelt", "SELECT Id FORM Account", "1:16", "unexpected token: 'Account'"},
        Refused{"Star", "SELECT * FROM Account", "1:8", "unexpected character"},
        Refused{"AndBesideOr", "SELECT Id FROM A WHERE x = 1 AND y = 2 OR z = 3", "1:40",
                "unexpected token: 'OR'"},
        Refused{"OpenText", "SELECT Id FROM A WHERE x = 'abc", "1:28", "unterminated"},
        Refused{"UnknownEscape", "SELECT Id FROM A WHERE x = 'a\\qb'", "1:28",
                "Illegal character sequence"},
        Refused{"TimeWithoutZone", "SELECT Id FROM A WHERE x > 2026-01-01T00:00:00", "1:28",
                "zone"},
        Refused{"DoubleQuotes", "SELECT Id FROM A WHERE x = \"abc\"", "1:28",
                "unexpected character"},
        Refused{"UnknownWordAsValue", "SELECT Id FROM A WHERE x = yes", "1:28",
                "unexpected token: 'yes'"},
        Refused{"NegativeLimit", "SELECT Id FROM A LIMIT -1", "1:24", "unexpected token: '-1'"},
        Refused{"Trailing", "SELECT Id FROM A LIMIT 1 SELECT", "1:26",
                "unexpected token: 'SELECT'"},
        Refused{"EmptyList", "SELECT Id FROM A WHERE x IN ()", "1:30", "unexpected token: ')'"},
        Refused{"SecondLineCountedInUtf16", "SELECT Id FROM A\nWHERE x = '😀' AND !", "2:20",
                "unexpected character"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(ConditionAlone, IsReadAndPrinted) {
  const auto condition =
      parse_condition("HasOptedOutOfEmail = false and (status = 'came' or score >= 50)");
  ASSERT_TRUE(condition.has_value()) << condition.error().message;
  EXPECT_EQ(condition->kind, ConditionKind::all);
  EXPECT_EQ(print(*condition), "HasOptedOutOfEmail = false AND (status = 'came' OR score >= 50)");
}

TEST(ConditionAlone, RefusesWhatFollowsIt) {
  const auto condition = parse_condition("a = 1 LIMIT 5");
  ASSERT_FALSE(condition.has_value());
  EXPECT_EQ(condition.error().path, "1:7");
}

TEST(Nesting, IsRefusedBeyondItsBoundAndReadBelowIt) {
  const auto nested = [](std::size_t levels) {
    return std::string(levels, '(') + "a = 1" + std::string(levels, ')');
  };
  EXPECT_TRUE(parse_condition(nested(30)).has_value());
  for (const std::size_t levels : {40u, 90'000u / 2}) {
    const auto refused = parse_condition(nested(levels));
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().message.find("too deeply"), std::string::npos);
  }
  EXPECT_FALSE(parse("SELECT " + std::string(50'000, 'f') + std::string(40'000, '(') + " FROM A")
                   .has_value());
}

TEST(Length, IsBounded) {
  const auto refused = parse_condition("a = '" + std::string(100'001, 'x') + "'");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "soqlTooLarge");
  EXPECT_FALSE(parse_condition("a = '" + std::string(4'001, 'x') + "'").has_value());
  EXPECT_TRUE(parse_condition("a = '" + std::string(4'000, 'x') + "'").has_value());
}

TEST(TextLiteral, KeepsEveryCharacterThroughQuoting) {
  for (const std::string text :
       {"it's", "back\\slash", "\\'", "line\nbreak\r", "100%_\\%", "名前 😀", ""}) {
    const auto condition = parse_condition("a = " + quote(text));
    ASSERT_TRUE(condition.has_value()) << text;
    EXPECT_EQ(condition->values.front().text, text);
  }
}

TEST(TextLiteral, UnescapesWhatTheLanguageNames) {
  const auto condition = parse_condition(R"(a = 'x\n\t\"\\\u0041\uD83D\uDE00\%')");
  ASSERT_TRUE(condition.has_value());
  EXPECT_EQ(condition->values.front().text, "x\n\t\"\\A😀%");
}

TEST(Fault, GivesThePlaceInBytes) {
  Fault fault;
  const std::string text = "SELECT Id FROM A WHERE é = 1";
  EXPECT_FALSE(parse(text, &fault).has_value());
  EXPECT_EQ(fault.span.offset, text.find("é"));
}

}  // namespace
}  // namespace crosswalk::soql
