// Previews against the schemas of tests/golden.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "preview/preview.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"

namespace crosswalk::preview {

inline std::string golden_path(const std::string& path) {
  return std::string(CROSSWALK_SOURCE_DIR) + "/tests/golden/" + path;
}

inline bool has_golden(const std::string& path) {
  return std::filesystem::exists(golden_path(path));
}

inline std::string golden_text(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(golden_path(path), std::ios::binary).rdbuf();
  return text.str();
}

struct Wanted {
  Format format = Format::csv;
  bool offenders = false;
  std::size_t examples_max = 5;
  std::string_view object = {};
};

inline Result<Preview> open_golden(std::string_view mapping, const Wanted& wanted = {}) {
  static const auto platform = schema::read_platform(golden_text("schemas/platform.json"));
  static const auto salesforce = [] {
    const std::string account = golden_text("schemas/salesforce/Account.json");
    const std::string contact = golden_text("schemas/salesforce/Contact.json");
    const std::string_view describes[] = {account, contact};
    return schema::read_schema(describes);
  }();
  return Preview::open({.mapping = mapping,
                        .platform = *platform,
                        .salesforce = *salesforce,
                        .object = wanted.object,
                        .format = wanted.format,
                        .examples_max = wanted.examples_max,
                        .offenders = wanted.offenders});
}

}  // namespace crosswalk::preview
