#include "diagnostic/fixes.hpp"

#include <utility>

#include "diagnostic/report.hpp"

namespace crosswalk::diagnostic {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

PatchOp step(std::string_view op, std::string path, std::string value_json) {
  PatchOp made;
  made.op = op;
  made.path = std::move(path);
  made.value_json = std::move(value_json);
  return made;
}

Fix one_step(std::string title, std::string_view op, std::string path, std::string value_json) {
  Fix fix;
  fix.title = std::move(title);
  fix.patch.push_back(step(op, std::move(path), std::move(value_json)));
  return fix;
}

Fix move_to(std::string title, std::string from, std::string to) {
  Fix fix = one_step(std::move(title), "move", std::move(to));
  fix.patch.back().from = std::move(from);
  return fix;
}

Fix replace_text(std::string title, std::string pointer, std::string_view text) {
  return one_step(std::move(title), "replace", std::move(pointer), quoted(text));
}

Fix change_to(std::string pointer, std::string_view text) {
  return replace_text("Change to " + quoted(text), std::move(pointer), text);
}

}  // namespace crosswalk::diagnostic
