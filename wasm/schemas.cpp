#include "schemas.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"

namespace crosswalk::wasm {
namespace {

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

}  // namespace

Result<SchemaTexts> read_schema_texts(const Tree& tree) {
  if (!has_text(tree, "platform")) return not_as_promised("\"platform\" must be text.");
  SchemaTexts texts;
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

Schemas parse(SchemaTexts texts) {
  Schemas schemas;
  const auto note = [&schemas](const Report& report) {
    schemas.have_findings |= !report.diagnostics.empty();
  };
  note(schemas.parsed.set_platform(texts.platform));
  for (const std::string& describe : texts.salesforce) note(schemas.parsed.add_describe(describe));
  for (const std::string& describe : texts.admin) note(schemas.parsed.add_admin_describe(describe));
  if (!texts.org.empty()) note(schemas.parsed.set_org(texts.org));
  note(schemas.parsed.set_policy(texts.policy));
  if (schemas.have_findings) schemas.texts = std::move(texts);
  return schemas;
}

}  // namespace crosswalk::wasm
