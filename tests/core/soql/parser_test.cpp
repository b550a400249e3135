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
        Accepted{"Negation", "SELECT Id FROM X WHERE not (A = 1 OR (NOT B = 2))",
                 "SELECT Id FROM X WHERE NOT (A = 1 OR (NOT B = 2))"},
        Accepted{"NegationOfNegation", "SELECT Id FROM X WHERE NOT (NOT A LIKE 'x%')",
                 "SELECT Id FROM X WHERE NOT (NOT A LIKE 'x%')"},
        Accepted{"ParenthesesKeepTheirMeaning",
                 "SELECT Id FROM X WHERE ((A = 1) AND (B = 2 AND C = 3)) OR ((D = 4 OR E = 5))",
                 "SELECT Id FROM X WHERE (A = 1 AND (B = 2 AND C = 3)) OR (D = 4 OR E = 5)"},
        Accepted{"WordsThatAreNamesElsewhere",
                 "SELECT Group.Name, Order.Limit__c, Count, Last FROM Group",
                 "SELECT Group.Name, Order.Limit__c, Count, Last FROM Group"},
        Accepted{"NamesLikeAmounts", "SELECT Abc123, Abc123.Name FROM Xyz999",
                 "SELECT Abc123, Abc123.Name FROM Xyz999"},
        Accepted{"Cube", "SELECT A, B, COUNT(Id) FROM X GROUP BY cube(A, B)",
                 "SELECT A, B, COUNT(Id) FROM X GROUP BY CUBE(A, B)"},
        Accepted{
            "DataCategories",
            "SELECT Id FROM X WITH data category Geo__c above Usa__c and Kind__c at (A__c,B__c)",
            "SELECT Id FROM X WITH DATA CATEGORY Geo__c ABOVE Usa__c AND Kind__c AT (A__c, "
            "B__c)"},
        Accepted{"WithCondition", "SELECT Id FROM X WITH UserId = '005' LIMIT 1",
                 "SELECT Id FROM X WITH UserId = '005' LIMIT 1"},
        Accepted{"Endings",
                 "SELECT Id FROM X LIMIT 1 ALL ROWS FOR UPDATE UPDATE VIEWSTAT, TRACKING FOR VIEW",
                 "SELECT Id FROM X LIMIT 1 FOR VIEW UPDATE TRACKING, VIEWSTAT FOR UPDATE ALL ROWS"},
        Accepted{"AliasesOfSources",
                 "SELECT COUNT() FROM Contact c, c.Account a WHERE a.Name = 'x'",
                 "SELECT COUNT() FROM Contact c, c.Account a WHERE a.Name = 'x'"},
        Accepted{"Comments",
                 "SELECT Id /* which */ FROM X // where\nWHERE A = '/* text */ // text'",
                 "SELECT Id FROM X WHERE A = '/* text */ // text'"},
        Accepted{
            "Variables",
            "SELECT Id FROM X WHERE A IN :ids AND B = :a.b().c[0] AND C = :(1 + x) AND D IN "
            "(:p, :q) AND E IN :new Set<Id>{'a', b} AND F = :x - 1 AND G = :-y LIMIT :n OFFSET "
            ":m*2",
            "SELECT Id FROM X WHERE A IN :ids AND B = :a.b().c[0] AND C = :(1 + x) AND D IN "
            "(:p, :q) AND E IN :new Set<Id>{'a', b} AND F = :x - 1 AND G = :-y LIMIT :n OFFSET "
            ":m*2"},
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
        Refused{"Empty", "", "1:1", "Expected SELECT; the text ends here"},
        Refused{"MisspeltAsAlias", "SELECT Id FORM Account", "1:11",
                "Expected FROM, found \"FORM\""},
        Refused{"MisspeltAfterAlias", "SELECT Id FROM A a WERE x = 1", "1:20",
                "Did you mean WHERE?"},
        Refused{"Star", "SELECT * FROM Account", "1:8", "SOQL has no *"},
        Refused{"NoField", "SELECT FROM Account", "1:8", "Expected a field or a function"},
        Refused{"CommaTooMany", "SELECT Id, FROM Account", "1:10", "Nothing follows the comma"},
        Refused{"AndBesideOr", "SELECT Id FROM A WHERE x = 1 AND y = 2 OR z = 3", "1:40",
                "AND and OR are mixed only with parentheses"},
        Refused{"NotAfterAnd", "SELECT Id FROM A WHERE x = 1 AND NOT y = 2", "1:34",
                "parentheses of its own"},
        Refused{"AndAfterNot", "SELECT Id FROM A WHERE NOT x = 1 AND y = 2", "1:34",
                "stands in parentheses"},
        Refused{"OpenText", "SELECT Id FROM A WHERE x = 'abc", "1:28", "no closing quote"},
        Refused{"OpenComment", "SELECT Id FROM A /* b", "1:18", "has no end"},
        Refused{"UnknownEscape", "SELECT Id FROM A WHERE x = 'a\\qb'", "1:28", "nothing to escape"},
        Refused{"LikeEscapeElsewhere", "SELECT Id FROM A WHERE x = '5\\%'", "1:28",
                "nothing to escape"},
        Refused{"Apostrophe", "SELECT Id FROM A WHERE x = 'O'Neil'", "1:28", "written \\'"},
        Refused{"TimeWithoutZone", "SELECT Id FROM A WHERE x > 2026-01-01T00:00:00", "1:28",
                "zone"},
        Refused{"DoubleQuotes", "SELECT Id FROM A WHERE x = \"abc\"", "1:28", "single quotes"},
        Refused{"UnquotedText", "SELECT Id FROM A WHERE x = yes", "1:28", "single quotes: 'yes'"},
        Refused{"MisspeltDate", "SELECT Id FROM A WHERE x = TODYA", "1:28", "Did you mean TODAY?"},
        Refused{"DateWithoutNumber", "SELECT Id FROM A WHERE x = LAST_N_DAYS", "1:39",
                "LAST_N_DAYS:30"},
        Refused{"IsNull", "SELECT Id FROM A WHERE x IS NOT NULL", "1:26", "SOQL has no IS NULL"},
        Refused{"NotLike", "SELECT Id FROM A WHERE x NOT LIKE 'a'", "1:26", "NOT LIKE"},
        Refused{"NegativeLimit", "SELECT Id FROM A LIMIT -1", "1:24", "Expected a whole number"},
        Refused{"LimitBeforeOrder", "SELECT Id FROM A LIMIT 1 ORDER BY x", "1:26",
                "ORDER BY must stand before LIMIT"},
        Refused{"LimitTwice", "SELECT Id FROM A LIMIT 1 LIMIT 2", "1:26", "LIMIT comes twice"},
        Refused{"HavingAlone", "SELECT Id FROM A HAVING x = 1", "1:18", "HAVING needs GROUP BY"},
        Refused{"Trailing", "SELECT Id FROM A LIMIT 1 SELECT", "1:26",
                "or the end of the query; found \"SELECT\""},
        Refused{"EmptyList", "SELECT Id FROM A WHERE x IN ()", "1:30", "Expected a value"},
        Refused{"ListWithoutParentheses", "SELECT Id FROM A WHERE x IN 'a'", "1:29",
                "stands in parentheses"},
        Refused{"BracketNeverClosed", "SELECT Id FROM A WHERE x = :f(", "1:30", "never closed"},
        Refused{"BracketsOfTwoKinds", "SELECT Id FROM A WHERE x = :f([)]", "1:32", "do not pair"},
        Refused{"SecondLineCountedInUtf16", "SELECT Id FROM A\nWHERE x = '😀' AND é", "2:20",
                "does not know"}),
    [](const auto& info) { return std::string(info.param.name); });

struct Mended {
  const char* name;
  const char* text;
  const char* mended;
};

class MendedQuery : public testing::TestWithParam<Mended> {};

TEST_P(MendedQuery, IsTheQueryThatWasMeant) {
  Fault fault;
  std::string text = GetParam().text;
  ASSERT_FALSE(parse(text, &fault).has_value());
  ASSERT_FALSE(fault.mend.title.empty()) << fault.message;
  text.replace(fault.mend.span.offset, fault.mend.span.length, fault.mend.text);
  EXPECT_EQ(text, GetParam().mended);
  EXPECT_TRUE(parse(text, &fault).has_value()) << fault.message;
}

INSTANTIATE_TEST_SUITE_P(
    Soql, MendedQuery,
    testing::Values(
        Mended{"From", "SELECT Id FORM A", "SELECT Id FROM A"},
        Mended{"Where", "SELECT Id FROM A WERE x = 1", "SELECT Id FROM A WHERE x = 1"},
        Mended{"Order", "SELECT Id FROM A b ODRER BY x", "SELECT Id FROM A b ORDER BY x"},
        Mended{"Descending", "SELECT Id FROM A ORDER BY x DECS",
               "SELECT Id FROM A ORDER BY x DESC"},
        Mended{"Equals", "SELECT Id FROM A WHERE x == 1", "SELECT Id FROM A WHERE x = 1"},
        Mended{"And", "SELECT Id FROM A WHERE x = 1 && y = 2",
               "SELECT Id FROM A WHERE x = 1 AND y = 2"},
        Mended{"DoubleQuotes", "SELECT Id FROM A WHERE x = \"it's\"",
               "SELECT Id FROM A WHERE x = 'it\\'s'"},
        Mended{"Unquoted", "SELECT Id FROM A WHERE x = Open", "SELECT Id FROM A WHERE x = 'Open'"},
        Mended{"UnquotedId", "SELECT Id FROM A WHERE x = 0035g00000AbCdEAAV",
               "SELECT Id FROM A WHERE x = '0035g00000AbCdEAAV'"},
        Mended{"Apostrophe", "SELECT Id FROM A WHERE x = 'O'Neil'",
               "SELECT Id FROM A WHERE x = 'O\\'Neil'"},
        Mended{"IsNull", "SELECT Id FROM A WHERE x IS NULL", "SELECT Id FROM A WHERE x = null"},
        Mended{"IsNotNull", "SELECT Id FROM A WHERE x is not null",
               "SELECT Id FROM A WHERE x != null"},
        Mended{"Mixed", "SELECT Id FROM A WHERE x = 1 AND y = 2 OR z = 3",
               "SELECT Id FROM A WHERE (x = 1 AND y = 2) OR z = 3"},
        Mended{"Negation", "SELECT Id FROM A WHERE x = 1 OR NOT y LIKE 'a'",
               "SELECT Id FROM A WHERE x = 1 OR (NOT y LIKE 'a')"},
        Mended{"List", "SELECT Id FROM A WHERE x IN 'a'", "SELECT Id FROM A WHERE x IN ('a')"},
        Mended{"Comma", "SELECT Id, FROM A", "SELECT Id FROM A"},
        Mended{"CountStar", "SELECT COUNT(*) FROM A", "SELECT COUNT() FROM A"},
        Mended{"Semicolon", "SELECT Id FROM A;", "SELECT Id FROM A"},
        Mended{"As", "SELECT Id FROM A AS b", "SELECT Id FROM A  b"},
        Mended{"Relative", "SELECT Id FROM A WHERE x = LAST_WEEKK",
               "SELECT Id FROM A WHERE x = LAST_WEEK"}),
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
  const auto nested = [](std::size_t levels, const std::string& open, const std::string& close) {
    std::string out;
    for (std::size_t i = 0; i < levels; ++i) out += open;
    out += "a = 1";
    for (std::size_t i = 0; i < levels; ++i) out += close;
    return out;
  };
  EXPECT_TRUE(parse_condition(nested(60, "(", ")")).has_value());
  EXPECT_TRUE(parse_condition(nested(60, "NOT (", ")")).has_value());
  const std::string bombs[] = {nested(65, "(", ")"), nested(49'000, "(", ")"),
                               nested(16'000, "NOT (", ")"), std::string(99'000, '('),
                               nested(2'000, "x IN (SELECT y FROM z WHERE ", ")")};
  for (const std::string& bomb : bombs) {
    const auto refused = parse_condition(bomb);
    ASSERT_FALSE(refused.has_value());
    EXPECT_NE(refused.error().message.find("too deeply"), std::string::npos);
  }
  std::string calls = "SELECT ", children = calls;
  for (int i = 0; i < 9'000; ++i) calls += "FORMAT(";
  for (int i = 0; i < 9'000; ++i) children += "(SELECT ";
  EXPECT_FALSE(parse(calls).has_value());
  EXPECT_FALSE(parse(children).has_value());
}

TEST(Nesting, OfBracketsInAVariableTakesNoStack) {
  const std::string open(45'000, '('), close(45'000, ')');
  EXPECT_TRUE(parse_condition("a = :f" + open + "x" + close).has_value());
  EXPECT_FALSE(parse_condition("a = :f" + open).has_value());
}

TEST(Length, IsBoundedInCharacters) {
  const auto text = [](std::size_t count, const char* character) {
    std::string out = "a = '";
    for (std::size_t i = 0; i < count; ++i) out += character;
    return out + "'";
  };
  const auto refused = parse_condition(text(100'001, "x"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "soqlTooLarge");
  EXPECT_FALSE(parse_condition(text(4'001, "é")).has_value());
  EXPECT_TRUE(parse_condition(text(4'000, "é")).has_value());
  std::string list = "a IN ('0'";
  while (list.size() < 99'980) list += ", 'abc'";
  EXPECT_TRUE(parse_condition(list + ")").has_value());
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
  const auto condition = parse_condition(R"(a LIKE 'x\n\t\"\\\u0041\uD83D\uDE00\%')");
  ASSERT_TRUE(condition.has_value());
  EXPECT_EQ(condition->values.front().text, "x\n\t\"\\A😀%");
}

TEST(TextLiteral, IsEscapedForLike) {
  EXPECT_EQ(escape_like("50%_\\'"), R"(50\%\_\\\')");
  const auto condition = parse_condition("a LIKE '" + escape_like("50%_\\'") + "%'");
  ASSERT_TRUE(condition.has_value());
  EXPECT_EQ(condition->values.front().text, "50%_\\'%");
}

TEST(Reading, TellsWhatOnlyApexReads) {
  Reading reading;
  ASSERT_TRUE(
      parse("SELECT Id /* c */ FROM A WHERE x = :y WITH USER_MODE LIMIT :n ALL ROWS", &reading)
          .has_value());
  std::vector<std::size_t> offsets;
  for (const ApexOnly& one : reading.apex_only) offsets.push_back(one.span.offset);
  EXPECT_EQ(offsets, (std::vector<std::size_t>{10, 35, 38, 59, 62}));
}

TEST(Fault, GivesThePlaceInBytes) {
  Fault fault;
  const std::string text = "SELECT Id FROM A WHERE é = 1";
  EXPECT_FALSE(parse(text, &fault).has_value());
  EXPECT_EQ(fault.span.offset, text.find("é"));
}

}  // namespace
}  // namespace crosswalk::soql
