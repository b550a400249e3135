// Steps that work on a text, and those that take one apart.
#include <algorithm>
#include <string>

#include "convert/case_mapping.hpp"
#include "convert/code_points.hpp"
#include "convert/steps.hpp"
#include "convert/text.hpp"

namespace crosswalk::convert {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";
constexpr std::string_view kWideBlank = "\xC2\xA0";  // the blank that keeps words together

bool refuse_length(const Travel& travel, Value& value) {
  value = travel.refuse(RefusalKind::too_long, [&] {
    return "The transform makes a text for " + travel.target() + " that is too long.";
  });
  return false;
}

// How many bytes of a blank the text begins with.
std::size_t blank_at(std::string_view text) {
  if (text.empty()) return 0;
  if (kBlanks.find(text.front()) != std::string_view::npos) return 1;
  return text.starts_with(kWideBlank) ? kWideBlank.size() : 0;
}

std::string_view without_start(std::string_view text) {
  while (const std::size_t blank = blank_at(text)) text.remove_prefix(blank);
  return text;
}

std::string_view without_end(std::string_view text) {
  while (!text.empty()) {
    if (kBlanks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.ends_with(kWideBlank)) {
      text.remove_suffix(kWideBlank.size());
    } else {
      break;
    }
  }
  return text;
}

// Every run of blanks is one.
std::string_view with_single_blanks(std::string_view text, Arena& arena) {
  TextMaker out(arena, text.size());
  while (!text.empty()) {
    if (const std::size_t blank = blank_at(text)) {
      out.add(' ');
      text = without_start(text.substr(blank));
    } else {
      out.add(text.front());
      text.remove_prefix(1);
    }
  }
  return out.done();
}

}  // namespace

bool trim_text(const Travel& travel, const TransformStep& step, Value& value) {
  std::string_view text = text_of(value, travel.arena);
  if (step.choice != 2) text = without_start(text);
  if (step.choice != 1) text = without_end(text);
  if (step.choice == 3) text = with_single_blanks(text, travel.arena);
  value = Value::of_text(text);
  return true;
}

bool change_case(const Travel& travel, const TransformStep& step, Value& value) {
  const std::string_view text = text_of(value, travel.arena);
  if (!utf16_length(text)) return give_up(travel, step, value, "is not a text in UTF-8");
  // No letter's counterpart has more than three bytes, where it has one or two itself.
  TextMaker out(travel.arena, text.size() * 3);
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::uint32_t point = take_code_point(text, at);
    const bool upper = step.choice == 0 || (step.choice == 2 && !in_word);
    const std::uint32_t made =
        upper ? (step.choice == 2 ? to_title(point) : to_upper(point)) : to_lower(point);
    if (made == point) {
      out.add(text.substr(begin, at - begin));
    } else {
      out.at() = put_code_point(out.at(), made);
    }
    // An apostrophe and a mark that changes the letter before it end no word.
    const bool joins = point == '\'' || point == 0x2019 || (point >= 0x300 && point < 0x370);
    in_word = is_cased(point) || (point >= '0' && point <= '9') || (in_word && joins);
  }
  value = Value::of_text(out.done());
  return true;
}

bool truncate_text(const Travel& travel, const TransformStep& step, Value& value) {
  const std::string_view text = text_of(value, travel.arena);
  const auto units = utf16_length(text);
  if (!units) return give_up(travel, step, value, "is not a text in UTF-8");
  value = Value::of_text(text);
  if (*units <= step.count) return true;
  const std::string_view kept =
      without_end(cut(text, step.count - utf16_length(step.text).value_or(0)));
  if (step.text.empty()) {
    value = Value::of_text(kept);
    return true;
  }
  TextMaker out(travel.arena, kept.size() + step.text.size());
  out.add(kept);
  out.add(step.text);
  value = Value::of_text(out.done());
  return true;
}

bool pad_text(const Travel& travel, const TransformStep& step, Value& value) {
  const std::string_view text = text_of(value, travel.arena);
  const auto units = utf16_length(text);
  if (!units) return give_up(travel, step, value, "is not a text in UTF-8");
  value = Value::of_text(text);
  if (*units >= step.count) return true;
  const std::size_t missing = step.count - *units;
  TextMaker out(travel.arena, text.size() + missing * step.text.size());
  if (step.choice == 1) out.add(text);
  for (std::size_t i = 0; i < missing; ++i) out.add(step.text);
  if (step.choice == 0) out.add(text);
  value = Value::of_text(out.done());
  return true;
}

bool replace_in_text(const Travel& travel, const TransformStep& step, Value& value) {
  std::string_view text = text_of(value, travel.arena);
  std::size_t places = 0;
  for (std::size_t at = text.find(step.text); at != std::string_view::npos;
       at = text.find(step.text, at + step.text.size())) {
    ++places;
  }
  value = Value::of_text(text);
  if (places == 0) return true;
  const std::size_t size = text.size() - places * step.text.size() + places * step.other.size();
  if (size > kMadeBytesMax) return refuse_length(travel, value);
  TextMaker out(travel.arena, size);
  for (std::size_t at = text.find(step.text); at != std::string_view::npos;
       at = text.find(step.text)) {
    out.add(text.substr(0, at));
    out.add(step.other);
    text.remove_prefix(at + step.text.size());
  }
  out.add(text);
  value = Value::of_text(out.done());
  return true;
}

bool extract_text(const Travel& travel, const TransformStep& step, Value& value) {
  const std::string_view text = text_of(value, travel.arena);
  if (!utf16_length(text)) return give_up(travel, step, value, "is not a text in UTF-8");
  const auto found = find_pattern(step.pattern, text, travel.arena);
  if (!found)
    return give_up(travel, step, value, "holds nothing of the pattern that is looked for");
  value = Value::of_text(*found);
  return true;
}

// A list's members are those of a multi-select value where it has not been joined.
bool take_member(const Travel& travel, const TransformStep& step, bool is_set, Value& value) {
  const std::string_view text = text_of(value, travel.arena);
  std::size_t number = 0;
  std::string_view taken;
  for_each_member(text, is_set ? std::string_view(";") : step.text, [&](std::string_view member) {
    if (step.choice == kTakeLast || ++number == step.count) taken = member;
    return step.choice == kTakeLast || number < step.count;
  });
  if (!taken.empty()) {
    value = Value::of_text(taken);
    return true;
  }
  if (step.otherwise.kind != ValueKind::absent) {
    value = step.otherwise.view();
  } else {
    value = Value::of_null();
  }
  return true;
}

bool fill_template(const Travel& travel, const TransformStep& step, Value& value) {
  std::size_t room = 0;
  for (const StepPart& part : step.parts) {
    if (!part.is_field) {
      room += part.text.size();
      continue;
    }
    const Value given = part.field < travel.row.size() ? travel.row[part.field] : Value{};
    if (given.is_absent()) {  // a field that is not given: the text is not known
      value = {};
      return true;
    }
    room += text_of(given, travel.arena).size();
  }
  if (room > kMadeBytesMax) return refuse_length(travel, value);
  TextMaker out(travel.arena, room);
  // What the texts of fields are was made above; it is made once more, behind the room taken.
  Arena& arena = travel.arena;
  for (const StepPart& part : step.parts) {
    if (!part.is_field) {
      out.add(part.text);
    } else if (!travel.row[part.field].is_nothing()) {
      out.add(text_of(travel.row[part.field], arena));
    }
  }
  std::string_view text(out.at() - out.size(), out.size());
  if (step.choice == 1) text = with_single_blanks(without_end(without_start(text)), arena);
  value = Value::of_text(text);
  return true;
}

bool take_first(const Travel& travel, const TransformStep& step, Value& value) {
  for (const StepPart& part : step.parts) {
    const Value given = part.field < travel.row.size() ? travel.row[part.field] : Value{};
    if (given.is_absent() || !is_blank(given)) {
      value = given;  // of a field that is not given nothing is known, nor of those behind it
      return true;
    }
  }
  value = Value::of_null();
  return true;
}

}  // namespace crosswalk::convert
