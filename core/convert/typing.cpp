#include "convert/typing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "convert/date_pattern.hpp"
#include "convert/pattern.hpp"
#include "convert/template_text.hpp"
#include "convert/text.hpp"
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

bool does_take(Step step, StepForm form) {
  // An id is a text as well.
  return !form || (taken_by(step) & bit(*form == Form::id ? Form::text : *form)) != 0;
}

std::string taken_words(Step step) {
  std::string out;
  for (const Form form :
       {Form::text, Form::number, Form::truth, Form::date, Form::datetime, Form::time, Form::set}) {
    if ((taken_by(step) & bit(form)) == 0) continue;
    if (!out.empty()) out += " or ";
    out += form_words(form);
  }
  return out;
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
  Typer(const StepSite& site, Typing& typing) : site_(site), typing_(typing) {}

  StepForm list(std::span<const Transform> steps, StepForm form, bool outer) {
    for (const Transform& step : steps) {
      if (outer) typing_.inputs.push_back(form);
      // A map would have to name every combination.
      if (step.step == Step::map && joined_) {
        add(Kind::unfit, step.pointer, "Values are mapped before they are joined.");
      }
      joined_ = joined_ || step.step == Step::join;
      form = one(step, form);
    }
    return form;
  }

 private:
  void add(Kind kind, std::string pointer, std::string message, std::string_view name = {}) {
    typing_.problems.push_back({kind, std::move(pointer), std::move(message), name});
  }
  void unsound(const Transform& step, std::string_view member, std::string message) {
    add(Kind::unsound, step.pointer_to(member), std::move(message));
  }
  void missing(const Transform& step, std::string message) {
    add(Kind::unsound, step.pointer, std::move(message));
  }

  StepForm one(const Transform& step, StepForm form) {
    if (!does_take(step.step, form)) {
      add(Kind::unfit, step.pointer,
          diagnostic::quoted(mapping::row_of(step.step).name) + " takes " + taken_words(step.step) +
              ", and gets " + std::string(form_words(*form)) + ".");
      form.reset();
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
      case Step::pad:
        return pad(step);
      case Step::truncate:
        return truncate(step, form);
      case Step::extract:
        return extract(step);
      case Step::split:
        return step.find("take") != nullptr ? Form::text : Form::set;
      case Step::template_text:
        return template_text(step);
      case Step::coalesce:
        return coalesce(step);
      case Step::number:
      case Step::format:
        return separators(step);
      case Step::date:
        return date(step, form);
      case Step::boolean:
        return boolean(step);
      case Step::phone:
        return phone(step);
      case Step::when:
        return when(step, form);
      default:
        break;
    }
    return step.step == Step::join ? Form::text : form;
  }

  StepForm pad(const Transform& step) {
    if (utf16_length(step.text("with", " ")) != 1U) {
      unsound(step, "with", "What fills up is one character.");
    }
    return Form::text;
  }

  StepForm truncate(const Transform& step, StepForm form) {
    if (utf16_length(step.text("ellipsis")).value_or(0) > step.number("truncate", 1)) {
      unsound(step, "ellipsis", "The end of a cut text is longer than the text may be.");
    }
    return form;
  }

  StepForm extract(const Transform& step) {
    std::string problem;
    if (!read_pattern(step.text("extract"), problem)) unsound(step, "extract", problem);
    return Form::text;
  }

  StepForm template_text(const Transform& step) {
    typing_.makes_of_nothing = true;
    std::string problem;
    const auto parts = read_template(step.text("template"), problem);
    if (!parts) {
      unsound(step, "template", problem);
      return Form::text;
    }
    for (const TemplatePart& part : *parts) {
      if (part.is_field) field(part.text, step.pointer_to("template"));
    }
    return Form::text;
  }

  // The form of a platform field of the record.
  StepForm field(std::string_view name, std::string pointer) {
    if (site_.object == nullptr) return {};
    const schema::PlatformField* const found = site_.object->find(name);
    if (found != nullptr) return convert::form_of(found->type);
    add(Kind::unknown_field, std::move(pointer),
        site_.object->name + " has no field " + diagnostic::quoted(name) + ".", name);
    return {};
  }

  StepForm coalesce(const Transform& step) {
    typing_.makes_of_nothing = true;
    const mapping::Setting* const fields = step.find("coalesce");
    if (fields == nullptr || fields->texts.empty()) {
      unsound(step, "coalesce", "The list names no field.");
      return {};
    }
    StepForm form;
    const std::string pointer = step.pointer_to("coalesce");
    for (std::size_t i = 0; i < fields->texts.size(); ++i) {
      const StepForm own = field(fields->texts[i], json::child(pointer, i));
      if (form && own && *form != *own) {
        add(Kind::unfit, json::child(pointer, i),
            diagnostic::quoted(fields->texts[i]) + " is " + std::string(form_words(*own)) +
                ", and " + diagnostic::quoted(fields->texts[0]) + " is " +
                std::string(form_words(*form)) + ".");
      }
      if (!form) form = own;
    }
    return form;
  }

  StepForm separators(const Transform& step) {
    const std::string_view decimal = step.text("decimal", "."), group = step.text("group");
    const auto is_bad = [](std::string_view text) {
      return text.find_first_of("0123456789+-eE") != std::string_view::npos;
    };
    if (decimal == group || is_bad(decimal) || is_bad(group)) {
      missing(step,
              "The sign before the decimals and the one between groups are two signs, and no "
              "digits.");
    }
    return step.step == Step::number ? Form::number : Form::text;
  }

  StepForm date(const Transform& step, StepForm form) {
    const bool parses = step.find("parse") != nullptr;
    if (parses == (step.find("format") != nullptr)) {
      missing(step, "A date is either read (\"parse\") or written (\"format\").");
      return {};
    }
    const std::string_view member = parses ? "parse" : "format";
    const std::string_view zone = step.text("zone");
    if (!zone.empty() && !fixed_offset(zone) && !is_zone_name(zone)) {
      unsound(step, "zone",
              "A zone is \"Z\", an offset such as \"+02:00\", or a name such as "
              "\"Europe/Berlin\".");
    }
    std::string problem;
    const auto pattern = read_date_pattern(step.text(member), problem);
    if (!pattern) {
      unsound(step, member, problem);
      return parses ? StepForm() : Form::text;
    }
    return parses ? parse_form(step, *pattern, form) : written_form(step, *pattern, form);
  }

  StepForm parse_form(const Transform& step, const DatePattern& pattern, StepForm form) {
    if (form && *form != Form::text && *form != Form::id) {
      add(Kind::unfit, step.pointer,
          "\"parse\" reads a text, and gets " + std::string(form_words(*form)) + ".");
    }
    const StepForm given = pattern.form();
    if (!given) {
      unsound(step, "parse",
              "The pattern does not say all of a day (y, M, d), or of a time (H, m).");
    } else if (pattern.has_short_year() && step.find("pivot") == nullptr) {
      unsound(step, "parse",
              "A year of two digits needs \"pivot\": the first of the hundred years "
              "that it may be, such as 1950.");
    } else if (*given == Form::datetime && !pattern.has('X') && step.find("zone") == nullptr) {
      unsound(step, "parse",
              "Neither the pattern (X) nor \"zone\" says in which zone the time is.");
    }
    return given;
  }

  StepForm written_form(const Transform& step, const DatePattern& pattern, StepForm form) {
    const bool day = pattern.any_of("yMd"), time = pattern.any_of("HhamsSX");
    if (form && (bit(*form) & kTimes) == 0) {
      add(Kind::unfit, step.pointer,
          "\"format\" writes a date, a date and time or a time, and gets " +
              std::string(form_words(*form)) + ".");
    } else if ((form == Form::date && time) || (form == Form::time && (day || pattern.has('X')))) {
      add(Kind::unfit, step.pointer_to("format"),
          "The pattern asks for more than " + std::string(form_words(*form)) + " holds.");
    }
    return Form::text;
  }

  StepForm boolean(const Transform& step) {
    const mapping::Setting* const yes = step.find("true");
    const mapping::Setting* const no = step.find("false");
    if (yes == nullptr || no == nullptr) return Form::truth;  // a finding of its own
    if (yes->texts.empty() || no->texts.empty()) {
      missing(step, "Both lists name at least one word.");
    }
    for (std::size_t i = 0; i < no->texts.size(); ++i) {
      const bool both = std::any_of(yes->texts.begin(), yes->texts.end(), [&](const auto& word) {
        return same_without_case(word, no->texts[i]);
      });
      if (both) {
        add(Kind::unsound, json::child(step.pointer_to("false"), i),
            diagnostic::quoted(no->texts[i]) + " cannot mean both true and false.");
      }
    }
    return Form::truth;
  }

  StepForm phone(const Transform& step) {
    if (step.text("phone") == "e164" && site_.country.empty()) {
      add(Kind::no_country, step.pointer,
          "Numbers without a country code are refused: the mapping does not say their country.");
    }
    return Form::text;
  }

  StepForm when(const Transform& step, StepForm form) {
    const std::string_view name = step.text("field");
    if (!name.empty()) {
      typing_.makes_of_nothing = true;
      (void)field(name, step.pointer_to("field"));
    }
    if (step.find("isBlank") != nullptr) typing_.makes_of_nothing = true;
    std::size_t conditions = 0;
    for (const mapping::Setting& setting : step.settings) conditions += setting.name != "field";
    if (conditions != 1) {
      missing(step,
              "\"when\" holds one condition: is, isNot, isBlank, startsWith, endsWith or "
              "contains.");
    }
    if (step.then_steps.empty() && step.else_steps.empty()) {
      missing(step, "Neither \"then\" nor \"else\" says what is to be done.");
    }
    const StepForm taken = list(step.then_steps, form, false);
    const StepForm other = list(step.else_steps, form, false);
    if (taken && other && *taken != *other) {
      add(Kind::unfit, step.pointer,
          "\"then\" gives " + std::string(form_words(*taken)) + ", \"else\" " +
              std::string(form_words(*other)) + ".");
    }
    return taken == other ? taken : StepForm();
  }

  const StepSite& site_;
  Typing& typing_;
  bool joined_ = false;
};

schema::PlatformType type_of(Form form) {
  using enum schema::PlatformType;
  constexpr std::array kTypes{text, number, boolean, date, datetime, time, multiselect_list, text};
  return kTypes[static_cast<std::size_t>(form)];
}

}  // namespace

std::string_view form_words(Form form) {
  constexpr std::array<std::string_view, 8> kWords{"a text", "a number",           "true or false",
                                                   "a date", "a date and time",    "a time",
                                                   "a list", "an id of Salesforce"};
  return kWords[static_cast<std::size_t>(form)];
}

bool takes(Step step, Form form) { return does_take(step, form); }

Typing type_steps(std::span<const Transform> steps, StepForm input, const StepSite& site) {
  Typing typing;
  typing.form = Typer(site, typing).list(steps, input, true);
  return typing;
}

std::string why_one_way(const Transform& step, StepForm input) {
  const std::string name = diagnostic::quoted(mapping::row_of(step.step).name);
  switch (step.step) {
    case Step::join:
    case Step::map:
      return {};
    case Step::split:
      if (step.find("take") == nullptr && input != Form::set) return {};
      return name + " takes one of many.";
    case Step::number:
      return step.otherwise.given() ? "With \"otherwise\", one value stands for many." : "";
    case Step::format:
      return step.find("scale") != nullptr ? name + " rounds." : "";
    case Step::boolean:
      if (step.otherwise.given()) return "With \"otherwise\", one value stands for many.";
      return input == Form::number ? name + " gives words back, and the field holds numbers." : "";
    case Step::date: {
      if (step.otherwise.given()) return "With \"otherwise\", one value stands for many.";
      std::string problem;
      const bool parses = step.find("parse") != nullptr;
      const auto pattern = read_date_pattern(step.text(parses ? "parse" : "format"), problem);
      if (!pattern) return {};  // a finding of its own
      const StepForm form = parses ? pattern->form() : input;
      if (!form || !pattern->holds_all_of(*form)) return "The pattern leaves a part out.";
      const bool hours_twice = *form == Form::datetime && !pattern->has('X') &&
                               !step.text("zone").empty() && !fixed_offset(step.text("zone"));
      return hours_twice ? "In " + std::string(step.text("zone")) + ", one hour comes twice a year."
                         : std::string();
    }
    default:
      return "What " + name + " takes away is not known afterwards.";
  }
}

bool changes_more(std::span<const Transform> steps) {
  return std::any_of(steps.begin(), steps.end(), [](const Transform& step) {
    return step.step != Step::join && step.step != Step::map;
  });
}

schema::PlatformField field_behind(const schema::PlatformField& field,
                                   std::span<const Transform> steps, const Typing& typing) {
  if (!changes_more(steps)) return field;
  schema::PlatformField behind = field;
  const Form before = form_of(field.type);
  const bool choice = field.type == schema::PlatformType::select_list ||
                      field.type == schema::PlatformType::multiselect_list;
  const Form form = typing.form.value_or(Form::text);
  const bool makes = std::any_of(steps.begin(), steps.end(), [](const Transform& step) {
    return step.step == Step::template_text || step.step == Step::coalesce;
  });
  if (form != before || choice || makes) {
    behind.type = type_of(form);
    behind.values.clear();
    behind.max_length.reset();
    behind.precision.reset();
    behind.scale.reset();
  }
  const bool longer = std::any_of(steps.begin(), steps.end(), [](const Transform& step) {
    return step.step == Step::replace || step.step == Step::pad || step.step == Step::map;
  });
  if (longer) behind.max_length.reset();
  if (typing.units_max > 0) {
    const auto most = static_cast<std::uint32_t>(typing.units_max);
    behind.max_length = std::min(behind.max_length.value_or(most), most);
  }
  return behind;
}

}  // namespace crosswalk::convert
