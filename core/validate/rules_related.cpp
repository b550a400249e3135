// Rules about fields of related records, "Account.Owner.Email": they are read, never written.

#include <array>
#include <utility>

#include "diagnostic/codes/mapping.hpp"
#include "diagnostic/codes/shapes.hpp"
#include "names/nearest.hpp"
#include "validate/related.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;
using schema::SalesforceField;
using schema::SalesforceObject;

bool has_path(const ObjectPair& pair, const FieldPair& field) {
  return is_path(field.line->salesforce) && pair.fields_known() &&
         pair.salesforce->find(field.line->salesforce) == nullptr;
}

void related_fields_are_not_written(const ObjectPair& pair, const FieldPair& field,
                                    Report& report) {
  if (!field.pushes || !has_path(pair, field)) return;
  Diagnostic found =
      make(codes::kRelatedFieldPushed, salesforce_pointer(pair, field),
           sentence({Part::quoted(field.line->salesforce), " belongs to a related record of ",
                     *pair.salesforce, " and cannot be written with it."}));
  if (pair.pulls) {
    offer_reading(pair, field, found);
  }
  found.fixes.push_back(remove_line(field));
  report.add(std::move(found));
}

// The relationship that is meant: by its own name, or by that of its reference field.
std::optional<std::string_view> meant_relationship(const SalesforceObject& object,
                                                   std::string_view name) {
  std::vector<std::string_view> choices;
  for (const SalesforceField& field : object.fields) {
    if (field.relationship_name.empty()) continue;
    if (names::same_name(field.name, name)) return field.relationship_name;
    choices.push_back(field.relationship_name);
  }
  return names::nearest(name, choices);
}

void related_fields_exist(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce != nullptr || !has_path(pair, field)) return;
  const std::string& path = field.line->salesforce;
  const RelatedField way = follow(*pair.salesforce_schema, *pair.salesforce, path);
  if (way.broken) {
    report.add(make(codes::kRelatedFieldUnknown, salesforce_pointer(pair, field),
                    sentence({Part::quoted(path), " lacks a name beside a dot."})));
    return;
  }
  if (way.unknown.empty()) return;
  Diagnostic found =
      make(codes::kRelatedFieldUnknown, salesforce_pointer(pair, field),
           named(*way.object) + " has no " + (way.by_relationship ? "relationship " : "field ") +
               quoted(way.unknown) + ".");
  std::optional<std::string_view> meant;
  if (way.by_relationship) {
    meant = meant_relationship(*way.object, way.unknown);
  } else {
    std::vector<std::string_view> choices;
    for (const SalesforceField& candidate : way.object->fields) choices.push_back(candidate.name);
    meant = names::nearest(way.unknown, choices);
  }
  if (meant) {
    found.message += " Did you mean " + quoted(*meant) + "?";
    std::string mended = path;
    mended.replace(static_cast<std::size_t>(way.unknown.data() - path.data()), way.unknown.size(),
                   *meant);
    const RelatedField after = follow(*pair.salesforce_schema, *pair.salesforce, mended);
    if (after.unknown.empty()) found.fixes.push_back(rename_salesforce(pair, field, mended));
  }
  report.add(std::move(found));
}

void paths_are_short_enough(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!has_path(pair, field)) return;
  const std::string& path = field.line->salesforce;
  std::size_t steps = 0;
  for (const char letter : path) steps += letter == '.' ? 1 : 0;
  if (steps <= kRelationshipsMax) return;
  report.add(make(
      codes::kPathTooDeep, salesforce_pointer(pair, field),
      sentence({"The way to the field goes over ", std::to_string(steps),
                " relationships; Salesforce follows ", std::to_string(kRelationshipsMax), "."})));
}

void related_fields_are_checked(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce != nullptr || field.pushes || !has_path(pair, field)) return;
  const std::string& path = field.line->salesforce;
  const RelatedField way = follow(*pair.salesforce_schema, *pair.salesforce, path);
  if (way.broken || !way.unknown.empty() || way.relationships > kRelationshipsMax) return;
  report.add(make(codes::kRelatedFieldUnchecked, salesforce_pointer(pair, field),
                  sentence({"Whether ", Part::quoted(path), " exists could not be checked beyond ",
                            *way.object, "."})));
}

// Reading values of related records is not part of this version; the line stays empty.
void related_fields_are_carried_out(const ObjectPair& pair, const FieldPair& field,
                                    Report& report) {
  if (field.salesforce == nullptr || field.pushes || !has_path(pair, field)) return;
  report.add(make(codes::kNotCarriedOut, salesforce_pointer(pair, field),
                  "Fields of related records are checked, but not read by this version.",
                  sentence({Part::quoted(field.line->platform), " is left as it is."})));
}

constexpr std::array kRules{
    FieldRule{codes::kNotCarriedOut, "related fields are read", "relationshipName",
              related_fields_are_carried_out},
    FieldRule{codes::kRelatedFieldPushed, "related records' fields are not written",
              "relationshipName", related_fields_are_not_written},
    FieldRule{codes::kRelatedFieldUnknown, "ways to related fields lead somewhere",
              "relationshipName referenceTo name", related_fields_exist},
    FieldRule{codes::kPathTooDeep, "ways to related fields are short enough", "relationshipName",
              paths_are_short_enough},
    FieldRule{codes::kRelatedFieldUnchecked, "related objects are described",
              "relationshipName referenceTo", related_fields_are_checked},
};

}  // namespace

RuleFamily related_rules() { return {.name = "names", .field_rules = kRules}; }

}  // namespace crosswalk::validate
