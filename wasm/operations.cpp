#include "operations.hpp"

#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "compat/matrix.hpp"
#include "complete/complete.hpp"
#include "diagnostic/catalogue.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "json/source_map.hpp"
#include "mapping/reader.hpp"
#include "plan/plan_text.hpp"
#include "soql/check.hpp"

namespace crosswalk::wasm {
namespace {

std::string must_be_text(std::string_view name) {
  return refusal("badInput", "\"" + std::string(name) + "\" must be text.");
}

}  // namespace

std::string refusal(std::string_view code, std::string_view message, std::string_view path) {
  std::string answer = "{\"error\":{\"code\":";
  diagnostic::append_json_string(answer, code);
  answer += ",\"message\":";
  diagnostic::append_json_string(answer, message);
  if (!path.empty()) {
    answer += ",\"path\":";
    diagnostic::append_json_string(answer, path);
  }
  answer += "}}";
  return answer;
}

std::string refusal_of(const Error& error) {
  return refusal(error.code, error.message, error.path);
}

bool has_text(const Tree& tree, std::string_view key) {
  const auto* found = json::member(tree, key);
  return found != nullptr && found->is_string();
}

std::string explain(const Tree& input) {
  const auto* const code = diagnostic::explain(json::text_member(input, "code"));
  return code == nullptr ? "null" : diagnostic::write_explanation(*code);
}

std::string list_codes(const Tree&) { return diagnostic::write_catalogue(); }

std::string list_matrix(const Tree&) { return compat::write_matrix(); }

std::string list_edits(const Tree& input) {
  const auto* const patch = json::member(input, "patch");
  if (!has_text(input, "mapping") || patch == nullptr || !patch->is_array()) {
    return refusal("badInput", "A text and a patch are needed.");
  }
  std::vector<PatchOp> steps;
  for (const auto& step : *patch) {
    const auto* const value = json::member(step, "value");
    steps.push_back(PatchOp{.op = json::text_member(step, "op"),
                            .path = json::text_member(step, "path"),
                            .value_json = value == nullptr ? "null" : json::write(*value),
                            .from = json::text_member(step, "from")});
  }
  const std::string mapping = json::text_member(input, "mapping");
  const auto edits = json::edits_for(steps, json::SourceMap::build(mapping));
  if (edits.empty() && !steps.empty()) {
    return refusal("fixDoesNotFit", "The fix cannot be carried out in this text.");
  }
  std::string answer = "{\"edits\":[";
  for (const TextEdit& edit : edits) {
    answer += answer.back() == '[' ? "{\"offset\":" : ",{\"offset\":";
    answer += std::to_string(edit.offset) + ",\"length\":" + std::to_string(edit.length);
    answer += ",\"text\":";
    diagnostic::append_json_string(answer, edit.text);
    answer += '}';
  }
  return answer + "]}";
}

std::string plan(const validate::Workspace& schemas, const Tree& input) {
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
                                  .platform = schemas.platform(),
                                  .salesforce = schemas.salesforce(),
                                  .left = left,
                                  .left_is_csv = json::truth_member(input, "leftIsCsv"),
                                  .left_object = left_object,
                                  .right = right,
                                  .links = links});
  return planned ? std::move(*planned) : refusal_of(planned.error());
}

std::string complete(const validate::Workspace& schemas, const Tree& input) {
  if (!has_text(input, "mapping")) return must_be_text("mapping");
  const std::string mapping = json::text_member(input, "mapping");
  const std::string pointer = json::text_member(input, "pointer");
  if (!pointer.empty() && pointer[0] != '/') {
    return refusal("badInput", "A JSON Pointer is empty or starts with a slash.");
  }
  return complete::write_offers(complete::complete({.mapping = mapping,
                                                    .pointer = pointer,
                                                    .platform = schemas.platform(),
                                                    .salesforce = schemas.salesforce(),
                                                    .org = &schemas.org(),
                                                    .policy = schemas.policy()}));
}

std::string check_soql(const validate::Workspace& schemas, const Tree& input) {
  if (!has_text(input, "text")) return must_be_text("text");
  const std::string text = json::text_member(input, "text");
  const auto& known = schemas.salesforce();
  const auto* const schema = known.objects.empty() ? nullptr : &known;
  const std::string object = json::text_member(input, "object");
  return write_report(object.empty() ? soql::check(text, schema)
                                     : soql::check_where(text, known.find(object), schema, ""));
}

}  // namespace crosswalk::wasm
