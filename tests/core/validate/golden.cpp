#include "core/validate/golden.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "validate/validate.hpp"

namespace crosswalk::validate {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(CROSSWALK_SOURCE_DIR) / "tests" / "golden";

std::vector<std::string> describes_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> texts;
  texts.reserve(files.size());
  for (const fs::path& file : files) texts.push_back(read_file(file.string()));
  return texts;
}

fs::path own_or_shared(const fs::path& folder, const char* name) {
  return fs::exists(folder / name) ? folder / name : kGolden / "schemas" / name;
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<GoldenCase> golden_cases() {
  std::vector<GoldenCase> cases;
  for (const auto& entry : fs::directory_iterator(kGolden / "validate")) {
    if (!entry.is_directory()) continue;
    const fs::path& folder = entry.path();
    GoldenCase golden;
    golden.name = folder.filename().string();
    golden.folder = folder.string();
    golden.mapping = read_file((folder / "mapping.json").string());
    golden.platform = read_file(own_or_shared(folder, "platform.json").string());
    golden.describes = describes_in(own_or_shared(folder, "salesforce"));
    golden.org = read_file((folder / "org.json").string());
    golden.expected = read_file((folder / "expected.json").string());
    cases.push_back(std::move(golden));
  }
  std::sort(cases.begin(), cases.end(),
            [](const GoldenCase& left, const GoldenCase& right) { return left.name < right.name; });
  return cases;
}

std::string report_of(const GoldenCase& golden) {
  const std::vector<std::string_view> describes(golden.describes.begin(), golden.describes.end());
  return validate_json(golden.mapping, golden.platform, describes, golden.org) + "\n";
}

}  // namespace crosswalk::validate
