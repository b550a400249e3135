#include "workspaces.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::wasm {
namespace {

constexpr std::size_t kWorkspacesMax = 64;
// Only the envelope: every document inside it is read under its own bounds.
constexpr json::Limits kEnvelope{.bytes_max = std::size_t{256} << 20};

Error not_as_promised(std::string message) {
  return Error{.kind = ErrorKind::bad_input, .code = "badInput", .message = std::move(message)};
}

}  // namespace

std::string refusal(std::string_view code, std::string_view message) {
  std::string answer = "{\"error\":{\"code\":";
  diagnostic::append_json_string(answer, code);
  answer += ",\"message\":";
  diagnostic::append_json_string(answer, message);
  answer += "}}";
  return answer;
}

std::string Workspaces::open(std::string_view input) {
  if (open_.size() >= kWorkspacesMax) {
    return refusal("tooManyWorkspaces", "64 workspaces are open; close one first.");
  }
  auto texts = read(input, false);
  if (!texts) return refusal(texts.error().code, texts.error().message);

  Open opened;
  opened.schemas_have_findings = !opened.parsed.set_platform(texts->platform).diagnostics.empty();
  for (const std::string& describe : texts->salesforce) {
    opened.schemas_have_findings |= !opened.parsed.add_describe(describe).diagnostics.empty();
  }
  if (!texts->org.empty()) {
    opened.schemas_have_findings |= !opened.parsed.set_org(texts->org).diagnostics.empty();
  }
  if (opened.schemas_have_findings) {
    opened.parsed = {};
    opened.texts = std::move(*texts);
  }
  open_.emplace(++last_handle_, std::move(opened));
  return "{\"handle\":" + std::to_string(last_handle_) + "}";
}

std::string Workspaces::call(int handle, std::string_view operation, std::string_view input) const {
  if (operation != "validate") return refusal("unknownOperation", "There is no such operation.");
  if (handle == 0) {
    auto texts = read(input, true);
    if (!texts) return refusal(texts.error().code, texts.error().message);
    return check(*texts, texts->mapping);
  }
  const auto found = open_.find(handle);
  if (found == open_.end()) return refusal("workspaceClosed", "This workspace is closed.");
  if (found->second.schemas_have_findings) return check(found->second.texts, input);
  return write_report(found->second.parsed.validate(input));
}

void Workspaces::close(int handle) { open_.erase(handle); }

Result<Workspaces::Texts> Workspaces::read(std::string_view input, bool with_mapping) {
  auto tree = json::read(input, kEnvelope);
  if (!tree) return tree.error();
  const auto text_of = [&](std::string_view key) { return json::text_member(*tree, key); };
  const auto is_text = [&](std::string_view key) {
    const auto* found = json::member(*tree, key);
    return found != nullptr && found->is_string();
  };
  if (!is_text("platform")) return not_as_promised("\"platform\" must be text.");
  if (with_mapping && !is_text("mapping")) return not_as_promised("\"mapping\" must be text.");

  Texts texts{.mapping = text_of("mapping"),
              .platform = text_of("platform"),
              .salesforce = {},
              .org = text_of("org")};
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

std::string Workspaces::check(const Texts& texts, std::string_view mapping) {
  const std::vector<std::string_view> describes(texts.salesforce.begin(), texts.salesforce.end());
  return validate::validate_json(mapping, texts.platform, describes, texts.org);
}

}  // namespace crosswalk::wasm
