// crosswalk records: the platform's records in a running server: list, get, put, import.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/api_client.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/terminal.hpp"
#include "json/read.hpp"

namespace crosswalk::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kPieceBytes = std::size_t{4} << 20;  // of an NDJSON file, per request

struct Options {
  ServerOptions server;
  std::string object, key, fields, file, state;
  std::size_t limit = 50;
  bool json = false;
};

std::string record_path(const Options& options) {
  return "/records/" + encoded(options.object) +
         (options.key.empty() ? "" : "/" + encoded(options.key));
}

std::unique_ptr<ApiClient> open(const Options& options, Terminal& terminal) {
  auto client = ApiClient::open(options.server);
  if (client) return std::move(*client);
  terminal.error(client.error());
  return nullptr;
}

int fail(const Error& error, Terminal& terminal) {
  terminal.error(error);
  return kFindings;
}

int list(const Options& options, Terminal& terminal) {
  const auto client = open(options, terminal);
  if (!client) return kUsage;
  std::string path = record_path(options) + "?limit=" + std::to_string(options.limit);
  if (!options.state.empty()) path += "&state=" + encoded(options.state);
  auto page = client->json({.path = path});
  if (!page) return fail(page.error(), terminal);
  if (options.json) {
    terminal.print(json::write(*page));
    return kGood;
  }
  std::vector<std::vector<std::string>> rows{{"KEY", "VERSION", "STATE", "SALESFORCE"}};
  for (const ordered_json& record : (*page)["items"]) {
    const ordered_json* sync = json::member(record, "sync");
    rows.push_back({json::text_member(record, "key"),
                    std::to_string(json::integer_member(record, "version")),
                    sync == nullptr ? "" : json::text_member(*sync, "state"),
                    sync == nullptr ? "" : json::text_member(*sync, "id")});
  }
  terminal.table(rows);
  if (json::member(*page, "next") != nullptr) terminal.note("There are more: raise --limit.");
  return kGood;
}

int print_record(const ordered_json& record, bool as_json, Terminal& terminal) {
  if (as_json) {
    terminal.print(json::write(record));
    return kGood;
  }
  std::vector<std::vector<std::string>> rows{{"FIELD", "VALUE"}};
  if (const ordered_json* fields = json::member(record, "fields")) {
    for (const auto& [name, value] : fields->items()) {
      rows.push_back({name, value.is_string() ? value.get<std::string>() : json::write(value)});
    }
  }
  terminal.table(rows);
  return kGood;
}

int get(const Options& options, Terminal& terminal) {
  const auto client = open(options, terminal);
  if (!client) return kUsage;
  auto record = client->json({.path = record_path(options)});
  if (!record) return fail(record.error(), terminal);
  return print_record(*record, options.json, terminal);
}

int put(const Options& options, Terminal& terminal) {
  std::string fields = options.fields;
  std::string place = "--fields";
  if (fields.starts_with('@')) {
    place = fields.substr(1);
    auto file = read_file(place, kDocumentFileBytesMax);
    if (!file) {
      terminal.error(file.error());
      return kUsage;
    }
    fields = std::move(file->text);
  }
  auto tree = json::read(fields);
  if (!tree) {
    Error error = tree.error();
    error.path = place + ":" + error.path;
    terminal.error(error);
    return kUsage;
  }
  const auto client = open(options, terminal);
  if (!client) return kUsage;
  auto record = client->json(
      {.method = "PUT", .path = record_path(options), .body = "{\"fields\":" + fields + "}"});
  if (!record) return fail(record.error(), terminal);
  return print_record(*record, options.json, terminal);
}

// The sum of what several requests answered; lines counted through the whole file.
struct Imported {
  long long accepted = 0, refused = 0;
  ordered_json errors = ordered_json::array();

  void add(const ordered_json& answer, long long lines_before) {
    accepted += json::integer_member(answer, "accepted");
    refused += json::integer_member(answer, "refused");
    const ordered_json* list = json::member(answer, "errors");
    if (list == nullptr || !list->is_array()) return;
    for (const ordered_json& error : *list) {
      ordered_json shifted = error;
      shifted["line"] = json::integer_member(error, "line") + lines_before;
      errors.push_back(std::move(shifted));
    }
  }
};

Result<void> send_piece(ApiClient& client, const Options& options, std::string body,
                        std::string_view type, long long lines_before, Imported& sum) {
  auto answer = client.json({.method = "POST",
                             .path = "/records/" + encoded(options.object) + "/import",
                             .body = std::move(body),
                             .content_type = std::string(type)});
  if (!answer) return answer.error();
  sum.add(*answer, lines_before);
  return {};
}

// An NDJSON file of any size goes in pieces that end at a line's end.
Result<void> send_ndjson(ApiClient& client, const Options& options, std::istream& file,
                         Imported& sum) {
  std::string piece, line;
  long long lines = 0, lines_before = 0;
  const auto send = [&]() -> Result<void> {
    if (piece.empty()) return {};
    auto sent = send_piece(client, options, std::exchange(piece, ""), "application/x-ndjson",
                           lines_before, sum);
    lines_before = lines;
    return sent;
  };
  while (std::getline(file, line)) {
    if (!piece.empty() && piece.size() + line.size() > kPieceBytes) {
      auto sent = send();
      if (!sent) return sent;
    }
    piece += line;
    piece += '\n';
    ++lines;
  }
  return send();
}

int print_imported(const Imported& sum, const Options& options, Terminal& terminal) {
  if (options.json) {
    ordered_json document;
    document["accepted"] = sum.accepted;
    document["refused"] = sum.refused;
    document["errors"] = sum.errors;
    terminal.print(json::write(document));
  } else {
    for (const ordered_json& error : sum.errors) {
      terminal.print(printable(options.file) + ":" +
                     std::to_string(json::integer_member(error, "line")) + ": " +
                     printable(json::text_member(error, "message")) + " (" +
                     json::text_member(error, "code") + ")");
    }
    terminal.print(std::to_string(sum.accepted) + " accepted, " + std::to_string(sum.refused) +
                   " refused.");
  }
  return sum.refused == 0 ? kGood : kFindings;
}

int import_file(const Options& options, Terminal& terminal) {
  const bool csv = options.file.ends_with(".csv");
  std::string text;
  std::ifstream stream;
  if (csv) {  // a quoted cell may hold line ends: it goes in one piece
    auto file = read_file(options.file, kRecordsFileBytesMax);
    if (!file) {
      terminal.error(file.error());
      return kUsage;
    }
    text = std::move(file->text);
  } else {
    stream.open(options.file, std::ios::binary);
    if (!stream.is_open() || (stream.peek(), stream.bad())) {
      terminal.error(options.file + ": the file cannot be read.");
      return kUsage;
    }
  }
  const auto client = open(options, terminal);
  if (!client) return kUsage;
  Imported sum;
  auto sent = csv ? send_piece(*client, options, std::move(text), "text/csv", 0, sum)
                  : send_ndjson(*client, options, stream, sum);
  if (!sent) return fail(sent.error(), terminal);
  return print_imported(sum, options, terminal);
}

using Action = int (*)(const Options&, Terminal&);

Command add(CLI::App* app, std::shared_ptr<Options> options, Action action, Terminal& terminal) {
  add_server_options(*app, options->server);
  app->add_option("OBJECT", options->object, "The platform object")->required();
  app->add_flag("--json", options->json, "Print the answer as JSON");
  return {app, [options, action, &terminal] { return action(*options, terminal); }};
}

}  // namespace

std::vector<Command> add_records(CLI::App& root, Terminal& terminal) {
  CLI::App* family = root.add_subcommand("records", "Platform records in a server");
  family->require_subcommand(1);
  std::vector<Command> commands;
  const auto make = [&](const char* name, const char* about, Action action) {
    auto options = std::make_shared<Options>();
    commands.push_back(add(family->add_subcommand(name, about), options, action, terminal));
    return options;
  };
  const auto listed = make("list", "Records of an object", list);
  commands.back().app->add_option("--state", listed->state, "Only records in this state");
  commands.back()
      .app->add_option("--limit", listed->limit, "At most so many")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  const auto got = make("get", "One record", get);
  commands.back().app->add_option("KEY", got->key, "The record's key")->required();
  const auto changed = make("put", "Set the named fields of a record", put);
  commands.back().app->add_option("KEY", changed->key, "The record's key")->required();
  commands.back()
      .app->add_option("--fields", changed->fields, "A JSON object, or @FILE with one")
      ->required();
  const auto imported = make("import", "Set many records from a file", import_file);
  commands.back()
      .app->add_option("FILE", imported->file, "NDJSON, or CSV by its name .csv")
      ->required();
  return commands;
}

}  // namespace crosswalk::cli
