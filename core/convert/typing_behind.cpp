// What is known behind a field's steps: whether there is a way back, and what meets the other side.
#include <algorithm>
#include <array>

#include "convert/date_pattern.hpp"
#include "convert/typing.hpp"

namespace crosswalk::convert {
namespace {

using mapping::Step;
using mapping::Transform;

schema::PlatformType type_of(Form form) {
  using enum schema::PlatformType;
  constexpr std::array kTypes{text, number, boolean, date, datetime, time, multiselect_list, text};
  return kTypes[static_cast<std::size_t>(form)];
}

}  // namespace

std::string_view why_one_way(const Transform& step, StepForm input) {
  const bool reads =
      step.step == Step::number || step.step == Step::boolean || step.step == Step::date;
  if (reads && step.otherwise.given()) return "With \"otherwise\", one value stands for many.";
  switch (step.step) {
    case Step::join:
    case Step::map:
    case Step::number:
      return {};
    case Step::split:
      if (step.find("take") == nullptr && input != Form::set) return {};
      break;
    case Step::format:
      if (step.find("scale") == nullptr) return {};
      return "The number is rounded.";
    case Step::boolean:
      if (input != Form::number) return {};
      return "Words would come back, and the field holds numbers.";
    case Step::date: {
      std::string_view problem;
      const bool parses = step.find("parse") != nullptr;
      const auto pattern = check_date_pattern(step.text(parses ? "parse" : "format"), problem);
      if (!pattern) return {};  // a finding of its own
      const StepForm form = parses ? pattern->form() : input;
      if (!form || !pattern->holds_all_of(*form)) return "The pattern leaves a part out.";
      const std::string_view zone = step.text("zone");
      const bool hours_twice =
          *form == Form::datetime && !pattern->has("X") && !zone.empty() && !fixed_offset(zone);
      if (!hours_twice) return {};
      return "In its zone, one hour may come twice a year.";
    }
    default:
      break;
  }
  return "What the step takes away is not known afterwards.";
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
