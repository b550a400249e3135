#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "plan/plan_text.hpp"
#include "plan/sha256.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::plan {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(CROSSWALK_SOURCE_DIR) / "tests" / "golden";

std::string file(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Case {
  std::string mapping, left, right, links;
  bool left_is_csv = false;
};

Case load(const std::string& name) {
  const fs::path folder = kGolden / "plan" / name;
  Case c{file(folder / "mapping.json"), file(folder / "left.ndjson"), file(folder / "right.ndjson"),
         file(folder / "links.ndjson"), false};
  if (fs::exists(folder / "left.csv")) {
    c.left = file(folder / "left.csv");
    c.left_is_csv = true;
  }
  return c;
}

Result<std::string> plan_of(const Case& c) {
  const auto mapping = mapping::read(c.mapping);
  const auto platform = schema::read_platform(file(kGolden / "schemas" / "platform.json"));
  const std::string account = file(kGolden / "schemas" / "salesforce" / "Account.json");
  const std::string contact = file(kGolden / "schemas" / "salesforce" / "Contact.json");
  const std::vector<std::string_view> describes{account, contact};
  const auto salesforce = schema::read_schema(describes);
  if (!mapping.document || !platform || !salesforce) {
    return Error{ErrorKind::internal, "fixture", {}, "A schema or mapping is unreadable.", 0, {}};
  }
  return plan_text(
      {*mapping.document, *platform, *salesforce, c.left, c.left_is_csv, {}, c.right, c.links});
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGolden / "plan")) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// The plan with every record on a line of its own, so that a person can read it.
std::string readable(const std::string& plan) {
  std::string out;
  const std::size_t records = plan.find("\"records\":[");
  out = plan.substr(0, records + 11);
  std::string rest = plan.substr(records + 11);
  for (std::size_t at; (at = rest.find(",{\"object\"")) != std::string::npos;) {
    out += "\n" + rest.substr(0, at + 1);
    rest = rest.substr(at + 1);
  }
  return out + "\n" + rest + "\n";
}

std::string reversed_lines(const std::string& text) {
  std::stringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  std::reverse(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

class GoldenPlan : public testing::TestWithParam<std::string> {};

TEST_P(GoldenPlan, IsAsReviewed) {
  const auto plan = plan_of(load(GetParam()));
  ASSERT_TRUE(plan.has_value()) << plan.error().path << ": " << plan.error().message;
  const fs::path expected = kGolden / "plan" / GetParam() / "expected.json";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(expected) << readable(*plan);
  EXPECT_EQ(readable(*plan), file(expected));
}

TEST_P(GoldenPlan, DoesNotDependOnTheOrderOfItsInput) {
  Case c = load(GetParam());
  const auto before = plan_of(c);
  if (!c.left_is_csv) c.left = reversed_lines(c.left);
  c.right = reversed_lines(c.right);
  c.links = reversed_lines(c.links);
  const auto after = plan_of(c);
  ASSERT_TRUE(before.has_value() && after.has_value());
  EXPECT_EQ(*before, *after);
}

TEST_P(GoldenPlan, DigestIsOfTheDocumentWithoutItself) {
  const auto plan = plan_of(load(GetParam()));
  ASSERT_TRUE(plan.has_value());
  const std::string member = ",\"digest\":\"";
  const std::size_t at = plan->find(member);
  ASSERT_NE(at, std::string::npos);
  const std::string digest = plan->substr(at + member.size(), 64);
  std::string without = *plan;
  without.erase(at, member.size() + 64 + 1);
  Sha256 hash;
  hash.update(without);
  EXPECT_EQ(hash.finish_hex(), digest);
}

TEST_P(GoldenPlan, TotalsCountItsRecords) {
  const auto plan = plan_of(load(GetParam()));
  ASSERT_TRUE(plan.has_value());
  const auto document = json::read(*plan);
  ASSERT_TRUE(document.has_value());
  std::size_t counted = 0;
  const auto& totals = (*document)["totals"];
  for (const char* side : {"salesforce", "platform"}) {
    for (const auto& count : totals[side]) counted += count.get<std::size_t>();
  }
  for (const char* action : {"unchanged", "skip", "conflict", "review"}) {
    counted += totals[action].get<std::size_t>();
  }
  std::size_t expected = 0;
  for (const auto& record : (*document)["records"]) {
    const std::string action = record["action"];
    const bool both = record["side"] == "both" && (action == "update" || action == "create");
    expected += both ? 2 : 1;
  }
  EXPECT_EQ(counted, expected);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Plan, GoldenPlan, testing::ValuesIn(case_names()), test_name);

struct BadInput {
  const char* name;
  const char* left;
  const char* right;
  const char* links;
  const char* path;
};

class PlanInput : public testing::TestWithParam<BadInput> {};

TEST_P(PlanInput, IsRefusedWithItsPlace) {
  Case c = load("first-sync");
  c.left = GetParam().left;
  c.right = GetParam().right;
  c.links = GetParam().links;
  const auto plan = plan_of(c);
  ASSERT_FALSE(plan.has_value());
  EXPECT_EQ(plan.error().path, GetParam().path);
  EXPECT_FALSE(plan.error().message.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Plan, PlanInput,
    testing::Values(
        BadInput{"BrokenJson", "{\"object\":\"participant\",\"key\":\"1\"}\n{\"a\" 1}", "", "",
                 "left:2:6"},
        BadInput{"NoObject", "{\"key\":\"1\"}", "", "", "left:1:1"},
        BadInput{"NoKey", "\n{\"object\":\"participant\"}", "", "", "left:2:1"},
        BadInput{"NotARecord", "[]", "", "", "left:1:1"},
        BadInput{"TheSameRecordTwice",
                 "{\"object\":\"participant\",\"key\":\"1\"}\n{\"object\":\"participant\",\"key\":"
                 "\"1\"}",
                 "", "", "left:2:1"},
        BadInput{"NoType", "", "{\"Id\":\"003000000000001\"}", "", "right:1:1"},
        BadInput{"NoId", "", "{\"attributes\":{\"type\":\"Contact\"}}", "", "right:1:1"},
        BadInput{"HalfALink", "", "", "{\"object\":\"participant\",\"key\":\"1\"}", "links:1:1"}),
    [](const auto& info) { return info.param.name; });

TEST(Sha256, KnowsThePublishedValues) {
  const auto hash = [](std::string_view text) {
    Sha256 sha;
    sha.update(text);
    return sha.finish_hex();
  };
  EXPECT_EQ(hash(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace crosswalk::plan
