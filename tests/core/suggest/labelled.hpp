// The labelled set: products' own fields and the standard Salesforce fields that they belong to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/platform.hpp"

namespace crosswalk::suggest_test {

struct LabelledObject {
  schema::PlatformObject platform;
  std::string salesforce;
  std::map<std::string, std::string> targets;  // by platform field; "": it belongs to none
};

struct LabelledFile {
  std::string file;
  std::string product;
  std::string source;  // title and address
  std::vector<LabelledObject> objects;
};

// All files of tests/core/suggest/labelled, in the order of their names.
std::vector<LabelledFile> labelled_files();

}  // namespace crosswalk::suggest_test
