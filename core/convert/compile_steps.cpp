// A field's transform, compiled for both ways.
#include <algorithm>
#include <map>

#include "convert/compiler.hpp"

namespace crosswalk::convert {
namespace {

std::string key_text(const OwnValue& value) {
  if (value.kind == ValueKind::truth) return value.truth ? "true" : "false";
  return value.text;
}

// How a text of the map's left side reads as a value of the platform.
OwnValue platform_value(const std::string& text, Form form) {
  if (form == Form::truth && (text == "true" || text == "false")) {
    return {ValueKind::truth, {}, text == "true"};
  }
  return {form == Form::number ? ValueKind::number : ValueKind::text, text, false};
}

TransformStep map_step(const mapping::MapTransform& transform) {
  TransformStep step;
  step.kind = TransformStep::Kind::map;
  step.otherwise = own(transform.otherwise);
  for (const mapping::MapEntry& entry : transform.entries) {
    step.entries.push_back({entry.from, own(entry.to)});
  }
  std::stable_sort(step.entries.begin(), step.entries.end(),
                   [](const MapEntry& a, const MapEntry& b) { return a.from < b.from; });
  return step;
}

// The map turned round. Where several platform values become one of Salesforce's, the first wins.
TransformStep map_back_step(const mapping::MapTransform& transform, Form platform_form) {
  std::map<std::string, OwnValue> back;
  for (const mapping::MapEntry& entry : transform.entries) {
    const OwnValue to = own(entry.to);
    if (to.kind == ValueKind::absent || to.kind == ValueKind::null) continue;
    back.emplace(key_text(to), platform_value(entry.from, platform_form));
  }
  TransformStep step;
  step.kind = TransformStep::Kind::map;
  for (auto& [from, to] : back) step.entries.push_back({from, to});
  return step;
}

}  // namespace

OwnValue own(const mapping::Literal& literal) {
  using mapping::LiteralKind;
  switch (literal.kind) {
    case LiteralKind::absent:
      return {};
    case LiteralKind::null:
      return {ValueKind::null, {}, false};
    case LiteralKind::text:
      return {ValueKind::text, literal.text, false};
    case LiteralKind::number:
      return {ValueKind::number, literal.text, false};
    case LiteralKind::truth:
      return {ValueKind::truth, {}, literal.truth};
  }
  return {};
}

std::optional<Error> Compiler::add_steps(const mapping::FieldMapping& field, ProgramField& made) {
  bool is_set = made.platform_form == Form::set;
  for (const mapping::Transform& transform : field.transforms) {
    if (const auto* join = std::get_if<mapping::JoinTransform>(&transform)) {
      if (!is_set || join->separator.empty()) {
        return bad("transformMisplaced", field.pointer + "/transform",
                   "join takes a multi-select list and a separator.");
      }
      made.push_steps.push_back({TransformStep::Kind::join, join->separator, {}, {}});
      made.pull_steps.insert(made.pull_steps.begin(),
                             {TransformStep::Kind::split, join->separator, {}, {}});
      is_set = false;
    } else {
      const auto& map = std::get<mapping::MapTransform>(transform);
      made.push_steps.push_back(map_step(map));
      made.pull_steps.insert(made.pull_steps.begin(), map_back_step(map, made.platform_form));
    }
  }
  return {};
}

}  // namespace crosswalk::convert
