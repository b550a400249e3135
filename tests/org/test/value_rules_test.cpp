// What each type takes, keeps and answers, tried on the object that has all of them.
#include "org/test/local_org.hpp"

namespace crosswalk::org {
namespace {

class EveryTypeOrg : public LocalOrg {
 public:
  EveryTypeOrg() { account = create("Account", R"({"Name":"Acme"})"); }

  Response post(const std::string& members) {
    return send("POST", "sobjects/Every_Type__c",
                R"({"Master__c":")" + account + R"(",)" + members + "}");
  }
  Json kept(const std::string& members) {
    const Response made = post(members);
    EXPECT_EQ(made.status, 201) << made.body;
    if (made.status != 201) return {};
    return read(send("GET", "sobjects/Every_Type__c/" + read(made)["id"].get<std::string>()));
  }

  std::string account;
};

struct RefusedValue {
  const char* name;
  std::string members;
  const char* code;
};

class RefusedOfEveryType : public testing::TestWithParam<RefusedValue> {};

TEST_P(RefusedOfEveryType, GetsItsCode) {
  EveryTypeOrg org;
  const Response answer = org.post(GetParam().members);
  EXPECT_EQ(answer.status, 400) << answer.body;
  EXPECT_EQ(LocalOrg::read(answer)[0]["errorCode"], GetParam().code) << answer.body;
}

std::string member(const char* field, const std::string& json) {
  return "\"" + std::string(field) + "\":" + json;
}

std::string many_values() {
  std::string out;
  for (int i = 0; i < 900; ++i) out += "v" + std::to_string(1000 + i) + ";";
  return out;
}

INSTANTIATE_TEST_SUITE_P(
    Values, RefusedOfEveryType,
    testing::Values(
        RefusedValue{"MoreDigitsThanAnInteger", member("Int_Value", "123456789"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"MoreDigitsBelowZero", member("Int_Value", "-123456789"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"BeyondThirtyTwoBits", member("Wide_Int_Value", "2147483648"),
                     "JSON_PARSER_ERROR"},
        RefusedValue{"FractionIntoAnInteger", member("Int_Value", "1.5"), "JSON_PARSER_ERROR"},
        RefusedValue{"BeyondSixtyFourBits", member("Long_Value", "9223372036854775808"),
                     "JSON_PARSER_ERROR"},
        RefusedValue{"DigitsOfANumber", member("Number__c", "1000"), "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"NumberThatRoundsUp", member("Number__c", "999.995"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"DecimalThatNoDoubleIs", member("Number__c", "-999.995"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"EmailNameBeginsWithADot", member("Email__c", R"(".a@b.example")"),
                     "INVALID_EMAIL_ADDRESS"},
        RefusedValue{"EmailNameOf65",
                     member("Email__c", "\"" + std::string(65, 'n') + "@b.example\""),
                     "INVALID_EMAIL_ADDRESS"},
        RefusedValue{"EmailHostWithAnUnderscore", member("Email__c", R"("a@b_c.example")"),
                     "INVALID_EMAIL_ADDRESS"},
        RefusedValue{"EmailHostWithAnEmptyLabel", member("Email__c", R"("a@.b.example")"),
                     "INVALID_EMAIL_ADDRESS"},
        RefusedValue{"EmailHostEndsWithAHyphen", member("Email__c", R"("a@b-.example")"),
                     "INVALID_EMAIL_ADDRESS"},
        RefusedValue{"ZoneBeyondFourteenHours",
                     member("Datetime__c", R"("2026-02-28T13:30:00+14:30")"), "JSON_PARSER_ERROR"},
        RefusedValue{"WholeNumberIntoAFraction", member("Fraction__c", "1"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"Latitude", member("Place__Latitude__s", "90.5"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"Longitude", member("BillingLongitude", "-180.5"),
                     "NUMBER_OUTSIDE_VALID_RANGE"},
        RefusedValue{"WholeGeolocation", member("Place__c", R"({"latitude":1,"longitude":2})"),
                     "INVALID_FIELD_FOR_INSERT_UPDATE"},
        RefusedValue{"TooManySelected", member("Multi__c", "\"" + many_values() + "\""),
                     "STRING_TOO_LONG"},
        RefusedValue{"EncryptedTooLong",
                     member("Encrypted__c", "\"" + std::string(176, 'x') + "\""),
                     "STRING_TOO_LONG"},
        RefusedValue{"ExternalKeyTooLong",
                     member("External__c", "\"" + std::string(256, 'x') + "\""), "STRING_TOO_LONG"},
        RefusedValue{"PhoneTooLong", member("Phone__c", "\"" + std::string(41, '1') + "\""),
                     "STRING_TOO_LONG"},
        RefusedValue{"InactiveValue", member("Restricted__c", "\"Chess\""),
                     "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"},
        RefusedValue{"DayAfterTheLast", member("Date__c", "\"4001-01-01\""),
                     "FIELD_INTEGRITY_EXCEPTION"},
        RefusedValue{"TimeWithoutSeconds", member("Time__c", "\"13:30\""), "JSON_PARSER_ERROR"},
        RefusedValue{"Formula", member("Formula_Number__c", "1"),
                     "INVALID_FIELD_FOR_INSERT_UPDATE"},
        RefusedValue{"RollUp", member("Rollup_Currency__c", "1"),
                     "INVALID_FIELD_FOR_INSERT_UPDATE"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(ValuesOfEveryType, AreKeptAndAnsweredAsTheirTypeDoes) {
  EveryTypeOrg org;
  const Json record = org.kept(
      R"("Int_Value":12345678,"Long_Value":9007199254740993,"Date__c":"4000-12-31",)"
      R"("Email__c":"a..b.@b-c.example","Short_Text__c":"a\u0001b\u0000 ","Number__c":9.995,)"
      R"("Text__c":" \u0002\u0003 ","Place__Latitude__s":48.5,"Place__Longitude__s":7.75,"Fraction__c":0.125,)"
      R"("Encrypted__c":"4111 1111","Encrypted__pc":"secret","External__c":"Order 7",)"
      R"("Indirect__c":"o-1","Multi__c":"Tennis;Golf;Padel",)"
      R"("Rich_Text__c":"<b>Hello</b><script>alert(1)</script> <i onclick=\"x()\">you</i>")");
  EXPECT_EQ(record["Int_Value"], 12'345'678);
  EXPECT_EQ(record["Long_Value"], 9'007'199'254'740'993);
  EXPECT_EQ(record["Email__c"], "a..b.@b-c.example");
  EXPECT_EQ(record["Short_Text__c"], "ab");
  EXPECT_EQ(record["Number__c"], 10.0);
  EXPECT_TRUE(record["Text__c"].is_null()) << "nothing but control characters";
  EXPECT_EQ(record["Date__c"], "4000-12-31");
  EXPECT_EQ(record["Place__c"], Json::parse(R"({"latitude":48.5,"longitude":7.75})"));
  EXPECT_EQ(record["Fraction__c"], 0.13);
  EXPECT_EQ(record["Encrypted__c"], "*****1111") << "all but the last four";
  EXPECT_EQ(record["Encrypted__pc"], "******");
  EXPECT_EQ(record["External__c"], "Order 7") << "a key of elsewhere, not an id";
  EXPECT_EQ(record["Indirect__c"], "o-1");
  EXPECT_EQ(record["Multi__c"], "Golf;Tennis;Padel") << "in the order of their definition";
  EXPECT_EQ(record["Rich_Text__c"], "<b>Hello</b> <i>you</i>");
  EXPECT_TRUE(org.kept(R"("Place__Latitude__s":48.5)")["Place__c"].is_null());
}

}  // namespace
}  // namespace crosswalk::org
