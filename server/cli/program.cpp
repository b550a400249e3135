#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <exception>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "names/nearest.hpp"

namespace crosswalk::cli {
namespace {

std::vector<Command> add_commands(CLI::App& root, Terminal& terminal) {
  std::vector<Command> commands{add_validate(root, terminal), add_preview(root, terminal),
                                add_plan(root, terminal),     add_suggest(root, terminal),
                                add_soql(root, terminal),     add_explain(root, terminal),
                                add_serve(root, terminal)};
  for (auto& family : {add_tenant(root, terminal), add_records(root, terminal)}) {
    commands.insert(commands.end(), family.begin(), family.end());
  }
  for (auto& single :
       {add_status(root, terminal), add_issues(root, terminal), add_connect(root, terminal)}) {
    commands.push_back(single);
  }
  return commands;
}

// The first word that should be a sub-command and is none; empty when there is no such word.
std::string unknown_command(const CLI::App& root, int argc, char** argv, std::string* meant) {
  const CLI::App* at = &root;
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    const auto known = at->get_subcommands([](const CLI::App*) { return true; });
    if (known.empty() || word.empty() || word.front() == '-') return "";
    const CLI::App* next = nullptr;
    std::vector<std::string> names;
    for (const CLI::App* command : known) {
      if (command->get_name() == word) next = command;
      names.push_back(command->get_name());
    }
    if (next == nullptr) {
      const std::vector<std::string_view> views(names.begin(), names.end());
      const auto near = names::nearest(word, views);
      if (near) *meant = *near;
      return word;
    }
    at = next;
  }
  return "";
}

int parse_and_run(int argc, char** argv, Terminal& terminal) {
  CLI::App root{"Crosswalk keeps a platform's records and a Salesforce org in step.", "crosswalk"};
  root.require_subcommand(1);
  root.set_version_flag("--version", std::string("crosswalk ") + kVersion);
  const std::vector<Command> commands = add_commands(root, terminal);
  std::string meant;
  if (const std::string word = unknown_command(root, argc, argv, &meant); !word.empty()) {
    terminal.error("\"" + word + "\" is no command." +
                   (meant.empty() ? std::string() : " Did you mean \"" + meant + "\"?"));
    terminal.note("crosswalk --help lists the commands.");
    return kUsage;
  }
  try {
    root.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    return root.exit(wanted);
  } catch (const CLI::ParseError& wrong) {
    terminal.error(wrong.what());
    terminal.note("Run it with --help to see what it takes.");
    return kUsage;
  }
  for (const Command& command : commands) {
    if (command.app->parsed() && command.app->get_subcommands().empty()) return command.run();
  }
  return kUsage;
}

}  // namespace

int run(int argc, char** argv) {
  Terminal terminal;
  try {
    return parse_and_run(argc, argv, terminal);
  } catch (const std::exception& failure) {
    terminal.error(std::string("something failed: ") + failure.what());
    return kFindings;
  }
}

}  // namespace crosswalk::cli
