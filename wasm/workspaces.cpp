#include "workspaces.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/report.hpp"
#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "plan/plan_text.hpp"

namespace crosswalk::wasm {
namespace {

constexpr std::size_t kWorkspacesMax = 64;
// Only the envelope: every document inside it is read under its own bounds.
constexpr json::Limits kEnvelope{.bytes_max = std::size_t{256} << 20};

Error not_as_promised(std::string message) {
  return Error{
      .kind = ErrorKind::bad_input, .code = "badInput", .path = {}, .message = std::move(message)};
}

std::string refusal_of(const Error& error) {
  return refusal(error.code, error.message, error.path);
}

bool has_text(const nlohmann::ordered_json& tree, std::string_view key) {
  const auto* found = json::member(tree, key);
  return found != nullptr && found->is_string();
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

std::string Workspaces::open(std::string_view input) {
  if (open_.size() >= kWorkspacesMax) {
    return refusal("tooManyWorkspaces", "64 workspaces are open; close one first.");
  }
  auto texts = read(input, false);
  if (!texts) return refusal_of(texts.error());

  Open opened;
  const auto note = [&opened](const Report& report) {
    opened.schemas_have_findings |= !report.diagnostics.empty();
  };
  note(opened.parsed.set_platform(texts->platform));
  for (const std::string& describe : texts->salesforce) note(opened.parsed.add_describe(describe));
  if (!texts->org.empty()) note(opened.parsed.set_org(texts->org));
  if (opened.schemas_have_findings) opened.texts = std::move(*texts);
  open_.emplace(++last_handle_, std::move(opened));
  return "{\"handle\":" + std::to_string(last_handle_) + "}";
}

std::string Workspaces::call(int handle, std::string_view operation, std::string_view input) const {
  const bool validates = operation == "validate";
  if (!validates && operation != "plan") {
    return refusal("unknownOperation", "There is no such operation.");
  }
  if (handle == 0 && validates) {
    auto texts = read(input, true);
    return texts ? validate_once(*texts, texts->mapping) : refusal_of(texts.error());
  }
  const auto found = open_.find(handle);
  if (found == open_.end()) return refusal("workspaceClosed", "This workspace is closed.");
  return validates ? validate(found->second, input) : plan(found->second, input);
}

void Workspaces::close(int handle) { open_.erase(handle); }

Result<Workspaces::Texts> Workspaces::read(std::string_view input, bool with_mapping) {
  auto tree = json::read(input, kEnvelope);
  if (!tree) return tree.error();
  if (!has_text(*tree, "platform")) return not_as_promised("\"platform\" must be text.");
  if (with_mapping && !has_text(*tree, "mapping")) {
    return not_as_promised("\"mapping\" must be text.");
  }
  Texts texts{.mapping = json::text_member(*tree, "mapping"),
              .platform = json::text_member(*tree, "platform"),
              .salesforce = {},
              .org = json::text_member(*tree, "org")};
  const auto* describes = json::member(*tree, "salesforce");
  if (describes == nullptr || !describes->is_array()) {
    return not_as_promised("\"salesforce\" must be an array of texts.");
  }
  for (const auto& describe : *describes) {
    const auto* text = describe.get_ptr<const std::string*>();
    if (text == nullptr) return not_as_promised("\"salesforce\" must be an array of texts.");
    texts.salesforce.push_back(*text);
  }
  return texts;
}

std::string Workspaces::validate(const Open& open, std::string_view mapping) {
  if (open.schemas_have_findings) return validate_once(open.texts, mapping);
  return write_report(open.parsed.validate(mapping));
}

std::string Workspaces::validate_once(const Texts& texts, std::string_view mapping) {
  const std::vector<std::string_view> describes(texts.salesforce.begin(), texts.salesforce.end());
  return validate::validate_json(mapping, texts.platform, describes, texts.org);
}

std::string Workspaces::plan(const Open& open, std::string_view input) {
  const auto tree = json::read(input, kEnvelope);
  if (!tree) return refusal_of(tree.error());
  for (const char* needed : {"mapping", "left", "right"}) {
    if (!has_text(*tree, needed)) {
      return refusal("badInput", "\"" + std::string(needed) + "\" must be text.");
    }
  }
  const auto outcome = mapping::read(json::text_member(*tree, "mapping"));
  if (!outcome.document || !outcome.report.ok()) {
    return refusal("mappingInvalid", "The mapping has errors; its report says which.");
  }
  const std::string left = json::text_member(*tree, "left");
  const std::string left_object = json::text_member(*tree, "leftObject");
  const std::string right = json::text_member(*tree, "right");
  const std::string links = json::text_member(*tree, "links");
  auto planned = plan::plan_text({.mapping = *outcome.document,
                                  .platform = open.parsed.platform(),
                                  .salesforce = open.parsed.salesforce(),
                                  .left = left,
                                  .left_is_csv = json::truth_member(*tree, "leftIsCsv"),
                                  .left_object = left_object,
                                  .right = right,
                                  .links = links});
  return planned ? std::move(*planned) : refusal_of(planned.error());
}

}  // namespace crosswalk::wasm
