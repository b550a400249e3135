#include "convert/typing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "convert/date_pattern.hpp"
#include "convert/step_trouble.hpp"
#include "convert/template_text.hpp"
#include "diagnostic/fixes.hpp"
#include "json/pointer.hpp"

namespace crosswalk::convert {
namespace {

using mapping::Step;
using mapping::Transform;
using Kind = StepProblem::Kind;

using Forms = std::uint16_t;
constexpr Forms bit(Form form) { return static_cast<Forms>(1U << static_cast<unsigned>(form)); }
constexpr Forms kText = bit(Form::text), kNumber = bit(Form::number), kSet = bit(Form::set),
                kAny = 0xFFFF, kTimes = bit(Form::date) | bit(Form::datetime) | bit(Form::time);

// What each step takes, in the order of the steps.
constexpr std::array kTakes{kSet,
                            kAny,  // join, map
                            kText,
                            kText,  // trim, case
                            kText,
                            Forms(kText | kNumber),  // truncate, pad
                            kText,
                            kText,  // replace, extract
                            Forms(kText | kSet),
                            kAny,  // split, template
                            kAny,
                            kNumber,  // coalesce, scale
                            kText,
                            kNumber,  // number, format
                            Forms(kText | kTimes),
                            Forms(kText | kNumber),  // date, boolean
                            kText,
                            kAny};  // phone, when

Forms taken_by(Step step) { return kTakes[static_cast<std::size_t>(step)]; }

// A date is read from a text or written into one.
Forms taken_by(const Transform& step) {
  if (step.step != Step::date) return taken_by(step.step);
  return step.find("parse") != nullptr ? kText : kTimes;
}

bool is_among(Forms forms, StepForm form) {
  // An id is a text as well.
  return !form || (forms & bit(*form == Form::id ? Form::text : *form)) != 0;
}

StepForm form_of(const mapping::Literal& literal) {
  switch (literal.kind) {
    case mapping::LiteralKind::text:
      return Form::text;
    case mapping::LiteralKind::number:
      return Form::number;
    case mapping::LiteralKind::truth:
      return Form::truth;
    default:
      return {};
  }
}

StepForm form_given(const Transform& map) {
  if (map.entries.empty()) return {};
  const StepForm form = form_of(map.entries.front().to);
  for (const mapping::MapEntry& entry : map.entries) {
    if (form_of(entry.to) != form) return {};
  }
  return map.otherwise.given() && form_of(map.otherwise) != form ? StepForm() : form;
}

class Typer {
 public:
  Typer(const StepSite& site, Typing& typing, const Transform* without)
      : site_(site), typing_(typing), without_(without) {}

  StepForm list(std::span<const Transform> steps, StepForm form, bool outer) {
    for (const Transform& step : steps) {
      if (&step == without_) continue;
      if (outer) typing_.inputs.push_back(form);
      // A map would have to name every combination.
      if (step.step == Step::map && joined_) {
        add(Kind::unfit, step, {}, "Values are mapped before they are joined.");
      }
      joined_ = joined_ || step.step == Step::join;
      form = one(step, form);
    }
    return form;
  }

 private:
  StepProblem& add(Kind kind, const Transform& step, std::string_view member,
                   std::string_view message) {
    typing_.problems.push_back({.kind = kind, .step = &step, .member = member, .message = message});
    return typing_.problems.back();
  }

  StepForm one(const Transform& step, StepForm form) {
    if (!is_among(taken_by(step), form)) {
      add(Kind::unfit, step, {}, {}).got = form;
      form.reset();
    }
    if (const StepTrouble trouble = trouble_of(step); !trouble.message.empty()) {
      add(Kind::unsound, step, trouble.member, trouble.message).item = trouble.item;
    }
    const StepForm given = gives(step, form);
    note_length(step);
    // What "otherwise" gives is of its own form.
    const bool other = step.step != Step::map && step.otherwise.given() &&
                       step.otherwise.kind != mapping::LiteralKind::null &&
                       form_of(step.otherwise) != given;
    return other ? StepForm() : given;
  }

  void note_length(const Transform& step) {
    if (step.step == Step::truncate) {
      typing_.units_max = step.number("truncate", 0);
    } else if (step.step != Step::trim && step.step != Step::letter_case &&
               step.step != Step::extract) {
      typing_.units_max = 0;
    }
  }

  StepForm gives(const Transform& step, StepForm form) {
    switch (step.step) {
      case Step::map:
        return form == Form::set ? form : form_given(step);
      case Step::split:
        return step.find("take") != nullptr ? Form::text : Form::set;
      case Step::template_text:
        template_text(step);
        return Form::text;
      case Step::coalesce:
        return coalesce(step);
      case Step::number:
        return Form::number;
      case Step::date:
        return date(step, form);
      case Step::boolean:
        return Form::truth;
      case Step::phone:
        if (step.text("phone") == "e164" && site_.country.empty()) {
          add(Kind::no_country, step, {},
              "Numbers without a country code are refused: the mapping does not say their "
              "country.");
        }
        return Form::text;
      case Step::when:
        return when(step, form);
      case Step::scale:
        return Form::number;
      default:
        return Form::text;
    }
  }

  void template_text(const Transform& step) {
    typing_.makes_of_nothing = true;
    std::string_view problem;
    const auto parts = read_template(step.text("template"), problem);
    if (!parts) return;
    for (const TemplatePart& part : *parts) {
      if (part.is_field) field(step, "template", part.text);
    }
  }

  // The form of a platform field of the record.
  StepForm field(const Transform& step, std::string_view member, std::string_view name,
                 std::size_t item = StepProblem::kNoItem) {
    if (site_.object == nullptr) return {};
    const schema::PlatformField* const found = site_.object->find(name);
    if (found != nullptr) return convert::form_of(found->type);
    StepProblem& problem =
        add(Kind::unknown_field, step, member, "The platform's object has no field ");
    problem.name = name;
    problem.item = item;
    return {};
  }

  StepForm coalesce(const Transform& step) {
    typing_.makes_of_nothing = true;
    const mapping::Setting* const fields = step.find("coalesce");
    StepForm form;
    for (std::size_t i = 0; fields != nullptr && i < fields->texts.size(); ++i) {
      const StepForm own = field(step, "coalesce", fields->texts[i], i);
      if (form && own && *form != *own) {
        add(Kind::unfit, step, "coalesce", "The fields do not all hold values of one kind.").item =
            i;
      }
      if (!form) form = own;
    }
    return form;
  }

  StepForm date(const Transform& step, StepForm form) {
    const bool parses = step.find("parse") != nullptr;
    std::string_view problem;
    const auto pattern = check_date_pattern(step.text(parses ? "parse" : "format"), problem);
    if (parses) return pattern ? pattern->form() : StepForm();
    if (!pattern) return Form::text;
    const bool clock = form == Form::time;
    if ((form == Form::date && pattern->has("HhamsSX")) || (clock && pattern->has("yMdX"))) {
      add(Kind::unfit, step, "format", "The pattern asks for more than the value holds.");
    }
    return Form::text;
  }

  StepForm when(const Transform& step, StepForm form) {
    const std::string_view name = step.text("field");
    if (!name.empty()) field(step, "field", name);
    if (!name.empty() || step.find("isBlank") != nullptr) typing_.makes_of_nothing = true;
    const StepForm taken = list(step.then_steps, form, false);
    const StepForm other = list(step.else_steps, form, false);
    if (taken && other && *taken != *other) {
      add(Kind::unfit, step, {}, "\"then\" and \"else\" give values of two kinds.");
    }
    return taken == other ? taken : StepForm();
  }

  const StepSite& site_;
  Typing& typing_;
  const Transform* without_;
  bool joined_ = false;
};

}  // namespace

std::string_view form_words(Form form) {
  constexpr std::array<std::string_view, 8> kWords{"a text", "a number",           "true or false",
                                                   "a date", "a date and time",    "a time",
                                                   "a list", "an id of Salesforce"};
  return kWords[static_cast<std::size_t>(form)];
}

std::string pointer_of(const StepProblem& problem) {
  if (problem.member.empty()) return problem.step->pointer;
  std::string pointer = problem.step->pointer_to(problem.member);
  return problem.item == StepProblem::kNoItem ? pointer : json::child(pointer, problem.item);
}

std::string message_of(const StepProblem& problem) {
  std::string message(problem.message);
  if (!problem.name.empty()) message += diagnostic::quoted(problem.name) + ".";
  if (!message.empty()) return message;
  message = diagnostic::quoted(mapping::row_of(problem.step->step).name) + " takes ";
  const char* separator = "";
  for (std::size_t i = 0; i < 7; ++i) {
    const auto form = static_cast<Form>(i);
    if ((taken_by(*problem.step) & bit(form)) == 0) continue;
    message += separator;
    message += form_words(form);
    separator = " or ";
  }
  message += ", and gets ";
  message += form_words(*problem.got);
  return message += '.';
}

bool takes(Step step, Form form) { return is_among(taken_by(step), form); }

Typing type_steps(std::span<const Transform> steps, StepForm input, const StepSite& site,
                  const Transform* without) {
  Typing typing;
  typing.form = Typer(site, typing, without).list(steps, input, true);
  return typing;
}

}  // namespace crosswalk::convert
