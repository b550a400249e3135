// Queries over a few known records, paging over many, and what a query is refused for.
#include <set>

#include "org/query_filter.hpp"
#include "org/test/local_org.hpp"

namespace crosswalk::org {
namespace {

struct Selected {
  const char* name;
  const char* where;
  const char* wanted;  // last names in order of Id
};

class Where : public testing::TestWithParam<Selected> {
 protected:
  Where() {
    org.create(
        "Contact",
        R"({"LastName":"Anna","Email":"anna@example.com","Health_Score__c":10,"Birthdate":"1990-01-01","Interests__c":"Keynotes;Workshops","VIP__c":true})");
    org.now_ms += 60'000;
    org.create(
        "Contact",
        R"({"LastName":"bert","Health_Score__c":50,"Birthdate":"2025-12-31","Interests__c":"Networking","Registered_At__c":"2025-12-31T23:59:59Z"})");
    org.now_ms += 60'000;
    org.create("Contact",
               R"({"LastName":"C_él%","Title":"it's \\ here","Interests__c":"Keynotes"})");
  }
  LocalOrg org;
};

TEST_P(Where, FindsWhatSalesforceWouldFind) {
  const Json answer = org.query(std::string("SELECT LastName FROM Contact WHERE ") +
                                GetParam().where + " ORDER BY Id");
  ASSERT_TRUE(answer.is_object()) << answer.dump();
  std::string found;
  for (const Json& record : answer["records"])
    found += (found.empty() ? "" : " ") + record["LastName"].get<std::string>();
  EXPECT_EQ(found, GetParam().wanted);
}

INSTANTIATE_TEST_SUITE_P(
    Query, Where,
    testing::Values(
        Selected{"TextWithoutCase", "LastName = 'ANNA'", "Anna"},
        Selected{"NotEqualKeepsNull", "Email != 'anna@example.com'", "bert C_él%"},
        Selected{"Null", "Health_Score__c = null", "C_él%"},
        Selected{"EmptyTextIsNull", "Email = ''", "bert C_él%"},
        Selected{"NumberRange", "Health_Score__c >= 10 AND Health_Score__c < 50.5", "Anna bert"},
        Selected{"LessSkipsNull", "Health_Score__c < 1000", "Anna bert"},
        Selected{"LikeAnyText", "LastName LIKE '%e%'", "bert"},
        Selected{"LikeOneCharacter", "LastName LIKE 'C___%'", "C_él%"},
        Selected{"LikeEscaped", "LastName LIKE 'c\\_%\\%'", "C_él%"},
        Selected{"EscapedText", "Title = 'it\\'s \\\\ here'", "C_él%"},
        Selected{"In", "LastName IN ('anna', 'nobody', 'BERT')", "Anna bert"},
        Selected{"NotIn", "LastName NOT IN ('anna')", "bert C_él%"},
        Selected{"IncludesAndOr", "Interests__c INCLUDES ('Keynotes;Workshops', 'Networking')",
                 "Anna bert"},
        Selected{"Excludes", "Interests__c EXCLUDES ('Keynotes')", "bert"},
        Selected{"Date", "Birthdate > 1990-01-01", "bert"},
        Selected{"Datetime", "Registered_At__c = 2026-01-01T00:59:59+01:00", "bert"},
        Selected{"RelativeDay", "Birthdate = YESTERDAY", "bert"},
        Selected{"RelativeDays", "Registered_At__c = LAST_N_DAYS:3", "bert"},
        Selected{"RelativeYear", "Birthdate = LAST_YEAR", "bert"},
        Selected{"Checkbox", "VIP__c = TRUE", "Anna"},
        Selected{"NotOfOr", "NOT (VIP__c = true OR LastName = 'bert')", "C_él%"},
        Selected{"Watermark", "SystemModstamp >= 2026-01-01T00:01:00Z", "bert C_él%"},
        Selected{"Keyset",
                 "SystemModstamp > 2026-01-01T00:01:00Z OR (SystemModstamp = 2026-01-01T00:01:00Z "
                 "AND Id > '003')",
                 "bert C_él%"},
        Selected{"Parent", "Account.Name = null AND Owner.Name LIKE 'Ida%'", "Anna bert C_él%"},
        Selected{"OwnName", "Contact.LastName = 'bert'", "bert"},
        Selected{"SemiJoin", "OwnerId IN (SELECT Id FROM User WHERE LastName = 'Seller')", ""},
        Selected{"AntiJoin", "OwnerId NOT IN (SELECT Id FROM User WHERE LastName = 'Seller')",
                 "Anna bert C_él%"}),
    [](const auto& info) { return std::string(info.param.name); });

struct RefusedQuery {
  const char* soql;
  const char* code;
  const char* reason;
};

TEST(QueryRefusals, HaveSalesforcesCodesAndPointAtThePlace) {
  LocalOrg org;
  const RefusedQuery cases[] = {
      {"SELECT Id, Nope FROM Contact", "INVALID_FIELD",
       "SELECT Id, Nope FROM Contact\n           ^\nERROR at Row:1:Column:12\nNo such column "
       "'Nope' on entity 'Contact'"},
      {"SELECT Nope.Name FROM Contact", "INVALID_FIELD",
       "Didn't understand relationship 'Nope' in field path"},
      {"SELECT Id FROM Accout", "INVALID_TYPE", "sObject type 'Accout' is not supported"},
      {"SELECT Id Contact", "MALFORMED_QUERY", "ERROR at Row:1:Column:18"},
      {"SELECT Id FROM Contact WHERE Birthdate = '1990-01-01'", "INVALID_FIELD",
       "must be of type date and should not be enclosed in quotes"},
      {"SELECT Id FROM Contact WHERE SystemModstamp > 2026-01-01", "INVALID_FIELD",
       "must be of type dateTime"},
      {"SELECT Id FROM Contact WHERE LastName = 5", "INVALID_FIELD",
       "must be of type string and should be enclosed in quotes"},
      {"SELECT Id FROM Contact WHERE Description LIKE 'a%'", "INVALID_FIELD",
       "field 'Description' can not be filtered in a query call"},
      {"SELECT Id FROM Contact WHERE Id LIKE '003%'", "INVALID_QUERY_FILTER_OPERATOR",
       "invalid operator on id field"},
      {"SELECT Id FROM Contact WHERE AccountId = 'x'", "INVALID_QUERY_FILTER_OPERATOR",
       "invalid ID field: x"},
      {"SELECT Id FROM Contact ORDER BY Interests__c", "INVALID_FIELD", "can not be sorted"},
      {"SELECT Id, Id FROM Contact", "MALFORMED_QUERY", "duplicate field selected: Id"},
      {"SELECT Id FROM Contact OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE",
       "Maximum SOQL offset allowed is 2000"},
      {"SELECT FIELDS(ALL) FROM Contact", "MALFORMED_QUERY", "LIMIT of at most 200"},
      {"SELECT Name, COUNT(Id) FROM Contact", "MALFORMED_QUERY",
       "Field must be grouped or aggregated: Name"},
      {"SELECT Id FROM Contact WHERE LastName = :name", "MALFORMED_QUERY",
       "unexpected token: ':'"}};
  for (const RefusedQuery& one : cases) {
    const Json answer = org.query(one.soql);
    ASSERT_TRUE(answer.is_array()) << one.soql;
    EXPECT_EQ(answer[0]["errorCode"], one.code) << one.soql;
    EXPECT_NE(answer[0]["message"].get<std::string>().find(one.reason), std::string::npos)
        << answer[0]["message"];
  }
}

// Every page's size and the ids in all of them.
std::pair<std::vector<std::size_t>, std::set<std::string>> fetch_all(LocalOrg& org,
                                                                     const std::string& soql,
                                                                     const std::string& batch) {
  std::vector<std::size_t> sizes;
  std::set<std::string> ids;
  Json page = LocalOrg::read(
      org.send("GET", "query?q=" + url_encode(soql), "", {{"sforce-query-options", batch}}));
  for (;;) {
    sizes.push_back(page["records"].size());
    for (const Json& record : page["records"]) ids.insert(record["Id"].get<std::string>());
    if (page["done"] == true) return {sizes, ids};
    page = LocalOrg::read(org.send("GET", page["nextRecordsUrl"].get<std::string>()));
  }
}

TEST(Paging, GivesEveryRecordOnceInPagesOfTheWantedSize) {
  LocalOrg org(4100);
  using Sizes = std::vector<std::size_t>;
  const auto [plain, all] =
      fetch_all(org, "SELECT Id FROM Contact ORDER BY SystemModstamp, Id", "");
  EXPECT_EQ(plain, (Sizes{2000, 2000, 100}));
  EXPECT_EQ(all.size(), 4100u);
  EXPECT_EQ(fetch_all(org, "SELECT Id, Notes__c FROM Contact LIMIT 1500", "").first,
            (Sizes{1000, 500}))
      << "a long text keeps a page at 1,000";
  EXPECT_EQ(fetch_all(org, "SELECT Id FROM Contact LIMIT 700", "batchSize=300").first,
            (Sizes{300, 300, 100}));
  EXPECT_EQ(fetch_all(org, "SELECT Id FROM Contact LIMIT 300", "batchSize=1").first,
            (Sizes{200, 100}));
}

TEST(Paging, LeavesOutWhatWasDeletedMeanwhileAndForgetsAfterTwoDays) {
  LocalOrg org(2100);
  const Json first = org.query("SELECT Id FROM Contact ORDER BY Id");
  EXPECT_EQ(org.send("DELETE", "sobjects/Contact/" + id_of("003", 2050)).status, 204);
  const std::string next = first["nextRecordsUrl"].get<std::string>();
  EXPECT_EQ(LocalOrg::read(org.send("GET", next))["records"].size(), 99u);
  org.now_ms += 2 * 86'400'000LL + 1000;
  EXPECT_EQ(LocalOrg::read(org.send("GET", next))[0]["errorCode"], "INVALID_QUERY_LOCATOR");
}

TEST(Query, NestsParentsAndChildrenAndCountsGroups) {
  LocalOrg org;
  const std::string account = org.create("Account", R"({"Name":"Nest"})");
  for (const char* name : {"A", "B"})
    org.create("Contact",
               std::string(R"({"LastName":")") + name + R"(","AccountId":")" + account + R"("})");
  org.create("Contact", R"({"LastName":"C"})");
  const Json parents =
      org.query("SELECT LastName, Account.Name, Account.Owner.Name FROM Contact ORDER BY LastName");
  EXPECT_EQ(parents["records"][0]["Account"]["Owner"]["attributes"]["type"], "User");
  EXPECT_EQ(parents["records"][0]["Account"]["Name"], "Nest");
  EXPECT_TRUE(parents["records"][2]["Account"].is_null());
  const Json children = org.query(
      "SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC) FROM Account WHERE Name "
      "= 'Nest'");
  EXPECT_EQ(children["records"][0]["Contacts"]["totalSize"], 2);
  EXPECT_EQ(children["records"][0]["Contacts"]["records"][0]["LastName"], "B");
  const Json groups =
      org.query("SELECT AccountId, COUNT(Id) n, MAX(LastName) FROM Contact GROUP BY AccountId");
  EXPECT_EQ(groups["totalSize"], 2);
  for (const Json& group : groups["records"])
    EXPECT_EQ(group["n"], group["AccountId"].is_null() ? 1 : 2);
}

TEST(Query, ToleratesDoubledSlashesAndColumns) {
  LocalOrg org;
  EXPECT_EQ(org.send("GET", "//services//data/v62.0//query/?columns=true&q=SELECT%20Id+FROM%20User")
                .status,
            200);
}

TEST(Like, MatchesCharactersNotBytes) {
  EXPECT_TRUE(matches_like("名前", "__"));
  EXPECT_FALSE(matches_like("名前", "_"));
  EXPECT_FALSE(matches_like("aXbXc", "a%x%c"));
  EXPECT_TRUE(matches_like("a%c", "a\\%c"));
  EXPECT_FALSE(matches_like("abc", "a\\%c"));
  EXPECT_TRUE(matches_like("", "%"));
}

}  // namespace
}  // namespace crosswalk::org
