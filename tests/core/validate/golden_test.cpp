#include "core/validate/golden.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "diagnostic/codes.hpp"
#include "json/read.hpp"
#include "validate/validate.hpp"

namespace crosswalk::validate {
namespace {

using Tree = nlohmann::json;

class Golden : public testing::TestWithParam<GoldenCase> {};

TEST_P(Golden, GivesTheExpectedReport) {
  const GoldenCase& golden = GetParam();
  const std::string report = report_of(golden);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(golden.folder + "/expected.json", std::ios::binary) << report;
    return;
  }
  EXPECT_EQ(report, golden.expected) << "run with UPDATE_GOLDEN=1 and review the difference";
}

// The text with edits of UTF-16 units applied; the cases' edits never touch a surrogate pair.
std::u16string utf16(const std::string& text) {
  std::u16string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t point = more == 0 ? lead : lead & (0x3F >> more);
    for (int j = 1; j <= more; ++j) {
      point =
          (point << 6) | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(j)]) & 0x3F);
    }
    i += static_cast<std::size_t>(more) + 1;
    if (point >= 0x10000) {
      out += static_cast<char16_t>(0xD800 + ((point - 0x10000) >> 10));
      out += static_cast<char16_t>(0xDC00 + ((point - 0x10000) & 0x3FF));
    } else {
      out += static_cast<char16_t>(point);
    }
  }
  return out;
}

std::string utf8(const std::u16string& text) {
  std::string escaped = "\"";
  for (const char16_t unit : text) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "\\u%04x", static_cast<unsigned>(unit));
    escaped += digits;
  }
  return Tree::parse(escaped + "\"").get<std::string>();
}

// Every fix says the same twice: as a patch of the document and as edits of its text.
TEST_P(Golden, FixesEditTheTextAsTheyPatchTheDocument) {
  const GoldenCase& golden = GetParam();
  const Tree report = Tree::parse(report_of(golden));
  for (const Tree& found : report.at("diagnostics")) {
    const std::string message = found.at("message");
    const bool about_platform = message.rfind("Platform schema: ", 0) == 0;
    const std::string& source = about_platform ? golden.platform : golden.mapping;
    for (const Tree& fix : found.at("fixes")) {
      ASSERT_FALSE(fix.at("edits").empty()) << message << fix;
      if (fix.at("patch").empty()) continue;  // a broken text has no document to patch
      const auto before = json::read(source, {.comments = true});
      ASSERT_TRUE(before.has_value());
      const Tree patched = Tree::parse(json::write(*before)).patch(fix.at("patch"));
      std::u16string text = utf16(source);
      for (std::size_t i = fix.at("edits").size(); i-- > 0;) {
        const Tree& edit = fix.at("edits")[i];
        text.replace(edit.at("offset"), edit.at("length"), utf16(edit.at("text")));
      }
      const auto edited = json::read(utf8(text), {.comments = true});
      ASSERT_TRUE(edited.has_value()) << edited.error().message << utf8(text);
      EXPECT_EQ(Tree::parse(json::write(*edited)), patched) << fix.at("title");
    }
  }
}

TEST_P(Golden, EveryFindingHasAPlaceAndWords) {
  const Tree report = Tree::parse(report_of(GetParam()));
  for (const Tree& found : report.at("diagnostics")) {
    EXPECT_TRUE(found.contains("line") && found.contains("column")) << found;
    EXPECT_FALSE(found.at("message").get<std::string>().empty()) << found;
    const std::string code = found.at("code");
    EXPECT_NE(codes::find(code), nullptr) << code;
  }
}

INSTANTIATE_TEST_SUITE_P(Validate, Golden, testing::ValuesIn(golden_cases()),
                         [](const testing::TestParamInfo<GoldenCase>& info) {
                           std::string name;
                           bool upper = true;
                           for (const char letter : info.param.name) {
                             if (letter == '-') {
                               upper = true;
                               continue;
                             }
                             name += upper && letter >= 'a' && letter <= 'z'
                                         ? static_cast<char>(letter - 32)
                                         : letter;
                             upper = false;
                           }
                           return name;
                         });

}  // namespace
}  // namespace crosswalk::validate
