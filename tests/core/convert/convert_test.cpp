#include "convert/convert.hpp"

#include <gtest/gtest.h>

#include "core/convert/golden_program.hpp"

namespace crosswalk::convert {
namespace {

Value text(std::string_view value) { return Value::of_text(value); }
Value number(std::string_view value) { return Value::of_number(value); }
const Value kNull = Value::of_null();
const Value kAbsent;

std::string shown(const Value& value) {
  switch (value.kind) {
    case ValueKind::absent:
      return "absent";
    case ValueKind::null:
      return "null";
    case ValueKind::text:
      return "text " + std::string(value.text);
    case ValueKind::number:
      return "number " + std::string(value.text);
    case ValueKind::truth:
      return value.truth ? "true" : "false";
  }
  return {};
}

struct Case {
  const char* name;
  const char* field;  // JSON of the field mapping
  Value from;
  Value to;
  const char* refusal = "";  // Salesforce's code on the way there, ours on the way back
};

const std::string kLong300(300, 'x');
const std::string kLong81 = std::string(79, 'x') + "\xF0\x9F\x98\x80";  // 81 units with an emoji
const std::string kLong79(79, 'x');
const std::string kBadUtf8 = "a\xFF";

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class IntoSalesforce : public testing::TestWithParam<Case> {};

TEST_P(IntoSalesforce, Arrives) {
  const Case& c = GetParam();
  const Program program = program_of(c.field);
  ASSERT_FALSE(program.fields().empty());
  const std::size_t field = program.fields().size() - 1;
  Arena arena;
  std::vector<Refusal> refusals;
  const Value value = to_salesforce(program, field, c.from, arena, refusals);
  EXPECT_EQ(shown(value), shown(c.to));
  EXPECT_EQ(refusals.empty() ? "" : refusals.front().salesforce_code, c.refusal);
  for (const Refusal& refusal : refusals) {
    EXPECT_EQ(refusal.field, field);
    EXPECT_FALSE(refusal.code.empty());
    EXPECT_FALSE(refusal.cure.empty());
    // Never a record's value.
    if (c.from.text.size() > 3) {
      EXPECT_EQ(refusal.message.find(c.from.text), std::string::npos);
    }
  }
}

constexpr const char* kFirst = R"({"platform":"first_name","salesforce":"FirstName"})";
constexpr const char* kLast = R"({"platform":"last_name","salesforce":"LastName"})";
constexpr const char* kEmail = R"({"platform":"email","salesforce":"Email"})";
constexpr const char* kStatus = R"({"platform":"status","salesforce":"Status__c"})";
constexpr const char* kInterests = R"({"platform":"interests","salesforce":"Interests__c"})";
constexpr const char* kScore = R"({"platform":"score","salesforce":"Health_Score__c"})";
constexpr const char* kVisits = R"({"platform":"visits","salesforce":"Visits__c"})";
constexpr const char* kValue = R"({"platform":"value","salesforce":"Lifetime_Value__c"})";
constexpr const char* kBorn = R"({"platform":"birth_date","salesforce":"Birthdate"})";
constexpr const char* kBornText =
    R"({"platform":"birth_date","salesforce":"Badge__c","direction":"push"})";
constexpr const char* kRegistered =
    R"({"platform":"registered_at","salesforce":"Registered_At__c"})";
constexpr const char* kDay =
    R"({"platform":"registered_at","salesforce":"Birthdate","direction":"push"})";
constexpr const char* kOptOut = R"({"platform":"opt_out","salesforce":"HasOptedOutOfEmail"})";
constexpr const char* kNotes = R"({"platform":"notes","salesforce":"Notes__c"})";
constexpr const char* kNotesShort =
    R"({"platform":"notes","salesforce":"Badge__c","direction":"push"})";
constexpr const char* kAccount = R"({"platform":"account","salesforce":"AccountId"})";
constexpr const char* kTagsJoin =
    R"({"platform":"tags","salesforce":"Tags__c","transform":[{"join":", "}]})";
constexpr const char* kTags = R"({"platform":"tags","salesforce":"Tags__c"})";
constexpr const char* kCut =
    R"({"platform":"company","salesforce":"Department","onTooLong":"truncate"})";
constexpr const char* kRefuse = R"({"platform":"company","salesforce":"Department"})";
constexpr const char* kDefault =
    R"({"platform":"company","salesforce":"Department","default":"Unknown","onNull":"default"})";
constexpr const char* kSkip = R"({"platform":"company","salesforce":"Department","onNull":"skip"})";
constexpr const char* kMap = R"({"platform":"status","salesforce":"Status__c",)"
                             R"("transform":[{"map":{"registered":"Registered","came":"Came"}}]})";
constexpr const char* kMapOther =
    R"({"platform":"status","salesforce":"Status__c",)"
    R"("transform":[{"map":{"registered":"Registered"},"otherwise":"Came"}]})";
constexpr const char* kMapTruth =
    R"({"platform":"status","salesforce":"HasOptedOutOfEmail",)"
    R"("transform":[{"map":{"Canceled":true,"came":false},"otherwise":false}]})";
constexpr const char* kMapSet = R"({"platform":"tags","salesforce":"Interests__c",)"
                                R"("transform":[{"map":{"VIP":"Golf","Press":"Music"}}]})";

INSTANTIATE_TEST_SUITE_P(
    Convert, IntoSalesforce,
    testing::Values(
        Case{"AbsentStaysAbsent", kFirst, kAbsent, kAbsent},
        Case{"NullClears", kFirst, kNull, kNull}, Case{"EmptyTextClears", kFirst, text(""), kNull},
        Case{"BlanksAloneClear", kFirst, text(" \t "), kNull},
        Case{"TextIsTrimmed", kFirst, text(" Zo\xC3\xAB "), text("Zo\xC3\xAB")},
        Case{"ControlCharactersGo", kFirst, text("a\x01\x02z"), text("az")},
        Case{"LineEndsBecomeBlanksInOneLine", kNotesShort, text("a\r\nb\nc"), text("a b c")},
        Case{"LineEndsStayInATextArea", kNotes, text("a\r\nb"), text("a\nb")},
        Case{"BadUtf8IsRefused", kFirst, text(kBadUtf8), kAbsent, "JSON_PARSER_ERROR"},
        Case{"RequiredRefusesNull", kLast, kNull, kAbsent, "REQUIRED_FIELD_MISSING"},
        Case{"RequiredRefusesEmptyText", kLast, text(""), kAbsent, "REQUIRED_FIELD_MISSING"},
        Case{"TooLongIsRefused", kRefuse, text(kLong300), kAbsent, "STRING_TOO_LONG"},
        Case{"LengthCountsUtf16Units", kRefuse, text(kLong81), kAbsent, "STRING_TOO_LONG"},
        Case{"CuttingSplitsNoCharacter", kCut, text(kLong81), text(kLong79)},
        Case{"NullTakesTheDefault", kDefault, kNull, text("Unknown")},
        Case{"AbsentTakesNoDefault", kDefault, kAbsent, kAbsent},
        Case{"EmptyTextTakesNoDefault", kDefault, text(""), kNull},
        Case{"NullIsSkipped", kSkip, kNull, kAbsent},
        Case{"EmailArrives", kEmail, text("ana@example.com"), text("ana@example.com")},
        Case{"BadEmailIsRefused", kEmail, text("ana(at)example"), kAbsent, "INVALID_EMAIL_ADDRESS"},
        Case{"DotsMayStandTogetherInAnEmail", kEmail, text("a..b.@example.com"),
             text("a..b.@example.com")},
        Case{"EmailBeginsWithNoDot", kEmail, text(".a@example.com"), kAbsent,
             "INVALID_EMAIL_ADDRESS"},
        Case{"ChoiceTakesTheOrgsCasing", kStatus, text("came"), text("Came")},
        Case{"UnknownChoiceIsRefused", kStatus, text("gone"), kAbsent,
             "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"},
        Case{"SetIsCleaned", kInterests, text("golf; Music;;golf"), text("Golf;Music")},
        Case{"SetLosesItsControlCharacters", kInterests, text("go\x01lf;\x02Music"),
             text("Golf;Music")},
        Case{"EmptySetClears", kInterests, text(" ; "), kNull},
        Case{"UnknownMemberIsRefused", kInterests, text("Golf;Chess"), kAbsent,
             "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"},
        Case{"SetIntoTextIsJoined", kTags, text("VIP;Press"), text("VIP;Press")},
        Case{"JoinUsesItsSeparator", kTagsJoin, text("VIP;Press"), text("VIP, Press")},
        Case{"NumberIsPlain", kScore, number("23.0"), number("23")},
        Case{"ExponentIsPlain", kValue, number("1.44E12"), number("1440000000000")},
        Case{"EighteenDigitsStay", kValue, number("1234567890123456.78"),
             number("1234567890123456.78")},
        Case{"RoundsHalfAwayFromZero", kScore, number("-1.005"), number("-1.01")},
        Case{"RoundingMayCarry", kScore, number("99.999"), number("100")},
        Case{"RoundingMayOverflow", kScore, number("999.999"), kAbsent,
             "NUMBER_OUTSIDE_VALID_RANGE"},
        Case{"TooManyDigits", kScore, number("1000"), kAbsent, "NUMBER_OUTSIDE_VALID_RANGE"},
        Case{"EnormousExponent", kScore, number("1e999"), kAbsent, "NUMBER_OUTSIDE_VALID_RANGE"},
        Case{"NegativeZeroIsZero", kScore, number("-0.001"), number("0")},
        Case{"WholeNumberIsRounded", kVisits, number("12.5"), number("13")},
        Case{"TextIsNoNumber", kScore, text("twelve"), kAbsent, "JSON_PARSER_ERROR"},
        Case{"CommaMakesNoNumber", kScore, text("1,5"), kAbsent, "JSON_PARSER_ERROR"},
        Case{"ExponentWithoutDigitsIsNoNumber", kScore, text("1e"), kAbsent, "JSON_PARSER_ERROR"},
        Case{"NumberInATextIsNotGuessed", kScore, text(" 12 "), kAbsent, ""},
        Case{"NumberInATextWithAnExponent", kScore, text("+.5e-1"), kAbsent, ""},
        Case{"DateStaysItsDay", kBorn, text("1990-02-28"), text("1990-02-28")},
        Case{"ADayThatIsNotIsRefused", kBorn, text("1990-02-29"), kAbsent, "JSON_PARSER_ERROR"},
        Case{"YearsBefore1700AreRefused", kBorn, text("1699-12-31"), kAbsent,
             "FIELD_INTEGRITY_EXCEPTION"},
        Case{"DateIntoText", kBornText, text("1990-02-28"), text("1990-02-28")},
        Case{"OffsetBecomesUtc", kRegistered, text("2026-01-01T00:30:00+02:00"),
             text("2025-12-31T22:30:00.000Z")},
        Case{"SalesforcesOwnForm", kRegistered, text("2022-02-15T06:21:19.123+0000"),
             text("2022-02-15T06:21:19.000Z")},
        Case{"FractionsMayBeLong", kRegistered, text("2022-02-15T06:21:19.1234567890123Z"),
             text("2022-02-15T06:21:19.000Z")},
        Case{"WithoutZoneIsRefused", kRegistered, text("2022-02-15T06:21:19"), kAbsent,
             "JSON_PARSER_ERROR"},
        Case{"DatetimeIntoDateKeepsTheWrittenDay", kDay, text("2026-01-01T00:30:00+02:00"),
             text("2026-01-01")},
        Case{"DatetimeWithoutItsTimeIntoDate", kDay, text("2026-01-01"), text("2026-01-01")},
        Case{"TruthInAnotherCaseIsNotGuessed", kOptOut, text("TRUE"), kAbsent, ""},
        Case{"YesIsNoTruth", kOptOut, text("yes"), kAbsent, "JSON_PARSER_ERROR"},
        Case{"TruthArrives", kOptOut, Value::of_truth(true), Value::of_truth(true)},
        Case{"NullLeavesACheckbox", kOptOut, kNull, kAbsent},
        Case{"NumberIsNoTruth", kOptOut, number("1"), kAbsent, "JSON_PARSER_ERROR"},
        Case{"IdGrowsTo18", kAccount, text("001D000000IqhSL"), text("001D000000IqhSLIAZ")},
        Case{"IdOf18Stays", kAccount, text("001D000000IqhSLIAZ"), text("001D000000IqhSLIAZ")},
        Case{"WrongCheckIsRefused", kAccount, text("001D000000IqhSLIAA"), kAbsent, "MALFORMED_ID"},
        Case{"NoIdIsRefused", kAccount, text("acct-7"), kAbsent, "MALFORMED_ID"},
        Case{"MapTranslates", kMap, text("registered"), text("Registered")},
        Case{"MapWithoutOtherwiseRefuses", kMap, text("Canceled"), kAbsent, ""},
        Case{"MapWithOtherwise", kMapOther, text("Canceled"), text("Came")},
        Case{"MapMakesTruth", kMapTruth, text("Canceled"), Value::of_truth(true)},
        Case{"MapWorksOnMembers", kMapSet, text("VIP;Press"), text("Golf;Music")}),
    [](const auto& info) { return info.param.name; });

class IntoPlatform : public testing::TestWithParam<Case> {};

TEST_P(IntoPlatform, Arrives) {
  const Case& c = GetParam();
  const Program program = program_of(c.field);
  ASSERT_FALSE(program.fields().empty());
  Arena arena;
  std::vector<Refusal> refusals;
  const Value value = to_platform(program, program.fields().size() - 1, c.from, arena, refusals);
  EXPECT_EQ(shown(value), shown(c.to));
  EXPECT_EQ(refusals.empty() ? "" : refusals.front().code, c.refusal);
  for (const Refusal& refusal : refusals) EXPECT_TRUE(refusal.salesforce_code.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Convert, IntoPlatform,
    testing::Values(Case{"AbsentStaysAbsent", kFirst, kAbsent, kAbsent},
                    Case{"NullClears", kFirst, kNull, kNull},
                    Case{"RequiredRefusesNull", kLast, kNull, kAbsent, "CW3011"},
                    Case{"LineEndsAreUnified", kNotes, text("a\r\nb\rc"), text("a\nb\nc")},
                    Case{"DatetimeIsNormal", kRegistered, text("2022-02-15T06:21:19.000+0000"),
                         text("2022-02-15T06:21:19.000Z")},
                    Case{"NumberIsPlain", kScore, number("23.0"), number("23")},
                    Case{"ChoiceTakesThePlatformsCasing", kStatus, text("Came"), text("came")},
                    Case{"UnknownChoiceIsRefused", kStatus, text("Lost"), kAbsent, "CW3004"},
                    Case{"JoinIsSplit", kTagsJoin, text("VIP, Press"), text("VIP;Press")},
                    Case{"MapIsTurnedRound", kMap, text("Registered"), text("registered")},
                    Case{"ValueThatNoMapMakes", kMap, text("Lost"), kAbsent, "CW3013"},
                    Case{"TruthIsTurnedRound", kMapTruth, Value::of_truth(true), text("Canceled")},
                    Case{"MembersAreTurnedRound", kMapSet, text("Music;Golf"), text("Press;VIP")}),
    [](const auto& info) { return info.param.name; });

struct SameCase {
  const char* name;
  Form form;
  Value left, right;
  bool same;
};

class Same : public testing::TestWithParam<SameCase> {};

TEST_P(Same, Value) {
  const SameCase& c = GetParam();
  EXPECT_EQ(same_value(c.form, c.left, c.right), c.same);
  EXPECT_EQ(same_value(c.form, c.right, c.left), c.same);
  EXPECT_TRUE(same_value(c.form, c.left, c.left));
}

INSTANTIATE_TEST_SUITE_P(
    Convert, Same,
    testing::Values(
        SameCase{"NumbersByAmount", Form::number, number("23.0"), number("23"), true},
        SameCase{"NumbersInExponents", Form::number, number("1.44E12"), number("1440000000000"),
                 true},
        SameCase{"NumbersBeyondDoubles", Form::number, number("9007199254740993"),
                 number("9007199254740992"), false},
        SameCase{"NumbersBySign", Form::number, number("-1"), number("1"), false},
        SameCase{"NegativeZero", Form::number, number("-0"), number("0.0"), true},
        SameCase{"SetsInAnyOrder", Form::set, text("a;b"), text("b; a;a"), true},
        SameCase{"SetsWithMore", Form::set, text("a;b"), text("a"), false},
        SameCase{"EmptySetIsNothing", Form::set, text(""), kNull, true},
        SameCase{"NothingIsNothing", Form::text, kAbsent, text(""), true},
        SameCase{"NothingIsNoZero", Form::number, kNull, number("0"), false},
        SameCase{"NothingIsNotFalse", Form::truth, kNull, Value::of_truth(false), false},
        SameCase{"InstantsInZones", Form::datetime, text("2022-02-15T06:21:19.000+0000"),
                 text("2022-02-15T07:21:19+01:00"), true},
        SameCase{"InstantsAtOtherSeconds", Form::datetime, text("2022-02-15T06:21:19Z"),
                 text("2022-02-15T06:21:20Z"), false},
        SameCase{"DatesWithZ", Form::date, text("2022-02-15"), text("2022-02-15Z"), true},
        SameCase{"Times", Form::time, text("13:30"), text("13:30:00.000Z"), true},
        SameCase{"LineEnds", Form::text, text("a\r\nb"), text("a\nb"), true},
        SameCase{"LetterCaseCounts", Form::text, text("a"), text("A"), false},
        SameCase{"IdsOfBothLengths", Form::id, text("001D000000IqhSL"), text("001D000000IqhSLIAZ"),
                 true},
        SameCase{"TruthsDiffer", Form::truth, Value::of_truth(true), Value::of_truth(false),
                 false}),
    [](const auto& info) { return info.param.name; });

struct BadProgram {
  const char* name;
  const char* object;
  const char* code;
  const char* path;
};

class Compile : public testing::TestWithParam<BadProgram> {};

TEST_P(Compile, Refuses) {
  const auto program = golden_program(GetParam().object);
  ASSERT_FALSE(program.has_value());
  EXPECT_EQ(program.error().code, GetParam().code);
  EXPECT_EQ(program.error().path, GetParam().path);
}

#define OBJECT R"({"platform":"participant","salesforce":"Contact","direction":"both",)"
INSTANTIATE_TEST_SUITE_P(
    Convert, Compile,
    testing::Values(
        BadProgram{"AnUnknownPlatformField",
                   OBJECT R"("fields":[{"platform":"x","salesforce":"Email"}]})",
                   "platformFieldUnknown", "/objects/0/fields/0/platform"},
        BadProgram{"AnUnknownSalesforceField",
                   OBJECT R"("fields":[{"platform":"email","salesforce":"X"}]})",
                   "salesforceFieldUnknown", "/objects/0/fields/0/salesforce"},
        BadProgram{"TypesThatDoNotGo",
                   OBJECT R"("fields":[{"platform":"email","salesforce":"Health_Score__c"}]})",
                   "fieldTypesIncompatible", "/objects/0/fields/0"},
        BadProgram{"FormulaAsTarget",
                   OBJECT R"("fields":[{"platform":"visits","salesforce":"Days_Known__c"}]})",
                   "fieldTypesIncompatible", "/objects/0/fields/0"},
        BadProgram{
            "JoinOnASingleText",
            OBJECT
            R"("fields":[{"platform":"city","salesforce":"MailingCity","transform":[{"join":";"}]}]})",
            "transformMisplaced", "/objects/0/fields/0/transform/0"},
        BadProgram{
            "DefaultThatIsTooLong",
            OBJECT
            R"("fields":[{"platform":"badge","salesforce":"Badge__c","default":"a text longer than twenty"}]})",
            "literalUnfit", "/objects/0/fields/0/default"},
        BadProgram{"ConstantOutsideItsPicklist",
                   OBJECT R"("constants":[{"salesforce":"Status__c","value":"Gone"}],"fields":[]})",
                   "literalUnfit", "/objects/0/constants/0/value"},
        BadProgram{"MatchFieldThatIsNotMapped",
                   OBJECT R"("match":{"fields":["email"]},"fields":[]})", "matchFieldUnmapped",
                   "/objects/0/match/fields/0"},
        BadProgram{
            "ExternalIdFilledByAnother",
            OBJECT
            R"("match":{"externalId":"Participant_Id__c"},"fields":[{"platform":"badge","salesforce":"Participant_Id__c"}]})",
            "externalIdMapped", "/objects/0/fields/0"}),
    [](const auto& info) { return info.param.name; });

TEST(Compile, FollowsThePolicyOfTheMapping) {
  const auto compiled = [](const char* policy, const char* field) {
    const std::string text = std::string(R"({"version":1,"name":"Test","policy":")") + policy +
                             R"(","objects":[{"platform":"participant","salesforce":"Contact",)" +
                             R"("fields":[)" + field + "]}]}";
    const mapping::ReadOutcome read = mapping::read(text);
    const auto platform = schema::read_platform(golden_text("schemas/platform.json"));
    const auto describe = schema::read_describe(golden_text("schemas/salesforce/Contact.json"));
    const auto program = compile(*read.document, 0, *platform->find("participant"), *describe);
    return program ? std::string("compiled") : program.error().code;
  };
  EXPECT_EQ(compiled("strict-events", kFirst), "compiled");
  EXPECT_EQ(compiled("strict-events", kEmail), "compiled") << "a default field";
  EXPECT_EQ(compiled("strict-events", kStatus), "policyRefuses");
  EXPECT_EQ(compiled("lenient", kFirst), "policyUnknown");
}

TEST(Convert, KeyStandsFirstAndConstantsLast) {
  const Program program =
      program_of(kFirst, R"("constants":[{"salesforce":"LeadSource","value":"Event"}],)");
  ASSERT_EQ(program.fields().size(), 3u);
  EXPECT_EQ(program.fields()[0].role, FieldRole::key);
  EXPECT_EQ(program.key_field(), 0u);
  EXPECT_EQ(program.fields()[2].role, FieldRole::constant);
  EXPECT_EQ(program.find_salesforce("firstname"), 1u);
  ASSERT_EQ(program.unmapped_required().size(), 1u);
  EXPECT_EQ(program.unmapped_required()[0].name, "LastName");
}

TEST(Convert, WarmArenaHoldsNoMoreFromRecordToRecord) {
  const Program program = program_of(kFirst + std::string(",") + kScore + "," + kInterests);
  const std::vector<Value> row{text("7"), text(" a\r\nb "), number("1.50"), text("golf;music")};
  std::vector<Value> out(row.size());
  Arena arena;
  std::vector<Refusal> refusals;
  to_salesforce(program, row, out, arena, refusals);
  const std::size_t held = arena.bytes_held();
  for (int i = 0; i < 10000; ++i) {
    arena.clear();
    to_salesforce(program, row, out, arena, refusals);
  }
  EXPECT_EQ(arena.bytes_held(), held);
  EXPECT_TRUE(refusals.empty());
}

TEST(Convert, ThereAndBackIsTheSame) {
  const Program program = program_of(std::string(kFirst) + "," + kScore + "," + kRegistered + "," +
                                     kTagsJoin + "," + kMap + "," + kOptOut);
  const std::vector<Value> row{text("7"),
                               text("Zo\xC3\xAB"),
                               number("12.30"),
                               text("2026-01-01T00:30:00+02:00"),
                               text("VIP;Press"),
                               text("came"),
                               Value::of_truth(false)};
  std::vector<Value> there(row.size()), back(row.size());
  Arena arena;
  std::vector<Refusal> refusals;
  to_salesforce(program, row, there, arena, refusals);
  to_platform(program, there, back, arena, refusals);
  EXPECT_TRUE(refusals.empty());
  for (std::size_t i = 1; i < row.size(); ++i) {
    EXPECT_TRUE(same_value(program.fields()[i].platform_form, row[i], back[i])) << i;
  }
}

}  // namespace
}  // namespace crosswalk::convert
