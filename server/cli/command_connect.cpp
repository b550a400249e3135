// crosswalk connect: starts the web-server flow, prints the address that a Salesforce administrator
// opens in a browser, and waits until the connection is active.
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/api_client.hpp"
#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "json/read.hpp"

namespace crosswalk::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::chrono::seconds kAskEvery{1};
constexpr std::chrono::minutes kPatience{10};  // the link's own life

struct Options {
  ServerOptions server;
  std::string app = "salesforce", login_url, consumer_key, connection;
  bool json = false, no_wait = false;
};

// Sets the app when its key was given; the secret comes from the environment.
Result<void> put_app(ApiClient& client, const Options& options) {
  if (options.consumer_key.empty()) return {};
  ordered_json body;
  body["loginUrl"] = options.login_url;
  body["consumerKey"] = options.consumer_key;
  if (const char* secret = std::getenv("CROSSWALK_CONSUMER_SECRET")) {
    body["consumerSecret"] = secret;
  }
  auto answer = client.json(
      {.method = "PUT", .path = "/apps/" + encoded(options.app), .body = json::write(body)});
  if (!answer) return answer.error();
  return {};
}

Result<ordered_json> begin(ApiClient& client, const Options& options) {
  ordered_json body;
  if (options.connection.empty()) {
    body["app"] = options.app;
    body["kind"] = "primary";
  } else {
    body["connection"] = options.connection;
  }
  body["flow"] = "web";
  return client.json({.method = "POST", .path = "/connections", .body = json::write(body)});
}

// The connection once it is active or refused, or as it is when the patience ends.
Result<ordered_json> wait(ApiClient& client, const std::string& id) {
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (true) {
    auto connection = client.json({.path = "/connections/" + encoded(id)});
    if (!connection) return connection;
    const std::string state = json::text_member(*connection, "state");
    const bool refused = state == "pending" && json::member(*connection, "cause") != nullptr;
    if (state == "active" || refused || std::chrono::steady_clock::now() > until) return connection;
    std::this_thread::sleep_for(kAskEvery);
  }
}

int finish(const ordered_json& connection, const Options& options, Terminal& terminal) {
  const std::string state = json::text_member(connection, "state");
  if (options.json) {
    terminal.print(json::write(connection));
  } else if (state == "active") {
    terminal.print("Connected to " +
                   printable(json::text_member(connection, "orgName", "the org")) + " as " +
                   printable(json::text_member(connection, "username")) + ": " +
                   json::text_member(connection, "id"));
  } else {
    terminal.error("the connection is " + state + ". " +
                   printable(json::text_member(connection, "cause")));
  }
  return state == "active" || options.no_wait ? kGood : kFindings;
}

int run(const Options& options, Terminal& terminal) {
  auto client = ApiClient::open(options.server);
  if (!client) {
    terminal.error(client.error());
    return kUsage;
  }
  auto app = put_app(**client, options);
  auto begun = app ? begin(**client, options) : Result<ordered_json>(app.error());
  if (!begun) {
    terminal.error(begun.error());
    return kFindings;
  }
  if (options.no_wait && options.json) return finish(*begun, options, terminal);
  terminal.note("Open this address in a browser, once, within ten minutes:");
  terminal.note(json::text_member(*begun, "authorizeUrl"));
  if (options.no_wait) return kGood;
  auto connection = wait(**client, json::text_member(*begun, "id"));
  if (!connection) {
    terminal.error(connection.error());
    return kFindings;
  }
  return finish(*connection, options, terminal);
}

}  // namespace

Command add_connect(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("connect", "Connect a Salesforce org");
  auto options = std::make_shared<Options>();
  add_server_options(*app, options->server);
  app->add_option("--app", options->app, "The app to connect with")->capture_default_str();
  auto* login = app->add_option("--login-url", options->login_url,
                                "Set the app first: https://login.salesforce.com or a My Domain");
  auto* key =
      app->add_option("--consumer-key", options->consumer_key,
                      "Set the app first; its secret is read from CROSSWALK_CONSUMER_SECRET");
  login->needs(key);
  key->needs(login);
  app->add_option("--connection", options->connection, "One to authorise again");
  app->add_flag("--no-wait", options->no_wait, "Print the address and end");
  app->add_flag("--json", options->json, "Print the connection as JSON");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
