// crosswalk serve: the server in the foreground. Flags, then CROSSWALK_* of the environment, then
// the defaults. The first line of standard output says where it is; everything else goes to the
// log.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/server_process.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "json/read.hpp"
#include "observe/log.hpp"

namespace crosswalk::cli {
namespace {

struct Options {
  ServeOptions serve;
  std::string log_format = "json";
  std::string log_level = "info";
};

// Where an installed or a built console lies, seen from the program.
std::string console_beside_program() {
  namespace fs = std::filesystem;
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  if (failure) return "";
  const fs::path here = program.parent_path();
  for (const fs::path& place : {here / "../share/crosswalk/console", here / "../share/console",
                                here / "../console", here / "../../web/console"}) {
    if (fs::exists(place / "index.html", failure)) return fs::canonical(place, failure).string();
  }
  return "";
}

Result<void> start_log(const Options& options) {
  observe::LogOptions log;
  log.format = options.log_format == "human" ? observe::LogFormat::human : observe::LogFormat::json;
  log.least = options.log_level == "debug"     ? observe::Level::debug
              : options.log_level == "warning" ? observe::Level::warning
              : options.log_level == "error"   ? observe::Level::error
                                               : observe::Level::info;
  return observe::start_logging(std::move(log));
}

int run(Options& options, Terminal& terminal) {
  if (options.serve.console.empty()) options.serve.console = console_beside_program();
  auto logging = start_log(options);
  if (!logging) {
    terminal.error(logging.error());
    return kFindings;
  }
  auto server = ServerProcess::open(options.serve);
  if (!server) {
    observe::stop_logging();
    terminal.error(server.error());
    return server.error().code == "badOption" ? kUsage : kFindings;
  }
  nlohmann::ordered_json first_line;
  first_line["url"] = (*server)->url();
  first_line["pid"] = static_cast<long long>(getpid());
  first_line["version"] = kVersion;
  terminal.print(json::write(first_line));
  terminal.flush();
  (*server)->run();
  server->reset();
  observe::stop_logging();
  return kGood;
}

}  // namespace

Command add_serve(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("serve", "Run the server in the foreground");
  auto options = std::make_shared<Options>();
  ServeOptions& serve = options->serve;
  app->add_option("--data", serve.data,
                  "Folder of the database and the vault's key, made if absent")
      ->envname("CROSSWALK_DATA")
      ->capture_default_str();
  app->add_option("--listen", serve.listen, "HOST:PORT; port 0 takes any")
      ->envname("CROSSWALK_LISTEN")
      ->capture_default_str();
  app->add_option("--public-url", serve.public_url,
                  "How browsers reach the server, when not by the address it listens on")
      ->envname("CROSSWALK_PUBLIC_URL");
  app->add_option("--salesforce-origin", serve.salesforce_origins,
                  "An origin that may be reached beside Salesforce's own domains; repeatable")
      ->envname("CROSSWALK_SALESFORCE_ORIGIN")
      ->delimiter(',');
  app->add_option("--ca-file", serve.ca_file, "Certificates to trust beside the system's (PEM)")
      ->envname("CROSSWALK_CA_FILE");
  app->add_option("--console", serve.console,
                  "Folder of the console's files; by default the one beside the program")
      ->envname("CROSSWALK_CONSOLE");
  app->add_option("--log-format", options->log_format, "json or human")
      ->envname("CROSSWALK_LOG_FORMAT")
      ->check(CLI::IsMember({"json", "human"}))
      ->capture_default_str();
  app->add_option("--log-level", options->log_level, "debug, info, warning or error")
      ->envname("CROSSWALK_LOG_LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error"}))
      ->capture_default_str();
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
