#include "diagnostic/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "diagnostic/codes.hpp"
#include "diagnostic/utf8.hpp"

namespace crosswalk {
namespace {

TEST(Report, IsWrittenInTheContractsShape) {
  Report report;
  Diagnostic found = diagnostic::make(codes::kLossyTypes, "/objects/0/fields/3", "Lost.", "Why.");
  found.position = Position{14, 7};
  PatchOp step;
  step.op = "replace";
  step.path = "/a";
  step.value_json = "\"b\"";
  found.fixes.push_back({"Mend", {step}, {{3, 1, "x\n"}}});
  report.add(Diagnostic(found));
  report.add(diagnostic::make(codes::kUnknownKey, "", "No \"such\" key"));
  EXPECT_EQ(write_report(report),
            R"({"ok":false,"errors":1,"warnings":1,"diagnostics":[)"
            R"({"code":"CW2104","severity":"warning","pointer":"/objects/0/fields/3","line":14,)"
            R"("column":7,"message":"Lost.","cause":"Why.","fixes":[{"title":"Mend","patch":[)"
            R"({"op":"replace","path":"/a","value":"b"}],"edits":[)"
            R"({"offset":3,"length":1,"text":"x\n"}]}]},)"
            R"({"code":"CW1102","severity":"error","pointer":"","message":"No \"such\" key",)"
            R"("cause":"A member that nobody knows would have no effect.","fixes":[]}]})")
      << "a finding without a cause of its own has its code's";
}

TEST(Report, WithoutFindingsIsOk) {
  EXPECT_EQ(write_report({}), R"({"ok":true,"errors":0,"warnings":0,"diagnostics":[]})");
}

TEST(Report, CountsFindingsThatItDoesNotKeep) {
  Report report;
  for (std::size_t i = 0; i < diagnostic::kFindingsMax; ++i) {
    report.add(diagnostic::make(codes::kLossyTypes, "", ""));
  }
  EXPECT_TRUE(report.ok());
  report.add(diagnostic::make(codes::kUnknownKey, "", ""));
  EXPECT_EQ(report.diagnostics.size(), diagnostic::kFindingsMax);
  EXPECT_EQ(report.errors(), 1U);
  EXPECT_FALSE(report.ok());
}

TEST(JsonString, EscapesControlsAndReplacesBrokenBytes) {
  std::string out;
  diagnostic::append_json_string(out, "a\"\\\n\x01\xC3\xA9\xFF\xED\xA0\x80");
  EXPECT_EQ(out, "\"a\\\"\\\\\\n\\u0001\xC3\xA9\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

TEST(Codes, AreUniqueAndFoundByTheirText) {
  std::set<std::string_view> seen;
  for (const diagnostic::Entry* entry : codes::all()) {
    EXPECT_TRUE(seen.insert(entry->code.code).second) << entry->code.code;
    EXPECT_EQ(codes::find(entry->code.code), entry);
    EXPECT_EQ(entry->code.code.size(), 6U);
  }
  EXPECT_EQ(codes::find("CW9999"), nullptr);
}

TEST(Utf8, CountsUnitsOfUtf16) {
  EXPECT_EQ(diagnostic::utf16_length("aé😀"), 4U);
  EXPECT_EQ(diagnostic::find_invalid_utf8("plain text, long enough for eight"), 33U);
  EXPECT_EQ(diagnostic::find_invalid_utf8("12345678\xC0\xAF"), 8U);
  EXPECT_EQ(diagnostic::find_invalid_utf8("\xF4\x90\x80\x80"), 0U);
  EXPECT_EQ(diagnostic::find_invalid_utf8("ok\xE2\x82"), 2U);
}

}  // namespace
}  // namespace crosswalk
