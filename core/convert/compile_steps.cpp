// A field's transform, compiled for both ways.
#include <algorithm>
#include <map>

#include "convert/compiler.hpp"
#include "convert/steps.hpp"
#include "convert/template_text.hpp"

namespace crosswalk::convert {
namespace {

using mapping::Step;

std::string key_text(const OwnValue& value) {
  if (value.kind == ValueKind::truth) return value.truth ? "true" : "false";
  return value.text;
}

// How a text of the map's left side reads as a value of the platform.
OwnValue platform_value(const std::string& text, Form form) {
  if (form == Form::truth && (text == "true" || text == "false")) {
    return {ValueKind::truth, {}, text == "true"};
  }
  return {form == Form::number ? ValueKind::number : ValueKind::text, text, false};
}

void read_entries(const mapping::Transform& transform, TransformStep& step) {
  for (const mapping::MapEntry& entry : transform.entries) {
    step.entries.push_back({entry.from, own(entry.to)});
  }
  std::stable_sort(step.entries.begin(), step.entries.end(),
                   [](const MapEntry& a, const MapEntry& b) { return a.from < b.from; });
}

// The map turned round. Where several platform values become one of Salesforce's, the first wins.
TransformStep map_back(const mapping::Transform& transform, Form form) {
  std::map<std::string, OwnValue> back;
  for (const mapping::MapEntry& entry : transform.entries) {
    const OwnValue to = own(entry.to);
    if (to.kind == ValueKind::absent || to.kind == ValueKind::null) continue;
    back.emplace(key_text(to), platform_value(entry.from, form));
  }
  TransformStep step;
  step.step = Step::map;
  for (auto& [from, to] : back) step.entries.push_back({from, to});
  return step;
}

// A step that can be undone, the other way.
TransformStep step_back(const mapping::Transform& from, const TransformStep& forth, Form form) {
  if (from.step == Step::map) return map_back(from, form);
  TransformStep back = forth;
  back.otherwise = {};
  back.back = true;
  if (forth.step == Step::join) back.step = Step::split;
  if (forth.step == Step::split) back.step = Step::join;
  if (forth.step == Step::number) back.step = Step::format;
  if (forth.step == Step::format) back.step = Step::number;
  if (forth.step == Step::date) back.choice = forth.choice == kParse ? kWrite : kParse;
  return back;
}

std::uint8_t choice_of(const mapping::Transform& step, std::string_view member) {
  const std::string_view word = step.text(member);
  const auto words = mapping::find_rule(member)->words;
  const auto found = std::find(words.begin(), words.end(), word);
  return static_cast<std::uint8_t>(found == words.end() ? 0 : found - words.begin());
}

const std::vector<std::string>& texts_of(const mapping::Transform& step, std::string_view member) {
  static const std::vector<std::string> kNone;
  const mapping::Setting* const setting = step.find(member);
  return setting == nullptr ? kNone : setting->texts;
}

// The condition of a when: `choice` says which, `words` what it looks for.
void read_condition(const mapping::Transform& step, TransformStep& made) {
  for (const mapping::Setting& setting : step.settings) {
    if (setting.name == "field") {
      made.parts.push_back({setting.value.text, true, kNoField});
      continue;
    }
    const auto at = std::find(kConditions.begin(), kConditions.end(), setting.name);
    made.choice = static_cast<std::uint8_t>(at - kConditions.begin());
    made.words = setting.texts;
    made.text = setting.value.text;
    made.count = setting.value.truth ? 1 : 0;
  }
}

}  // namespace

OwnValue own(const mapping::Literal& literal) {
  using mapping::LiteralKind;
  switch (literal.kind) {
    case LiteralKind::absent:
      return {};
    case LiteralKind::null:
      return {ValueKind::null, {}, false};
    case LiteralKind::text:
      return {ValueKind::text, literal.text, false};
    case LiteralKind::number:
      return {ValueKind::number, literal.text, false};
    case LiteralKind::truth:
      return {ValueKind::truth, {}, literal.truth};
  }
  return {};
}

Result<TransformStep> Compiler::step_forth(const mapping::Transform& step) {
  TransformStep made;
  made.step = step.step;
  made.otherwise = own(step.otherwise);
  std::string_view problem;  // typing has seen that there is none
  switch (step.step) {
    case Step::join:
      made.text = step.text("join");
      break;
    case Step::map:
      read_entries(step, made);
      break;
    case Step::trim:
      made.choice = choice_of(step, "trim");
      break;
    case Step::letter_case:
      made.choice = choice_of(step, "case");
      break;
    case Step::truncate:
      made.count = step.number("truncate", 1);
      made.text = step.text("ellipsis");
      break;
    case Step::pad:
      made.count = step.number("pad", 1);
      made.text = step.text("with", " ");
      made.choice = choice_of(step, "side");
      break;
    case Step::replace:
      made.text = step.text("replace");
      made.other = step.text("by");
      break;
    case Step::extract:
      made.pattern = *read_pattern(step.text("extract"), problem);
      break;
    case Step::split:
      made.text = step.text("split");
      if (step.find("take") == nullptr) break;
      made.choice = step.text("take") == "last" ? kTakeLast : kTakeNth;
      made.count = step.number("take", 1);
      break;
    case Step::template_text: {
      const auto parts = read_template(step.text("template"), problem);
      for (const TemplatePart& part : *parts) {
        made.parts.push_back({std::string(part.text), part.is_field, kNoField});
      }
      made.choice = choice_of(step, "blanks");
      break;
    }
    case Step::coalesce:
      for (const std::string& name : texts_of(step, "coalesce")) {
        made.parts.push_back({name, true, kNoField});
      }
      break;
    case Step::scale:
      made.count = step.number("scale", 0);
      made.choice = choice_of(step, "rounding");
      break;
    case Step::number:
    case Step::format:
      made.text = step.text("decimal", ".");
      made.other = step.text("group");
      made.count = step.number("scale", kAnyScale);
      break;
    case Step::date:
      made.choice = step.find("parse") != nullptr ? kParse : kWrite;
      made.date = read_date_pattern(step.text(made.choice == kParse ? "parse" : "format"));
      made.count = step.number("pivot", 0);
      if (auto error = add_zone(step, made)) return *std::move(error);
      break;
    case Step::boolean:
      made.words = texts_of(step, "true");
      made.others = texts_of(step, "false");
      break;
    case Step::phone:
      made.choice = choice_of(step, "phone");
      made.text = country_;
      break;
    case Step::when: {
      read_condition(step, made);
      auto taken = forth(step.then_steps);
      if (!taken) return taken.error();
      auto other = forth(step.else_steps);
      if (!other) return other.error();
      made.then_steps = *std::move(taken);
      made.else_steps = *std::move(other);
      break;
    }
  }
  return made;
}

std::optional<Error> Compiler::add_zone(const mapping::Transform& step, TransformStep& made) {
  const std::string_view name = step.text("zone", "Z");
  if (const auto offset = fixed_offset(name)) {
    made.zone.offset = *offset;
    return {};
  }
  const auto zone = zones_.find(name);
  if (zone == zones_.end()) {
    return bad("zoneUnknown", step.pointer_to("zone"),
               "There is no table of the zone " + std::string(name) + ".");
  }
  made.zone = zone->second;
  return {};
}

Result<std::vector<TransformStep>> Compiler::forth(std::span<const mapping::Transform> steps) {
  std::vector<TransformStep> made;
  for (const mapping::Transform& step : steps) {
    auto one = step_forth(step);
    if (!one) return one.error();
    made.push_back(*std::move(one));
  }
  return made;
}

std::optional<Error> Compiler::add_steps(const mapping::FieldMapping& field,
                                         const schema::PlatformField& platform,
                                         ProgramField& made) {
  const Typing typing = type_steps(field.transforms, form_of(platform.type),
                                   {.object = &platform_, .country = country_});
  for (const StepProblem& problem : typing.problems) {
    // Numbers with a country code need no country; the others are refused, one by one.
    if (problem.kind == StepProblem::Kind::no_country) continue;
    return bad("transformMisplaced", pointer_of(problem), message_of(problem));
  }
  auto steps = forth(field.transforms);
  if (!steps) return steps.error();
  for (std::size_t i = 0; made.pull && i < field.transforms.size(); ++i) {
    const std::string_view why = why_one_way(field.transforms[i], typing.inputs[i]);
    if (!why.empty()) return bad("transformOneWay", field.transforms[i].pointer, std::string(why));
  }
  made.push_steps = *std::move(steps);
  for (std::size_t i = made.pull ? made.push_steps.size() : 0; i > 0; --i) {
    made.pull_steps.push_back(step_back(field.transforms[i - 1], made.push_steps[i - 1],
                                        typing.inputs[i - 1].value_or(made.platform_form)));
  }
  made.makes_of_nothing = typing.makes_of_nothing;
  if (!made.push_steps.empty()) made.sent_form = typing.form.value_or(Form::text);
  if (!made.pull_steps.empty()) made.returned_form = made.platform_form;
  return {};
}

// Names of fields become their places in a row; a field that no line maps is only read.
void Compiler::resolve_reads(std::vector<TransformStep>& steps) {
  for (TransformStep& step : steps) {
    for (StepPart& part : step.parts) {
      if (!part.is_field) continue;
      part.field = program_.find_platform(part.text);
      if (part.field != kNoField) continue;
      ProgramField made;
      made.role = FieldRole::read;
      take_platform(*platform_.find(part.text), made);
      part.field = program_.fields_.size();
      program_.fields_.push_back(std::move(made));
    }
    resolve_reads(step.then_steps);
    resolve_reads(step.else_steps);
  }
}

}  // namespace crosswalk::convert
