// crosswalk plan: what a sync would write, computed from files, without a server.
#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/schemas.hpp"
#include "cli/terminal.hpp"
#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "plan/plan_text.hpp"

namespace crosswalk::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kLinesShown = 40;

struct Options {
  SchemaFiles files;
  std::string left, right, links, object;
  bool json = false;
};

struct RecordFiles {
  File left, right, links;
};

Result<RecordFiles> read_records(const Options& options) {
  RecordFiles files;
  struct Wanted {
    const std::string& path;
    File& file;
  };
  for (const Wanted& wanted : {Wanted{options.left, files.left}, Wanted{options.right, files.right},
                               Wanted{options.links, files.links}}) {
    if (wanted.path.empty()) continue;
    auto file = read_file(wanted.path, kRecordsFileBytesMax);
    if (!file) return file.error();
    wanted.file = std::move(*file);
  }
  return files;
}

std::string count(const ordered_json& totals, const char* side, const char* action) {
  const ordered_json* node = json::member(totals, side);
  return std::to_string(node == nullptr ? 0 : json::integer_member(*node, action));
}

void print_records(const ordered_json& plan, Terminal& terminal) {
  const ordered_json* records = json::member(plan, "records");
  if (records == nullptr || !records->is_array()) return;
  std::vector<std::vector<std::string>> rows{{"RECORD", "ACTION", "SIDE", "FIELDS", "REASON"}};
  std::size_t more = 0;
  for (const ordered_json& record : *records) {
    if (json::text_member(record, "action") == "unchanged") continue;
    if (rows.size() > kLinesShown) {
      ++more;
      continue;
    }
    std::string fields;
    if (const ordered_json* changes = json::member(record, "fields")) {
      for (const ordered_json& change : *changes) {
        fields += (fields.empty() ? "" : " ") + json::text_member(change, "salesforce");
        if (fields.size() > 60) {
          fields += " …";
          break;
        }
      }
    }
    const std::string key = json::text_member(record, "key");
    rows.push_back({json::text_member(record, "object") + " " +
                        (key.empty() ? json::text_member(record, "id") : key),
                    json::text_member(record, "action"), json::text_member(record, "side"), fields,
                    json::text_member(record, "reason")});
  }
  if (rows.size() > 1) terminal.table(rows);
  if (more > 0) terminal.print("… and " + std::to_string(more) + " more; --json has all of them.");
}

void print_plan(const ordered_json& plan, Terminal& terminal) {
  print_records(plan, terminal);
  const ordered_json nothing = ordered_json::object();
  const ordered_json* found = json::member(plan, "totals");
  const ordered_json& totals = found == nullptr ? nothing : *found;
  terminal.table(
      {{"SIDE", "CREATE", "UPDATE"},
       {"Salesforce", count(totals, "salesforce", "create"), count(totals, "salesforce", "update")},
       {"platform", count(totals, "platform", "create"), count(totals, "platform", "update")}});
  const auto number = [&](const char* name) {
    return std::to_string(json::integer_member(totals, name));
  };
  terminal.print(number("unchanged") + " unchanged, " + number("skip") + " skipped, " +
                 number("conflict") + " conflicts, " + number("review") + " to review");
  if (const ordered_json* cost = json::member(plan, "cost")) {
    terminal.print(std::to_string(json::integer_member(*cost, "calls")) + " API calls");
  }
}

// "left:3:14" names a record file; a JSON Pointer stands in the mapping.
int refuse(Error error, const Options& options, Terminal& terminal) {
  const bool in_mapping = error.path.empty() || error.path.starts_with('/');
  const std::string file = error.path.substr(0, error.path.find(':'));
  const auto name = [&](const std::string& path) {
    error.path = path + error.path.substr(file.size());
  };
  if (file == "left") name(options.left);
  if (file == "right") name(options.right);
  if (file == "links") name(options.links);
  if (in_mapping)
    error.path = options.files.mapping + (error.path.empty() ? "" : ": ") + error.path;
  terminal.error(error);
  return in_mapping ? kFindings : kUsage;
}

int run(const Options& options, Terminal& terminal) {
  auto inputs = read_inputs(options.files);
  if (!inputs) {
    terminal.error(inputs.error());
    return kUsage;
  }
  auto records = read_records(options);
  if (!records) {
    terminal.error(records.error());
    return kUsage;
  }
  const auto workspace = open_workspace(*inputs, terminal);
  if (!workspace) return kUsage;
  const auto outcome = mapping::read(inputs->mapping.text);
  if (!outcome.document || !outcome.report.ok()) {
    terminal.report(inputs->mapping.path, outcome.report);
    return kFindings;
  }
  auto text = plan::plan_text({.mapping = *outcome.document,
                               .platform = workspace->platform(),
                               .salesforce = workspace->salesforce(),
                               .left = records->left.text,
                               .left_is_csv = options.left.ends_with(".csv"),
                               .left_object = options.object,
                               .right = records->right.text,
                               .links = records->links.text});
  if (!text) return refuse(text.error(), options, terminal);
  if (options.json) {
    terminal.print(*text);
    return kGood;
  }
  const auto plan = json::read(*text, {.nodes_max = 50'000'000, .bytes_max = std::size_t{1} << 30});
  if (!plan) return refuse(plan.error(), options, terminal);
  print_plan(*plan, terminal);
  return kGood;
}

}  // namespace

Command add_plan(CLI::App& root, Terminal& terminal) {
  CLI::App* app = root.add_subcommand("plan", "Compute what a sync would write, from files");
  auto options = std::make_shared<Options>();
  add_schema_options(*app, options->files);
  app->add_option("--left", options->left, "Platform records: NDJSON, or CSV by its name .csv")
      ->required();
  app->add_option("--right", options->right, "Salesforce records: NDJSON of REST records")
      ->required();
  app->add_option("--links", options->links, "Links with their bases: NDJSON");
  app->add_option("--object", options->object, "Platform object of a CSV");
  app->add_flag("--json", options->json, "Print the plan document");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
