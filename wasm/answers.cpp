#include "answers.hpp"

#include <nlohmann/json.hpp>

#include "diagnostic/report.hpp"
#include "json/read.hpp"

namespace crosswalk::wasm {

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

std::string must_be_text(std::string_view name) {
  return refusal("badInput", "\"" + std::string(name) + "\" must be text.");
}

bool has_text(const Tree& tree, std::string_view key) {
  const auto* found = json::member(tree, key);
  return found != nullptr && found->is_string();
}

}  // namespace crosswalk::wasm
