#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "complete/complete.hpp"
#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "json/source_map.hpp"
#include "operations.hpp"
#include "soql/check.hpp"

namespace crosswalk::wasm {
namespace {

std::string validate_texts(const SchemaTexts& texts, std::string_view mapping) {
  const std::vector<std::string_view> describes(texts.salesforce.begin(), texts.salesforce.end());
  const std::vector<std::string_view> admin(texts.admin.begin(), texts.admin.end());
  return validate::validate_json(mapping, texts.platform, describes, texts.org, admin,
                                 texts.policy);
}

// The mapping's text → a report
std::string validate(const Schemas& schemas, std::string_view mapping) {
  return schemas.have_findings ? validate_texts(schemas.texts, mapping)
                               : write_report(schemas.parsed.validate(mapping));
}

// What open() takes, and "mapping" → a report
std::string validate_once(const Tree& input) {
  const auto texts = read_schema_texts(input);
  if (!texts) return refusal_of(texts.error());
  if (!has_text(input, "mapping")) return must_be_text("mapping");
  return validate_texts(*texts, json::text_member(input, "mapping"));
}

// {"mapping","patch"} → {"edits":[...]}
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

// {"mapping","pointer"} → {"items":[...]}
std::string complete(const Schemas& schemas, const Tree& input) {
  if (!has_text(input, "mapping")) return must_be_text("mapping");
  const std::string mapping = json::text_member(input, "mapping");
  const std::string pointer = json::text_member(input, "pointer");
  if (!pointer.empty() && pointer[0] != '/') {
    return refusal("badInput", "A JSON Pointer is empty or starts with a slash.");
  }
  return complete::write_offers(complete::complete({.mapping = mapping,
                                                    .pointer = pointer,
                                                    .platform = schemas.parsed.platform(),
                                                    .salesforce = schemas.parsed.salesforce(),
                                                    .org = &schemas.parsed.org(),
                                                    .policy = schemas.parsed.policy()}));
}

// {"text","object"?} → a report
std::string check_soql(const Schemas& schemas, const Tree& input) {
  if (!has_text(input, "text")) return must_be_text("text");
  const std::string text = json::text_member(input, "text");
  const auto& known = schemas.parsed.salesforce();
  const auto* const schema = known.objects.empty() ? nullptr : &known;
  const std::string object = json::text_member(input, "object");
  return write_report(object.empty() ? soql::check(text, schema)
                                     : soql::check_where(text, known.find(object), schema, ""));
}

constexpr std::array kOperations{
    Operation{.name = "validate", .plain = validate_once, .of_text = validate},
    Operation{.name = "edits", .plain = list_edits},
    Operation{.name = "complete", .with_schemas = complete},
    Operation{.name = "soql", .with_schemas = check_soql},
    Operation{.name = "compat", .with_schemas = compat},
};

}  // namespace

std::span<const Operation> operations() { return kOperations; }

}  // namespace crosswalk::wasm
