// Rules about transforms: what convert/typing.hpp finds, as findings with their fixes.

#include <array>
#include <utility>

#include "convert/countries.hpp"
#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/mapping.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using convert::StepProblem;
using diagnostic::make;
using Kind = StepProblem::Kind;

template <class Report_>
void each_problem(const FieldPair& field, Kind kind, Report_&& report_one) {
  if (!field.typing) return;
  for (const StepProblem& problem : field.typing->problems) {
    if (problem.kind == kind) report_one(problem);
  }
}

void can_be_carried_out(const ObjectPair&, const FieldPair& field, Report& report) {
  each_problem(field, Kind::unsound, [&](const StepProblem& problem) {
    report.add(make(codes::kTransformUnsound, problem.pointer, problem.message));
  });
}

// Taking the step away, where what is left of the transform is all right.
std::optional<Fix> without_step(const ObjectPair& pair, const FieldPair& field,
                                const std::string& pointer) {
  std::vector<mapping::Transform> left = field.line->transforms;
  if (std::erase_if(left, [&](const auto& step) { return step.pointer == pointer; }) != 1)
    return {};
  const auto typing = convert::type_steps(left, convert::form_of(field.platform->type),
                                          {pair.platform, pair.document->country});
  if (!typing.problems.empty()) return {};
  if (field.salesforce != nullptr && field.pushes) {
    const auto sent = convert::field_behind(*field.platform, left, typing);
    const auto verdict = compat::verdict(sent, *field.salesforce, compat::Way::to_salesforce);
    if (verdict.cls == compat::Class::incompatible && convert::changes_more(left)) return {};
  }
  return one_step("Remove the transform", "remove", pointer);
}

void go_with_the_field(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.platform == nullptr) return;
  each_problem(field, Kind::unfit, [&](const StepProblem& problem) {
    Diagnostic found = make(codes::kTransformUnfit, problem.pointer, problem.message);
    offer(found, without_step(pair, field, problem.pointer));
    report.add(std::move(found));
  });
}

// The text at the pointer with the right name in the wrong one's place.
void offer_name(const mapping::Transform& step, std::string_view wrong, std::string_view right,
                Diagnostic& found) {
  std::string text(step.text("template"));
  if (text.empty()) return found.fixes.push_back(change_to(found.pointer, right));
  const std::string from = "{" + std::string(wrong) + "}";
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return;
  text.replace(at, from.size(), "{" + std::string(right) + "}");
  found.fixes.push_back(change_to(found.pointer, text));
}

const mapping::Transform* step_at(const std::vector<mapping::Transform>& steps,
                                  std::string_view pointer) {
  for (const mapping::Transform& step : steps) {
    if (const auto* const inner = step_at(step.then_steps, pointer)) return inner;
    if (const auto* const inner = step_at(step.else_steps, pointer)) return inner;
    if (pointer.starts_with(step.pointer) && pointer.size() > step.pointer.size() &&
        pointer[step.pointer.size()] == '/') {
      return &step;
    }
  }
  return nullptr;
}

void named_fields_exist(const ObjectPair& pair, const FieldPair& field, Report& report) {
  each_problem(field, Kind::unknown_field, [&](const StepProblem& problem) {
    Diagnostic found = make(codes::kUnknownPlatformField, problem.pointer, problem.message);
    std::vector<std::string_view> names;
    for (const schema::PlatformField& each : pair.platform->fields) names.push_back(each.name);
    const auto meant = names::nearest(problem.name, names);
    const auto* const step = step_at(field.line->transforms, problem.pointer);
    if (meant && step != nullptr) {
      found.message += " Did you mean " + quoted(*meant) + "?";
      offer_name(*step, problem.name, *meant, found);
    }
    report.add(std::move(found));
  });
}

void phone_numbers_have_a_country(const ObjectPair&, const FieldPair& field, Report& report) {
  each_problem(field, Kind::no_country, [&](const StepProblem& problem) {
    Diagnostic found = make(codes::kCountryMissing, problem.pointer, problem.message);
    found.severity = Severity::warning;
    report.add(std::move(found));
  });
}

void country_is_a_country(const ResolvedMapping& mapping, Report& report) {
  const std::string& country = mapping.document->country;
  if (country.empty() || convert::is_country(country)) return;
  Diagnostic found = make(codes::kCountryMissing, "/country",
                          quoted(country) + " is no country's code of two letters.");
  std::string upper = country;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (convert::is_country(upper)) found.fixes.push_back(change_to(found.pointer, upper));
  report.add(std::move(found));
}

constexpr std::array kMappingRules{
    MappingRule{codes::kCountryMissing, "the country is one", "", country_is_a_country},
};

constexpr std::array kFieldRules{
    FieldRule{codes::kTransformUnsound, "transforms can be carried out", "", can_be_carried_out},
    FieldRule{codes::kTransformUnfit, "transforms go with the field", "", go_with_the_field},
    FieldRule{codes::kUnknownPlatformField, "fields that transforms name exist", "",
              named_fields_exist},
    FieldRule{codes::kCountryMissing, "phone numbers have a country", "",
              phone_numbers_have_a_country},
};

}  // namespace

RuleFamily transform_rules() {
  return {.name = "transforms", .mapping_rules = kMappingRules, .field_rules = kFieldRules};
}

}  // namespace crosswalk::validate
