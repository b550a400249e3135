#include "preview/preview.hpp"

#include <cassert>

#include "convert/program.hpp"
#include "mapping/reader.hpp"
#include "names/nearest.hpp"
#include "preview/csv_rows.hpp"
#include "preview/judge.hpp"
#include "preview/ndjson_rows.hpp"
#include "preview/report.hpp"

namespace crosswalk::preview {
namespace {

Error bad(std::string code, std::string path, std::string message) {
  return {ErrorKind::bad_input, std::move(code), std::move(path), std::move(message), 0, {}};
}

bool is_meant(const mapping::ObjectMapping& object, std::string_view name) {
  return name.empty() || names::same_name(object.platform, name) ||
         names::same_name(object.salesforce, name) ||
         names::same_name(object.platform + ":" + object.salesforce, name);
}

Result<std::size_t> find_object(const mapping::Document& document, std::string_view name) {
  std::vector<std::size_t> meant;
  for (std::size_t i = 0; i < document.objects.size(); ++i) {
    if (is_meant(document.objects[i], name)) meant.push_back(i);
  }
  if (meant.size() == 1) return meant.front();
  std::string all;
  for (const mapping::ObjectMapping& object : document.objects) {
    all += (all.empty() ? "" : ", ") + object.platform + ":" + object.salesforce;
  }
  if (meant.empty()) {
    return bad("mappingObjectUnknown", "/objects",
               document.objects.empty() ? std::string("The mapping has no objects.")
                                        : "The mapping has no such object, but " + all + ".");
  }
  return bad("mappingObjectUnknown", "/objects", "Say which object is meant: " + all + ".");
}

Result<mapping::Document> read_mapping(std::string_view text) {
  mapping::ReadOutcome outcome = mapping::read(text);
  if (outcome.document && outcome.report.ok()) return *std::move(outcome.document);
  for (const Diagnostic& finding : outcome.report.diagnostics) {
    if (finding.severity == diagnostic::Severity::error) {
      return bad("mappingInvalid", finding.pointer, finding.message);
    }
  }
  return bad("mappingInvalid", "", "The mapping cannot be read.");
}

}  // namespace

struct Preview::State {
  State(convert::Program&& compiled, const schema::PlatformObject& described, const Setup& setup)
      : program(std::move(compiled)),
        object(described),
        judge(program, {.examples_max = setup.examples_max, .offenders = setup.offenders}) {
    if (setup.format == Format::csv) {
      rows = std::make_unique<CsvRows>(program, object, setup.separator, judge);
    } else {
      rows = std::make_unique<NdjsonRows>(program, object, judge);
    }
  }

  convert::Program program;
  schema::PlatformObject object;
  Judge judge;
  std::unique_ptr<Rows> rows;
  std::uint64_t bytes = 0;
  bool complete = false;
};

Preview::Preview(std::unique_ptr<State> state) : state_(std::move(state)) {}
Preview::Preview(Preview&&) noexcept = default;
Preview& Preview::operator=(Preview&&) noexcept = default;
Preview::~Preview() = default;

Result<Preview> Preview::open(const Setup& setup) {
  const auto document = read_mapping(setup.mapping);
  if (!document) return document.error();
  const auto index = find_object(*document, setup.object);
  if (!index) return index.error();
  const mapping::ObjectMapping& object = document->objects[*index];
  if (!mapping::pushes(object.direction)) {
    return bad("mappingPullsOnly", object.pointer + "/direction",
               "Nothing of " + object.platform + " goes to Salesforce: the mapping only pulls.");
  }
  const schema::PlatformObject* platform = setup.platform.find(object.platform);
  if (platform == nullptr) {
    return bad("platformObjectUnknown", object.pointer + "/platform",
               "The platform schema has no object " + object.platform + ".");
  }
  const schema::SalesforceObject* salesforce = setup.salesforce.find(object.salesforce);
  if (salesforce == nullptr) {
    return bad("salesforceObjectUnknown", object.pointer + "/salesforce",
               "No describe of " + object.salesforce + " was given.");
  }
  auto program = convert::compile(*document, *index, *platform, *salesforce);
  if (!program) return program.error();
  return Preview(std::make_unique<State>(*std::move(program), *platform, setup));
}

Result<void> Preview::feed(std::string_view bytes) {
  assert(!state_->complete);
  state_->bytes += bytes.size();
  return state_->rows->feed(bytes);
}

Result<void> Preview::finish() {
  auto finished = state_->rows->finish();
  state_->complete = finished.has_value();
  return finished;
}

Progress Preview::progress() const {
  return {state_->bytes, state_->judge.rows(), state_->judge.refused()};
}

std::string Preview::progress_json() const {
  const Progress now = progress();
  return "{\"bytes\":" + std::to_string(now.bytes) + ",\"rows\":" + std::to_string(now.rows) +
         ",\"refused\":" + std::to_string(now.refused) + "}";
}

std::string Preview::report_json() const { return write_preview(state_->judge, state_->complete); }

std::string Preview::take_offenders() { return std::exchange(state_->judge.offenders(), {}); }

}  // namespace crosswalk::preview
