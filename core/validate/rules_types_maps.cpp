// Rules about maps: what they give, what they leave out, what they name in vain.

#include <algorithm>
#include <array>
#include <utility>

#include "diagnostic/codes/types.hpp"
#include "diagnostic/utf8.hpp"
#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "schema/field_kind.hpp"
#include "validate/literal_fit.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using mapping::LiteralKind;
using mapping::Transform;
using Origin = SentLiteral::Origin;

// Salesforce takes what is no text as a text; only a text that is too long or off the list is bad.
bool is_forgiven(const SentLiteral& literal) {
  return (literal.is_number() || literal.value->kind == LiteralKind::truth) &&
         schema::is_text_like(literal.field->type) && !is_choice(literal.field->type);
}

void outputs_fit(const ObjectPair& pair, Report& report) {
  for (const SentLiteral& literal : pair.literals) {
    if (literal.origin != Origin::map_entry && literal.origin != Origin::map_otherwise) continue;
    if (is_forgiven(literal) || schema::is_read_only(*literal.field)) continue;
    if (literal.line->line->on_too_long == mapping::OnTooLong::truncate) continue;
    const std::optional<std::string> problem = literal_problem(*literal.value, *literal.field);
    if (!problem) continue;
    if (report.full()) return report.add(make(codes::kMapOutputUnfit, "", ""));
    Diagnostic found =
        make(codes::kMapOutputUnfit, literal.pointer(),
             sentence({literal.subject(), " does not fit ", *literal.field, ": ", *problem}));
    offer(found, mend_literal(*literal.value, *literal.field, literal.pointer()));
    report.add(std::move(found));
  }
}

// What a map of the line may be asked for, as the map writes it; nothing: anything.
std::vector<std::string_view> keys_of(const schema::PlatformField& field) {
  if (is_truth(field.type)) return {"true", "false"};
  if (!is_choice(field.type)) return {};
  return {field.values.begin(), field.values.end()};
}

// What the value would be without the map, where the field takes that.
std::optional<std::string_view> as_it_is(std::string_view value,
                                         const schema::SalesforceField& field) {
  if (is_choice(field.type)) return meant_value(value, field);
  if (!schema::is_text_like(field.type)) return std::nullopt;
  if (field.length > 0 && diagnostic::utf16_length(value) > field.length) return std::nullopt;
  return value;
}

// Two values that became the same could not be told apart on the way back.
bool gives(const Transform& map, std::string_view text) {
  return std::any_of(map.entries.begin(), map.entries.end(),
                     [text](const mapping::MapEntry& entry) { return entry.to.text == text; });
}

std::optional<Fix> add_entries(const FieldPair& field, const Transform& map,
                               const std::vector<std::string>& missing) {
  Fix fix{"Add the values to the map", {}, {}};
  const std::string entries = json::child(map.pointer, "map");
  for (const std::string& value : missing) {
    const std::optional<std::string_view> becomes = as_it_is(value, *field.salesforce);
    if (!becomes || (field.pulls && gives(map, *becomes))) return std::nullopt;
    fix.patch.push_back(step("add", json::child(entries, value), quoted(*becomes)));
  }
  return fix;
}

void names_every_value(const ObjectPair&, const FieldPair& field, Report& report) {
  if (field.line->transforms.empty() || !field.pushes) return;
  const Transform* const map = map_of(*field.line);
  if (map == nullptr || map->otherwise.given()) return;
  std::vector<std::string_view> entries;
  for (const mapping::MapEntry& entry : map->entries) entries.push_back(entry.from);
  const NameSet known(std::move(entries), NameSet::Case::counts);
  std::vector<std::string> missing;
  for (const std::string_view key : keys_of(*field.platform)) {
    if (!known.contains(key)) missing.emplace_back(key);
  }
  if (missing.empty()) return;
  Diagnostic found =
      make(codes::kMapIncomplete, json::child(map->pointer, "map"),
           sentence({"The map does not name ", listed(missing), " of ", *field.platform, "."}));
  found.aim = diagnostic::Aim::key;
  offer(found, add_entries(field, *map, missing));
  if (field.salesforce->nillable && !field.pulls) {  // what became nothing cannot come back
    found.fixes.push_back(one_step("Leave the field empty for other values", "add",
                                   json::child(map->pointer, "otherwise"), "null"));
  }
  report.add(std::move(found));
}

void names_no_other_value(const ObjectPair&, const FieldPair& field, Report& report) {
  if (field.line->transforms.empty()) return;
  const Transform* const map = map_of(*field.line);
  if (map == nullptr) return;
  const std::vector<std::string_view> keys = keys_of(*field.platform);
  if (keys.empty()) return;
  const NameSet known(keys, NameSet::Case::counts);
  const auto is_named = [&map](std::string_view key) {
    for (const mapping::MapEntry& entry : map->entries) {
      if (entry.from == key) return true;
    }
    return false;
  };
  const std::string pointer = json::child(map->pointer, "map");
  for (const mapping::MapEntry& entry : map->entries) {
    if (known.contains(entry.from)) continue;
    if (report.full()) return report.add(make(codes::kMapKeyUnknown, "", ""));
    Diagnostic found =
        make(codes::kMapKeyUnknown, json::child(pointer, entry.from),
             sentence({*field.platform, " has no value ", Part::quoted(entry.from), "."}));
    found.aim = diagnostic::Aim::key;
    if (const auto meant = names::nearest(entry.from, keys)) {
      found.message += sentence({" Did you mean ", Part::quoted(*meant), "?"});
      if (!is_named(*meant)) {
        found.fixes.push_back(
            move_to("Change to " + quoted(*meant), found.pointer, json::child(pointer, *meant)));
      }
    }
    found.fixes.push_back(one_step("Remove the entry", "remove", found.pointer));
    report.add(std::move(found));
  }
}

constexpr std::array kObjectRules{
    ObjectRule{codes::kMapOutputUnfit, "what maps give fits the field",
               "type length precision scale nillable restrictedPicklist picklistValues",
               outputs_fit},
};

constexpr std::array kFieldRules{
    FieldRule{codes::kMapIncomplete, "maps name every value of a list",
              "type length nillable picklistValues", names_every_value},
    FieldRule{codes::kMapKeyUnknown, "maps name no other values", "", names_no_other_value},
};

}  // namespace

RuleFamily map_rules() {
  return {.name = "maps", .object_rules = kObjectRules, .known_field_rules = kFieldRules};
}

}  // namespace crosswalk::validate
