// crosswalk issues: records that could not be synchronised, why, and what to do.
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
  std::string sync, run, code, state = "open";
  std::size_t limit = 50;
  bool json = false, csv = false;
};

std::string query_of(const Options& options) {
  std::string query = "?limit=" + std::to_string(options.limit);
  const std::pair<const char*, const std::string&> filters[] = {{"sync", options.sync},
                                                                {"run", options.run},
                                                                {"code", options.code},
                                                                {"state", options.state}};
  for (const auto& [name, value] : filters) {
    if (!value.empty() && value != "any") query += "&" + std::string(name) + "=" + encoded(value);
  }
  return query;
}

void print_issues(const ordered_json& page, Terminal& terminal) {
  for (const ordered_json& issue : page["items"]) {
    const std::string key = json::text_member(issue, "key");
    const std::string code =
        json::text_member(issue, "salesforceCode", json::text_member(issue, "code"));
    terminal.print(
        terminal.paint(Colour::bold,
                       printable(json::text_member(issue, "object") + " " +
                                 (key.empty() ? json::text_member(issue, "salesforceId") : key))) +
        "  " + terminal.paint(Colour::red, printable(code)) + "  " +
        json::text_member(issue, "state"));
    terminal.print("    " + printable(json::text_member(issue, "message")));
    const std::string cure = json::text_member(issue, "cure");
    if (!cure.empty()) terminal.print("    " + terminal.paint(Colour::dim, printable(cure)));
  }
  if (page["items"].empty()) terminal.print("No issues.");
  if (json::member(page, "next") != nullptr) {
    terminal.print("There are more: raise --limit, or take them all with --csv.");
  }
}

int run(const Options& options, Terminal& terminal) {
  auto client = ApiClient::open(options.server);
  if (!client) {
    terminal.error(client.error());
    return kUsage;
  }
  ApiRequest request{.path = "/issues" + query_of(options)};
  if (options.csv) request.headers.set("Accept", "text/csv");
  auto answer = (*client)->send(request);
  if (!answer) {
    terminal.error(answer.error());
    return kFindings;
  }
  if (options.json || options.csv) {
    terminal.print(answer->body);
    return kGood;
  }
  const auto page = json::read(answer->body);
  if (!page || json::member(*page, "items") == nullptr) {
    terminal.error("the server's answer is no list.");
    return kFindings;
  }
  print_issues(*page, terminal);
  return kGood;
}

}  // namespace

Command add_issues(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("issues", "Records that could not be synchronised, and why");
  auto options = std::make_shared<Options>();
  add_server_options(*app, options->server);
  app->add_option("--sync", options->sync, "Of this sync");
  app->add_option("--run", options->run, "Last seen by this run");
  app->add_option("--code", options->code, "Of this code");
  app->add_option("--state", options->state, "open, retrying, cleared, ignored or any")
      ->check(CLI::IsMember({"open", "retrying", "cleared", "ignored", "any"}))
      ->capture_default_str();
  app->add_option("--limit", options->limit, "At most so many")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  auto* json = app->add_flag("--json", options->json, "Print the list as JSON");
  app->add_flag("--csv", options->csv, "Print all of them as CSV")->excludes(json);
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
