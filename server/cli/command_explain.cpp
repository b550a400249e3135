// crosswalk explain: what a code means, the catalogue of all codes, and the relation of types.
#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "compat/matrix.hpp"
#include "diagnostic/catalogue.hpp"
#include "diagnostic/codes.hpp"

namespace crosswalk::cli {
namespace {

struct Options {
  std::string code;
  bool all = false;
  bool types = false;
  bool markdown = false;
  bool json = false;
};

Colour colour_of(diagnostic::Severity severity) {
  switch (severity) {
    case diagnostic::Severity::error:
      return Colour::red;
    case diagnostic::Severity::warning:
      return Colour::yellow;
    case diagnostic::Severity::info:
      break;
  }
  return Colour::blue;
}

void print_entry(const diagnostic::Entry& entry, Terminal& terminal) {
  const diagnostic::Code& code = entry.code;
  terminal.print(terminal.paint(Colour::bold, code.code) + " " +
                 terminal.paint(colour_of(code.severity), severity_name(code.severity)) + ": " +
                 std::string(entry.title));
  terminal.print("  Example: " + std::string(entry.example));
  terminal.print("  Cause:   " + std::string(code.cause));
  terminal.print("  Cure:    " + std::string(entry.cure));
}

int explain_all(const Options& options, Terminal& terminal) {
  if (options.json) {
    terminal.print(diagnostic::write_catalogue());
  } else if (options.markdown) {
    terminal.print(diagnostic::write_catalogue_page());
  } else {
    std::vector<std::vector<std::string>> rows{{"Code", "Severity", "What is found"}};
    for (const diagnostic::Entry* entry : codes::all()) {
      rows.push_back({std::string(entry->code.code),
                      std::string(severity_name(entry->code.severity)), std::string(entry->title)});
    }
    terminal.table(rows);
  }
  return kGood;
}

int run(const Options& options, Terminal& terminal) {
  if (options.types) {
    terminal.print(options.json ? compat::write_matrix() : compat::write_matrix_page());
    return kGood;
  }
  if (options.all) return explain_all(options, terminal);
  if (options.code.empty()) {
    terminal.error("name a code, as CW2102, or say --all or --types");
    return kUsage;
  }
  const diagnostic::Entry* const entry = diagnostic::explain(options.code);
  if (entry == nullptr) {
    terminal.error("\"" + printable(options.code) + "\" is no code");
    terminal.note("crosswalk explain --all lists them.");
    return kUsage;
  }
  if (options.json) {
    terminal.print(diagnostic::write_explanation(*entry));
  } else {
    print_entry(*entry, terminal);
  }
  return kGood;
}

}  // namespace

Command add_explain(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("explain", "What a code means, and what to do about it");
  auto options = std::make_shared<Options>();
  auto* code = app->add_option("CODE", options->code, "A code, as CW2102");
  auto* all = app->add_flag("--all", options->all, "Every code");
  auto* types = app->add_flag("--types", options->types,
                              "Which types can be mapped, and what happens to values");
  auto* markdown =
      app->add_flag("--markdown", options->markdown, "With --all or --types: as a page");
  auto* json = app->add_flag("--json", options->json, "Print JSON");
  all->excludes(code)->excludes(types);
  types->excludes(code);
  json->excludes(markdown);
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
