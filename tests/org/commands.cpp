#include "org/commands.hpp"

#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "json/read.hpp"
#include "org/http_server.hpp"
#include "org/org.hpp"
#include "org/people.hpp"
#include "org/schema.hpp"

namespace crosswalk::org {
namespace {

constexpr const char* kUsage =
    R"(crosswalk-org: a local stand-in that speaks Salesforce's wire

  crosswalk-org [--port P] [--seed N] [--contacts N] [--describes DIR] [--limit N] [--callback URL]
                [--auto-approve] [--require-pkce] [--rotate-refresh-tokens on|off]
                                                   serves on 127.0.0.1; port 0 (the default): any.
                                                   The first line printed is {"url","pid"}
  crosswalk-org describe --out DIR                 writes the describes of its objects as files
  crosswalk-org people   --out FILE [--seed N] [--count N]
                                                   writes the platform's people as NDJSON

  --objects DIR   tables of objects instead of the project's own
  The connected app's key and secret come from CROSSWALK_ORG_CONSUMER_KEY and
  CROSSWALK_ORG_CONSUMER_SECRET; without them they are the demo's, named in the README.
)";

using Flags = std::map<std::string, std::string>;

int usage(const std::string& problem) {
  std::cerr << "crosswalk-org: " << problem << "\n\n" << kUsage;
  return 2;
}

int failure(const Error& error) {
  std::cerr << "crosswalk-org: " << error.path << ": " << error.message << "\n";
  return 1;
}

std::uint64_t number(const Flags& flags, const std::string& name, std::uint64_t fallback) {
  const auto found = flags.find(name);
  if (found == flags.end()) return fallback;
  std::uint64_t out = fallback;
  const std::string& text = found->second;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::string text(const Flags& flags, const std::string& name, const std::string& fallback) {
  const auto found = flags.find(name);
  return found == flags.end() ? fallback : found->second;
}

std::string objects_folder(const Flags& flags) {
  return text(flags, "objects", CROSSWALK_ORG_OBJECTS);
}

int write_describes(const Flags& flags) {
  if (!flags.contains("out")) return usage("describe needs --out DIR");
  const std::filesystem::path out = flags.at("out");
  std::error_code failed;
  std::filesystem::create_directories(out, failed);
  const auto tables = read_tables(objects_folder(flags));
  if (!tables) return failure(tables.error());
  for (const auto& table : *tables) {
    const std::string name = table["name"].get<std::string>();
    std::string body = json::write(table, 1);
    for (std::size_t at; (at = body.find("{version}")) != std::string::npos;)
      body.replace(at, 9, "62.0");
    std::ofstream file(out / (name + ".json"), std::ios::binary);
    file << body << "\n";
    if (!file.flush()) {
      std::cerr << "crosswalk-org: " << (out / (name + ".json")).string()
                << ": could not be written\n";
      return 1;
    }
  }
  std::cerr << tables->size() << " describes written to " << out.string() << "\n";
  return 0;
}

int write_people(const Flags& flags) {
  if (!flags.contains("out")) return usage("people needs --out FILE");
  const std::uint64_t seed = number(flags, "seed", 7), count = number(flags, "count", 10'000);
  std::ofstream file(flags.at("out"), std::ios::binary);
  std::uint64_t flawed = 0;
  for (std::uint64_t i = 1; i <= count; ++i) {
    const Person person = platform_person(seed, i);
    flawed += person.flaw != Flaw::none;
    file << import_line(person) << "\n";
  }
  if (!file.flush()) {
    std::cerr << "crosswalk-org: " << flags.at("out") << ": could not be written\n";
    return 1;
  }
  std::cerr << count << " people written, " << flawed << " of them flawed on purpose\n";
  return 0;
}

std::string environment(const char* name, const char* fallback) {
  const char* value = std::getenv(name);
  return value && *value ? value : fallback;
}

int serve(const Flags& flags) {
  Schema schema;
  const auto tables = read_tables(objects_folder(flags));
  if (!tables) return failure(tables.error());
  for (const auto& table : *tables) {
    auto object = read_describe(table);
    if (!object) return failure(object.error());
    schema.add(std::move(*object));
  }
  std::vector<std::string> passed_over;
  if (flags.contains("describes"))
    if (const auto loaded = load_describes(flags.at("describes"), schema, passed_over); !loaded)
      return failure(loaded.error());
  for (const std::string& file : passed_over)
    std::cerr << "crosswalk-org: no describe: " << file << "\n";
  OrgOptions options;
  options.seed = number(flags, "seed", 7);
  options.contacts = number(flags, "contacts", 0);
  options.daily_limit = static_cast<int>(number(flags, "limit", 15'000));
  options.login.consumer_key =
      environment("CROSSWALK_ORG_CONSUMER_KEY", "3MVG9.crosswalk.local.demo.key");
  options.login.consumer_secret =
      environment("CROSSWALK_ORG_CONSUMER_SECRET", "crosswalk-local-demo-secret");
  options.login.auto_approve = flags.contains("auto-approve");
  options.login.require_pkce = flags.contains("require-pkce");
  options.login.rotate_refresh_tokens = text(flags, "rotate-refresh-tokens", "on") != "off";
  if (flags.contains("callback")) options.login.callbacks = {flags.at("callback")};
  Org org(std::move(schema), options, [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
  });
  try {
    HttpServer server("127.0.0.1", static_cast<std::uint16_t>(number(flags, "port", 0)),
                      [&org](const Request& request) { return org.handle(request); });
    const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
    org.set_base(url);
    std::cout << "{\"url\":\"" << url << "\",\"pid\":" << getpid() << "}" << std::endl;
    server.run(true);
  } catch (const std::exception& error) {
    std::cerr << "crosswalk-org: " << error.what() << "\n";
    return 1;
  }
  return 0;
}

struct Command {
  std::string_view name;
  std::set<std::string> flags;
  int (*run)(const Flags&);
};

}  // namespace

int run_command(const std::vector<std::string>& arguments) {
  static const Command kCommands[] = {
      {"serve",
       {"port", "seed", "contacts", "describes", "objects", "limit", "callback", "auto-approve",
        "require-pkce", "rotate-refresh-tokens"},
       serve},
      {"describe", {"out", "objects"}, write_describes},
      {"people", {"out", "seed", "count"}, write_people},
  };
  if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) {
    std::cout << kUsage;
    return 0;
  }
  const bool named = !arguments.empty() && !arguments[0].starts_with("--");
  for (const Command& command : kCommands) {
    if (command.name != (named ? arguments[0] : "serve")) continue;
    Flags flags;
    for (std::size_t i = named ? 1 : 0; i < arguments.size(); ++i) {
      if (!arguments[i].starts_with("--")) return usage("unexpected \"" + arguments[i] + "\"");
      std::string name = arguments[i].substr(2);
      if (!command.flags.contains(name)) return usage("unknown flag --" + name);
      if (name == "auto-approve" || name == "require-pkce") {
        flags[name] = "on";
        continue;
      }
      if (++i >= arguments.size()) return usage("--" + name + " needs a value");
      flags[name] = arguments[i];
    }
    return command.run(flags);
  }
  return usage(named ? "unknown command " + arguments[0] : "no command");
}

}  // namespace crosswalk::org
