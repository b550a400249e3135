#include "mapping/step_reader.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/fixes.hpp"
#include "json/pointer.hpp"
#include "json/read.hpp"
#include "mapping/members.hpp"
#include "names/nearest.hpp"

namespace crosswalk::mapping {
namespace {

using names::Members;

static_assert(kDepthMax == 3 && kStepTextMax == 255);
constexpr const char* kTooDeep = "Steps within steps go three levels deep at most.";
constexpr const char* kTextTooLong = "A text of a transform has 255 bytes at most.";

template <class Names>
bool has(const Names& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

std::size_t bounded(std::size_t size, std::size_t most, const std::string& pointer,
                    std::string_view what, Report& report) {
  if (size <= most) return size;
  report.add(diagnostic::make(codes::kTooManyItems, pointer,
                              "The list has " + std::to_string(size) + " " + std::string(what) +
                                  "; at most " + std::to_string(most) + " are read."));
  return most;
}

Literal LiteralReader::read(const nlohmann::ordered_json& value, const std::string& pointer) {
  Literal literal;
  if (value.is_string()) {
    literal.kind = LiteralKind::text;
    literal.text = value.get<std::string>();
  } else if (value.is_boolean()) {
    literal.kind = LiteralKind::truth;
    literal.truth = value.get<bool>();
  } else if (value.is_number()) {
    literal.kind = LiteralKind::number;
    literal.text = value.is_number_float() ? number_text(value, pointer) : json::write(value);
  } else {
    literal.kind = LiteralKind::null;
  }
  return literal;
}

std::string LiteralReader::number_text(const nlohmann::ordered_json& value,
                                       const std::string& pointer) {
  if (!map_) map_ = json::SourceMap::build(text_);
  const std::optional<json::Place> place = map_->find(pointer);
  if (!place) return json::write(value);
  return std::string(text_.substr(place->value_begin, place->value_end - place->value_begin));
}

void StepReader::read(const Tree& list, const std::string& pointer, std::vector<Transform>& into,
                      std::size_t depth) {
  const std::size_t count = bounded(list.size(), kStepsMax, pointer, "transforms", report_);
  for (std::size_t i = 0; i < count; ++i) read_step(list[i], json::child(pointer, i), into, depth);
}

// The one step that the object names, or null; reports where that is not clear.
const StepRow* StepReader::find_own(const Tree& tree, const std::string& pointer) {
  const StepRow* own = nullptr;
  for (const auto& member : tree.get_ref<const Tree::object_t&>()) {
    const StepRow* const row = find_step(member.first);
    if (row == nullptr) continue;
    if (own != nullptr) {
      report_.add(diagnostic::make(codes::kUnknownTransform, pointer,
                                   "One transform does one thing; this is two."));
      return nullptr;
    }
    own = row;
  }
  if (own == nullptr) {
    report_.add(
        diagnostic::make(codes::kUnknownTransform, pointer, "The transform says nothing to do."));
  }
  return own;
}

void StepReader::read_step(const Tree& tree, const std::string& pointer,
                           std::vector<Transform>& into, std::size_t depth) {
  if (!tree.is_object()) {
    report_.add(diagnostic::make(
        codes::kWrongType, pointer,
        "A transform is an object in braces, not " + std::string(names::shape_of(tree)) + "."));
    return;
  }
  const StepRow* const row = find_own(tree, pointer);
  const Members members(tree, pointer, kTransformMembers, kMemberCodes, "a transform", report_);
  if (row == nullptr) return;
  const Tree* const own = members.get(row->name);
  if (own == nullptr) return;
  Transform transform;
  transform.step = row->step;
  transform.pointer = pointer;
  if (row->step == Step::map) {
    read_entries(*own, members.pointer(row->name), transform);
  } else if (own->is_object()) {
    const Members inside(*own, members.pointer(row->name), row->inside, kMemberCodes,
                         "\"" + std::string(row->name) + "\"", report_);
    for (const Member& member : row->inside) read_setting(inside, member.name, transform);
  } else {
    read_setting(members, row->name, transform);
    if (transform.settings.empty()) return;
  }
  if (read_beside(members, transform, depth)) into.push_back(std::move(transform));
}

bool StepReader::read_beside(const Members& members, Transform& transform, std::size_t depth) {
  const StepRow& row = row_of(transform.step);
  for (const Member& member : kTransformMembers) {
    const Tree* const value = members.get(member.name);
    if (value == nullptr || member.name == row.name) continue;
    if (!has(row.beside, member.name)) {
      report_idle(members, member.name, row.name);
    } else if (member.name == "otherwise") {
      transform.otherwise = literals_.read(*value, members.pointer(member.name));
    } else if (member.name == "then" || member.name == "else") {
      if (depth >= kDepthMax) {
        report_.add(
            diagnostic::make(codes::kTransformUnsound, members.pointer(member.name), kTooDeep));
        return false;
      }
      read(*value, members.pointer(member.name),
           member.name == "then" ? transform.then_steps : transform.else_steps, depth + 1);
    } else {
      read_setting(members, member.name, transform);
    }
  }
  return true;
}

void StepReader::read_entries(const Tree& map, const std::string& pointer, Transform& transform) {
  for (const auto& entry : map.get_ref<const Tree::object_t&>()) {
    const std::string here = json::child(pointer, entry.first);
    if (entry.second.is_structured()) {
      report_.add(diagnostic::make(codes::kWrongType, here,
                                   "A map gives a text, a number, true, false or null, not " +
                                       std::string(names::shape_of(entry.second)) + "."));
      continue;
    }
    transform.entries.push_back({entry.first, literals_.read(entry.second, here)});
  }
}

void StepReader::read_setting(const Members& members, std::string_view name, Transform& transform) {
  const Tree* const value = members.get(name);
  if (value == nullptr) return;
  const std::string pointer = members.pointer(name);
  Setting setting{name, {}, {}};
  if (value->is_array()) {
    read_texts(*value, pointer, setting.texts);
  } else {
    setting.value = literals_.read(*value, pointer);
    if (setting.value.text.size() > kStepTextMax) {
      report_.add(diagnostic::make(codes::kTransformUnsound, pointer, kTextTooLong));
      return;
    }
    const MemberRule* const rule = find_rule(name);
    if (rule != nullptr && !is_allowed(*rule, setting.value, pointer)) return;
  }
  transform.settings.push_back(std::move(setting));
}

void StepReader::read_texts(const Tree& list, const std::string& pointer,
                            std::vector<std::string>& texts) {
  const std::size_t count = bounded(list.size(), kWordsMax, pointer, "values", report_);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string here = json::child(pointer, i);
    if (!list[i].is_string()) {
      report_.add(diagnostic::make(codes::kWrongType, here,
                                   "The list holds texts in double quotes and nothing else."));
    } else {
      texts.push_back(list[i].get<std::string>());
    }
  }
}

bool StepReader::is_allowed(const MemberRule& rule, const Literal& value,
                            const std::string& pointer) {
  const bool counts = rule.most > 0;
  if (value.kind == LiteralKind::text && has(rule.words, value.text)) return true;
  if (value.kind == LiteralKind::text && !counts) {
    report_.add(names::unknown_word(codes::kUnknownWord, pointer, value.text, rule.words,
                                    "a choice for \"" + std::string(rule.name) + "\""));
    return false;
  }
  // Nothing longer is a number within the bounds, and what is shorter cannot overflow.
  const bool whole = value.kind == LiteralKind::number && value.text.size() < 7 &&
                     value.text.find_first_not_of("0123456789") == std::string::npos;
  std::uint32_t number = 0;
  for (const char digit : value.text) number = whole ? number * 10 + (digit - '0') : 0;
  if (whole && number >= rule.least && number <= rule.most) return true;
  std::string message = "\"" + std::string(rule.name) + "\" is a number from " +
                        std::to_string(rule.least) + " to " + std::to_string(rule.most);
  if (!rule.words.empty()) message += ", or " + names::one_of(rule.words);
  report_.add(diagnostic::make(codes::kTransformUnsound, pointer, message + "."));
  return false;
}

void StepReader::report_idle(const Members& members, std::string_view name,
                             std::string_view beside) {
  Diagnostic found = diagnostic::make(
      codes::kMemberWithoutEffect, members.pointer(name),
      "\"" + std::string(name) + "\" has no effect beside \"" + std::string(beside) + "\".");
  found.aim = diagnostic::Aim::key;
  found.fixes.push_back(one_step("Remove " + diagnostic::quoted(name), "remove", found.pointer));
  report_.add(std::move(found));
}

}  // namespace crosswalk::mapping
