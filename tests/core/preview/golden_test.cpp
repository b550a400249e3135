// The cases of tests/golden/preview: a mapping, a file of records, and the report that it gets.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/preview/fixture.hpp"

namespace crosswalk::preview {
namespace {

namespace fs = std::filesystem;

// The report with every finding, example and field on a line of its own, so that a person can read
// it.
std::string readable(const std::string& report) {
  std::string out;
  for (std::size_t at = 0; at < report.size(); ++at) {
    const std::string_view rest = std::string_view(report).substr(at);
    const bool begins = rest.starts_with("{\"code\"") || rest.starts_with("{\"salesforce\"");
    if (begins || rest.starts_with("\"fields\":[")) out += "\n";
    if (rest.starts_with("{\"row\"")) out += "\n  ";
    out += report[at];
  }
  return out + "\n";
}

struct Case {
  std::string mapping, records;
  Format format = Format::csv;
};

Case load(const std::string& name) {
  const std::string folder = "preview/" + name + "/";
  if (has_golden(folder + "records.ndjson")) {
    return {golden_text(folder + "mapping.json"), golden_text(folder + "records.ndjson"),
            Format::ndjson};
  }
  return {golden_text(folder + "mapping.json"), golden_text(folder + "records.csv"), Format::csv};
}

struct Told {
  std::string report, offenders;
};

Told told(const Case& c, std::size_t piece) {
  auto preview = open_golden(c.mapping, {.format = c.format, .offenders = true});
  if (!preview) return {preview.error().message, ""};
  Told told;
  for (std::size_t at = 0; at < c.records.size(); at += piece) {
    const auto fed = preview->feed(std::string_view(c.records).substr(at, piece));
    if (!fed) return {fed.error().message, ""};
    told.offenders += preview->take_offenders();
  }
  const auto finished = preview->finish();
  if (!finished) return {finished.error().message, ""};
  told.offenders += preview->take_offenders();
  told.report = preview->report_json();
  return told;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(golden_path("preview"))) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class GoldenPreview : public testing::TestWithParam<std::string> {};

TEST_P(GoldenPreview, IsAsReviewed) {
  const std::string folder = "preview/" + GetParam() + "/";
  const Case c = load(GetParam());
  const Told whole = told(c, c.records.size());
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(golden_path(folder + "expected.json")) << readable(whole.report);
    std::ofstream(golden_path(folder + "offenders.ndjson")) << whole.offenders;
  }
  EXPECT_EQ(readable(whole.report), golden_text(folder + "expected.json"));
  EXPECT_EQ(whole.offenders, golden_text(folder + "offenders.ndjson"));
}

TEST_P(GoldenPreview, IsTheSameWhereverItsChunksAreCut) {
  const Case c = load(GetParam());
  const Told whole = told(c, c.records.size());
  for (std::size_t piece = 1; piece < c.records.size(); piece += 1 + piece / 8) {
    const Told cut = told(c, piece);
    ASSERT_EQ(cut.report, whole.report) << piece;
    ASSERT_EQ(cut.offenders, whole.offenders) << piece;
  }
}

INSTANTIATE_TEST_SUITE_P(Preview, GoldenPreview, testing::ValuesIn(case_names()),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace crosswalk::preview
