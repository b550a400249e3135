// What a sub-command is to the program: a place in the command line, and what it does.
#pragma once

#include <functional>
#include <vector>

namespace CLI {
class App;
}

namespace crosswalk::cli {

class Terminal;

inline constexpr int kGood = 0;
inline constexpr int kFindings = 1;  // findings, or a failure
inline constexpr int kUsage = 2;     // usage, or a file that cannot be read

struct Command {
  CLI::App* app;  // where it stands in the command line
  std::function<int()> run;
};

// Each in the file of its name. The terminal must outlive the commands.
Command add_validate(CLI::App& root, Terminal& terminal);
Command add_plan(CLI::App& root, Terminal& terminal);
Command add_preview(CLI::App& root, Terminal& terminal);
Command add_suggest(CLI::App& root, Terminal& terminal);
Command add_explain(CLI::App& root, Terminal& terminal);
Command add_soql(CLI::App& root, Terminal& terminal);
Command add_serve(CLI::App& root, Terminal& terminal);
Command add_status(CLI::App& root, Terminal& terminal);
Command add_issues(CLI::App& root, Terminal& terminal);
Command add_connect(CLI::App& root, Terminal& terminal);
std::vector<Command> add_tenant(CLI::App& root, Terminal& terminal);
std::vector<Command> add_records(CLI::App& root, Terminal& terminal);

}  // namespace crosswalk::cli
