// Records one by one and in collections: what is refused, with which code, and what is kept.
#include "org/test/local_org.hpp"

namespace crosswalk::org {
namespace {

struct Refused {
  const char* name;
  const char* body;
  const char* code;
  const char* message;
};

class RefusedContact : public testing::TestWithParam<Refused> {};

TEST_P(RefusedContact, GetsTheSameCodeAloneAndInACollection) {
  LocalOrg org(4);
  const Response alone = org.send("POST", "sobjects/Contact", GetParam().body);
  EXPECT_EQ(alone.status, 400);
  const Json error = LocalOrg::read(alone)[0];
  EXPECT_EQ(error["errorCode"], GetParam().code);
  EXPECT_NE(error["message"].get<std::string>().find(GetParam().message), std::string::npos)
      << error["message"];
  Json record = *json::read(GetParam().body);
  record["attributes"] = {{"type", "Contact"}};
  const Json good = {{"attributes", {{"type", "Contact"}}}, {"LastName", "Good"}};
  const Response many = org.send("POST", "composite/sobjects",
                                 json::write({{"records", Json::array({record, good})}}));
  EXPECT_EQ(many.status, 200);
  const Json results = LocalOrg::read(many);
  EXPECT_FALSE(results[0].contains("id"));
  EXPECT_EQ(results[0]["errors"][0]["statusCode"], GetParam().code);
  EXPECT_EQ(results[1]["success"], true);
}

INSTANTIATE_TEST_SUITE_P(
    Records, RefusedContact,
    testing::Values(
        Refused{"MissingLastName", R"({"FirstName":"A"})", "REQUIRED_FIELD_MISSING",
                "Required fields are missing: [LastName]"},
        Refused{"BlankLastName", R"({"LastName":"  "})", "REQUIRED_FIELD_MISSING", "[LastName]"},
        Refused{
            "TooLong",
            R"({"LastName":"A","Title":"ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt"})",
            "STRING_TOO_LONG", "Title: data value too large"},
        Refused{"Email", R"({"LastName":"A","Email":"guest at example.com"})",
                "INVALID_EMAIL_ADDRESS", "Email: invalid email address: guest at"},
        Refused{"RestrictedPicklist", R"({"LastName":"A","Event_Status__c":"Maybe"})",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
                "bad value for restricted picklist field: Maybe"},
        Refused{"RestrictedMultiselect", R"({"LastName":"A","Interests__c":"Keynotes;Golf"})",
                "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Golf"},
        Refused{"UnknownField", R"({"LastName":"A","Nope__c":1})", "INVALID_FIELD",
                "No such column 'Nope__c' on sobject of type Contact"},
        Refused{"ReadOnlyField", R"({"LastName":"A","SystemModstamp":"2020-01-01T00:00:00Z"})",
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: SystemModstamp"},
        Refused{"FormulaField", R"({"LastName":"A","Score_Band__c":"High"})",
                "INVALID_FIELD_FOR_INSERT_UPDATE", "Score_Band__c"},
        Refused{"NumberRange", R"({"LastName":"A","Health_Score__c":1000})",
                "NUMBER_OUTSIDE_VALID_RANGE", "Health Score: value outside of valid range"},
        Refused{"TextIntoNumber", R"({"LastName":"A","Health_Score__c":"much"})",
                "JSON_PARSER_ERROR",
                "Cannot deserialize instance of double from VALUE_STRING value much"},
        Refused{"ListIntoText", R"({"LastName":["A"]})", "JSON_PARSER_ERROR", "START_ARRAY"},
        Refused{"NullCheckbox", R"({"LastName":"A","VIP__c":null})", "JSON_PARSER_ERROR",
                "boolean from VALUE_NULL"},
        Refused{"NoDate", R"({"LastName":"A","Birthdate":"2023-02-29"})", "JSON_PARSER_ERROR",
                "instance of date"},
        Refused{"DateForDatetime", R"({"LastName":"A","Registered_At__c":"2023-02-28"})",
                "JSON_PARSER_ERROR", "instance of datetime"},
        Refused{"DateTooEarly", R"({"LastName":"A","Birthdate":"1600-01-01"})",
                "FIELD_INTEGRITY_EXCEPTION", "invalid date"},
        Refused{"MalformedId", R"({"LastName":"A","AccountId":"abc"})", "MALFORMED_ID",
                "id value of incorrect type"},
        Refused{"IdOfAnotherObject", R"({"LastName":"A","AccountId":"003Lm0000000001"})",
                "MALFORMED_ID", "id value of incorrect type"},
        Refused{"IdOfNothing", R"({"LastName":"A","AccountId":"001Lm00000000zz"})",
                "INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"},
        Refused{"Duplicate", R"({"LastName":"A","Participant_Id__c":"p-000001"})",
                "DUPLICATE_VALUE", "duplicates value on record with id: 003"},
        Refused{"ParentUnknown", R"({"LastName":"A","Account":{"Organisation_Id__c":"none"}})",
                "INVALID_FIELD", "not found for field Organisation_Id__c"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Records, AreKeptTheWaySalesforceKeepsThem) {
  LocalOrg org;
  const std::string account = org.create(
      "Account", R"({"Name":"A","Organisation_Id__c":"o-1","NumberOfEmployees":"10000"})");
  const std::string id = org.create(
      "Contact",
      R"({"LastName":" Müller ","FirstName":"","Interests__c":"workshops; Keynotes;Workshops","Health_Score__c":12.345,
      "Registered_At__c":"2026-01-01T01:30:00.789+01:00","Account":{"Organisation_Id__c":"O-1"},"LeadSource":"Something new"})");
  const Json record = LocalOrg::read(org.send("GET", "sobjects/Contact/" + id.substr(0, 15)));
  EXPECT_EQ(record["Name"], "Müller");
  EXPECT_TRUE(record["FirstName"].is_null());
  EXPECT_EQ(record["Interests__c"], "Keynotes;Workshops");
  EXPECT_EQ(record["Health_Score__c"], 12.35);
  EXPECT_EQ(record["Registered_At__c"], "2026-01-01T00:30:00.000+0000");
  EXPECT_EQ(record["AccountId"], account);
  EXPECT_EQ(record["LeadSource"], "Something new") << "an unrestricted picklist takes any text";
  EXPECT_EQ(record["VIP__c"], false);
  EXPECT_EQ(record["OwnerId"], user_id());
  EXPECT_EQ(LocalOrg::read(org.send("GET", "sobjects/Account/" + account))["NumberOfEmployees"],
            10'000);
}

TEST(Records, MoveTheirStampWithEveryWriteAndClearWithNull) {
  LocalOrg org;
  const std::string id = org.create("Contact", R"({"LastName":"A","Phone":"1"})");
  org.now_ms += 5'500;
  EXPECT_EQ(org.send("PATCH", "sobjects/Contact/" + id, R"({"Phone":null})").status, 204);
  const Json record = LocalOrg::read(
      org.send("GET", "sobjects/Contact/" + id + "?fields=Phone,CreatedDate,SystemModstamp"));
  EXPECT_TRUE(record["Phone"].is_null());
  EXPECT_EQ(record["CreatedDate"], "2026-01-01T00:00:00.000+0000");
  EXPECT_EQ(record["SystemModstamp"], "2026-01-01T00:00:05.000+0000");
  EXPECT_EQ(org.send("PATCH", "sobjects/Contact/" + id, R"({"Id":")" + id + R"("})").status, 400);
}

TEST(Upsert, CreatesUpdatesAndRefusesTheKeyInTheBody) {
  LocalOrg org;
  const std::string path = "sobjects/Contact/Participant_Id__c/a%2Fb%20%C3%A9";
  EXPECT_EQ(org.send("PATCH", path + "?updateOnly=true", R"({"LastName":"One"})").status, 404);
  EXPECT_EQ(org.send("PATCH", path, R"({"LastName":"One"})").status, 201);
  const Response again = org.send("PATCH", path, R"({"LastName":"Two"})");
  EXPECT_EQ(again.status, 200);
  EXPECT_EQ(LocalOrg::read(again)["created"], false);
  EXPECT_EQ(org.send("PATCH", "/services/data/v45.0/" + path, R"({"LastName":"Three"})").status,
            204);
  EXPECT_EQ(LocalOrg::read(org.send("GET", path))["Participant_Id__c"], "a/b é");
  EXPECT_EQ(org.send("PATCH", path, R"({"LastName":"Two","Participant_Id__c":"x"})").status, 400);
  EXPECT_EQ(org.send("PATCH", "sobjects/Contact/Title/x", R"({})").status, 404);
}

TEST(Upsert, AnswersTheAddressesWhenSeveralMatch) {
  LocalOrg org;
  for (int i = 0; i < 2; ++i)
    org.create("Contact", R"({"LastName":"A","Email":"same@example.com"})");
  const Response answer =
      org.send("PATCH", "sobjects/Contact/Email/same%40example.com", R"({"LastName":"B"})");
  EXPECT_EQ(answer.status, 300);
  EXPECT_EQ(LocalOrg::read(answer).size(), 2u);
  EXPECT_EQ(org.query("SELECT COUNT() FROM Contact WHERE LastName = 'B'")["totalSize"], 0);
}

TEST(Collections, UpsertEachRecordByItselfAndSayWhatWouldHaveBeenCreated) {
  LocalOrg org(4);
  const Json results = LocalOrg::read(
      org.send("PATCH", "composite/sobjects/Contact/Participant_Id__c", R"({"records":[
      {"attributes":{"type":"Contact"},"Participant_Id__c":"P-000001","LastName":"Known"},
      {"attributes":{"type":"Contact"},"Participant_Id__c":"NEW-1","LastName":"New"},
      {"attributes":{"type":"Contact"},"Participant_Id__c":"NEW-2"},
      {"attributes":{"type":"Contact"},"Participant_Id__c":"P-000002","Email":"bad"},
      {"attributes":{"type":"Contact"},"Participant_Id__c":"new-1","LastName":"Again"},
      {"attributes":{"type":"Contact"},"LastName":"No key"}]})"));
  const std::tuple<bool, bool, std::string> wanted[] = {{true, false, ""},
                                                        {true, true, ""},
                                                        {false, true, "REQUIRED_FIELD_MISSING"},
                                                        {false, false, "INVALID_EMAIL_ADDRESS"},
                                                        {false, false, "DUPLICATE_EXTERNAL_ID"},
                                                        {false, true, "MISSING_ARGUMENT"}};
  ASSERT_EQ(results.size(), std::size(wanted));
  for (std::size_t i = 0; i < results.size(); ++i) {
    const auto& [success, created, code] = wanted[i];
    EXPECT_EQ(results[i]["success"], success) << i;
    EXPECT_EQ(results[i]["created"], created) << i;
    EXPECT_EQ(results[i].contains("id"), success) << i;
    if (!success) {
      EXPECT_EQ(results[i]["errors"][0]["statusCode"], code) << i;
    }
  }
}

TEST(Collections, TakeAtMost200RecordsInTenRunsOfOneType) {
  LocalOrg org;
  const auto body = [](int count, bool mixed) {
    Json records = Json::array();
    for (int i = 0; i < count; ++i)
      records.push_back({{"attributes", {{"type", mixed && i % 2 ? "Account" : "Contact"}}},
                         {mixed && i % 2 ? "Name" : "LastName", "N"}});
    return json::write({{"records", records}});
  };
  EXPECT_EQ(org.send("POST", "composite/sobjects", body(200, false)).status, 200);
  EXPECT_EQ(org.send("POST", "composite/sobjects", body(201, false)).status, 400);
  EXPECT_EQ(org.send("POST", "composite/sobjects", body(10, true)).status, 200);
  EXPECT_EQ(org.send("POST", "composite/sobjects", body(11, true)).status, 400);
  EXPECT_EQ(
      LocalOrg::read(org.send("POST", "composite/sobjects", "{\"records\":[]}"))[0]["errorCode"],
      "REQUIRED_FIELD_MISSING");
}

TEST(Collections, UndoEverythingUnderAllOrNone) {
  LocalOrg org;
  const std::string id = org.create("Contact", R"({"LastName":"Before"})");
  const Json results = LocalOrg::read(
      org.send("PATCH", "composite/sobjects",
               R"({"allOrNone":true,"records":[{"attributes":{"type":"Contact"},"id":")" + id +
                   R"(","LastName":"After"},{"attributes":{"type":"Contact"},"LastName":"x"}]})"));
  EXPECT_EQ(results[0]["errors"][0]["statusCode"], "ALL_OR_NONE_OPERATION_ROLLED_BACK");
  EXPECT_EQ(results[1]["errors"][0]["statusCode"], "MISSING_ARGUMENT");
  EXPECT_EQ(LocalOrg::read(org.send("GET", "sobjects/Contact/" + id))["LastName"], "Before");
}

TEST(Deletion, KeepsARecordForQueryAllAndFreesItsUniqueValue) {
  LocalOrg org;
  const std::string id = org.create("Contact", R"({"LastName":"A","Participant_Id__c":"K"})");
  EXPECT_EQ(org.send("DELETE", "sobjects/Contact/" + id).status, 204);
  EXPECT_EQ(LocalOrg::read(org.send("DELETE", "sobjects/Contact/" + id))[0]["errorCode"],
            "ENTITY_IS_DELETED");
  EXPECT_EQ(org.query("SELECT COUNT() FROM Contact")["totalSize"], 0);
  EXPECT_EQ(LocalOrg::read(org.send("GET", "queryAll?q=SELECT+COUNT()+FROM+Contact"))["totalSize"],
            1);
  org.create("Contact", R"({"LastName":"B","Participant_Id__c":"K"})");
}

TEST(Faults, LockRowsExpireTokensAndUseUpTheLimit) {
  LocalOrg org;
  const std::string id = org.create("Contact", R"({"LastName":"A"})");
  EXPECT_EQ(
      org.send("POST", "/__org/faults",
               R"({"lock":{"id":")" + id + R"(","count":1},"refuse":{"count":1,"status":503}})")
          .status,
      204);
  EXPECT_EQ(org.send("GET", "limits").status, 503);
  EXPECT_EQ(LocalOrg::read(org.send("PATCH", "sobjects/Contact/" + id, "{}"))[0]["errorCode"],
            "UNABLE_TO_LOCK_ROW");
  EXPECT_EQ(org.send("PATCH", "sobjects/Contact/" + id, "{}").status, 204);
  EXPECT_EQ(
      org.send("POST", "/__org/faults", R"({"loseAnswer":{"count":1,"path":"/sobjects/"}})").status,
      204);
  EXPECT_TRUE(org.send("POST", "sobjects/Contact", R"({"LastName":"Lost"})").drop);
  EXPECT_EQ(org.query("SELECT COUNT() FROM Contact WHERE LastName = 'Lost'")["totalSize"], 1);
  EXPECT_EQ(org.send("POST", "/__org/faults", R"({"limit":{"max":10,"used":10}})").status, 204);
  EXPECT_EQ(LocalOrg::read(org.send("GET", "limits"))[0]["errorCode"], "REQUEST_LIMIT_EXCEEDED");
  EXPECT_EQ(org.send("POST", "/__org/faults", R"({"surprise":1})").status, 400);
  EXPECT_EQ(org.send("POST", "/__org/expire-tokens").status, 204);
  EXPECT_EQ(LocalOrg::read(org.send("GET", "limits"))[0]["errorCode"], "INVALID_SESSION_ID");
}

}  // namespace
}  // namespace crosswalk::org
