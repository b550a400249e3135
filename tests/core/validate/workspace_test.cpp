#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "core/validate/golden.hpp"
#include "diagnostic/report.hpp"
#include "validate/validate.hpp"

namespace crosswalk::validate {
namespace {

GoldenCase golden(std::string_view name) {
  for (GoldenCase& candidate : golden_cases()) {
    if (candidate.name == name) return std::move(candidate);
  }
  ADD_FAILURE() << "no golden case " << name;
  return {};
}

Workspace workspace_of(const GoldenCase& given) {
  Workspace workspace;
  EXPECT_TRUE(workspace.set_platform(given.platform).ok());
  for (const std::string& describe : given.describes) {
    EXPECT_TRUE(workspace.add_describe(describe).ok());
  }
  return workspace;
}

TEST(Workspace, GivesTheSameReportAsOneShot) {
  const GoldenCase given = golden("unknown-salesforce-field");
  const Workspace workspace = workspace_of(given);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(write_report(workspace.validate(given.mapping)) + "\n", given.expected);
  }
}

TEST(Workspace, KeepsItsSchemaWhenANewOneIsBroken) {
  const GoldenCase given = golden("nothing-wrong");
  Workspace workspace = workspace_of(given);
  EXPECT_FALSE(workspace.set_platform("{").ok());
  EXPECT_FALSE(workspace.add_describe("[]").ok());
  EXPECT_FALSE(workspace.set_org("7").ok());
  EXPECT_TRUE(workspace.validate(given.mapping).ok());
  workspace.clear_salesforce();
  EXPECT_FALSE(workspace.validate(given.mapping).ok());
}

struct Bad {
  std::string name;
  std::string text;
  std::string code;
};

class BadText : public testing::TestWithParam<Bad> {};

TEST_P(BadText, GivesOneFindingWithItsPlace) {
  const Report report = workspace_of(golden("nothing-wrong")).validate(GetParam().text);
  ASSERT_EQ(report.diagnostics.size(), 1U);
  EXPECT_EQ(report.diagnostics[0].code, GetParam().code);
  EXPECT_TRUE(report.diagnostics[0].position.has_value());
}

std::string many_values() {
  std::string text = "[0";
  for (int i = 0; i < 600'000; ++i) text += ",0";
  return text + "]";
}

INSTANTIATE_TEST_SUITE_P(
    Validate, BadText,
    testing::Values(Bad{"NotUtf8", "{ \"version\": \"\xC3\x28\" }", "CW1002"},
                    Bad{"DepthBomb", std::string(2'000'000, '['), "CW1003"},
                    Bad{"TooLarge", std::string((std::size_t{32} << 20) + 1, ' '), "CW1004"},
                    Bad{"TooManyValues", many_values(), "CW1004"}),
    [](const testing::TestParamInfo<Bad>& info) { return info.param.name; });

// A small generator of our own, so that the same seed means the same bytes everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }

 private:
  std::uint64_t state_;
};

std::string mutated(std::string text, Dice& dice) {
  static constexpr std::string_view kBytes = "{}[]\",:/*\\ \n0129eE-.truefalsnu\xC3\xA9\xFF";
  const std::size_t edits = 1 + dice.below(4);
  for (std::size_t i = 0; i < edits && !text.empty(); ++i) {
    const std::size_t at = dice.below(text.size());
    switch (dice.below(4)) {
      case 0:
        text[at] = kBytes[dice.below(kBytes.size())];
        break;
      case 1:
        text.erase(at, 1 + dice.below(8));
        break;
      case 2:
        text.insert(at, 1, kBytes[dice.below(kBytes.size())]);
        break;
      default:
        text.insert(at, text.substr(dice.below(text.size()), dice.below(40)));
    }
  }
  return text;
}

TEST(MutatedMappings, AlwaysGiveAReport) {
  Dice dice(20261122);
  std::size_t broken = 0;
  std::size_t understood = 0;
  for (const GoldenCase& given : golden_cases()) {
    if (given.name.rfind("platform-", 0) == 0 || given.name == "no-describe") continue;
    const Workspace workspace = workspace_of(given);
    for (int i = 0; i < 40; ++i) {
      const std::string text = mutated(given.mapping, dice);
      const Report report = workspace.validate(text);
      for (const Diagnostic& found : report.diagnostics) {
        ASSERT_TRUE(found.position.has_value()) << text;
        ASSERT_FALSE(found.message.empty()) << text;
      }
      (report.ok() ? understood : broken) += 1;
      ASSERT_FALSE(write_report(report).empty());
    }
  }
  EXPECT_GT(broken, 500U);
  EXPECT_GT(understood, 10U);
}

TEST(MutatedSchemas, AlwaysGiveAReport) {
  Dice dice(7);
  const GoldenCase given = golden("nothing-wrong");
  for (int i = 0; i < 150; ++i) {
    Workspace workspace;
    workspace.set_platform(mutated(given.platform, dice));
    for (const std::string& describe : given.describes) {
      workspace.add_describe(mutated(describe, dice));
    }
    ASSERT_FALSE(write_report(workspace.validate(given.mapping)).empty());
  }
}

// Real describes, and the platform's fields tried on every one of theirs.
TEST(RealDescribes, TakeAnyMappingWithoutHarm) {
  const char* const corpus = std::getenv("CROSSWALK_CORPUS");
  if (corpus == nullptr || !std::filesystem::is_directory(corpus)) {
    GTEST_SKIP() << "CROSSWALK_CORPUS names no folder: real describes are NOT tested";
  }
  const GoldenCase given = golden("nothing-wrong");
  std::size_t findings = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(corpus) + "/describe")) {
    Workspace workspace;
    ASSERT_TRUE(workspace.set_platform(given.platform).ok());
    ASSERT_TRUE(workspace.add_describe(read_file(entry.path().string())).ok()) << entry.path();
    for (const schema::SalesforceObject& object : workspace.salesforce().objects) {
      std::string lines;
      for (const schema::SalesforceField& field : object.fields) {
        for (const schema::PlatformField& own : workspace.platform().objects[0].fields) {
          lines += lines.empty() ? "" : ",";
          lines += "{\"platform\":\"" + own.name + "\",\"salesforce\":\"" + field.name + "\"}";
        }
      }
      const Report report = workspace.validate(
          "{\"version\":1,\"objects\":[{\"platform\":\"participant\",\"salesforce\":\"" +
          object.name + "\",\"direction\":\"both\",\"fields\":[" + lines + "]}]}");
      findings += report.diagnostics.size();
      EXPECT_FALSE(report.ok());
    }
  }
  EXPECT_GT(findings, 1000U);
}

}  // namespace
}  // namespace crosswalk::validate
