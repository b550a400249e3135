// Every rule by its cases: what is good stays silent, what is bad is found where it stands, in the
// words that the case states, and each fix takes its finding away without bringing an error.
#include "core/validate/rule_cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "diagnostic/codes.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using Tree = nlohmann::ordered_json;

const std::vector<RuleCase>& all_cases() {
  static const std::vector<RuleCase> cases = [] {
    try {
      return rule_cases();
    } catch (const std::exception& problem) {
      std::cerr << "tests/golden/rules: " << problem.what() << "\n";
      std::exit(1);
    }
  }();
  return cases;
}

const Tree* first_of(const Tree& report, std::string_view code, std::string_view pointer = "*") {
  for (const Tree& found : report.at("diagnostics")) {
    if (found.at("code") == code && (pointer == "*" || found.at("pointer") == pointer)) {
      return &found;
    }
  }
  return nullptr;
}

std::string place_of(const Tree& found) {
  return std::to_string(found.value("line", 0)) + ":" + std::to_string(found.value("column", 0));
}

// What a bad case says of its finding; with UPDATE_GOLDEN=1 what it does not say yet is filled in.
Tree stated_of(const Tree& found, const Tree& expected, std::string_view usual_severity) {
  Tree stated{{"pointer", found.at("pointer")}, {"message", found.at("message")}};
  if (!found.at("fixes").empty()) stated["fix"] = found.at("fixes")[0].at("title");
  if (found.at("severity") != usual_severity) stated["severity"] = found.at("severity");
  if (expected.contains("at")) stated["at"] = place_of(found);
  return stated;
}

void update(const RuleCase& given, const Tree& found) {
  std::ifstream in(given.file, std::ios::binary);
  Tree tree = Tree::parse(in);
  Tree& written = tree.at("bad").at(given.number);
  const diagnostic::Entry* const entry = codes::find(given.code);
  const Tree stated = stated_of(found, given.expected, severity_name(entry->code.severity));
  for (const char* member : {"pointer", "message", "fix", "severity", "at"}) {
    if (stated.contains(member)) {
      written[member] = stated[member];
    } else {
      written.erase(member);
    }
  }
  std::ofstream(given.file, std::ios::binary) << readable(tree);
}

void expect_stated(const RuleCase& given, const Tree& found) {
  const Tree& expected = given.expected;
  EXPECT_EQ(found.at("pointer"), expected.at("pointer"));
  EXPECT_EQ(found.at("message"), expected.at("message"));
  EXPECT_FALSE(found.at("cause").get<std::string>().empty());
  EXPECT_TRUE(found.contains("line")) << found;
  EXPECT_EQ(place_of(found), expected.value("at", place_of(found)));
  const std::string_view usual = severity_name(codes::find(given.code)->code.severity);
  EXPECT_EQ(found.at("severity"), expected.value("severity", std::string(usual)));
  const bool has_fix =
      std::any_of(found.at("fixes").begin(), found.at("fixes").end(), [&](const Tree& fix) {
        return expected.contains("fix") && fix.at("title") == expected["fix"];
      });
  EXPECT_TRUE(expected.contains("fix") ? has_fix : found.at("fixes").empty()) << found.at("fixes");
}

class RuleCases : public testing::TestWithParam<RuleCase> {};

TEST_P(RuleCases, AreFoundOrNotAsStated) {
  const RuleCase& given = GetParam();
  if (given.skipped) {
    GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: " << given.name << " is NOT tested";
  }
  ASSERT_NE(codes::find(given.code), nullptr) << "no such code";
  const std::string text = report_of(given);
  const Tree report = Tree::parse(text);
  const Tree* found =
      first_of(report, given.code,
               given.expected.contains("pointer") ? given.expected["pointer"].get<std::string>()
                                                  : std::string("*"));
  if (!given.bad) {
    EXPECT_EQ(first_of(report, given.code), nullptr) << text;
    return;
  }
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    if (found == nullptr) found = first_of(report, given.code);
    ASSERT_NE(found, nullptr) << "not found: " << text << "\n" << given.mapping;
    return update(given, *found);
  }
  ASSERT_NE(found, nullptr) << "not found: " << text << "\n" << given.mapping;
  ASSERT_TRUE(given.expected.contains("message"))
      << "run with UPDATE_GOLDEN=1 and review: " << *found;
  expect_stated(given, *found);
}

std::size_t count_of(const Tree& report, std::string_view code, std::string_view message) {
  std::size_t count = 0;
  for (const Tree& found : report.at("diagnostics")) {
    count += found.at("code") == code && found.at("message") == message ? 1 : 0;
  }
  return count;
}

std::multiset<std::string> errors_of(const Tree& report) {
  std::multiset<std::string> errors;
  for (const Tree& found : report.at("diagnostics")) {
    if (found.at("severity") != "error") continue;
    errors.insert(found.at("code").get<std::string>() + " " +
                  found.at("message").get<std::string>());
  }
  return errors;
}

std::vector<TextEdit> edits_of(const Tree& fix) {
  std::vector<TextEdit> edits;
  for (const Tree& edit : fix.at("edits")) {
    edits.push_back({edit.at("offset"), edit.at("length"), edit.at("text")});
  }
  return edits;
}

TEST_P(RuleCases, FixesTakeTheirFindingAwayAndAddNoError) {
  const RuleCase& given = GetParam();
  if (given.skipped || !given.bad) return;
  const Tree report = Tree::parse(report_of(given));
  bool mended = !given.expected.contains("mended");
  for (const Tree& found : report.at("diagnostics")) {
    const std::string message = found.at("message");
    if (found.at("code") != given.code) continue;
    const bool about_platform = message.starts_with("Platform schema: ");
    for (const Tree& fix : found.at("fixes")) {
      ASSERT_FALSE(fix.at("edits").empty()) << message << fix;
      RuleCase fixed = given;
      std::string& text = about_platform ? fixed.platform : fixed.mapping;
      text = edited(text, edits_of(fix));
      if (given.expected.contains("mended") && fix.at("title") == given.expected.value("fix", "")) {
        std::string wanted;
        for (const Tree& line : given.expected["mended"]) wanted += line.get<std::string>() + "\n";
        EXPECT_EQ(text, wanted);
        mended = true;
      }
      const Tree after = Tree::parse(report_of(fixed));
      EXPECT_LT(count_of(after, given.code, message), count_of(report, given.code, message))
          << fix.at("title") << " does not help:\n"
          << text << after;
      std::multiset<std::string> before = errors_of(report);
      for (const std::string& error : errors_of(after)) {
        const auto known = before.find(error);
        EXPECT_NE(known, before.end()) << fix.at("title") << " brings " << error << "\n" << text;
        if (known != before.end()) before.erase(known);
      }
    }
  }
  EXPECT_TRUE(mended) << "no fix gives the mended text";
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleCases, testing::ValuesIn(all_cases()),
                         [](const testing::TestParamInfo<RuleCase>& info) {
                           return test_name(info.param);
                         });

}  // namespace
}  // namespace crosswalk::validate
