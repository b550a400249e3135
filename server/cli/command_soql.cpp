// crosswalk soql check: a query as Salesforce would judge it, offline.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/codes/soql.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "schema/describe_reader.hpp"
#include "soql/check.hpp"

namespace crosswalk::cli {
namespace {

// A query of 100,000 characters, each written as \uXXXX, and its quotes.
constexpr std::size_t kLineBytesMax = 100'000 * 6 + 1024;

struct Options {
  std::string query;
  std::vector<std::string> salesforce;
  bool json = false;
};

// Null when no describe was named.
Result<std::optional<schema::SalesforceSchema>> read_schema(const std::vector<std::string>& paths) {
  std::optional<schema::SalesforceSchema> none;
  if (paths.empty()) return none;
  const auto files = read_describes(paths);
  if (!files) return files.error();
  schema::SalesforceSchema schema;
  for (const File& file : *files) {
    auto objects = schema::read_describes(file.text);
    if (!objects) {
      Error error = objects.error();
      error.path = file.path + (error.path.empty() ? "" : ":" + error.path);
      return error;
    }
    for (schema::SalesforceObject& object : *objects) schema.add(std::move(object));
  }
  schema.index_objects();
  return std::optional(std::move(schema));
}

// The line of the query that a finding is about, and a caret below its column.
void show_place(const std::string& query, const Diagnostic& finding, Terminal& terminal) {
  if (!finding.position) return;
  std::size_t start = 0;
  for (std::size_t line = 1; line < finding.position->line; ++line)
    start = query.find('\n', start) + 1;
  const std::size_t end = std::min(query.find('\n', start), query.size());
  const std::size_t column = finding.position->column - 1;
  constexpr std::size_t kBefore = 60, kShown = 100;
  const std::size_t from = column > kBefore ? column - kBefore : 0;
  if (column > end - start) return;  // characters beyond ASCII: the caret would stand wrong
  const std::string shown = query.substr(start + from, std::min(kShown, end - start - from));
  for (const char c : shown)
    if (static_cast<unsigned char>(c) >= 0x80) return;
  terminal.print("    " + printable(shown));
  terminal.print("    " + std::string(column - from, ' ') + terminal.paint(Colour::bold, "^"));
}

int check_one(const Options& options, const schema::SalesforceSchema* schema, Terminal& terminal) {
  const Report report = soql::check(options.query, schema);
  if (options.json) {
    terminal.print(write_report(report));
    return report.ok() ? kGood : kFindings;
  }
  for (const Diagnostic& finding : report.diagnostics) {
    Report one;
    one.add(Diagnostic(finding));
    terminal.report("query", one);
    show_place(options.query, finding, terminal);
  }
  if (report.diagnostics.empty()) terminal.print(terminal.paint(Colour::green, "No findings."));
  return report.ok() ? kGood : kFindings;
}

Report check_line(const std::string& line, const schema::SalesforceSchema* schema) {
  Report report;
  if (line.size() > kLineBytesMax) {
    report.add(diagnostic::make(codes::kSoqlTooLarge, "", "The line is too long to be a query."));
    return report;
  }
  const auto text = json::read(line);
  const std::string* const query = text ? text->get_ptr<const std::string*>() : nullptr;
  if (query != nullptr) return soql::check(*query, schema);
  if (!text) {
    report.add(json::diagnose(text.error()));
  } else {
    report.add(diagnostic::make(codes::kSoqlSyntax, "", "The line is not a JSON string."));
  }
  return report;
}

// One line of standard input, cut where no query can go on. False at the end.
bool read_line(std::string& line) {
  line.clear();
  int c = std::getc(stdin);
  if (c == EOF) return false;
  for (; c != EOF && c != '\n'; c = std::getc(stdin))
    if (line.size() <= kLineBytesMax) line += static_cast<char>(c);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

int check_lines(const schema::SalesforceSchema* schema, Terminal& terminal) {
  bool good = true;
  for (std::string line; read_line(line);) {
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    const Report report = check_line(line, schema);
    terminal.print(write_report(report));
    good = good && report.ok();
  }
  terminal.flush();
  return good ? kGood : kFindings;
}

int run(const Options& options, Terminal& terminal) {
  const auto schema = read_schema(options.salesforce);
  if (!schema) {
    terminal.error(schema.error());
    return kUsage;
  }
  const schema::SalesforceSchema* const known = *schema ? &**schema : nullptr;
  return options.query == "-" ? check_lines(known, terminal) : check_one(options, known, terminal);
}

}  // namespace

Command add_soql(CLI::App& root, Terminal& terminal) {
  CLI::App* family = root.add_subcommand("soql", "Queries in SOQL, Salesforce's query language");
  family->require_subcommand(1);
  CLI::App* app =
      family->add_subcommand("check", "Check a query, with or without a schema, offline");
  auto options = std::make_shared<Options>();
  app->add_option("QUERY", options->query,
                  "The query; - reads one JSON string per line and answers one report per line")
      ->required();
  app->add_option("--salesforce", options->salesforce,
                  "Describe results: files, or folders of *.json files");
  app->add_flag("--json", options->json, "Print the report as JSON");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
