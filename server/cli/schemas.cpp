#include "cli/schemas.hpp"

#include <CLI/CLI.hpp>

#include "cli/terminal.hpp"

namespace crosswalk::cli {

void add_schema_options(CLI::App& command, SchemaFiles& files) {
  command.add_option("MAPPING", files.mapping, "The mapping document (JSON, comments allowed)")
      ->required();
  command.add_option("--platform", files.platform, "The platform schema")->required();
  command
      .add_option("--salesforce", files.salesforce,
                  "Describe results: files, or folders of *.json files")
      ->required();
}

Result<Inputs> read_inputs(const SchemaFiles& files) {
  auto mapping = read_file(files.mapping, kDocumentFileBytesMax);
  if (!mapping) return mapping.error();
  auto platform = read_file(files.platform, kDocumentFileBytesMax);
  if (!platform) return platform.error();
  auto describes = read_describes(files.salesforce);
  if (!describes) return describes.error();
  Inputs inputs{.mapping = std::move(*mapping),
                .platform = std::move(*platform),
                .org = {},
                .describes = std::move(*describes),
                .admin_describes = {}};
  if (!files.admin.empty()) {
    auto admin = read_describes(files.admin);
    if (!admin) return admin.error();
    inputs.admin_describes = std::move(*admin);
  }
  if (!files.org.empty()) {
    auto org = read_file(files.org, kDocumentFileBytesMax);
    if (!org) return org.error();
    inputs.org = std::move(*org);
  }
  return inputs;
}

std::optional<validate::Workspace> open_workspace(const Inputs& inputs, Terminal& terminal) {
  validate::Workspace workspace;
  bool good = true;
  const auto take = [&](const File& file, const Report& report) {
    terminal.report(file.path, report);
    good = good && report.ok();
  };
  take(inputs.platform, workspace.set_platform(inputs.platform.text));
  for (const File& describe : inputs.describes) {
    take(describe, workspace.add_describe(describe.text));
  }
  for (const File& describe : inputs.admin_describes) {
    take(describe, workspace.add_admin_describe(describe.text));
  }
  if (!inputs.org.text.empty()) take(inputs.org, workspace.set_org(inputs.org.text));
  if (!good) return std::nullopt;
  return workspace;
}

}  // namespace crosswalk::cli
