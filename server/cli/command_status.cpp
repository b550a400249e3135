// crosswalk status: the server's health, its connections and how each sync stands.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/api_client.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "json/read.hpp"

namespace crosswalk::cli {
namespace {

using nlohmann::ordered_json;

struct Options {
  ServerOptions server;
  bool json = false;
};

std::string number(const ordered_json& node, const char* name) {
  return std::to_string(json::integer_member(node, name));
}

void print_connections(const ordered_json& list, Terminal& terminal) {
  std::vector<std::vector<std::string>> rows{{"CONNECTION", "APP", "STATE", "ORG", "USER"}};
  for (const ordered_json& item : list["items"]) {
    rows.push_back({json::text_member(item, "id"), json::text_member(item, "app"),
                    json::text_member(item, "state"), json::text_member(item, "orgName"),
                    json::text_member(item, "username")});
  }
  if (rows.size() > 1) {
    terminal.table(rows);
  } else {
    terminal.print("No connections yet.");
  }
}

void print_syncs(const ordered_json& list, Terminal& terminal) {
  std::vector<std::vector<std::string>> rows{
      {"SYNC", "NOW", "LAST", "IN STEP", "WAITING", "ISSUES"}};
  for (const ordered_json& item : list["items"]) {
    const ordered_json* status = json::member(item, "status");
    if (status == nullptr) continue;
    rows.push_back({json::text_member(item, "name"), json::text_member(*status, "current"),
                    json::text_member(*status, "lastSyncAt", "never"), number(*status, "inStep"),
                    number(*status, "waiting"), number(*status, "issues")});
  }
  if (rows.size() > 1) {
    terminal.table(rows);
  } else {
    terminal.print("No syncs yet.");
  }
}

int run(const Options& options, Terminal& terminal) {
  auto client = ApiClient::open(options.server);
  if (!client) {
    terminal.error(client.error());
    return kUsage;
  }
  ordered_json document;
  const std::pair<const char*, const char*> parts[] = {
      {"health", "//readyz"}, {"connections", "/connections"}, {"syncs", "/syncs"}};
  for (const auto& [name, path] : parts) {
    auto answer = (*client)->json({.path = path});
    if (!answer) {
      terminal.error(answer.error());
      return kFindings;
    }
    document[name] = std::move(*answer);
  }
  if (options.json) {
    terminal.print(json::write(document));
    return kGood;
  }
  terminal.print((*client)->url() + " is " +
                 (json::truth_member(document["health"], "ready")
                      ? terminal.paint(Colour::green, "ready")
                      : terminal.paint(Colour::red, "not ready")));
  print_connections(document["connections"], terminal);
  print_syncs(document["syncs"], terminal);
  return kGood;
}

}  // namespace

Command add_status(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("status", "How a server, its connections and syncs stand");
  auto options = std::make_shared<Options>();
  add_server_options(*app, options->server);
  app->add_flag("--json", options->json, "Print {\"health\",\"connections\",\"syncs\"}");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
