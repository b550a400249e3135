#include "workspaces.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::wasm {
namespace {

constexpr std::size_t kWorkspacesMax = 64;
// Only the envelope: every document inside it is read under its own bounds.
constexpr json::Limits kEnvelope{.bytes_max = std::size_t{256} << 20};

struct Operation {
  std::string_view name;
  std::string (*plain)(const Tree& input) = nullptr;
  std::string (*with_schemas)(const validate::Workspace& schemas, const Tree& input) = nullptr;
};

constexpr std::array kOperations{
    Operation{"explain", explain},          Operation{"codes", list_codes},
    Operation{"matrix", list_matrix},       Operation{"edits", list_edits},
    Operation{"plan", nullptr, plan},       Operation{"complete", nullptr, complete},
    Operation{"soql", nullptr, check_soql}, Operation{"compat", nullptr, compat},
};

Error not_as_promised(std::string message) {
  return Error{.kind = ErrorKind::bad_input, .code = "badInput", .message = std::move(message)};
}

// An array of texts; false when it is something else.
bool read_texts(const Tree& tree, std::string_view name, std::vector<std::string>& texts) {
  const auto* const given = json::member(tree, name);
  if (given == nullptr || !given->is_array()) return false;
  for (const auto& each : *given) {
    const auto* const text = each.get_ptr<const std::string*>();
    if (text == nullptr) return false;
    texts.push_back(*text);
  }
  return true;
}

std::string closed() { return refusal("workspaceClosed", "This workspace is closed."); }

}  // namespace

std::string Workspaces::open(std::string_view input) {
  if (open_.size() >= kWorkspacesMax) {
    return refusal("tooManyWorkspaces", "64 workspaces are open; dispose of one first.");
  }
  const auto tree = json::read(input, kEnvelope);
  if (!tree) return refusal_of(tree.error());
  auto texts = read(*tree);
  if (!texts) return refusal_of(texts.error());

  Open opened;
  const auto note = [&opened](const Report& report) {
    opened.schemas_have_findings |= !report.diagnostics.empty();
  };
  note(opened.parsed.set_platform(texts->platform));
  for (const std::string& describe : texts->salesforce) note(opened.parsed.add_describe(describe));
  for (const std::string& describe : texts->admin) {
    note(opened.parsed.add_admin_describe(describe));
  }
  if (!texts->org.empty()) note(opened.parsed.set_org(texts->org));
  note(opened.parsed.set_policy(texts->policy));
  if (opened.schemas_have_findings) opened.texts = std::move(*texts);
  open_.emplace(++last_handle_, std::move(opened));
  return "{\"handle\":" + std::to_string(last_handle_) + "}";
}

std::string Workspaces::call(int handle, std::string_view operation, std::string_view input) const {
  const auto open = open_.find(handle);
  if (handle != 0 && open == open_.end()) return closed();
  const bool validates = operation == "validate";
  if (validates && handle != 0) return validate(open->second, input);
  const auto tree = json::read(input, kEnvelope);
  if (!tree) return refusal_of(tree.error());
  if (validates) {
    const auto texts = read(*tree);
    if (!texts) return refusal_of(texts.error());
    if (!has_text(*tree, "mapping")) return refusal("badInput", "\"mapping\" must be text.");
    return validate_once(*texts, texts->mapping);
  }
  const auto* const found =
      std::find_if(kOperations.begin(), kOperations.end(),
                   [operation](const Operation& each) { return each.name == operation; });
  if (found == kOperations.end()) {
    return refusal("unknownOperation", "There is no such operation.");
  }
  if (found->plain != nullptr) return found->plain(*tree);
  const validate::Workspace nothing;
  return found->with_schemas(handle == 0 ? nothing : open->second.parsed, *tree);
}

void Workspaces::close(int handle) { open_.erase(handle); }

Result<Workspaces::Texts> Workspaces::read(const Tree& tree) {
  if (!has_text(tree, "platform")) return not_as_promised("\"platform\" must be text.");
  Texts texts;
  texts.mapping = json::text_member(tree, "mapping");
  texts.platform = json::text_member(tree, "platform");
  texts.org = json::text_member(tree, "org");
  texts.policy = json::text_member(tree, "policy");
  if (!read_texts(tree, "salesforce", texts.salesforce)) {
    return not_as_promised("\"salesforce\" must be an array of texts.");
  }
  if (json::member(tree, "admin") != nullptr && !read_texts(tree, "admin", texts.admin)) {
    return not_as_promised("\"admin\" must be an array of texts.");
  }
  return texts;
}

std::string Workspaces::validate(const Open& open, std::string_view mapping) {
  if (open.schemas_have_findings) return validate_once(open.texts, mapping);
  return write_report(open.parsed.validate(mapping));
}

std::string Workspaces::validate_once(const Texts& texts, std::string_view mapping) {
  const std::vector<std::string_view> describes(texts.salesforce.begin(), texts.salesforce.end());
  const std::vector<std::string_view> admin(texts.admin.begin(), texts.admin.end());
  return validate::validate_json(mapping, texts.platform, describes, texts.org, admin,
                                 texts.policy);
}

}  // namespace crosswalk::wasm
