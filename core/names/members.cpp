#include "names/members.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "diagnostic/fixes.hpp"
#include "json/pointer.hpp"
#include "json/read.hpp"
#include "names/nearest.hpp"

namespace crosswalk::names {
namespace {

using Tree = nlohmann::ordered_json;

std::string_view shape_words(Shape shape) {
  switch (shape) {
    case Shape::text:
    case Shape::any_text:
      return "a text in double quotes";
    case Shape::truth:
      return "true or false";
    case Shape::natural:
      return "a whole number";
    case Shape::list:
      return "a list in square brackets";
    case Shape::object:
      return "an object in braces";
    case Shape::list_or_object:
      return "a list in square brackets or an object in braces";
    case Shape::scalar:
      return "a text, a number, true, false or null";
    case Shape::any:
      break;
  }
  return "a value";
}

bool is_natural(const Tree& value) {
  return value.is_number_integer() && !(value < 0) && value <= INT32_MAX;
}

bool fits(Shape shape, const Tree& value) {
  switch (shape) {
    case Shape::text:
      return value.is_string() && !value.get_ref<const std::string&>().empty();
    case Shape::any_text:
      return value.is_string();
    case Shape::truth:
      return value.is_boolean();
    case Shape::natural:
      return is_natural(value);
    case Shape::list:
      return value.is_array();
    case Shape::object:
      return value.is_object();
    case Shape::list_or_object:
      return value.is_structured();
    case Shape::scalar:
      return !value.is_structured();
    case Shape::any:
      return true;
  }
  return true;
}

// What the value certainly means, as JSON text in the shape that is asked for; or nothing.
std::string in_shape(Shape shape, const Tree& value) {
  std::string text = value.is_string() ? value.get_ref<const std::string&>() : std::string();
  if (shape == Shape::truth) {
    if (same_name(text, "true") || same_name(text, "yes")) return "true";
    if (same_name(text, "false") || same_name(text, "no")) return "false";
  } else if (shape == Shape::natural) {
    const bool digits = !text.empty() && text.size() < 10 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    if (digits && (text.size() == 1 || text[0] != '0')) return text;
  } else if (shape == Shape::list && value.is_object()) {
    return "[" + json::write(value) + "]";
  }
  return {};
}

}  // namespace

std::string_view shape_of(const Tree& value) {
  if (value.is_string()) {
    return value.get_ref<const std::string&>().empty() ? "an empty text" : "a text";
  }
  if (value.is_number()) return "a number";
  if (value.is_boolean()) return "true or false";
  if (value.is_array()) return "a list";
  if (value.is_object()) return "an object";
  return "null";
}

Members::Members(const Tree& object, std::string pointer, std::span<const Member> table,
                 const MemberCodes& codes, std::string_view owner, Report& report)
    : object_(object),
      pointer_(std::move(pointer)),
      table_(table),
      codes_(codes),
      owner_(owner),
      report_(report),
      values_(table.size(), nullptr) {
  for (const auto& member : object_.get_ref<const Tree::object_t&>()) {
    check_known(member.first, member.second);
  }
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const Member& row = table_[i];
    if (!row.required || values_[i] != nullptr || has(row.name)) continue;
    Diagnostic found = diagnostic::make(codes_.missing, pointer_,
                                        "\"" + std::string(row.name) + "\" is missing here.",
                                        "It must be given for " + std::string(owner_) + ": " +
                                            std::string(shape_words(row.shape)) + ".");
    if (!row.usual.empty()) {
      found.fixes.push_back(one_step("Add " + quoted(row.name), "add", this->pointer(row.name),
                                     std::string(row.usual)));
    }
    report_.add(std::move(found));
  }
}

void Members::check_known(std::string_view name, const Tree& value) {
  const auto row = std::find_if(table_.begin(), table_.end(),
                                [name](const Member& member) { return member.name == name; });
  if (row == table_.end()) {
    report_unknown(name);
    return;
  }
  if (fits(row->shape, value)) {
    values_[static_cast<std::size_t>(row - table_.begin())] = &value;
    return;
  }
  Diagnostic found = diagnostic::make(codes_.wrong_type, pointer(name),
                                      "\"" + std::string(name) + "\" must be " +
                                          std::string(shape_words(row->shape)) + ", not " +
                                          std::string(shape_of(value)) + ".",
                                      "In " + std::string(owner_) + " it means something only as " +
                                          std::string(shape_words(row->shape)) + ".");
  const std::string better = report_.full() ? std::string() : in_shape(row->shape, value);
  if (!better.empty()) {
    found.fixes.push_back(
        one_step(value.is_structured() ? "Put it in square brackets" : "Write " + better, "replace",
                 found.pointer, better));
  }
  report_.add(std::move(found));
}

bool Members::has(std::string_view name) const {
  for (const auto& member : object_.get_ref<const Tree::object_t&>()) {
    if (member.first == name) return true;
  }
  return false;
}

void Members::report_unknown(std::string_view name) {
  Diagnostic found = diagnostic::make(codes_.unknown, pointer(name), "");
  found.aim = diagnostic::Aim::key;
  if (report_.full()) {  // counted only: a hostile object has a million unknown members
    report_.add(std::move(found));
    return;
  }
  if (!free_) {
    free_.emplace();
    for (const Member& row : table_) {
      if (!has(row.name)) free_->push_back(row.name);
    }
  }
  const std::optional<std::string_view> meant = nearest(name, *free_);
  found.message = "\"" + std::string(name) + "\" is not a member of " + std::string(owner_) + ".";
  found.cause = "It would have no effect.";
  if (meant) {
    found.message += " Did you mean \"" + std::string(*meant) + "\"?";
    found.fixes.push_back(move_to("Rename to " + quoted(*meant), pointer(name), pointer(*meant)));
  }
  found.fixes.push_back(one_step("Remove " + quoted(name), "remove", pointer(name)));
  report_.add(std::move(found));
}

const Tree* Members::get(std::string_view name) const {
  for (std::size_t i = 0; i < table_.size(); ++i) {
    if (table_[i].name == name) return values_[i];
  }
  return nullptr;
}

std::string Members::text(std::string_view name) const {
  const Tree* const value = get(name);
  return value != nullptr && value->is_string() ? value->get_ref<const std::string&>()
                                                : std::string();
}

bool Members::truth(std::string_view name, bool fallback) const {
  const Tree* const value = get(name);
  return value != nullptr && value->is_boolean() ? value->get<bool>() : fallback;
}

long long Members::natural(std::string_view name) const {
  const Tree* const value = get(name);
  return value != nullptr && is_natural(*value) ? value->get<long long>() : -1;
}

std::string Members::pointer(std::string_view name) const { return json::child(pointer_, name); }

Diagnostic unknown_word(const diagnostic::Code& code, std::string pointer, std::string_view word,
                        std::span<const std::string_view> choices, std::string_view what) {
  Diagnostic found = diagnostic::make(
      code, std::move(pointer), "\"" + std::string(word) + "\" is not " + std::string(what) + ".",
      "It must be one of " + one_of(choices) + ".");
  const std::optional<std::string_view> meant = nearest(word, choices);
  if (meant) {
    found.message += " Did you mean \"" + std::string(*meant) + "\"?";
    found.fixes.push_back(change_to(found.pointer, *meant));
  }
  return found;
}

std::string one_of(std::span<const std::string_view> choices, std::size_t most) {
  std::string out;
  const std::size_t shown = std::min(choices.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == choices.size() ? " or " : ", ";
    out += choices[i];
  }
  if (shown < choices.size()) out += " and " + std::to_string(choices.size() - shown) + " more";
  return out;
}

}  // namespace crosswalk::names
