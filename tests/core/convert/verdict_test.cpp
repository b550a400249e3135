// What is said of one value without words: the table of what Salesforce would refuse, with the code
// that it would answer, and of what it would silently change.
#include <gtest/gtest.h>

#include "convert/convert.hpp"
#include "core/convert/golden_program.hpp"

namespace crosswalk::convert {
namespace {

struct Expected {
  std::string refusal;  // Salesforce's code; "ours" where it is not Salesforce's; empty: accepted
  std::string changes;  // names, by blanks
};

constexpr const char* kChangeNames[kChanges] = {"cut",       "trimmed", "cleaned", "flattened",
                                                "rounded",   "inexact", "recased", "unlisted",
                                                "regrouped", "seconds", "day_only"};

std::string changes_of(const Verdict& verdict) {
  std::string names;
  for (std::size_t i = 0; i < kChanges; ++i) {
    if (!verdict.has(static_cast<Change>(i))) continue;
    names += (names.empty() ? "" : " ") + std::string(kChangeNames[i]);
  }
  return names;
}

std::string refusal_of(const Verdict& verdict) {
  if (!verdict.refused()) return "";
  const std::string_view code = refusal_rule(verdict.kind()).salesforce_code;
  return code.empty() ? "ours" : std::string(code);
}

struct Case {
  const char* name;
  const char* platform;
  const char* salesforce;
  Value given;
  Expected expected;
  const char* more = "";  // members of the field's mapping
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

class Judged : public testing::TestWithParam<Case> {};

TEST_P(Judged, Value) {
  const Case& c = GetParam();
  const Program program =
      program_of(std::string(R"({"platform":")") + c.platform + R"(","salesforce":")" +
                 c.salesforce + R"(","direction":"push")" + c.more + "}");
  ASSERT_FALSE(program.fields().empty());
  const std::size_t field = program.fields().size() - 1;
  Arena arena;
  Verdict verdict;
  const convert::Value silent = to_salesforce(program, field, c.given, Row(), arena, verdict);
  EXPECT_EQ(refusal_of(verdict), c.expected.refusal);
  EXPECT_EQ(changes_of(verdict), c.expected.changes);

  // With words it is the same.
  std::vector<Refusal> refusals;
  const convert::Value told = to_salesforce(program, field, c.given, arena, refusals);
  EXPECT_EQ(silent, told);
  ASSERT_EQ(refusals.size(), verdict.refused() ? 1u : 0u);
  if (verdict.refused()) {
    EXPECT_EQ(refusals.front().code, refusal_rule(verdict.kind()).code);
    EXPECT_NE(refusals.front().message, "");
  }
}

using namespace std::string_view_literals;
Value text(std::string_view value) { return Value::of_text(value); }
Value number(std::string_view value) { return Value::of_number(value); }

const std::string kLong(81, 'x');
const std::string kJust80(80, 'x');
const std::string kBlankAnd80 = " " + kJust80;
const std::string kEmoji40 = [] {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\xF0\x9F\x98\x80";
  return text;
}();
const std::string kEmoji41 = kEmoji40 + "\xF0\x9F\x98\x80";
const std::string kPhone41(41, '1');
const std::string kMail81 = std::string(60, 'a') + "@" + std::string(16, 'b') + ".com";

INSTANTIATE_TEST_SUITE_P(
    Texts, Judged,
    testing::Values(
        Case{"Good", "company", "Department", text("Acme"), {}},
        Case{"AsLongAsMayBe", "company", "Department", text(kJust80), {}},
        Case{"TooLong", "company", "Department", text(kLong), {"STRING_TOO_LONG", ""}},
        Case{"EmojiCountTwice", "company", "Department", text(kEmoji40), {}},
        Case{"OneEmojiTooMany", "company", "Department", text(kEmoji41), {"STRING_TOO_LONG", ""}},
        Case{
            "Cut", "company", "Department", text(kLong), {"", "cut"}, R"(,"onTooLong":"truncate")"},
        Case{"Trimmed", "company", "Department", text("\t Acme \n"), {"", "trimmed"}},
        Case{"TrimmedUntilItFits", "company", "Department", text(kBlankAnd80), {"", "trimmed"}},
        Case{"Nul", "company", "Department", text("Ac\0me"sv), {"", "cleaned"}},
        Case{"ControlsOfAllKinds",
             "company",
             "Department",
             text("\x01"
                  "Ac\x1Fme\xEF\xBF\xBF"),
             {"", "cleaned"}},
        Case{"LineEnds", "company", "Department", text("Ac\r\nme"), {"", "flattened"}},
        Case{"LineEndsStayInATextArea", "notes", "Notes__c", text("Ac\r\nme"), {}},
        Case{"ATabIsNoControl", "notes", "Notes__c", text("Ac\tme"), {}},
        Case{"NoUtf8", "company", "Department", text("Ac\xFFme"), {"JSON_PARSER_ERROR", ""}},
        Case{"OverlongUtf8",
             "company",
             "Department",
             text("Ac\xC0\xAFme"),
             {"JSON_PARSER_ERROR", ""}},
        Case{"HalfAPair", "company", "Department", text("\xED\xA0\xBD"), {"JSON_PARSER_ERROR", ""}},
        Case{"Required", "last_name", "LastName", Value::of_null(), {"REQUIRED_FIELD_MISSING", ""}},
        Case{"RequiredAndOnlyControls",
             "last_name",
             "LastName",
             text("\x01\x02"),
             {"REQUIRED_FIELD_MISSING", "cleaned"}},
        Case{"NotInTheMap",
             "company",
             "Department",
             text("b"),
             {"ours", ""},
             R"(,"transform":[{"map":{"a":"A"}}])"},
        Case{"PhoneTooLong", "phone", "Phone", text(kPhone41), {"STRING_TOO_LONG", ""}},
        Case{"PhoneOfAnyForm", "phone", "Phone", text("+33 (0)1 / ask Zo\xC3\xAB"), {}}),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Emails, Judged,
    testing::Values(
        Case{"Good", "email", "Email", text("ana.o'neil+x@mail.example.co"), {}},
        Case{"Trimmed", "email", "Email", text(" ana@example.com "), {"", "trimmed"}},
        Case{"NoAt", "email", "Email", text("ana"), {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"TwoAts", "email", "Email", text("a@b@c.de"), {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"NoName", "email", "Email", text("@example.com"), {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"NoDomain", "email", "Email", text("ana@"), {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"NoDot", "email", "Email", text("ana@localhost"), {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"OneLetterAtTheEnd",
             "email",
             "Email",
             text("ana@example.c"),
             {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"DotAtTheEnd",
             "email",
             "Email",
             text("ana@example.com."),
             {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"DoubledDot", "email", "Email", text("a..b@example.com"), {"", ""}},
        Case{"ABlankInside",
             "email",
             "Email",
             text("ana maria@example.com"),
             {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"AComma", "email", "Email", text("ana@example,com"), {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"InAngleBrackets",
             "email",
             "Email",
             text("Ana <ana@example.com>"),
             {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"AHyphenAtALabelsEnd",
             "email",
             "Email",
             text("ana@example-.com"),
             {"INVALID_EMAIL_ADDRESS", ""}},
        Case{"TooLong", "email", "Email", text(kMail81), {"STRING_TOO_LONG", ""}}),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Numbers, Judged,
    testing::Values(
        Case{"Good", "score", "Health_Score__c", number("-999.99"), {}},
        Case{"TrailingZerosAreNoChange", "score", "Health_Score__c", number("12.5000"), {}},
        Case{"Rounded", "score", "Health_Score__c", number("1.255"), {"", "rounded"}},
        Case{"RoundedBeyondItsDigits",
             "score",
             "Health_Score__c",
             number("999.995"),
             {"NUMBER_OUTSIDE_VALID_RANGE", ""}},
        Case{"TooManyDigits",
             "score",
             "Health_Score__c",
             number("1000"),
             {"NUMBER_OUTSIDE_VALID_RANGE", ""}},
        Case{"ExponentThatFits", "score", "Health_Score__c", number("9.9999E2"), {}},
        Case{"ExponentThatDoesNot",
             "score",
             "Health_Score__c",
             number("1e3"),
             {"NUMBER_OUTSIDE_VALID_RANGE", ""}},
        Case{"Enormous",
             "score",
             "Health_Score__c",
             number("1e401"),
             {"NUMBER_OUTSIDE_VALID_RANGE", ""}},
        Case{"FractionOfAWholeNumber", "visits", "Visits__c", number("12.5"), {"", "rounded"}},
        Case{"MoreThanADoubleHolds",
             "value",
             "Lifetime_Value__c",
             number("1234567890123456.7"),
             {"", "inexact"}},
        Case{"AsMuchAsADoubleHolds", "value", "Lifetime_Value__c", number("123456789012345"), {}},
        Case{"Text", "score", "Health_Score__c", text("twelve"), {"JSON_PARSER_ERROR", ""}},
        Case{"NumberInAText", "score", "Health_Score__c", text("12"), {"ours", ""}},
        Case{"LeadingZero", "score", "Health_Score__c", number("012"), {"JSON_PARSER_ERROR", ""}},
        Case{"LeadingPlus", "score", "Health_Score__c", number("+12"), {"JSON_PARSER_ERROR", ""}},
        Case{"NoDigitBehindThePoint",
             "score",
             "Health_Score__c",
             number("12."),
             {"JSON_PARSER_ERROR", ""}},
        Case{"TheSignAlone", "score", "Health_Score__c", number("-"), {"JSON_PARSER_ERROR", ""}},
        Case{"NotANumberAtAll",
             "score",
             "Health_Score__c",
             number("NaN"),
             {"JSON_PARSER_ERROR", ""}}),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Moments, Judged,
    testing::Values(
        Case{"FirstDay", "birth_date", "Birthdate", text("1700-01-01"), {}},
        Case{"LastDay", "birth_date", "Birthdate", text("4000-12-31"), {}},
        Case{"DayBefore",
             "birth_date",
             "Birthdate",
             text("1699-12-31"),
             {"FIELD_INTEGRITY_EXCEPTION", ""}},
        Case{"DayBehind",
             "birth_date",
             "Birthdate",
             text("4001-01-01"),
             {"FIELD_INTEGRITY_EXCEPTION", ""}},
        Case{"NoLeapDay", "birth_date", "Birthdate", text("1900-02-29"), {"JSON_PARSER_ERROR", ""}},
        Case{
            "OtherOrder", "birth_date", "Birthdate", text("28.02.1990"), {"JSON_PARSER_ERROR", ""}},
        Case{"DatetimeIntoDate",
             "registered_at",
             "Birthdate",
             text("2026-11-22T13:30:00Z"),
             {"", "day_only"}},
        Case{
            "Datetime", "registered_at", "Registered_At__c", text("2026-11-22T13:30:00+02:00"), {}},
        Case{"AlreadyAsWritten",
             "registered_at",
             "Registered_At__c",
             text("2026-11-22T13:30:00.000Z"),
             {}},
        Case{"FractionOfASecond",
             "registered_at",
             "Registered_At__c",
             text("2026-11-22T13:30:00.123Z"),
             {"", "seconds"}},
        Case{"WithoutZone",
             "registered_at",
             "Registered_At__c",
             text("2026-11-22T13:30:00"),
             {"JSON_PARSER_ERROR", ""}},
        Case{"BeyondTheEndInUtc",
             "registered_at",
             "Registered_At__c",
             text("4000-12-31T23:30:00-01:00"),
             {"FIELD_INTEGRITY_EXCEPTION", ""}}),
    [](const auto& info) { return info.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Choices, Judged,
    testing::Values(
        Case{"InTheList", "status", "Status__c", text("Came"), {}},
        Case{"InOtherCase", "status", "Status__c", text("came"), {"", "recased"}},
        Case{"NotInTheList",
             "status",
             "Status__c",
             text("gone"),
             {"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", ""}},
        Case{"Inactive",
             "status",
             "Status__c",
             text("Lost"),
             {"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", ""}},
        Case{"NotInAnOpenList", "source", "LeadSource", text("Fair"), {"", "unlisted"}},
        Case{"SetInOrder", "interests", "Interests__c", text("Golf;Music"), {}},
        Case{"SetInOtherOrder", "interests", "Interests__c", text("Music;Golf"), {"", "regrouped"}},
        Case{"SetWithDoubles", "interests", "Interests__c", text("Golf;Golf"), {"", "regrouped"}},
        Case{"SetInOtherCase", "interests", "Interests__c", text("golf"), {"", "recased"}},
        Case{"SetWithAStranger",
             "interests",
             "Interests__c",
             text("Golf;Chess"),
             {"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", ""}},
        Case{"NoTruth", "opt_out", "HasOptedOutOfEmail", text("yes"), {"JSON_PARSER_ERROR", ""}},
        Case{"TruthInAnotherCase", "opt_out", "HasOptedOutOfEmail", text("TRUE"), {"ours", ""}},
        Case{"Id", "account", "AccountId", text("001D000000IqhSL"), {}},
        Case{"IdWithAWrongCheck",
             "account",
             "AccountId",
             text("001D000000IqhSLIAA"),
             {"MALFORMED_ID", ""}},
        Case{"NoId", "account", "AccountId", text("Acme"), {"MALFORMED_ID", ""}}),
    [](const auto& info) { return info.param.name; });

TEST(Verdict, MeasuresTheTextThatMetTheLength) {
  const Program program = program_of(
      R"({"platform":"tags","salesforce":"Tags__c","direction":"push","transform":[{"join":", "}]},)"
      R"({"platform":"score","salesforce":"Health_Score__c"})");
  Arena arena;
  Verdict verdict;
  to_salesforce(program, 1, text(" VIP;Zo\xC3\xAB"), Row(), arena, verdict);
  EXPECT_EQ(verdict.units(), 8u) << "VIP, Zoë";
  to_salesforce(program, 2, number("-0012.50e1"), Row(), arena, verdict);
  EXPECT_TRUE(verdict.refused()) << "JSON has no leading zeros";
  to_salesforce(program, 2, number("-12.50e1"), Row(), arena, verdict);
  EXPECT_EQ(verdict.integer_digits(), 3u);
  EXPECT_EQ(verdict.fraction_digits(), 0u);
}

}  // namespace
}  // namespace crosswalk::convert
