#include "mapping/document.hpp"

#include "json/pointer.hpp"
#include "mapping/words.hpp"

namespace crosswalk::mapping {

std::string_view word(Direction value) { return kDirectionWords[static_cast<std::size_t>(value)]; }
std::string_view word(OnMultiple value) {
  return kOnMultipleWords[static_cast<std::size_t>(value)];
}
std::string_view word(OnDelete value) { return kOnDeleteWords[static_cast<std::size_t>(value)]; }
std::string_view word(Owner value) { return kOwnerWords[static_cast<std::size_t>(value)]; }
std::string_view word(OnTooLong value) { return kOnTooLongWords[static_cast<std::size_t>(value)]; }
std::string_view word(OnNull value) { return kOnNullWords[static_cast<std::size_t>(value)]; }
std::string_view word(Conflict value) { return kConflictWords[static_cast<std::size_t>(value)]; }

const Setting* Transform::find(std::string_view name) const {
  for (const Setting& setting : settings) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

std::string_view Transform::text(std::string_view name, std::string_view fallback) const {
  const Setting* const setting = find(name);
  return setting == nullptr ? fallback : std::string_view(setting->value.text);
}

std::size_t Transform::number(std::string_view name, std::size_t fallback) const {
  const Setting* const setting = find(name);
  if (setting == nullptr || setting->value.kind != LiteralKind::number) return fallback;
  std::size_t value = 0;
  for (const char digit : setting->value.text) value = value * 10 + (digit - '0');
  return value;
}

std::string Transform::pointer_to(std::string_view name) const {
  const StepRow& row = row_of(step);
  for (const names::Member& member : row.inside) {
    if (member.name == name) return json::child(json::child(pointer, row.name), name);
  }
  return json::child(pointer, name);
}

bool pushes(Direction direction) { return direction != Direction::pull; }
bool pulls(Direction direction) { return direction != Direction::push; }

Direction effective_direction(const ObjectMapping& object, const FieldMapping& field) {
  return field.display ? Direction::pull : field.direction.value_or(object.direction);
}

Conflict effective_conflict(const FieldMapping& field) {
  return field.conflict.value_or(Conflict::salesforce);
}

}  // namespace crosswalk::mapping
