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

// Taking the step away, where what is left of the transform is all right.
std::optional<Fix> without_step(const ObjectPair& pair, const FieldPair& field,
                                const StepProblem& problem) {
  if (!problem.member.empty() || field.platform == nullptr) return {};
  const auto& steps = field.line->transforms;
  const auto typing = convert::type_steps(steps, convert::form_of(field.platform->type),
                                          {pair.platform, pair.document->country}, problem.step);
  if (!typing.problems.empty() || typing.inputs.size() == steps.size()) return {};
  if (field.known() && field.pushes) {
    const auto left = convert::field_behind(*field.platform, steps, typing);
    const auto verdict = compat::verdict(left, *field.salesforce, compat::Way::to_salesforce);
    if (verdict.cls == compat::Class::incompatible && field.sent_as) return {};
  }
  return one_step("Remove the transform", "remove", problem.step->pointer);
}

// The text at the pointer with the right name in the wrong one's place.
void offer_name(const mapping::Transform& step, std::string_view wrong, std::string_view right,
                Diagnostic& found) {
  std::string text(step.text("template"));
  if (text.empty()) return found.fixes.push_back(change_to(found.pointer, right));
  const std::string from = sentence({"{", wrong, "}"});
  const std::size_t at = text.find(from);
  if (at == std::string::npos) return;
  text.replace(at, from.size(), "{" + std::string(right) + "}");
  found.fixes.push_back(change_to(found.pointer, text));
}

void offer_named(const ObjectPair& pair, const StepProblem& problem, Diagnostic& found) {
  std::vector<std::string_view> names;
  for (const schema::PlatformField& each : pair.platform->fields) names.push_back(each.name);
  const auto meant = names::nearest(problem.name, names);
  if (!meant) return;
  found.message += " Did you mean " + quoted(*meant) + "?";
  offer_name(*problem.step, problem.name, *meant, found);
}

void report_problems(const ObjectPair& pair, const FieldPair& field, Kind kind, Report& report) {
  if (!field.typing) return;
  constexpr std::array kCodes{&codes::kTransformUnsound, &codes::kTransformUnfit,
                              &codes::kUnknownPlatformField, &codes::kCountryMissing};
  for (const StepProblem& problem : field.typing->problems) {
    if (problem.kind != kind) continue;
    Diagnostic found = make(*kCodes[static_cast<std::size_t>(kind)], convert::pointer_of(problem),
                            convert::message_of(problem));
    if (kind == Kind::unfit) offer(found, without_step(pair, field, problem));
    if (kind == Kind::unknown_field) offer_named(pair, problem, found);
    if (kind == Kind::no_country) found.severity = Severity::warning;
    report.add(std::move(found));
  }
}

template <Kind kind>
void steps_are_all_right(const ObjectPair& pair, const FieldPair& field, Report& report) {
  report_problems(pair, field, kind, report);
}

void country_is_a_country(const ResolvedMapping& mapping, Report& report) {
  const std::string& country = mapping.document->country;
  if (country.empty() || convert::is_country(country)) return;
  Diagnostic found =
      make(codes::kCountryMissing, "/country",
           sentence({Part::quoted(country), " is no country's code of two letters."}));
  std::string upper = country;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (convert::is_country(upper)) found.fixes.push_back(change_to(found.pointer, upper));
  report.add(std::move(found));
}

constexpr std::array kMappingRules{
    MappingRule{codes::kCountryMissing, "the country is one", "", country_is_a_country},
};

constexpr std::array kFieldRules{
    FieldRule{codes::kTransformUnsound, "transforms can be carried out", "",
              steps_are_all_right<Kind::unsound>},
    FieldRule{codes::kTransformUnfit, "transforms go with the field", "",
              steps_are_all_right<Kind::unfit>},
    FieldRule{codes::kUnknownPlatformField, "fields that transforms name exist", "",
              steps_are_all_right<Kind::unknown_field>},
    FieldRule{codes::kCountryMissing, "phone numbers have a country", "",
              steps_are_all_right<Kind::no_country>},
};

}  // namespace

RuleFamily transform_rules() {
  return {.name = "transforms", .mapping_rules = kMappingRules, .field_rules = kFieldRules};
}

}  // namespace crosswalk::validate
