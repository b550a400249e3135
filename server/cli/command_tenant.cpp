// crosswalk tenant create: a tenant and its first API key, also while the server runs. The key is
// shown once; only its hash is kept.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/terminal.hpp"
#include "json/read.hpp"
#include "runtime/system_clock.hpp"
#include "runtime/system_random.hpp"
#include "store/provision.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::cli {
namespace {

struct Options {
  std::string name;
  std::string data = "crosswalk-data";
  bool json = false;
};

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= 64 && printable(name) == name && name.front() != ' ' &&
         name.back() != ' ';
}

int create(const Options& options, Terminal& terminal) {
  if (!is_name(options.name)) {
    terminal.error("a tenant's name has 1 to 64 printable bytes.");
    return kUsage;
  }
  runtime::SystemRandom random;
  const runtime::Stamp now = runtime::SystemClock().now();
  const observe::Secret key = vault::random_token(vault::kApiKeyPrefix, random);
  const std::string id = vault::random_id("tn_", random);
  auto done = store::provision_tenant(
      options.data, store::TenantRow{.id = id, .name = options.name, .created_at = now},
      store::ApiKeyRow{.id = vault::random_id("key_", random),
                       .tenant = id,
                       .hash = vault::hash_token(key.reveal()),
                       .label = "first",
                       .created_at = now});
  if (!done) {
    terminal.error(done.error());
    return kFindings;
  }
  if (options.json) {
    nlohmann::ordered_json document;
    document["tenant"] = options.name;
    document["apiKey"] = key.reveal();
    terminal.print(json::write(document));
  } else {
    terminal.print("Tenant " + options.name + " is there. Its API key, shown this once:");
    terminal.print(key.reveal());
  }
  return kGood;
}

}  // namespace

std::vector<Command> add_tenant(CLI::App& root, Terminal& terminal) {
  CLI::App* family = root.add_subcommand("tenant", "Tenants of a data folder");
  family->require_subcommand(1);
  CLI::App* app = family->add_subcommand("create", "Create a tenant with its first API key");
  auto options = std::make_shared<Options>();
  app->add_option("NAME", options->name, "The tenant's name")->required();
  app->add_option("--data", options->data, "The server's data folder")
      ->envname("CROSSWALK_DATA")
      ->capture_default_str();
  app->add_flag("--json", options->json, "Print {\"tenant\",\"apiKey\"}");
  return {{app, [options, &terminal] { return create(*options, terminal); }}};
}

}  // namespace crosswalk::cli
