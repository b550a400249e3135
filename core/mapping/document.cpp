#include "mapping/document.hpp"

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

const std::string& pointer_of(const Transform& transform) {
  const auto* const join = std::get_if<JoinTransform>(&transform);
  return join != nullptr ? join->pointer : std::get<MapTransform>(transform).pointer;
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
