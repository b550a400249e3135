// The two sides that offline commands check a mapping against, read from files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/files.hpp"
#include "validate/validate.hpp"

namespace CLI {
class App;
}

namespace crosswalk::cli {

class Terminal;

struct SchemaFiles {
  std::string mapping, platform, org;
  std::vector<std::string> salesforce;
  std::vector<std::string> admin;  // the same org, as an admin sees it; may be empty
};

// MAPPING --platform --salesforce.
void add_schema_options(CLI::App& command, SchemaFiles& files);

struct Inputs {
  File mapping, platform, org;  // org empty when none was named
  std::vector<File> describes;
  std::vector<File> admin_describes;
};

Result<Inputs> read_inputs(const SchemaFiles& files);

// Absent when a schema, a describe or the org cannot be understood: then that is printed.
std::optional<validate::Workspace> open_workspace(const Inputs& inputs, Terminal& terminal);

}  // namespace crosswalk::cli
