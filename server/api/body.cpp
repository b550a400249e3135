#include "api/body.hpp"

#include <algorithm>

#include "api/problem.hpp"
#include "json/pointer.hpp"
#include "json/read.hpp"
#include "names/nearest.hpp"

namespace crosswalk::api {

using nlohmann::ordered_json;

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

Result<ordered_json> parse_object(std::string_view text, std::size_t bytes_max) {
  auto document = json::read(
      text, json::Limits{
                .depth_max = 32, .nodes_max = 100'000, .bytes_max = bytes_max, .comments = false});
  if (!document) return document;
  if (!document->is_object()) {
    return make_error(ErrorKind::bad_input, "badBody", "The body must be a JSON object.");
  }
  return document;
}

BodyReader::BodyReader(const ordered_json& object, std::string pointer)
    : object_(object), pointer_(std::move(pointer)) {}

std::string BodyReader::pointer(std::string_view name) const { return json::child(pointer_, name); }

void BodyReader::refuse(std::string_view name, std::string message) {
  if (!problem_) problem_ = bad_member(pointer(name), std::move(message));
}

const ordered_json* BodyReader::find(std::string_view name) {
  known_.push_back(name);
  const auto at = object_.find(name);
  return at == object_.end() ? nullptr : &*at;
}

const ordered_json* BodyReader::any(std::string_view name) { return find(name); }

const ordered_json* BodyReader::object(std::string_view name) {
  const ordered_json* value = find(name);
  if (value == nullptr || value->is_object()) return value;
  refuse(name, "This must be an object.");
  return nullptr;
}

std::optional<std::string> BodyReader::optional_text(std::string_view name,
                                                     std::size_t length_max) {
  const ordered_json* value = find(name);
  if (value == nullptr || value->is_null()) return std::nullopt;
  if (!value->is_string()) {
    refuse(name, "This must be text.");
    return std::nullopt;
  }
  const auto& text = value->get_ref<const std::string&>();
  if (text.size() > length_max) {
    refuse(name, "This is longer than " + std::to_string(length_max) + " bytes.");
    return std::nullopt;
  }
  if (has_control_character(text)) {
    refuse(name, "This holds a control character.");
    return std::nullopt;
  }
  return text;
}

std::string BodyReader::text(std::string_view name, std::size_t length_max) {
  auto value = optional_text(name, length_max);
  if (!value || value->empty()) {
    refuse(name, "This is needed, as a text that is not empty.");
    return "";
  }
  return std::move(*value);
}

std::string BodyReader::choice(std::string_view name, std::span<const std::string_view> allowed,
                               std::string_view fallback) {
  auto value = optional_text(name, 100);
  if (!value) return std::string(fallback);
  std::string list;
  for (const std::string_view word : allowed) {
    if (word == *value) return std::move(*value);
    list += (list.empty() ? "" : ", ") + std::string(word);
  }
  refuse(name, "This must be one of: " + list + ".");
  return std::string(fallback);
}

bool BodyReader::truth(std::string_view name, bool fallback) {
  const ordered_json* value = find(name);
  if (value == nullptr) return fallback;
  if (value->is_boolean()) return value->get<bool>();
  refuse(name, "This must be true or false.");
  return fallback;
}

double BodyReader::number(std::string_view name, double fallback, double low, double high) {
  const ordered_json* value = find(name);
  if (value == nullptr) return fallback;
  if (value->is_number()) {
    const double number = value->get<double>();
    if (number >= low && number <= high) return number;
  }
  refuse(name, "This must be a number from " + ordered_json(low).dump() + " to " +
                   ordered_json(high).dump() + ".");
  return fallback;
}

std::vector<std::string> BodyReader::texts(std::string_view name, std::size_t count_max,
                                           std::size_t length_max) {
  std::vector<std::string> list;
  const ordered_json* value = find(name);
  if (value == nullptr || value->is_null()) return list;
  if (!value->is_array() || value->size() > count_max) {
    refuse(name, "This must be a list of at most " + std::to_string(count_max) + " texts.");
    return list;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    const ordered_json& item = (*value)[i];
    const std::string* text = item.get_ptr<const std::string*>();
    if (text == nullptr || text->empty() || text->size() > length_max) {
      if (!problem_) {
        problem_ =
            bad_member(json::child(pointer(name), i),
                       "This must be a text of 1 to " + std::to_string(length_max) + " bytes.");
      }
      return {};
    }
    if (has_control_character(*text)) {
      if (!problem_) {
        problem_ = bad_member(json::child(pointer(name), i), "This holds a control character.");
      }
      return {};
    }
    list.push_back(*text);
  }
  return list;
}

Result<void> BodyReader::finish() {
  for (const auto& [name, value] : object_.items()) {
    if (problem_) break;
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    const auto near = names::nearest(name, known_);
    problem_ = make_error(
        ErrorKind::bad_input, "unknownMember",
        "This member is not known." + (near ? " Did you mean \"" + std::string(*near) + "\"?" : ""),
        pointer(name));
  }
  if (problem_) return *problem_;
  return {};
}

}  // namespace crosswalk::api
