// crosswalk suggest: which platform field could stand for which Salesforce field, offline.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/schemas.hpp"
#include "cli/terminal.hpp"
#include "suggest/suggest_text.hpp"

namespace crosswalk::cli {
namespace {

struct Options {
  SchemaFiles files;
  std::string records, object;
  bool pull = false;
  bool json = false;
};

Result<Inputs> read_schemas(const SchemaFiles& files) {
  auto platform = read_file(files.platform, kDocumentFileBytesMax);
  if (!platform) return platform.error();
  auto describes = read_describes(files.salesforce);
  if (!describes) return describes.error();
  return Inputs{.mapping = {},
                .platform = *std::move(platform),
                .org = {},
                .describes = *std::move(describes),
                .admin_describes = {}};
}

void print_table(const std::vector<suggest::Suggestion>& suggestions, Terminal& terminal) {
  if (suggestions.empty()) {
    terminal.print("No field of the one side says what a field of the other does.");
    return;
  }
  std::vector<std::vector<std::string>> rows{{"PLATFORM", "SALESFORCE", "SCORE", "REASON"}};
  for (const suggest::Suggestion& suggestion : suggestions) {
    rows.push_back({suggestion.object + "." + suggestion.platform,
                    suggestion.salesforce_object + "." + suggestion.salesforce,
                    suggest::score_text(suggestion.score), suggestion.reason});
  }
  terminal.table(rows);
}

// "records:3:14" names the file of records.
int refuse(Error error, const Options& options, Terminal& terminal) {
  constexpr std::string_view kRecords = "records";
  if (error.path.starts_with(kRecords)) error.path.replace(0, kRecords.size(), options.records);
  terminal.error(error);
  return kUsage;
}

int run(const Options& options, Terminal& terminal) {
  auto inputs = read_schemas(options.files);
  if (!inputs) {
    terminal.error(inputs.error());
    return kUsage;
  }
  File records;
  if (!options.records.empty()) {
    auto file = read_file(options.records, kRecordsFileBytesMax);
    if (!file) {
      terminal.error(file.error());
      return kUsage;
    }
    records = *std::move(file);
  }
  const auto workspace = open_workspace(*inputs, terminal);
  if (!workspace) return kUsage;
  const auto found = suggest::suggestions(
      {.platform = workspace->platform(),
       .salesforce = workspace->salesforce(),
       .records = {records.text, options.records.ends_with(".csv"), options.object},
       .pull = options.pull});
  if (!found) return refuse(found.error(), options, terminal);
  if (options.json) {
    terminal.print(suggest::write_suggestions(std::span<const suggest::Suggestion>(*found)));
  } else {
    print_table(*found, terminal);
  }
  return kGood;
}

}  // namespace

Command add_suggest(CLI::App& root, Terminal& terminal) {
  CLI::App* app =
      root.add_subcommand("suggest", "Propose which fields go together, with a score and a reason");
  auto options = std::make_shared<Options>();
  app->add_option("--platform", options->files.platform, "The platform schema")->required();
  app->add_option("--salesforce", options->files.salesforce,
                  "Describe results: files, or folders of *.json files")
      ->required();
  app->add_option("--records", options->records,
                  "Platform records whose values are looked at: NDJSON, or CSV by its name .csv");
  app->add_option("--object", options->object,
                  "Platform object of records that do not name theirs");
  app->add_flag("--pull", options->pull, "For what travels from Salesforce to the platform");
  app->add_flag("--json", options->json, "Print the suggestions as JSON");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
