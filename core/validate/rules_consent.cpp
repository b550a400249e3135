// Rules about people's consent to be written to, and about deletions.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/consent.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "validate/condition_walk.hpp"
#include "validate/consent.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::FieldType;
using schema::PlatformType;

std::string at(const ObjectPair& pair, std::string_view member) {
  return json::child(pair.mapping->pointer, member);
}

// The opt-out field of a pair that pulls people, as far as the connected user sees it.
const schema::SalesforceField* visible_opt_out(const ObjectPair& pair) {
  if (!pair.fields_known() || !pulls_people(*pair.mapping, *pair.salesforce)) return nullptr;
  return pair.salesforce->find(opt_out_of(*pair.mapping, *pair.salesforce));
}

bool holds_truth(const schema::PlatformField& field) {
  return field.type == PlatformType::boolean || field.type == PlatformType::nullable_boolean;
}

// Letters and digits in lower case: "Opt-in (mail)" becomes "optinmail".
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    }
  }
  return out;
}

template <std::size_t N>
bool speaks_of(const schema::PlatformField& field, const std::array<std::string_view, N>& words) {
  const std::string text = sentence({folded(field.name), " ", folded(field.label)});
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

constexpr std::array<std::string_view, 8> kRefusing{"optout",    "optedout", "unsub",  "nomail",
                                                    "donotmail", "noemail",  "refuse", "blocked"};
constexpr std::array<std::string_view, 7> kAgreeing{"optin",  "optedin", "subscri",   "consent",
                                                    "accept", "allow",   "newsletter"};

// A free field of the platform that says the same.
const schema::PlatformField* free_opt_out(const ObjectPair& pair) {
  if (pair.platform == nullptr) return nullptr;
  for (const schema::PlatformField& field : pair.platform->fields) {
    if (!holds_truth(field) || !speaks_of(field, kRefusing)) continue;
    const bool used = std::any_of(pair.fields.begin(), pair.fields.end(),
                                  [&](const FieldPair& line) { return line.platform == &field; });
    if (!used) return &field;
  }
  return nullptr;
}

std::optional<Fix> pull_opt_out(const ObjectPair& pair, const schema::SalesforceField& opt_out) {
  const schema::PlatformField* const field = free_opt_out(pair);
  if (field == nullptr || pair.mapping->short_fields) return std::nullopt;
  const std::string name = quoted(field->name);
  return one_step("Pull it into " + name, "add", at(pair, "fields") + "/-",
                  sentence({"{ \"platform\": ", name, ", \"salesforce\": ",
                            Part::quoted(opt_out.name), ", \"direction\": \"pull\" }"}));
}

bool asks_for(const ObjectPair& pair, const schema::SalesforceField& field, std::size_t& place) {
  const auto condition = read_condition(pair.mapping->where.salesforce);
  if (!condition) return false;
  bool found = false;
  for_comparisons(*condition, [&](const soql::Condition& comparison) {
    if (found || !names::same_name(own_field(comparison), field.name)) return;
    found = true;
    place = comparison.span.offset;
  });
  return found;
}

void opt_outs_are_read(const ObjectPair& pair, Report& report) {
  const schema::SalesforceField* const opt_out = visible_opt_out(pair);
  std::size_t place = 0;
  if (opt_out == nullptr || pair.mapping->consent || asks_for(pair, *opt_out, place) ||
      std::any_of(pair.fields.begin(), pair.fields.end(), [&](const FieldPair& line) {
        return line.salesforce == opt_out && line.pulls;
      })) {
    return;
  }
  Diagnostic found = make(codes::kConsentUnread, at(pair, "fields"),
                          sentence({"People are pulled without ", *opt_out, "."}));
  found.aim = diagnostic::Aim::key;
  offer(found, pull_opt_out(pair, *opt_out));
  report.add(std::move(found));
}

Fix state_unknown(const ObjectPair& pair, std::string_view word, std::string title) {
  if (pair.mapping->consent) {
    return one_step(std::move(title), "add", json::child(at(pair, "consent"), "unknown"),
                    quoted(word));
  }
  return one_step(std::move(title), "add", at(pair, "consent"),
                  sentence({"{ \"salesforce\": ", quoted(standard_opt_out(*pair.salesforce)),
                            ", \"unknown\": ", Part::quoted(word), " }"}));
}

void opt_outs_are_visible(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !consent_is_unconfirmed(*pair.mapping, *pair.salesforce)) return;
  Diagnostic found = make(codes::kConsentInvisible, at(pair, "salesforce"),
                          sentence({"The connected user cannot see ",
                                    quoted(opt_out_of(*pair.mapping, *pair.salesforce)), " of ",
                                    *pair.salesforce, ": who opted out of e-mail is unknown."}));
  found.fixes.push_back(state_unknown(pair, "inactive", "Import them as inactive"));
  found.fixes.push_back(state_unknown(pair, "import", "Import them all the same"));
  report.add(std::move(found));
}

void consent_is_a_checkbox(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !pair.mapping->consent) return;
  const std::string& name = pair.mapping->consent->salesforce;
  const schema::SalesforceField* const field = pair.salesforce->find(name);
  if (name.empty() || (field != nullptr && field->type == FieldType::boolean)) return;
  const std::string_view standard = standard_opt_out(*pair.salesforce);
  if (field == nullptr && names::same_name(name, standard)) return;  // not visible
  std::vector<std::string_view> checkboxes;
  for (const schema::SalesforceField& candidate : pair.salesforce->fields) {
    if (candidate.type == FieldType::boolean) checkboxes.push_back(candidate.name);
  }
  std::optional<std::string_view> meant = names::nearest(name, checkboxes);
  if (field == nullptr && !meant) return;  // not visible: a finding of its own
  if (!meant && pair.salesforce->find(standard) != nullptr) meant = standard;
  Diagnostic found = make(
      codes::kConsentFieldUnfit, json::child(at(pair, "consent"), "salesforce"),
      field == nullptr ? sentence({*pair.salesforce, " has no checkbox ", Part::quoted(name), "."})
                       : sentence({*field, " is no checkbox."}));
  if (meant) {
    found.fixes.push_back(change_to(found.pointer, *meant));
  }
  report.add(std::move(found));
}

void opt_outs_stay(const ObjectPair& pair, Report& report) {
  if (!pair.fields_known() || !pair.pushes) return;
  const std::string_view name = opt_out_of(*pair.mapping, *pair.salesforce);
  const schema::SalesforceField* const opt_out =
      name.empty() ? nullptr : pair.salesforce->find(name);
  if (opt_out == nullptr) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != opt_out || !line.pushes) continue;
    Diagnostic found =
        make(codes::kConsentOverwritten, salesforce_pointer(pair, line),
             sentence({*line.salesforce, " would be written from ",
                       Part::quoted(line.line->platform), ": an opt-out may be cleared."}));
    if (pair.pulls) {
      offer_reading(pair, line, found);
    }
    found.fixes.push_back(remove_line(line));
    report.add(std::move(found));
  }
}

void opt_outs_are_noticed(const ObjectPair& pair, Report& report) {
  const schema::SalesforceField* const opt_out = visible_opt_out(pair);
  std::size_t place = 0;
  if (opt_out == nullptr || !asks_for(pair, *opt_out, place)) return;
  Diagnostic found = make(codes::kConsentByCriteria, where_pointer(pair, "salesforce"),
                          "Who opts out later leaves this condition, and the platform does not "
                          "hear of it.");
  found.inside = place;
  const auto condition = read_condition(pair.mapping->where.salesforce);
  if (condition && condition->kind == soql::ConditionKind::comparison) {
    found.fixes.push_back(one_step("Drop the condition", "remove", found.pointer));
  }
  report.add(std::move(found));
}

void opt_outs_keep_their_sense(const ObjectPair& pair, Report& report) {
  const schema::SalesforceField* const opt_out = visible_opt_out(pair);
  if (opt_out == nullptr) return;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != opt_out || !line.pulls || line.platform == nullptr ||
        !line.line->transforms.empty() || !holds_truth(*line.platform) ||
        !speaks_of(*line.platform, kAgreeing) || speaks_of(*line.platform, kRefusing)) {
      continue;
    }
    Diagnostic found = make(codes::kConsentInverted, platform_pointer(pair, line),
                            sentence({*line.platform, " seems to mean consent, and ", *opt_out,
                                      " means the opposite."}));
    found.aim = pair.mapping->short_fields ? diagnostic::Aim::key : diagnostic::Aim::value;
    offer(found,
          set_member(pair, line, "transform", "[{ \"map\": { \"true\": false, \"false\": true } }]",
                     "Turn the value round"));
    report.add(std::move(found));
  }
}

void mirrored_deletions_have_a_limit(const ObjectPair& pair, Report& report) {
  if (pair.mapping->on_delete != mapping::OnDelete::mirror) return;
  if (pair.org->sync.deletes_limited.value_or(false)) return;
  Diagnostic found =
      make(codes::kMirrorWithoutCap, at(pair, "onDelete"),
           sentence({"Deletions of ", Part::quoted(pair.mapping->platform), " and ",
                     Part::quoted(pair.mapping->salesforce), " are mirrored without a limit."}));
  found.fixes.push_back(replace_text("Ignore deletions", found.pointer, "ignore"));
  report.add(std::move(found));
}

constexpr std::array kRules{
    ObjectRule{codes::kConsentUnread, "opt-outs are read", "object.name name type",
               opt_outs_are_read},
    ObjectRule{codes::kConsentInvisible, "opt-outs are visible", "object.name name",
               opt_outs_are_visible},
    ObjectRule{codes::kConsentFieldUnfit, "consent is a checkbox", "name type",
               consent_is_a_checkbox},
    ObjectRule{codes::kConsentOverwritten, "opt-outs stay", "object.name name", opt_outs_stay},
    ObjectRule{codes::kConsentByCriteria, "opt-outs are noticed", "object.name name",
               opt_outs_are_noticed},
    ObjectRule{codes::kConsentInverted, "opt-outs keep their sense", "object.name name label",
               opt_outs_keep_their_sense},
    ObjectRule{codes::kMirrorWithoutCap, "mirrored deletions have a limit", "",
               mirrored_deletions_have_a_limit},
};

}  // namespace

RuleFamily consent_rules() { return {.name = "consent", .object_rules = kRules}; }

}  // namespace crosswalk::validate
