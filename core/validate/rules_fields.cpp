// Rules about the settings of a line: they go together, and with its fields.

#include <array>
#include <utility>

#include "diagnostic/codes/fields.hpp"
#include "json/pointer.hpp"
#include "names/members.hpp"
#include "schema/field_kind.hpp"
#include "validate/literal_fit.hpp"
#include "validate/rules.hpp"

namespace crosswalk::validate {
namespace {

using diagnostic::make;

// A line's place: the member where there is one, the line in the short form.
std::string at(const ObjectPair& pair, const FieldPair& field, std::string_view member) {
  return pair.mapping->short_fields ? field.line->pointer
                                    : json::child(field.line->pointer, member);
}

void display_is_not_pushed(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.line->display || !field.line->direction || !mapping::pushes(*field.line->direction)) {
    return;
  }
  Diagnostic found = make(codes::kDisplayPushed, json::child(field.line->pointer, "direction"),
                          "A field for display is never written to Salesforce.",
                          "\"display\" and a direction that pushes contradict each other.");
  found.fixes.push_back(remove_member(field, "direction"));
  if (pair.pushes && (pair.pulls || !mapping::pulls(*field.line->direction))) {
    found.fixes.push_back(remove_member(field, "display"));
  }
  report.add(std::move(found));
}

void direction_goes_with_the_object(const ObjectPair& pair, const FieldPair& field,
                                    Report& report) {
  const mapping::FieldMapping& line = *field.line;
  const mapping::Direction direction = mapping::effective_direction(*pair.mapping, line);
  const bool too_much =
      (mapping::pushes(direction) && !pair.pushes) || (mapping::pulls(direction) && !pair.pulls);
  if (!too_much) return;
  const std::string object_word(mapping::word(pair.mapping->direction));
  const char* const member = line.display && !line.direction ? "display" : "direction";
  Diagnostic found = make(
      codes::kDirectionConflict, json::child(line.pointer, member),
      line.display ? "The field is to be shown from Salesforce, but the object pair only pushes."
                   : "The field is to go \"" + std::string(mapping::word(direction)) +
                         "\", but the object pair goes \"" + object_word + "\".",
      "A field can do less than its object pair, never more.");
  found.fixes.push_back(one_step("Let the object pair go both ways", "add",
                                 json::child(pair.mapping->pointer, "direction"), "\"both\""));
  found.fixes.push_back(remove_member(field, member));
  report.add(std::move(found));
}

void default_is_given(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const mapping::FieldMapping& line = *field.line;
  if (line.on_null == mapping::OnNull::default_value && !line.default_value.given()) {
    Diagnostic found = make(codes::kDefaultMissing, at(pair, field, "onNull"),
                            "\"onNull\" asks for a default, and none is given.",
                            "Add \"default\" with the value that empty fields shall get.");
    found.fixes.push_back(remove_member(field, "onNull"));
    report.add(std::move(found));
  }
}

void default_is_used(const ObjectPair& pair, const FieldPair& field, Report& report) {
  const mapping::FieldMapping& line = *field.line;
  if (line.on_null == mapping::OnNull::default_value || !line.default_value.given()) return;
  Diagnostic found =
      make(codes::kDefaultUnused, at(pair, field, "default"), "The default is never used.",
           "A default is used where \"onNull\" is \"default\".");
  offer(found, set_member(pair, field, "onNull", "\"default\"", "Use it for empty values"));
  report.add(std::move(found));
}

void default_fits(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.line->default_value.given()) return;
  const std::optional<std::string> problem =
      literal_problem(field.line->default_value, *field.salesforce);
  if (!problem) return;
  Diagnostic found =
      make(codes::kDefaultUnfit, at(pair, field, "default"),
           sentence({"The default does not fit ", *field.salesforce, ": ", *problem}));
  offer(found, mend_literal(field.line->default_value, *field.salesforce, found.pointer));
  report.add(std::move(found));
}

void truncation_goes_with_the_field(const ObjectPair&, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || field.line->on_too_long != mapping::OnTooLong::truncate) {
    return;
  }
  const schema::FieldType type = field.salesforce->type;
  if (type == schema::FieldType::string || type == schema::FieldType::textarea ||
      type == schema::FieldType::combobox || type == schema::FieldType::encryptedstring) {
    return;
  }
  Diagnostic found = make(codes::kTruncationUnfit, json::child(field.line->pointer, "onTooLong"),
                          sentence({"A value of ", *field.salesforce, " cannot be cut: it is ",
                                    with_article(schema::setup_label(*field.salesforce)), "."}),
                          "Half of an address, a choice or a number means something else.");
  found.fixes.push_back(remove_member(field, "onTooLong"));
  report.add(std::move(found));
}

void conflict_needs_both_ways(const ObjectPair&, const FieldPair& field, Report& report) {
  if (!field.line->conflict || (field.pushes && field.pulls)) return;
  Diagnostic found =
      make(codes::kConflictWithoutBoth, json::child(field.line->pointer, "conflict"),
           "There can be no conflict: the field goes one way only.", "The policy has no effect.");
  found.fixes.push_back(remove_member(field, "conflict"));
  report.add(std::move(found));
}

void unique_target_has_unique_source(const ObjectPair& pair, const FieldPair& field,
                                     Report& report) {
  if (!field.known() || !field.pushes || !field.salesforce->unique || field.platform->unique ||
      pair.platform->key_field() == field.platform || field.salesforce == pair.external_id()) {
    return;
  }
  report.add(make(codes::kUniqueTarget, salesforce_pointer(pair, field),
                  sentence({*field.salesforce, " takes each value once, and ", *field.platform,
                            " is not unique."}),
                  "Salesforce refuses the second record with the same value."));
}

void controlling_field_is_mapped(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.pushes || !field.salesforce->dependent_picklist) return;
  const schema::SalesforceField* const controller =
      pair.salesforce->find(field.salesforce->controller_name);
  if (controller == nullptr || pair.fills(*controller)) return;
  report.add(make(codes::kDependentPicklist, salesforce_pointer(pair, field),
                  sentence({"Which values ", *field.salesforce, " takes depends on ", *controller,
                            ", which is not mapped."}),
                  "Salesforce may refuse a value that does not go with the other field's."));
}

constexpr std::array kRules{
    FieldRule{codes::kDisplayPushed, "display fields are not pushed", "", display_is_not_pushed},
    FieldRule{codes::kDirectionConflict, "a field does no more than its object", "",
              direction_goes_with_the_object},
    FieldRule{codes::kDefaultMissing, "a default that is asked for is there", "", default_is_given},
    FieldRule{codes::kDefaultUnfit, "the default fits the field",
              "type length precision scale picklistValues restrictedPicklist", default_fits},
    FieldRule{codes::kTruncationUnfit, "only texts are cut", "type",
              truncation_goes_with_the_field},
    FieldRule{codes::kConflictWithoutBoth, "conflicts need both ways", "",
              conflict_needs_both_ways},
    FieldRule{codes::kDependentPicklist, "controlling fields are mapped",
              "dependentPicklist controllerName", controlling_field_is_mapped},
    FieldRule{codes::kUniqueTarget, "unique targets have unique sources", "unique",
              unique_target_has_unique_source},
    FieldRule{codes::kDefaultUnused, "a default that is given is used", "", default_is_used},
};

}  // namespace

RuleFamily field_rules() { return {.name = "fields", .field_rules = kRules}; }

}  // namespace crosswalk::validate
