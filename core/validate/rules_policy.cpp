// Rules about a policy: what it refuses of the pairs that the types would allow. The mapping names
// one, and whoever validates may name another; both hold.

#include <array>
#include <utility>
#include <vector>

#include "compat/policy.hpp"
#include "diagnostic/codes/policy.hpp"
#include "names/nearest.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using compat::Objection;
using compat::Policy;
using diagnostic::make;

// Of the mapping and of the caller; null where none is named or nobody knows it.
std::array<const Policy*, 2> policies_of(const ResolvedMapping& mapping) {
  const Policy* own = compat::find_policy(mapping.document->policy);
  const Policy* given = compat::find_policy(mapping.input->policy);
  return {own, given == own ? nullptr : given};
}

template <class Use>
void for_each_field(const ResolvedMapping& mapping, Use use) {
  for (const Policy* policy : policies_of(mapping)) {
    if (policy == nullptr) continue;
    for (const ObjectPair& pair : mapping.pairs) {
      if (pair.salesforce == nullptr) continue;
      for (const FieldPair& field : pair.fields) {
        if (field.known()) use(*policy, pair, field);
      }
    }
  }
}

Objection objection(const Policy& policy, const ObjectPair& pair, const FieldPair& field) {
  return compat::objection_of(policy, *field.platform, *field.salesforce,
                              compat::column_of(*pair.salesforce, *field.salesforce));
}

std::string type_of(const ObjectPair& pair, const FieldPair& field) {
  return with_article(compat::words(compat::column_of(*pair.salesforce, *field.salesforce)));
}

std::string the(const Policy& policy) { return "the policy " + quoted(policy.name); }

void policy_is_known(const ResolvedMapping& mapping, Report& report) {
  if (auto found = unknown_policy(mapping.document->policy)) report.add(std::move(*found));
}

void refuses_no_platform_type(const ResolvedMapping& mapping, Report& report) {
  for_each_field(
      mapping, [&](const Policy& policy, const ObjectPair& pair, const FieldPair& field) {
        if (objection(policy, pair, field) != Objection::platform_type) return;
        Diagnostic found = make(
            codes::kPolicyPlatformType, platform_pointer(pair, field),
            sentence({*field.platform, " is ", with_article(compat::words(field.platform->type)),
                      ", which ", the(policy), " does not take."}));
        offer_removal(pair, field, found);
        report.add(std::move(found));
      });
}

void refuses_no_salesforce_type(const ResolvedMapping& mapping, Report& report) {
  for_each_field(
      mapping, [&](const Policy& policy, const ObjectPair& pair, const FieldPair& field) {
        if (objection(policy, pair, field) != Objection::salesforce_type) return;
        Diagnostic found = make(codes::kPolicySalesforceType, salesforce_pointer(pair, field),
                                sentence({*field.salesforce, " is ", type_of(pair, field),
                                          ", which ", the(policy), " does not take."}));
        offer_removal(pair, field, found);
        report.add(std::move(found));
      });
}

// "It takes these alone: text to Text, ..."
std::string pairs_of(const Policy& policy) {
  std::string out;
  for (const compat::AllowedPair& pair : policy.allowed) {
    out += (out.empty() ? "It takes these alone: " : ", ") +
           std::string(compat::words(pair.platform)) + " to " +
           std::string(compat::words(pair.salesforce));
  }
  return out + ".";
}

void pairs_are_allowed(const ResolvedMapping& mapping, Report& report) {
  for_each_field(
      mapping, [&](const Policy& policy, const ObjectPair& pair, const FieldPair& field) {
        if (objection(policy, pair, field) != Objection::pair) return;
        Diagnostic found = make(
            codes::kPolicyPair, salesforce_pointer(pair, field),
            sentence({*field.platform, " is ", with_article(compat::words(field.platform->type)),
                      " and ", *field.salesforce, " is ", type_of(pair, field), ": ", the(policy),
                      " does not pair them."}),
            pairs_of(policy));
        offer_removal(pair, field, found);
        report.add(std::move(found));
      });
}

void texts_have_room(const ResolvedMapping& mapping, Report& report) {
  for_each_field(
      mapping, [&](const Policy& policy, const ObjectPair& pair, const FieldPair& field) {
        if (!field.pushes || field.line->on_too_long == mapping::OnTooLong::truncate) return;
        if (compat::kind_of(*field.salesforce) != compat::Kind::text) return;
        const bool number = field.platform->type == schema::PlatformType::number;
        if (number || objection(policy, pair, field) != Objection::none) return;
        const auto longest = compat::longest_text(*field.platform);
        if (longest && *longest <= policy.text_units_max) return;
        const std::string many =
            longest ? std::to_string(*longest) + " characters" : "any number of characters";
        Diagnostic found =
            make(codes::kPolicyTextTooLong, salesforce_pointer(pair, field),
                 sentence({*field.platform, " may have ", many, "; ", the(policy), " has room for ",
                           std::to_string(policy.text_units_max), "."}));
        offer(found, set_member(pair, field, "onTooLong", "\"truncate\"", "Cut longer texts"));
        report.add(std::move(found));
      });
}

constexpr std::array kRules{
    MappingRule{codes::kPolicyUnknown, "the policy exists", "", policy_is_known},
    MappingRule{codes::kPolicyPlatformType, "the policy takes the platform's type", "",
                refuses_no_platform_type},
    MappingRule{codes::kPolicySalesforceType, "the policy takes the Salesforce type",
                "type custom name calculated calculatedFormula autoNumber htmlFormatted length "
                "extraTypeInfo referenceTo relationshipOrder restrictedPicklist",
                refuses_no_salesforce_type},
    MappingRule{codes::kPolicyPair, "the policy pairs the types",
                "type custom name calculated calculatedFormula autoNumber htmlFormatted length "
                "extraTypeInfo",
                pairs_are_allowed},
    MappingRule{codes::kPolicyTextTooLong, "texts fit the policy's room", "type", texts_have_room},
};

}  // namespace

std::optional<Diagnostic> unknown_policy(std::string_view name) {
  if (name.empty() || compat::find_policy(name) != nullptr) return std::nullopt;
  std::vector<std::string_view> known;
  std::string list;
  for (const Policy& policy : compat::policies()) {
    known.push_back(policy.name);
    list += (list.empty() ? "" : ", ") + quoted(policy.name);
  }
  Diagnostic found = make(codes::kPolicyUnknown, "/policy",
                          sentence({"There is no policy ", Part::quoted(name), "."}),
                          sentence({"There is: ", list, "."}));
  if (const auto near = names::nearest(name, known)) {
    found.message += " Did you mean " + quoted(*near) + "?";
    found.fixes.push_back(change_to("/policy", *near));
  }
  return found;
}

RuleFamily policy_rules() { return {.name = "policy", .mapping_rules = kRules}; }

}  // namespace crosswalk::validate
