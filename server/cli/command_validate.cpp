// crosswalk validate: a mapping against both schemas, offline.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/schemas.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::cli {
namespace {

struct Options {
  SchemaFiles files;
  bool json = false;
};

std::string summary(const Report& report) {
  if (report.diagnostics.empty()) return "No findings.";
  const auto counted = [](std::size_t count, const char* word) {
    return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
  };
  return counted(report.errors(), "error") + ", " + counted(report.warnings(), "warning") + ".";
}

// The same bytes as the HTTP API and the WebAssembly module answer.
int print_json(const Inputs& inputs, bool readable, Terminal& terminal) {
  std::vector<std::string_view> describes;
  for (const File& file : inputs.describes) describes.push_back(file.text);
  std::vector<std::string_view> admin;
  for (const File& file : inputs.admin_describes) admin.push_back(file.text);
  const std::string report = validate::validate_json(inputs.mapping.text, inputs.platform.text,
                                                     describes, inputs.org.text, admin);
  terminal.print(report);
  if (!readable) return kUsage;
  return report.starts_with(R"({"ok":true)") ? kGood : kFindings;
}

int run(const Options& options, Terminal& terminal) {
  auto inputs = read_inputs(options.files);
  if (!inputs) {
    terminal.error(inputs.error());
    return kUsage;
  }
  if (options.json) {
    validate::Workspace workspace;
    bool readable = workspace.set_platform(inputs->platform.text).ok();
    for (const File& file : inputs->describes) {
      readable = workspace.add_describe(file.text).ok() && readable;
    }
    for (const File& file : inputs->admin_describes) {
      readable = workspace.add_admin_describe(file.text).ok() && readable;
    }
    if (!inputs->org.text.empty()) readable = workspace.set_org(inputs->org.text).ok() && readable;
    return print_json(*inputs, readable, terminal);
  }
  const auto workspace = open_workspace(*inputs, terminal);
  if (!workspace) return kUsage;
  const Report report = workspace->validate(inputs->mapping.text);
  terminal.report(inputs->mapping.path, report);
  terminal.print(terminal.paint(report.ok() ? Colour::green : Colour::red, summary(report)));
  return report.ok() ? kGood : kFindings;
}

}  // namespace

Command add_validate(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("validate", "Check a mapping against both schemas, offline");
  auto options = std::make_shared<Options>();
  add_schema_options(*app, options->files);
  app->add_option("--admin-describe", options->files.admin,
                  "Describes of the same org as an admin sees it: files or folders");
  app->add_option("--org", options->files.org, "What is known of the org beside its describes");
  app->add_flag("--json", options->json, "Print the report as JSON");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
