// The golden cases of tests/golden/validate, read from their folders.
#pragma once

#include <string>
#include <vector>

namespace crosswalk::validate {

struct GoldenCase {
  std::string name;
  std::string folder;
  std::string mapping;
  std::string platform;
  std::vector<std::string> describes;
  std::string org;
  std::string expected;  // empty when there is none yet
};

// In the order of their names.
std::vector<GoldenCase> golden_cases();

// validate_json of the case, with a line end.
std::string report_of(const GoldenCase& golden);

std::string read_file(const std::string& path);

}  // namespace crosswalk::validate
