// Rules that look at an object pair as a whole.

#include <array>
#include <map>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/objects.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;

std::string at(const ObjectPair& pair, std::string_view member) {
  return json::child(pair.mapping->pointer, member);
}

Fix set_on_object(const ObjectPair& pair, std::string_view member, std::string_view value_json,
                  std::string title) {
  PatchOp step;
  step.op = "add";
  step.path = at(pair, member);
  step.value_json = value_json;
  return {std::move(title), {std::move(step)}, {}};
}

void platform_object_exists(const ObjectPair& pair, Report& report) {
  if (pair.platform != nullptr || pair.mapping->platform.empty()) return;
  std::vector<std::string_view> choices;
  for (const auto& object : pair.platform_schema->objects) choices.push_back(object.name);
  Diagnostic found =
      names::unknown_word(codes::kUnknownPlatformObject, at(pair, "platform"),
                          pair.mapping->platform, choices, "an object of the platform");
  if (choices.empty()) found.cause = "The platform schema has no objects.";
  report.add(std::move(found));
}

void salesforce_object_exists(const ObjectPair& pair, Report& report) {
  if (pair.salesforce != nullptr || pair.mapping->salesforce.empty()) return;
  std::vector<std::string_view> choices;
  for (const auto& object : pair.salesforce_schema->objects) choices.push_back(object.name);
  Diagnostic found =
      names::unknown_word(codes::kUnknownSalesforceObject, at(pair, "salesforce"),
                          pair.mapping->salesforce, choices, "a known Salesforce object");
  found.cause =
      "The org has no object of this API name, or the connected user may not see it. API names of "
      "custom objects end with __c.";
  report.add(std::move(found));
}

void fields_are_described(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || pair.salesforce->has_fields) return;
  report.add(make(codes::kObjectWithoutFields, at(pair, "salesforce"),
                  "The fields of " + named(*pair.salesforce) + " are not known.",
                  "Only the list of objects was given for it, not its own description."));
}

void pair_comes_once(const ObjectPair& pair, Report& report) {
  if (pair.mapping->platform.empty() || pair.mapping->salesforce.empty()) return;
  for (std::size_t i = 0; i < pair.number; ++i) {
    const mapping::ObjectMapping& earlier = pair.document->objects[i];
    if (!names::same_name(earlier.platform, pair.mapping->platform) ||
        !names::same_name(earlier.salesforce, pair.mapping->salesforce)) {
      continue;
    }
    report.add(make(codes::kDuplicatePair, pair.mapping->pointer,
                    quoted(pair.mapping->platform) + " and " + quoted(pair.mapping->salesforce) +
                        " are already paired by entry " + std::to_string(i + 1) + ".",
                    "Two entries for the same pair would write the same records twice."));
    return;
  }
}

void object_is_createable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || !pair.pushes || !pair.mapping->create ||
      pair.salesforce->createable) {
    return;
  }
  Diagnostic found = make(codes::kObjectNotCreateable, at(pair, "salesforce"),
                          "New records of " + named(*pair.salesforce) + " cannot be created.",
                          "The connected user lacks the Create permission on the object, or "
                          "Salesforce creates its records itself.");
  found.fixes.push_back(set_on_object(pair, "create", "false", "Create no records"));
  report.add(std::move(found));
}

void object_is_updateable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || !pair.pushes || !pair.mapping->update ||
      pair.salesforce->updateable) {
    return;
  }
  Diagnostic found = make(codes::kObjectNotUpdateable, at(pair, "salesforce"),
                          "Records of " + named(*pair.salesforce) + " cannot be changed.",
                          "The connected user lacks the Edit permission on the object.");
  found.fixes.push_back(set_on_object(pair, "update", "false", "Change no records"));
  report.add(std::move(found));
}

void object_is_queryable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || pair.salesforce->queryable) return;
  report.add(make(codes::kObjectNotQueryable, at(pair, "salesforce"),
                  "Records of " + named(*pair.salesforce) + " cannot be read.",
                  "Salesforce allows no queries on this object, so records cannot be compared."));
}

void pair_does_something(const ObjectPair& pair, Report& report) {
  if (pair.mapping->create || pair.mapping->update) return;
  report.add(make(codes::kNeitherCreateNorUpdate, pair.mapping->pointer,
                  "This pair may neither create nor change records.",
                  "\"create\" and \"update\" are both false: nothing would be written."));
}

void object_is_deletable(const ObjectPair& pair, Report& report) {
  if (pair.salesforce == nullptr || !pair.pushes ||
      pair.mapping->on_delete != mapping::OnDelete::mirror || pair.salesforce->deletable) {
    return;
  }
  Diagnostic found = make(codes::kObjectNotDeletable, at(pair, "onDelete"),
                          "Records of " + named(*pair.salesforce) + " cannot be deleted.",
                          "The connected user lacks the Delete permission on the object.");
  found.fixes.push_back(set_on_object(pair, "onDelete", "\"ignore\"", "Ignore deletions"));
  report.add(std::move(found));
}

// A line for `salesforce` from a platform field of nearly the same name that no line uses yet.
std::optional<Fix> add_line(const ObjectPair& pair, const schema::SalesforceField& salesforce) {
  std::vector<std::string_view> free;
  for (const schema::PlatformField& field : pair.platform->fields) {
    bool used = false;
    for (const FieldPair& line : pair.fields) used = used || line.platform == &field;
    if (!used) free.push_back(field.name);
  }
  const std::optional<std::string_view> source = names::nearest(salesforce.name, free);
  if (!source) return std::nullopt;
  PatchOp step;
  step.op = "add";
  if (pair.mapping->short_fields) {
    step.path = json::child(at(pair, "fields"), *source);
    step.value_json = quoted(salesforce.name);
  } else {
    step.path = at(pair, "fields") + "/-";
    step.value_json = "{ \"platform\": " + quoted(*source) +
                      ", \"salesforce\": " + quoted(salesforce.name) + " }";
  }
  return Fix{"Map " + quoted(*source) + " to it", {std::move(step)}, {}};
}

void required_fields_are_filled(const ObjectPair& pair, Report& report) {
  if (!pair.known() || !pair.pushes || !pair.mapping->create || !pair.salesforce->createable) {
    return;
  }
  for (const schema::SalesforceField& field : pair.salesforce->fields) {
    if (!schema::is_required_on_create(field) || pair.fills(field)) continue;
    Diagnostic found =
        make(codes::kRequiredUnmapped, at(pair, "fields"),
             named(field) + " is required for new records of " + named(*pair.salesforce) +
                 ", and nothing fills it.",
             "Salesforce refuses to create a record without it. Map a field to it, give it as a "
             "constant, or set \"create\" to false.");
    found.aim = diagnostic::Aim::key;
    offer(found, add_line(pair, field));
    report.add(std::move(found));
  }
}

void platform_required_fields_are_filled(const ObjectPair& pair, Report& report) {
  if (!pair.known() || !pair.pulls || !pair.mapping->create) return;
  for (const schema::PlatformField& field : pair.platform->fields) {
    if (!field.required || names::same_name(field.name, pair.platform->key)) continue;
    bool filled = false;
    for (const FieldPair& line : pair.fields) {
      filled = filled || (line.platform == &field && line.pulls);
    }
    if (filled) continue;
    Diagnostic found = make(codes::kPlatformRequiredUnmapped, at(pair, "fields"),
                            "The platform requires " + named(field) + ", and nothing fills it.",
                            "Records that are only in Salesforce cannot be created on the platform "
                            "without it.");
    found.aim = diagnostic::Aim::key;
    report.add(std::move(found));
  }
}

void report_second(const FieldPair& line, std::string pointer, const std::string& target,
                   const std::string& first, Report& report) {
  Diagnostic found = make(codes::kDuplicateTarget, std::move(pointer),
                          target + " is already written by " + first + ".",
                          "Of two lines that write one field, the later would undo the earlier.");
  found.fixes.push_back(remove_line(line));
  report.add(std::move(found));
}

void targets_come_once(const ObjectPair& pair, Report& report) {
  std::map<const schema::SalesforceField*, const FieldPair*> pushed;
  std::map<const schema::PlatformField*, const FieldPair*> pulled;
  for (const FieldPair& line : pair.fields) {
    if (line.salesforce != nullptr && line.pushes) {
      const auto [first, fresh] = pushed.emplace(line.salesforce, &line);
      if (!fresh) {
        report_second(line, salesforce_pointer(pair, line), named(*line.salesforce),
                      quoted(first->second->line->platform), report);
        continue;
      }
    }
    if (line.platform != nullptr && line.pulls) {
      const auto [first, fresh] = pulled.emplace(line.platform, &line);
      if (!fresh) {
        report_second(line, platform_pointer(pair, line), named(*line.platform),
                      quoted(first->second->line->salesforce), report);
      }
    }
  }
  for (const mapping::Constant& constant : pair.mapping->constants) {
    const schema::SalesforceField* const field =
        pair.fields_known() ? pair.salesforce->find(constant.salesforce) : nullptr;
    const auto first = pushed.find(field);
    if (field == nullptr || first == pushed.end()) continue;
    report.add(make(
        codes::kDuplicateTarget, json::child(constant.pointer, "salesforce"),
        named(*field) + " is already written by " + quoted(first->second->line->platform) + ".",
        "A constant and a mapped field cannot both fill it."));
  }
}

constexpr std::array kRules{
    ObjectRule{codes::kUnknownPlatformObject, "the platform object exists", "",
               platform_object_exists},
    ObjectRule{codes::kUnknownSalesforceObject, "the Salesforce object exists", "object.name",
               salesforce_object_exists},
    ObjectRule{codes::kObjectWithoutFields, "its fields are described", "object.fields",
               fields_are_described},
    ObjectRule{codes::kDuplicatePair, "no pair comes twice", "", pair_comes_once},
    ObjectRule{codes::kObjectNotCreateable, "what is created may be", "object.createable",
               object_is_createable},
    ObjectRule{codes::kObjectNotUpdateable, "what is changed may be", "object.updateable",
               object_is_updateable},
    ObjectRule{codes::kObjectNotQueryable, "what is compared can be read", "object.queryable",
               object_is_queryable},
    ObjectRule{codes::kNeitherCreateNorUpdate, "the pair does something", "", pair_does_something},
    ObjectRule{codes::kObjectNotDeletable, "what is deleted may be", "object.deletable",
               object_is_deletable},
    ObjectRule{codes::kRequiredUnmapped, "new Salesforce records are complete",
               "object.createable createable nillable defaultedOnCreate type",
               required_fields_are_filled},
    ObjectRule{codes::kPlatformRequiredUnmapped, "new platform records are complete", "",
               platform_required_fields_are_filled},
    ObjectRule{codes::kDuplicateTarget, "no field is written twice", "name", targets_come_once},
};

}  // namespace

RuleFamily object_rules() { return {.name = "objects", .object_rules = kRules}; }

}  // namespace crosswalk::validate
