// Values of lists: one choice of a picklist, and sets of them.
#include <cstring>

#include "convert/text.hpp"
#include "convert/travel.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::size_t kListedMax = 20;

std::string listed(const std::vector<std::string>& list) {
  std::string out;
  for (std::size_t i = 0; i < list.size() && i < kListedMax; ++i) {
    if (i > 0) out += ", ";
    out += list[i];
  }
  if (list.size() > kListedMax) out += " and " + std::to_string(list.size() - kListedMax) + " more";
  return out.empty() ? "none" : out;
}

// Index of a choice in its list, or its size. Exact spelling first.
std::size_t find_choice(const std::vector<std::string>& list, std::string_view wanted) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == wanted) return i;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (same_without_case(list[i], wanted)) return i;
  }
  return list.size();
}

Value refuse_choice(const Travel& travel, const std::vector<std::string>& list) {
  return travel.refuse(RefusalKind::not_in_picklist, [&] {
    return travel.target() + " takes only values of its list: " + listed(list) + ".";
  });
}

}  // namespace

Value take_choice(const Travel& travel, const Value& value, const Choices& choices) {
  if (!value.is_text() || choices.list.empty()) {
    return value.is_text() && choices.restricted ? refuse_choice(travel, choices.list) : value;
  }
  // An open list takes what comes; only a verdict wants to know whether it has it.
  if (!choices.restricted && travel.verdict == nullptr) return value;
  const std::size_t choice = find_choice(choices.list, value.text);
  if (choice == choices.list.size()) {
    if (choices.restricted) return refuse_choice(travel, choices.list);
    travel.note(Change::unlisted);
    return value;
  }
  if (choices.list[choice] != value.text) travel.note(Change::recased);
  return choices.restricted ? Value::of_text(choices.list[choice]) : value;
}

Value take_set(const Travel& travel, const Value& value, const Choices& choices,
               std::size_t units_max) {
  auto text = text_of(travel, value, Form::text);
  if (!text || !utf16_length(*text)) return refuse_bytes(travel);
  if (travel.bound == Bound::to_salesforce && !is_plain(*text)) {
    if (look_at(*text).controls) travel.note(Change::cleaned);
    text = clean(*text, LineEnds::blank, travel.arena);
  }
  // Members in the list's casing are no longer than members as they came: same bytes but for case.
  char* out = travel.arena.take(text->size());
  std::size_t size = 0, last = 0;
  const bool looked_up = choices.restricted || travel.verdict != nullptr;
  const bool known = for_each_member(*text, ";", [&](std::string_view member) {
    if (looked_up) {
      const std::size_t choice = find_choice(choices.list, member);
      if (choice < choices.list.size()) {
        if (choices.list[choice] != member) travel.note(Change::recased);
        if (choices.restricted) member = choices.list[choice];
        if (choice < last) travel.note(Change::regrouped);
        last = choice;
      } else if (choices.restricted) {
        return false;
      } else if (!choices.list.empty()) {
        travel.note(Change::unlisted);
      }
    }
    const bool there = !for_each_member(std::string_view(out, size), ";",
                                        [&](std::string_view other) { return other != member; });
    if (there) {
      travel.note(Change::regrouped);
      return true;
    }
    if (size > 0) out[size++] = ';';
    std::memcpy(out + size, member.data(), member.size());
    size += member.size();
    return true;
  });
  if (!known) return refuse_choice(travel, choices.list);
  travel.arena.give_back(text->size() - size);
  const std::string_view set(out, size);
  const std::size_t units = *utf16_length(set);
  if (travel.verdict != nullptr) travel.verdict->measure(units);
  if (units_max > 0 && units > units_max) return refuse_length(travel, units, units_max);
  return set.empty() ? Value::of_null() : Value::of_text(set);
}

}  // namespace crosswalk::convert
