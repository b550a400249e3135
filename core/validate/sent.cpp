#include "validate/sent.hpp"

#include <algorithm>
#include <utility>

#include "json/pointer.hpp"
#include "names/nearest.hpp"
#include "validate/context.hpp"

namespace crosswalk::validate {
namespace {

using mapping::Step;
using mapping::Transform;
using schema::PlatformType;
using Origin = SentLiteral::Origin;

void add_maps(const FieldPair& line, std::vector<SentLiteral>& out) {
  if (line.sent_as) return;
  for (const Transform& map : line.line->transforms) {
    if (map.step != Step::map) continue;
    SentLiteral literal{Origin::map_entry, nullptr, line.salesforce, nullptr, &line, &map, nullptr};
    for (const mapping::MapEntry& entry : map.entries) {
      literal.value = &entry.to;
      literal.entry = &entry;
      out.push_back(literal);
    }
    if (!map.otherwise.given()) continue;
    literal.origin = Origin::map_otherwise;
    literal.value = &map.otherwise;
    literal.entry = nullptr;
    out.push_back(literal);
  }
}

}  // namespace

std::string SentLiteral::pointer() const {
  switch (origin) {
    case Origin::constant:
      return json::child(constant->pointer, "value");
    case Origin::default_value:
      return json::child(line->line->pointer, "default");
    default:
      break;
  }
  if (entry == nullptr) return json::child(map->pointer, "otherwise");
  return json::child(json::child(map->pointer, "map"), entry->from);
}

std::string SentLiteral::subject() const {
  switch (origin) {
    case Origin::constant:
      return "The constant";
    case Origin::default_value:
      return "The default";
    case Origin::map_entry:
      return "What the map gives for " + quoted(entry->from);
    case Origin::map_otherwise:
      return "What the map gives for other values";
  }
  return {};
}

std::vector<SentLiteral> sent_literals(const ObjectPair& pair) {
  std::vector<SentLiteral> out;
  if (!pair.fields_known() || !pair.pushes) return out;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce == nullptr || !line.pushes) continue;
    if (!line.line->transforms.empty()) add_maps(line, out);
    if (!line.line->default_value.given()) continue;
    out.push_back({Origin::default_value, &line.line->default_value, line.salesforce, nullptr,
                   &line, nullptr, nullptr});
  }
  for (const mapping::Constant& constant : pair.mapping->constants) {
    const schema::SalesforceField* const field =
        constant.salesforce.empty() ? nullptr : pair.salesforce->find(constant.salesforce);
    if (field == nullptr || !constant.value.given()) continue;
    out.push_back({Origin::constant, &constant.value, field, &constant, nullptr, nullptr, nullptr});
  }
  return out;
}

Fix replace_literal(const SentLiteral& literal, std::string value_json) {
  std::string title = "Change to " + value_json;
  return one_step(std::move(title), "replace", literal.pointer(), std::move(value_json));
}

namespace {

const Transform* first_of(const mapping::FieldMapping& line, Step step) {
  if (convert::changes_more(line.transforms)) return nullptr;
  for (const Transform& transform : line.transforms) {
    if (transform.step == step) return &transform;
  }
  return nullptr;
}

}  // namespace

const Transform* join_of(const mapping::FieldMapping& line) { return first_of(line, Step::join); }

const Transform* map_of(const mapping::FieldMapping& line) { return first_of(line, Step::map); }

namespace {

bool before_aside(std::string_view left, std::string_view right) {
  return names::compare_names(left, right) < 0;
}

bool before_exactly(std::string_view left, std::string_view right) { return left < right; }

}  // namespace

NameSet::NameSet(std::vector<std::string_view> names, Case letters)
    : before_(letters == Case::aside ? before_aside : before_exactly), names_(std::move(names)) {
  std::partial_sort(names_.begin(), names_.end(), names_.end(), before_);
}

bool NameSet::contains(std::string_view name) const {
  const auto at = std::lower_bound(names_.begin(), names_.end(), name, before_);
  return at != names_.end() && !before_(name, *at);
}

namespace {

NameSet values_of(const schema::SalesforceField& field, bool inactive_too) {
  std::vector<std::string_view> values;
  for (const schema::PicklistValue& value : field.picklist_values) {
    if (value.active || inactive_too) values.push_back(value.value);
  }
  return NameSet(std::move(values));
}

}  // namespace

NameSet active_values(const schema::SalesforceField& field) { return values_of(field, false); }
NameSet all_values(const schema::SalesforceField& field) { return values_of(field, true); }

namespace {

void add_text(const mapping::Literal& literal, std::vector<std::string_view>& texts) {
  if (literal.kind == mapping::LiteralKind::text) texts.push_back(literal.text);
}

// What a map makes of the values. Of a value that may be anything, a map lets through what it
// gives, and nothing else.
std::vector<std::string_view> outputs_of(const Transform& map,
                                         const std::vector<std::string_view>& values) {
  const NameSet wanted(values, NameSet::Case::counts);
  std::vector<std::string_view> keys;
  std::vector<std::string_view> outputs;
  for (const mapping::MapEntry& entry : map.entries) {
    keys.push_back(entry.from);
    if (values.empty() || wanted.contains(entry.from)) add_text(entry.to, outputs);
  }
  const NameSet named(std::move(keys), NameSet::Case::counts);
  bool others = values.empty();
  for (const std::string_view value : values) others = others || !named.contains(value);
  if (others) add_text(map.otherwise, outputs);
  std::partial_sort(outputs.begin(), outputs.end(), outputs.end(), before_exactly);
  outputs.erase(std::unique(outputs.begin(), outputs.end()), outputs.end());
  return outputs;
}

}  // namespace

std::vector<std::string_view> sent_values(const FieldPair& field) {
  std::vector<std::string_view> values;
  if (field.sent_as) return values;
  if (is_choice(field.platform->type)) {
    values.assign(field.platform->values.begin(), field.platform->values.end());
  } else if (is_truth(field.platform->type)) {
    values = {"true", "false"};
  }
  const Transform* const map = map_of(*field.line);
  return map == nullptr ? values : outputs_of(*map, values);
}

bool is_choice(schema::FieldType type) {
  return type == schema::FieldType::picklist || type == schema::FieldType::multipicklist;
}

bool is_choice(PlatformType type) {
  return type == PlatformType::select_list || type == PlatformType::multiselect_list;
}

bool is_truth(PlatformType type) {
  return type == PlatformType::boolean || type == PlatformType::nullable_boolean;
}

std::optional<std::string_view> meant_value(std::string_view text,
                                            const schema::SalesforceField& field) {
  if (const schema::PicklistValue* const same = field.find_value(text)) return same->value;
  std::vector<std::string_view> choices;
  for (const schema::PicklistValue& choice : field.picklist_values) {
    if (!choice.active) continue;
    if (names::same_name(choice.label, text)) return choice.value;
    choices.push_back(choice.value);
  }
  return names::nearest(text, choices);
}

Coordinate coordinate_of(const schema::SalesforceField& field) {
  if (field.type != schema::FieldType::double_ || field.compound_field_name.empty()) {
    return Coordinate::none;
  }
  std::string_view name = field.name;
  if (name.ends_with("__s")) name.remove_suffix(3);  // Place__Latitude__s
  const auto ends = [name](std::string_view end) {
    return name.size() >= end.size() &&
           names::same_name(name.substr(name.size() - end.size()), end);
  };
  if (ends("latitude")) return Coordinate::latitude;
  return ends("longitude") ? Coordinate::longitude : Coordinate::none;
}

}  // namespace crosswalk::validate
