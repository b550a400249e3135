#include <algorithm>

#include "convert/decimal.hpp"
#include "convert/steps.hpp"
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
std::string_view map_key(const Value& value, Arena& arena) { return trim(text_of(value, arena)); }

bool refuse_unmapped(const Travel& travel) {
  travel.refuse(RefusalKind::not_mapped, [&] {
    return "The map of " + travel.target() + " does not name the value, and has no otherwise.";
  });
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

bool apply_map(const Travel& travel, const TransformStep& step, bool is_set, Value& value) {
  if (is_set && value.is_text()) return map_members(travel, step, value);
  const OwnValue* to = find_entry(step, map_key(value, travel.arena));
  if (to == nullptr) return refuse_unmapped(travel);
  value = to->view();
  return true;
}

void apply_join(const Travel& travel, const TransformStep& step, bool joins, Value& value) {
  if (!value.is_text()) return;
  const std::string_view separator = step.text;
  value = Value::of_text(rejoin(value.text, joins ? kSetSeparator : separator,
                                joins ? separator : kSetSeparator, travel.arena));
}

bool holds(const Travel& travel, const TransformStep& step, const Value& looked_at) {
  const std::string_view text = map_key(looked_at, travel.arena);
  switch (step.choice) {
    case 0:
    case 1:
      return (std::find(step.words.begin(), step.words.end(), text) != step.words.end()) ==
             (step.choice == 0);
    case 2:
      return text.empty() == (step.count == 1);
    case 3:
      return text.starts_with(step.text);
    case 4:
      return text.ends_with(step.text);
    default:
      return text.find(step.text) != std::string_view::npos;
  }
}

bool apply_list(const Travel& travel, std::span<const TransformStep> steps, bool is_set,
                Value& value);

bool apply_when(const Travel& travel, const TransformStep& step, bool is_set, Value& value) {
  Value looked_at = value;
  if (!step.parts.empty()) {
    const std::size_t field = step.parts.front().field;
    looked_at = field < travel.row.size() ? travel.row[field] : Value{};
    if (looked_at.is_absent()) {  // not given: nothing is known
      value = {};
      return true;
    }
  }
  const bool taken = holds(travel, step, looked_at);
  return apply_list(travel, taken ? step.then_steps : step.else_steps, is_set, value);
}

bool works_on_nothing(mapping::Step step) {
  return step == mapping::Step::template_text || step == mapping::Step::coalesce ||
         step == mapping::Step::when;
}

bool apply_one(const Travel& travel, const TransformStep& step, bool is_set, Value& value) {
  using enum mapping::Step;
  switch (step.step) {
    case join:
      apply_join(travel, step, true, value);
      return true;
    case map:
      return apply_map(travel, step, is_set, value);
    case trim:
      return trim_text(travel, step, value);
    case letter_case:
      return change_case(travel, step, value);
    case truncate:
      return truncate_text(travel, step, value);
    case pad:
      return pad_text(travel, step, value);
    case replace:
      return replace_in_text(travel, step, value);
    case extract:
      return extract_text(travel, step, value);
    case split:
      if (step.choice != kTakeAll) return take_member(travel, step, is_set, value);
      apply_join(travel, step, false, value);
      return true;
    case template_text:
      return fill_template(travel, step, value);
    case coalesce:
      return take_first(travel, step, value);
    case scale:
      return scale_number(travel, step, value);
    case number:
      return read_number(travel, step, value);
    case format:
      return format_number(travel, step, value);
    case date:
      return step.choice == kParse ? read_date(travel, step, value)
                                   : write_date(travel, step, value);
    case boolean:
      return read_words(travel, step, value);
    case phone:
      return read_phone(travel, step, value);
    case when:
      return apply_when(travel, step, is_set, value);
  }
  return true;
}

bool apply_list(const Travel& travel, std::span<const TransformStep> steps, bool is_set,
                Value& value) {
  for (const TransformStep& step : steps) {
    const bool nothing = value.is_nothing() || is_blank(value);
    if (nothing && !works_on_nothing(step.step)) continue;
    if (!apply_one(travel, step, is_set, value)) return false;
    if (value.is_absent()) return true;
    is_set = step.step == mapping::Step::split
                 ? step.choice == kTakeAll
                 : is_set && (step.step == mapping::Step::map || step.step == mapping::Step::when);
  }
  return true;
}

}  // namespace

std::string_view text_of(const Value& value, Arena& arena) {
  if (value.is_truth()) return value.truth ? "true" : "false";
  if (!value.is_number()) return value.text;
  const auto number = Decimal::read(value.text);
  return number ? number->plain(arena) : value.text;
}

bool is_blank(const Value& value) {
  return value.is_nothing() || (value.is_text() && trim(value.text).empty());
}

bool give_up(const Travel& travel, const TransformStep& step, Value& value, std::string_view why) {
  if (step.otherwise.kind != ValueKind::absent) {
    value = step.otherwise.view();
    return true;
  }
  value = travel.refuse(RefusalKind::unreadable, [&] {
    return "The value for " + travel.target() + " " + std::string(why) + ".";
  });
  return false;
}

bool apply_steps(const Travel& travel, Value& value) {
  const bool push = travel.bound == Bound::to_salesforce;
  const auto& steps = push ? travel.field.push_steps : travel.field.pull_steps;
  const Form form = push ? travel.field.platform_form : travel.field.salesforce_form;
  return apply_list(travel, steps, form == Form::set, value);
}

}  // namespace crosswalk::convert
