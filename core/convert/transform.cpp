#include <algorithm>

#include "convert/decimal.hpp"
#include "convert/text.hpp"
#include "convert/travel.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::string_view kSetSeparator = ";";

// Members of a list joined by `from`, joined by `to` instead.
std::string_view rejoin(std::string_view list, std::string_view from, std::string_view to,
                        Arena& arena) {
  std::size_t members = 0, bytes = 0;
  for_each_member(list, from, [&](std::string_view member) {
    ++members;
    bytes += member.size();
    return true;
  });
  if (members == 0) return {};
  char* out = arena.take(bytes + (members - 1) * to.size());
  char* at = out;
  for_each_member(list, from, [&](std::string_view member) {
    if (at != out && !to.empty()) at = std::copy(to.begin(), to.end(), at);
    at = std::copy(member.begin(), member.end(), at);
    return true;
  });
  return {out, static_cast<std::size_t>(at - out)};
}

const OwnValue* find_entry(const TransformStep& step, std::string_view from) {
  const auto at = std::lower_bound(
      step.entries.begin(), step.entries.end(), from,
      [](const MapEntry& entry, std::string_view wanted) { return entry.from < wanted; });
  if (at != step.entries.end() && at->from == from) return &at->to;
  return step.otherwise.kind == ValueKind::absent ? nullptr : &step.otherwise;
}

// What a map looks a value up by.
std::string_view map_key(const Value& value, Arena& arena) {
  if (value.is_truth()) return value.truth ? "true" : "false";
  if (value.is_number()) {
    const auto number = Decimal::read(value.text);
    return number ? number->plain(arena) : value.text;
  }
  return trim(value.text);
}

bool refuse_unmapped(const Travel& travel) {
  travel.refuse(RefusalKind::not_mapped, "The map of " + travel.target() +
                                             " does not name the value, and has no otherwise.");
  return false;
}

bool map_members(const Travel& travel, const TransformStep& step, Value& value) {
  std::size_t bytes = 0;
  const bool known = for_each_member(value.text, kSetSeparator, [&](std::string_view member) {
    const OwnValue* to = find_entry(step, member);
    if (to != nullptr) bytes += to->text.size() + 1;
    return to != nullptr;
  });
  if (!known) return refuse_unmapped(travel);
  char* out = travel.arena.take(bytes);
  char* at = out;
  for_each_member(value.text, kSetSeparator, [&](std::string_view member) {
    const std::string& to = find_entry(step, member)->text;
    if (to.empty()) return true;
    if (at != out) *at++ = ';';
    at = std::copy(to.begin(), to.end(), at);
    return true;
  });
  value = Value::of_text({out, static_cast<std::size_t>(at - out)});
  return true;
}

}  // namespace

bool apply_steps(const Travel& travel, Value& value) {
  const bool push = travel.bound == Bound::to_salesforce;
  const auto& steps = push ? travel.field.push_steps : travel.field.pull_steps;
  const Form form = push ? travel.field.platform_form : travel.field.salesforce_form;
  bool is_set = form == Form::set;
  for (const TransformStep& step : steps) {
    if (value.is_nothing()) return true;
    if (step.kind == TransformStep::Kind::map) {
      if (is_set && value.is_text()) {
        if (!map_members(travel, step, value)) return false;
        continue;
      }
      const OwnValue* to = find_entry(step, map_key(value, travel.arena));
      if (to == nullptr) return refuse_unmapped(travel);
      value = to->view();
    } else if (value.is_text()) {
      const bool joins = step.kind == TransformStep::Kind::join;
      value = Value::of_text(
          rejoin(value.text, joins ? kSetSeparator : std::string_view(step.separator),
                 joins ? std::string_view(step.separator) : kSetSeparator, travel.arena));
      is_set = !joins;
    }
  }
  return true;
}

}  // namespace crosswalk::convert
