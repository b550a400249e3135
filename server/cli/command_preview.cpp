// crosswalk preview: a file's real values through a mapping, as a stream: what Salesforce would
// refuse and what it would silently change, before anything is sent.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/schemas.hpp"
#include "cli/terminal.hpp"
#include "json/read.hpp"
#include "preview/preview.hpp"

namespace crosswalk::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;
constexpr std::uint64_t kProgressBytes = std::uint64_t{16} << 20;
constexpr std::size_t kValueLettersShown = 40;

struct Options {
  SchemaFiles files;
  std::string records, object, offenders;
  bool json = false;
};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using Stream = std::unique_ptr<std::FILE, Closer>;

volatile std::sig_atomic_t interrupted = 0;

// Ctrl-C ends the reading, and what was seen is reported; a second one ends the program.
class Interrupt {
 public:
  Interrupt() {
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, &before_);
  }
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  ~Interrupt() { sigaction(SIGINT, &before_, nullptr); }

 private:
  struct sigaction before_ = {};
};

Result<Stream> open_file(const std::string& path, const char* mode) {
  Stream stream(std::fopen(path.c_str(), mode));
  if (stream) return stream;
  return Error{ErrorKind::unreadable,
               "fileUnreadable",
               path,
               std::string("The file cannot be opened: ") + std::strerror(errno) + ".",
               0,
               {}};
}

// One line that is written over again and again, where a person looks at it.
class ProgressLine {
 public:
  ProgressLine() : shown_(isatty(STDERR_FILENO) == 1) {}
  void show(const preview::Progress& now) {
    if (!shown_ || now.bytes < next_) return;
    next_ = now.bytes + kProgressBytes;
    std::fprintf(stderr, "\r%llu rows, %llu refused, %llu MB\x1b[K",
                 static_cast<unsigned long long>(now.rows),
                 static_cast<unsigned long long>(now.refused),
                 static_cast<unsigned long long>(now.bytes / 1'000'000));
  }
  void clear() const {
    if (shown_) std::fputs("\r\x1b[K", stderr);
  }

 private:
  bool shown_;
  std::uint64_t next_ = 0;
};

Result<void> write_offenders(preview::Preview& preview, std::FILE* file, const std::string& path) {
  if (file == nullptr) return {};
  const std::string lines = preview.take_offenders();
  if (std::fwrite(lines.data(), 1, lines.size(), file) == lines.size()) return {};
  return Error{
      ErrorKind::unreadable, "fileUnwritable", path, "The file cannot be written to.", 0, {}};
}

Result<void> stream_through(preview::Preview& preview, const Options& options) {
  auto records = open_file(options.records, "rb");
  if (!records) return records.error();
  Stream offenders;
  if (!options.offenders.empty()) {
    auto opened = open_file(options.offenders, "wb");
    if (!opened) return opened.error();
    offenders = std::move(*opened);
  }
  const auto named = [&](Error error) {
    error.path = options.records + ":" + error.path;
    return error;
  };
  const Interrupt interrupt;
  ProgressLine progress;
  const auto piece = std::make_unique<char[]>(kPieceBytes);
  while (interrupted == 0) {
    const std::size_t size = std::fread(piece.get(), 1, kPieceBytes, records->get());
    const bool last = size == 0;
    if (last && std::ferror(records->get()) != 0 && interrupted == 0) {
      return Error{ErrorKind::unreadable,
                   "fileUnreadable",
                   options.records,
                   "The file cannot be read to its end.",
                   0,
                   {}};
    }
    if (interrupted != 0) break;
    auto fed = last ? preview.finish() : preview.feed({piece.get(), size});
    auto written = write_offenders(preview, offenders.get(), options.offenders);
    if (!fed) {
      progress.clear();
      return named(fed.error());
    }
    if (!written) return written;
    if (last) break;
    progress.show(preview.progress());
  }
  progress.clear();
  if (offenders && std::fflush(offenders.get()) != 0) {
    return Error{ErrorKind::unreadable,
                 "fileUnwritable",
                 options.offenders,
                 "The file cannot be written to.",
                 0,
                 {}};
  }
  return {};
}

std::string text_or(const ordered_json& node, const char* name, const char* otherwise) {
  const std::string text = json::text_member(node, name);
  return text.empty() ? otherwise : text;
}

// "row 7: "ana(at)example"", of the first example.
std::string first_example(const ordered_json& finding) {
  const ordered_json* examples = json::member(finding, "examples");
  if (examples == nullptr || !examples->is_array() || examples->empty()) return "";
  const ordered_json& first = examples->front();
  const std::int64_t row = json::integer_member(first, "row");
  std::string value = json::text_member(first, "value");
  if (value.size() > kValueLettersShown) {
    std::size_t end = kValueLettersShown;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0U) == 0x80U) --end;
    value = value.substr(0, end) + "…";
  }
  const std::string place = row == 0 ? "header" : "row " + std::to_string(row);
  return value.empty() ? place : place + ": \"" + value + "\"";
}

void print_findings(const ordered_json& report, Terminal& terminal) {
  const ordered_json* findings = json::member(report, "findings");
  if (findings == nullptr || findings->empty()) return;
  std::vector<std::vector<std::string>> rows{{"ROWS", "SEVERITY", "CODE", "FIELD", "FIRST", ""}};
  for (const ordered_json& finding : *findings) {
    const ordered_json* examples = json::member(finding, "examples");
    const bool any = examples != nullptr && !examples->empty();
    rows.push_back({std::to_string(json::integer_member(finding, "count")),
                    json::text_member(finding, "severity"), json::text_member(finding, "code"),
                    text_or(finding, "salesforce", "-"), first_example(finding),
                    any ? json::text_member(examples->front(), "message") : ""});
  }
  terminal.table(rows);
  terminal.print("");
}

void print_fields(const ordered_json& report, Terminal& terminal) {
  const ordered_json* fields = json::member(report, "fields");
  if (fields == nullptr) return;
  std::vector<std::vector<std::string>> rows{{"FIELD", "LONGEST", "IN ROW", "EMPTY", "DIFFERENT"}};
  for (const ordered_json& field : *fields) {
    const auto number = [&](const char* name) {
      return std::to_string(json::integer_member(field, name));
    };
    const ordered_json* more = json::member(field, "distinctAtLeast");
    const bool at_least = more != nullptr && more->is_boolean() && more->get<bool>();
    rows.push_back({json::text_member(field, "salesforce"), number("longest"), number("longestRow"),
                    number("nulls"), (at_least ? "at least " : "") + number("distinct")});
  }
  terminal.table(rows);
  terminal.print("");
}

void print_report(const ordered_json& report, Terminal& terminal) {
  print_findings(report, terminal);
  print_fields(report, terminal);
  const auto number = [&](const char* name) {
    return std::to_string(json::integer_member(report, name));
  };
  terminal.print(number("rows") + " rows: " + number("accepted") + " accepted, " +
                 number("refused") + " refused");
}

int run(const Options& options, Terminal& terminal) {
  auto inputs = read_inputs(options.files);
  if (!inputs) {
    terminal.error(inputs.error());
    return kUsage;
  }
  const auto workspace = open_workspace(*inputs, terminal);
  if (!workspace) return kUsage;
  const bool ndjson = options.records.ends_with(".ndjson") || options.records.ends_with(".jsonl");
  auto preview =
      preview::Preview::open({.mapping = inputs->mapping.text,
                              .platform = workspace->platform(),
                              .salesforce = workspace->salesforce(),
                              .object = options.object,
                              .format = ndjson ? preview::Format::ndjson : preview::Format::csv,
                              .offenders = !options.offenders.empty()});
  if (!preview) {
    Error error = preview.error();
    error.path = inputs->mapping.path + (error.path.empty() ? "" : ": ") + error.path;
    terminal.error(error);
    return kFindings;
  }
  const auto streamed = stream_through(*preview, options);
  if (!streamed) {
    terminal.error(streamed.error());
    if (streamed.error().kind == ErrorKind::unreadable) return kUsage;
  }
  const std::string text = preview->report_json();
  if (options.json) {
    terminal.print(text);
  } else if (const auto report = json::read(text)) {
    print_report(*report, terminal);
  }
  if (interrupted != 0) terminal.note("Stopped: the rest of the file was not read.");
  const bool good = streamed.has_value() && interrupted == 0 && preview->progress().refused == 0;
  return good ? kGood : kFindings;
}

}  // namespace

Command add_preview(CLI::App& root, Terminal& terminal) {
  CLI::App* app =
      root.add_subcommand("preview", "Look at real values: what Salesforce would refuse or change");
  auto options = std::make_shared<Options>();
  add_schema_options(*app, options->files);
  app->add_option("--records", options->records,
                  "Platform records: CSV, or NDJSON by its name .ndjson or .jsonl")
      ->required();
  app->add_option("--object", options->object,
                  "Which object of the mapping, when it has several: platform, Salesforce, or "
                  "platform:Salesforce");
  app->add_option("--offenders", options->offenders,
                  "Write a line of JSON for every cause of every refused row to this file");
  app->add_flag("--json", options->json, "Print the report as JSON");
  return {app, [options, &terminal] { return run(*options, terminal); }};
}

}  // namespace crosswalk::cli
