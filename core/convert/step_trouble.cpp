#include "convert/step_trouble.hpp"

#include <algorithm>

#include "convert/date_pattern.hpp"
#include "convert/pattern.hpp"
#include "convert/template_text.hpp"
#include "convert/text.hpp"

namespace crosswalk::convert {
namespace {

using mapping::Step;
using mapping::Transform;

StepTrouble separators(const Transform& step) {
  const std::string_view decimal = step.text("decimal", "."), group = step.text("group");
  const auto is_bad = [](std::string_view text) {
    return text.find_first_of("0123456789+-eE") != std::string_view::npos;
  };
  if (decimal != group && !is_bad(decimal) && !is_bad(group)) return {};
  return {{}, "\"decimal\" and \"group\" are two signs, and part of no number."};
}

StepTrouble read_date(const Transform& step, const DateLetters& pattern) {
  const auto form = pattern.form();
  if (!form) return {"parse", "The pattern does not say all of a day (y, M, d) or a time (H, m)."};
  if (pattern.short_year && step.find("pivot") == nullptr) {
    return {"parse", "A year of two digits needs \"pivot\", the first of its hundred years: 1950."};
  }
  if (*form == Form::datetime && !pattern.has("X") && step.find("zone") == nullptr) {
    return {"parse", "Neither the pattern (X) nor \"zone\" says in which zone the time is."};
  }
  return {};
}

StepTrouble date(const Transform& step) {
  const bool parses = step.find("parse") != nullptr;
  if (parses == (step.find("format") != nullptr)) {
    return {{}, "A date is either read (\"parse\") or written (\"format\")."};
  }
  const std::string_view zone = step.text("zone");
  if (!zone.empty() && !fixed_offset(zone) && !is_zone_name(zone)) {
    return {"zone", "A zone is \"Z\", an offset such as \"+02:00\", or \"Europe/Berlin\"."};
  }
  StepTrouble trouble{parses ? "parse" : "format"};
  const auto pattern = check_date_pattern(step.text(trouble.member), trouble.message);
  return pattern && parses ? read_date(step, *pattern) : trouble;
}

StepTrouble boolean(const Transform& step) {
  const mapping::Setting* const yes = step.find("true");
  const mapping::Setting* const no = step.find("false");
  if (yes == nullptr || no == nullptr) return {};  // the reader has said so
  if (yes->texts.empty() || no->texts.empty()) return {{}, "Both lists name one word at least."};
  for (std::size_t i = 0; i < no->texts.size(); ++i) {
    const bool both = std::any_of(yes->texts.begin(), yes->texts.end(), [&](const auto& word) {
      return same_without_case(word, no->texts[i]);
    });
    if (both) return {"false", "A word cannot mean both true and false.", i};
  }
  return {};
}

StepTrouble when(const Transform& step) {
  if (step.settings.size() != (step.find("field") != nullptr ? 2U : 1U)) {
    return {{}, "There is one condition: is, isNot, isBlank, startsWith, endsWith or contains."};
  }
  if (!step.then_steps.empty() || !step.else_steps.empty()) return {};
  return {{}, "Neither \"then\" nor \"else\" says what is to be done."};
}

}  // namespace

StepTrouble trouble_of(const Transform& step) {
  switch (step.step) {
    case Step::pad:
      if (utf16_length(step.text("with", " ")) == 1U) return {};
      return {"with", "What fills up is one character."};
    case Step::truncate:
      if (utf16_length(step.text("ellipsis")) <= step.number("truncate", 1)) return {};
      return {"ellipsis", "It is longer than the whole text may be."};
    case Step::extract: {
      StepTrouble trouble{"extract"};
      (void)read_pattern(step.text("extract"), trouble.message);
      return trouble;
    }
    case Step::template_text: {
      StepTrouble trouble{"template"};
      (void)read_template(step.text("template"), trouble.message);
      return trouble;
    }
    case Step::coalesce:
      if (!step.find("coalesce")->texts.empty()) return {};
      return {"coalesce", "The list names no field."};
    case Step::number:
    case Step::format:
      return separators(step);
    case Step::date:
      return date(step);
    case Step::boolean:
      return boolean(step);
    case Step::when:
      return when(step);
    default:
      return {};
  }
}

}  // namespace crosswalk::convert
