#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "operations.hpp"
#include "plan/plan_text.hpp"
#include "previews.hpp"
#include "suggest/suggest_text.hpp"

namespace crosswalk::wasm {
namespace {

// {"mapping","left","leftIsCsv"?,"leftObject"?,"right","links"?} → the plan document
std::string plan(const Schemas& schemas, const Tree& input) {
  for (const char* needed : {"mapping", "left", "right"}) {
    if (!has_text(input, needed)) return must_be_text(needed);
  }
  const auto outcome = mapping::read(json::text_member(input, "mapping"));
  if (!outcome.document || !outcome.report.ok()) {
    return refusal("mappingInvalid", "The mapping has errors; its report says which.");
  }
  const std::string left = json::text_member(input, "left");
  const std::string left_object = json::text_member(input, "leftObject");
  const std::string right = json::text_member(input, "right");
  const std::string links = json::text_member(input, "links");
  auto planned = plan::plan_text({.mapping = *outcome.document,
                                  .platform = schemas.parsed.platform(),
                                  .salesforce = schemas.parsed.salesforce(),
                                  .left = left,
                                  .left_is_csv = json::truth_member(input, "leftIsCsv"),
                                  .left_object = left_object,
                                  .right = right,
                                  .links = links});
  return planned ? std::move(*planned) : refusal_of(planned.error());
}

// {"records"?,"recordsAreCsv"?,"object"?,"pull"?} → {"suggestions":[...]}
std::string suggest(const Schemas& schemas, const Tree& input) {
  const std::string records = json::text_member(input, "records");
  const std::string object = json::text_member(input, "object");
  auto suggested =
      suggest::write_suggestions({.platform = schemas.parsed.platform(),
                                  .salesforce = schemas.parsed.salesforce(),
                                  .records = {.text = records,
                                              .csv = json::truth_member(input, "recordsAreCsv"),
                                              .object = object},
                                  .pull = json::truth_member(input, "pull")});
  return suggested ? std::move(*suggested) : refusal_of(suggested.error());
}

std::string open_preview(const Schemas& schemas, const Tree& input) {
  return previews().open(schemas, input);
}
std::string finish_preview(const Tree& input) { return previews().finish(input); }
std::string report_preview(const Tree& input) { return previews().report(input); }
std::string list_offenders(const Tree& input) { return previews().offenders(input); }
std::string close_preview(const Tree& input) { return previews().close(input); }

constexpr std::array kOperations{
    Operation{.name = "plan", .with_schemas = plan},
    Operation{.name = "suggest", .with_schemas = suggest},
    Operation{.name = "preview", .with_schemas = open_preview},
    Operation{.name = "previewFinish", .plain = finish_preview},
    Operation{.name = "previewReport", .plain = report_preview},
    Operation{.name = "previewOffenders", .plain = list_offenders},
    Operation{.name = "previewClose", .plain = close_preview},
};

}  // namespace

std::span<const Operation> operations() { return kOperations; }

}  // namespace crosswalk::wasm
