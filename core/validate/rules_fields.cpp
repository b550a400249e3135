// Rules that look at one line: do its fields exist, may they be written, do its settings make
// sense.

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
using schema::FieldKind;

// A line's place: the member where there is one, the line in the short form.
std::string at(const ObjectPair& pair, const FieldPair& field, std::string_view member) {
  return pair.mapping->short_fields ? field.line->pointer
                                    : json::child(field.line->pointer, member);
}

template <class Fields>
std::optional<std::string_view> meant_field(std::string_view name, const Fields& fields) {
  std::vector<std::string_view> choices;
  for (const auto& field : fields) {
    if (names::same_name(field.label, name)) return field.name;  // the label instead of the name
    choices.push_back(field.name);
  }
  return names::nearest(name, choices);
}

void platform_field_exists(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (pair.platform == nullptr || field.platform != nullptr || field.line->platform.empty()) return;
  if (report.full()) return report.add(make(codes::kUnknownPlatformField, "", ""));
  Diagnostic found = make(codes::kUnknownPlatformField, platform_pointer(pair, field),
                          "The platform object " + quoted(pair.platform->name) + " has no field " +
                              quoted(field.line->platform) + ".",
                          "Only fields of the platform schema can be mapped.");
  found.aim = pair.mapping->short_fields ? diagnostic::Aim::key : diagnostic::Aim::value;
  if (const auto meant = meant_field(field.line->platform, pair.platform->fields)) {
    found.message += " Did you mean " + quoted(*meant) + "?";
    offer(found, rename_platform(pair, field, *meant));
  }
  report.add(std::move(found));
}

void salesforce_field_exists(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!pair.fields_known() || field.salesforce != nullptr || field.line->salesforce.empty()) return;
  if (report.full()) return report.add(make(codes::kUnknownSalesforceField, "", ""));
  Diagnostic found =
      make(codes::kUnknownSalesforceField, salesforce_pointer(pair, field),
           named(*pair.salesforce) + " has no field " + quoted(field.line->salesforce) + ".",
           "The field does not exist, or the connected user may not see it: Salesforce "
           "shows no difference. Check the API name and the field permissions.");
  if (field.line->salesforce.find('.') != std::string::npos) {
    found.cause = "Fields of related records cannot be mapped; map the object itself.";
  } else if (const auto meant = meant_field(field.line->salesforce, pair.salesforce->fields)) {
    found.message += " Did you mean " + quoted(*meant) + "?";
    found.fixes.push_back(rename_salesforce(pair, field, *meant));
  }
  report.add(std::move(found));
}

std::string parts_of(const ObjectPair& pair, const schema::SalesforceField& compound) {
  std::vector<std::string> parts;
  for (const schema::SalesforceField& field : pair.salesforce->fields) {
    if (names::same_name(field.compound_field_name, compound.name) && &field != &compound &&
        !schema::is_read_only(field)) {
      parts.push_back(field.name);
    }
  }
  return parts.empty() ? std::string("its parts") : "its parts: " + listed(parts, 12);
}

std::string why_read_only(const ObjectPair& pair, const schema::SalesforceField& field) {
  switch (schema::field_kind(field)) {
    case FieldKind::formula:
      return "It is a formula: Salesforce computes it.";
    case FieldKind::roll_up:
      return "It is a roll-up summary: Salesforce computes it.";
    case FieldKind::auto_number:
      return "It is an auto number: Salesforce counts it up.";
    case FieldKind::server_computed:
      return "Salesforce computes it.";
    case FieldKind::compound:
      return "It is put together from other fields. Map " + parts_of(pair, field) + ".";
    default:
      break;
  }
  if (field.type == schema::FieldType::id) return "It is the record's Id, which Salesforce gives.";
  if (!field.custom && !field.permissionable) return "It is a field that Salesforce fills itself.";
  return "The connected user may read it, not edit it. Ask the admin for the Edit permission on "
         "the "
         "field.";
}

void pushed_field_is_writable(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.pushes || !schema::is_read_only(*field.salesforce)) {
    return;
  }
  Diagnostic found = make(codes::kNotWritable, salesforce_pointer(pair, field),
                          named(*field.salesforce) + " cannot be written.",
                          why_read_only(pair, *field.salesforce));
  if (pair.pulls) {
    offer(found, set_member(pair, field, "direction", "\"pull\"", "Only read it from Salesforce"));
  }
  found.fixes.push_back(remove_line(field));
  report.add(std::move(found));
}

void pushed_field_is_createable(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.pushes || !pair.mapping->create ||
      field.salesforce->createable || !field.salesforce->updateable) {
    return;
  }
  report.add(make(codes::kNotCreateable, salesforce_pointer(pair, field),
                  named(*field.salesforce) + " cannot be set on new records.",
                  "Salesforce takes a value only once the record exists."));
}

void pushed_field_is_updateable(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.pushes || !pair.mapping->update ||
      field.salesforce->updateable || !field.salesforce->createable ||
      field.salesforce == pair.external_id()) {
    return;
  }
  report.add(make(codes::kNotUpdateable, salesforce_pointer(pair, field),
                  named(*field.salesforce) + " can be set on new records only.",
                  "Later changes of the platform's value will not reach Salesforce."));
}

void display_is_not_pushed(const ObjectPair&, const FieldPair& field, Report& report) {
  if (!field.line->display || !field.line->direction || !mapping::pushes(*field.line->direction)) {
    return;
  }
  Diagnostic found = make(codes::kDisplayPushed, json::child(field.line->pointer, "direction"),
                          "A field for display is never written to Salesforce.",
                          "\"display\" and a direction that pushes contradict each other.");
  found.fixes.push_back(remove_member(field, "direction"));
  found.fixes.push_back(remove_member(field, "display"));
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
  PatchOp step;
  step.op = "add";
  step.path = json::child(pair.mapping->pointer, "direction");
  step.value_json = "\"both\"";
  found.fixes.push_back({"Let the object pair go both ways", {std::move(step)}, {}});
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
  report.add(make(codes::kDefaultUnfit, at(pair, field, "default"),
                  "The default does not fit " + named(*field.salesforce) + ": " + *problem));
}

void transforms_go_with_the_field(const ObjectPair&, const FieldPair& field, Report& report) {
  if (field.platform == nullptr || field.line->transforms.empty()) return;
  const std::string list = json::child(field.line->pointer, "transform");
  bool joined = false;
  bool mapped = false;
  for (std::size_t i = 0; i < field.line->transforms.size(); ++i) {
    const bool join = std::holds_alternative<mapping::JoinTransform>(field.line->transforms[i]);
    std::string problem;
    if (join && field.platform->type != schema::PlatformType::multiselect_list) {
      problem = named(*field.platform) + " holds no list of values to join.";
    } else if (join ? joined : mapped) {
      problem = "A field is joined once and mapped once.";
    } else if (!join && joined) {
      problem = "Values are mapped before they are joined.";
    }
    joined = joined || join;
    mapped = mapped || !join;
    if (problem.empty()) continue;
    Diagnostic found = make(codes::kTransformUnfit, json::child(list, i), std::move(problem));
    PatchOp step;
    step.op = "remove";
    step.path = found.pointer;
    found.fixes.push_back({"Remove the transform", {std::move(step)}, {}});
    report.add(std::move(found));
  }
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
                          "A value of " + named(*field.salesforce) + " cannot be cut: it is " +
                              with_article(schema::setup_label(*field.salesforce)) + ".",
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

void field_is_not_hidden(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.salesforce->deprecated_and_hidden) return;
  report.add(make(codes::kFieldHidden, salesforce_pointer(pair, field),
                  named(*field.salesforce) + " is deprecated and hidden.",
                  "Salesforce keeps it for old programs; it may go."));
}

void masked_text_is_not_written_back(const ObjectPair& pair, const FieldPair& field,
                                     Report& report) {
  if (field.salesforce == nullptr || !field.pulls ||
      field.salesforce->type != schema::FieldType::encryptedstring) {
    return;
  }
  Diagnostic found =
      make(codes::kMaskedText, salesforce_pointer(pair, field),
           named(*field.salesforce) + " is encrypted and may be read as asterisks.",
           field.pushes ? "Without the permission View Encrypted Data, masked text would be taken "
                          "for a change and written back."
                        : "Without the permission View Encrypted Data, only a mask is shown.");
  if (field.pushes) {
    offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it"));
  }
  report.add(std::move(found));
}

void key_is_not_written(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.platform == nullptr || !field.pulls || pair.platform->key_field() != field.platform) {
    return;
  }
  if (field.salesforce != nullptr && field.salesforce == pair.external_id()) return;
  Diagnostic found =
      make(codes::kKeyWritten, platform_pointer(pair, field),
           named(*field.platform) +
               " is the key of the platform's records; Salesforce must not change it.",
           "A record whose key changes is another record.");
  found.aim = pair.mapping->short_fields ? diagnostic::Aim::key : diagnostic::Aim::value;
  if (pair.pushes) {
    offer(found, set_member(pair, field, "direction", "\"push\"", "Only write it to Salesforce"));
  }
  found.fixes.push_back(remove_line(field));
  report.add(std::move(found));
}

void unique_target_has_unique_source(const ObjectPair& pair, const FieldPair& field,
                                     Report& report) {
  if (!field.known() || !field.pushes || !field.salesforce->unique || field.platform->unique ||
      pair.platform->key_field() == field.platform || field.salesforce == pair.external_id()) {
    return;
  }
  report.add(make(codes::kUniqueTarget, salesforce_pointer(pair, field),
                  named(*field.salesforce) + " takes each value once, and " +
                      named(*field.platform) + " is not unique.",
                  "Salesforce refuses the second record with the same value."));
}

void required_field_has_a_value(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (!field.known() || !field.pushes || !pair.mapping->create ||
      !schema::is_required_on_create(*field.salesforce) || field.platform->required ||
      pair.platform->key_field() == field.platform ||
      (field.line->on_null == mapping::OnNull::default_value &&
       field.line->default_value.given())) {
    return;
  }
  report.add(make(
      codes::kRequiredMayBeEmpty, salesforce_pointer(pair, field),
      named(*field.salesforce) + " is required, and " + named(*field.platform) + " may be empty.",
      "Records without a value will be refused. Give a default with \"onNull\": "
      "\"default\", or make the platform's field required."));
}

void controlling_field_is_mapped(const ObjectPair& pair, const FieldPair& field, Report& report) {
  if (field.salesforce == nullptr || !field.pushes || !field.salesforce->dependent_picklist) return;
  const schema::SalesforceField* const controller =
      pair.salesforce->find(field.salesforce->controller_name);
  if (controller == nullptr || pair.fills(*controller)) return;
  report.add(make(codes::kDependentPicklist, salesforce_pointer(pair, field),
                  "Which values " + named(*field.salesforce) + " takes depends on " +
                      named(*controller) + ", which is not mapped.",
                  "Salesforce may refuse a value that does not go with the other field's."));
}

constexpr std::array kRules{
    FieldRule{codes::kUnknownPlatformField, "the platform field exists", "", platform_field_exists},
    FieldRule{codes::kUnknownSalesforceField, "the Salesforce field exists", "name label",
              salesforce_field_exists},
    FieldRule{codes::kNotWritable, "what is pushed may be written",
              "createable updateable calculated calculatedFormula autoNumber type "
              "compoundFieldName custom permissionable",
              pushed_field_is_writable},
    FieldRule{codes::kNotCreateable, "it may be set on new records", "createable updateable",
              pushed_field_is_createable},
    FieldRule{codes::kNotUpdateable, "it may be changed later", "createable updateable",
              pushed_field_is_updateable},
    FieldRule{codes::kDisplayPushed, "display fields are not pushed", "", display_is_not_pushed},
    FieldRule{codes::kDirectionConflict, "a field does no more than its object", "",
              direction_goes_with_the_object},
    FieldRule{codes::kDefaultMissing, "a default that is asked for is there", "", default_is_given},
    FieldRule{codes::kDefaultUnfit, "the default fits the field",
              "type length precision scale picklistValues restrictedPicklist", default_fits},
    FieldRule{codes::kTransformUnfit, "transforms go with the field", "",
              transforms_go_with_the_field},
    FieldRule{codes::kTruncationUnfit, "only texts are cut", "type",
              truncation_goes_with_the_field},
    FieldRule{codes::kConflictWithoutBoth, "conflicts need both ways", "",
              conflict_needs_both_ways},
    FieldRule{codes::kFieldHidden, "the field is not hidden", "deprecatedAndHidden",
              field_is_not_hidden},
    FieldRule{codes::kMaskedText, "masked text is not written back", "type",
              masked_text_is_not_written_back},
    FieldRule{codes::kRequiredMayBeEmpty, "required fields have values",
              "createable nillable defaultedOnCreate", required_field_has_a_value},
    FieldRule{codes::kDependentPicklist, "controlling fields are mapped",
              "dependentPicklist controllerName", controlling_field_is_mapped},
    FieldRule{codes::kKeyWritten, "the platform's key stays", "", key_is_not_written},
    FieldRule{codes::kUniqueTarget, "unique targets have unique sources", "unique",
              unique_target_has_unique_source},
    FieldRule{codes::kDefaultUnused, "a default that is given is used", "", default_is_used},
};

}  // namespace

RuleFamily field_rules() { return {.name = "fields", .field_rules = kRules}; }

}  // namespace crosswalk::validate
