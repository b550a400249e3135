#include "commands.hpp"

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "json/read.hpp"
#include "people.hpp"
#include "schema.hpp"

namespace crosswalk::org {
namespace {

constexpr const char* kUsage =
    R"(crosswalk-org: a local stand-in that speaks Salesforce's wire

  crosswalk-org describe --out DIR                 writes the describes of its objects as files
  crosswalk-org people   --out FILE [--seed N] [--count N]
                                                   writes the platform's people as NDJSON

  --objects DIR   tables of objects instead of the project's own
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

struct Command {
  std::string_view name;
  std::set<std::string> flags;
  int (*run)(const Flags&);
};

}  // namespace

int run_command(const std::vector<std::string>& arguments) {
  static const Command kCommands[] = {
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
      if (++i >= arguments.size()) return usage("--" + name + " needs a value");
      flags[name] = arguments[i];
    }
    return command.run(flags);
  }
  return usage(named ? "unknown command " + arguments[0] : "no command");
}

}  // namespace crosswalk::org
