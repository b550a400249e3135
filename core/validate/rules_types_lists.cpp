// Rules about the values of the platform's lists: each by itself, and all of them joined.

#include <algorithm>
#include <array>
#include <utility>

#include "convert/text.hpp"
#include "diagnostic/codes/types.hpp"
#include "diagnostic/utf8.hpp"
#include "json/pointer.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using diagnostic::utf16_length;
using schema::FieldType;
using schema::PlatformType;

constexpr std::size_t kSelectionsMax = 100;  // that one field of a record may hold

bool is_several(const FieldPair& field) {
  return field.platform->type == PlatformType::multiselect_list;
}

bool can_be_cut(FieldType type) {
  return type == FieldType::string || type == FieldType::textarea || type == FieldType::combobox;
}

// A list without values, or one that a transform changes, says nothing of what is sent.
bool sends_its_values(const FieldPair& field) {
  return field.pushes && !field.sent_as && is_choice(field.platform->type) &&
         !field.platform->values.empty() && field.push_verdict->cls != compat::Class::incompatible;
}

void choices_are_short_enough(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const schema::SalesforceField& target = *field.salesforce;
  if (!sends_its_values(field) || is_several(field) || target.length == 0 ||
      target.restricted_picklist || !schema::is_text_like(target.type) ||
      field.line->on_too_long == mapping::OnTooLong::truncate || map_of(*field.line) != nullptr) {
    return;
  }
  std::vector<std::string> long_ones;
  for (const std::string& value : field.platform->values) {
    // Nothing is longer in UTF-16 than in bytes.
    if (value.size() > target.length && utf16_length(value) > target.length) {
      long_ones.push_back(value);
    }
  }
  if (long_ones.empty()) return;
  Diagnostic found = make(codes::kChoiceTooLong, salesforce_pointer(pair, field),
                          sentence({target, " takes ", std::to_string(target.length),
                                    " characters; longer are ", listed(long_ones), "."}));
  if (long_ones.size() == field.platform->values.size()) found.severity = Severity::error;
  if (can_be_cut(target.type)) {
    offer(found, set_member(pair, field, "onTooLong", "\"truncate\"", "Cut longer texts"));
  }
  report.add(std::move(found));
}

void multi_select_is_joined_by_semicolons(const ObjectPair&, const FieldPair& field,
                                          Report& report) {
  if (field.line->transforms.empty() || field.salesforce->type != FieldType::multipicklist) return;
  const mapping::Transform* const join = join_of(*field.line);
  if (join == nullptr || convert::trim(join->text("join")) == ";") return;
  Diagnostic found =
      make(codes::kJoinNotSemicolon, json::child(join->pointer, "join"),
           sentence({*field.salesforce, " is a multi-select picklist: its values are ",
                     "joined by \";\", not by ", quoted(join->text("join")), "."}));
  found.fixes.push_back(replace_text("Join by \";\"", found.pointer, ";"));
  report.add(std::move(found));
}

// A join whose separator no value contains.
std::optional<Fix> join_otherwise(const ObjectPair& pair, const FieldPair& field,
                                  const std::vector<std::string_view>& values) {
  if (!is_several(field) || field.salesforce->type == FieldType::multipicklist) return {};
  for (const std::string_view separator : {";", "|", "/", "#"}) {
    const bool taken = std::any_of(values.begin(), values.end(), [separator](std::string_view v) {
      return v.find(separator) != std::string_view::npos;
    });
    if (taken) continue;
    const mapping::Transform* const join = join_of(*field.line);
    if (join == nullptr) {
      if (!field.line->transforms.empty()) return {};
      return set_member(pair, field, "transform",
                        sentence({"[{ \"join\": ", Part::quoted(separator), " }]"}),
                        "Join by " + quoted(separator));
    }
    return replace_text("Join by " + quoted(separator), json::child(join->pointer, "join"),
                        separator);
  }
  return {};
}

void values_hold_no_separator(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!sends_its_values(field)) return;
  const bool set = field.salesforce->type == FieldType::multipicklist;
  // A joined text is taken apart only where it comes back.
  if (!set && (!is_several(field) || !field.pulls)) return;
  const mapping::Transform* const join = set ? nullptr : join_of(*field.line);
  const std::string_view separator = join == nullptr ? ";" : join->text("join");
  if (separator.empty()) return;
  const std::vector<std::string_view> values = sent_values(field);
  std::vector<std::string> torn;
  for (const std::string_view value : values) {
    if (value.find(separator) != std::string_view::npos) torn.emplace_back(value);
  }
  if (torn.empty()) return;
  Diagnostic found =
      make(codes::kSeparatorInValue, platform_pointer(pair, field),
           sentence({"The values of ", *field.platform, " are joined by ", Part::quoted(separator),
                     ", which is part of ", listed(torn), "."}));
  found.aim = pair.mapping->short_fields ? diagnostic::Aim::key : diagnostic::Aim::value;
  offer(found, join_otherwise(pair, field, values));
  report.add(std::move(found));
}

void all_values_fit_together(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const schema::SalesforceField& target = *field.salesforce;
  if (!sends_its_values(field) || !is_several(field) || target.length == 0 ||
      field.line->on_too_long == mapping::OnTooLong::truncate) {
    return;
  }
  const bool set = target.type == FieldType::multipicklist;
  if (!set && (is_choice(target.type) || !schema::is_text_like(target.type))) return;
  const mapping::Transform* const join = set ? nullptr : join_of(*field.line);
  const std::size_t gap = join == nullptr ? 1 : utf16_length(join->text("join"));
  const std::vector<std::string_view> values = sent_values(field);
  std::size_t length = 0;
  for (const std::string_view value : values) length += utf16_length(value) + gap;
  if (!values.empty()) length -= gap;
  const bool many = set && values.size() > kSelectionsMax;
  if (length <= target.length && !many) return;
  std::string message =
      many ? sentence({target, " takes ", std::to_string(kSelectionsMax), " values of a record, ",
                       *field.platform, " has ", std::to_string(values.size()), "."})
           : sentence({"All values of ", *field.platform, " together have ", std::to_string(length),
                       " characters, ", target, " takes ", std::to_string(target.length), "."});
  report.add(make(codes::kSelectionTooLong, salesforce_pointer(pair, field), std::move(message)));
}

void values_are_active(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const schema::SalesforceField& target = *field.salesforce;
  if (!field.pushes || !is_choice(target.type) || target.picklist_values.empty()) return;
  if (std::all_of(target.picklist_values.begin(), target.picklist_values.end(),
                  [](const schema::PicklistValue& value) { return value.active; })) {
    return;
  }
  // What a map gives to a restricted picklist has a finding of its own.
  if (target.restricted_picklist && map_of(*field.line) != nullptr) return;
  const std::vector<std::string_view> values = sent_values(field);
  const NameSet active = active_values(target);
  const NameSet all = all_values(target);
  std::vector<std::string> inactive;
  for (const std::string_view value : values) {
    if (!active.contains(value) && all.contains(value)) inactive.emplace_back(value);
  }
  if (inactive.empty()) return;
  Diagnostic found = make(codes::kValueInactive, salesforce_pointer(pair, field),
                          sentence({"In the picklist ", target, ", ", listed(inactive),
                                    (inactive.size() == 1 ? " is inactive." : " are inactive.")}));
  if (target.restricted_picklist && inactive.size() == values.size()) {
    found.severity = Severity::error;
  }
  report.add(std::move(found));
}

constexpr std::array kRules{
    FieldRule{codes::kChoiceTooLong, "each value of a list is short enough",
              "type length restrictedPicklist", choices_are_short_enough},
    FieldRule{codes::kJoinNotSemicolon, "multi-select picklists get semicolons", "type",
              multi_select_is_joined_by_semicolons},
    FieldRule{codes::kSeparatorInValue, "values do not contain their separator", "type",
              values_hold_no_separator},
    FieldRule{codes::kSelectionTooLong, "all values of a list fit together", "type length",
              all_values_fit_together},
    FieldRule{codes::kValueInactive, "the values are active in the picklist",
              "type restrictedPicklist picklistValues", values_are_active},
};

}  // namespace

RuleFamily list_rules() { return {.name = "lists", .known_field_rules = kRules}; }

}  // namespace crosswalk::validate
