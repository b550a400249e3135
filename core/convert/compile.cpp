#include <algorithm>

#include "compat/policy.hpp"
#include "compat/relation.hpp"
#include "convert/compiler.hpp"
#include "convert/travel.hpp"
#include "names/nearest.hpp"

namespace crosswalk::convert {
namespace {

using mapping::Conflict;
using mapping::Direction;
using schema::FieldType;

Conflict policy_of(const std::optional<Conflict>& given, Direction direction) {
  if (given) return *given;
  return direction == Direction::push ? Conflict::platform : Conflict::salesforce;
}

bool helps_with_map(std::span<const compat::Remedy> remedies) {
  return std::any_of(remedies.begin(), remedies.end(),
                     [](const compat::Remedy& remedy) { return remedy.transform == "map"; });
}

OwnValue own(const Value& value) { return {value.kind, std::string(value.text), value.truth}; }

}  // namespace

Compiler::Compiler(const mapping::Document& document, std::size_t object_index,
                   const schema::PlatformObject& platform,
                   const schema::SalesforceObject& salesforce, const Zones& zones)
    : object_(document.objects[object_index]),
      platform_(platform),
      salesforce_(salesforce),
      policy_(compat::find_policy(document.policy)),
      country_(document.country),
      zones_(zones) {
  program_.mapping_name_ = document.name;
  program_.platform_object_ = platform.name;
  program_.salesforce_object_ = salesforce.name;
  program_.platform_key_ = platform.key;
  program_.match_ = object_.match;
  program_.direction_ = object_.direction;
  program_.create_ = object_.create;
  program_.update_ = object_.update;
  program_.on_delete_ = object_.on_delete;
}

Result<Program> Compiler::run() {
  if (auto error = add_key()) return *std::move(error);
  for (const mapping::FieldMapping& field : object_.fields) {
    if (auto error = add_field(field)) return *std::move(error);
  }
  for (const mapping::Constant& constant : object_.constants) {
    if (auto error = add_constant(constant)) return *std::move(error);
  }
  if (auto error = add_match_fields()) return *std::move(error);
  note_missing();
  for (std::size_t i = 0; i < program_.fields_.size(); ++i) {
    // What is resolved may add fields to read: the steps are taken out meanwhile.
    std::vector<TransformStep> steps = std::move(program_.fields_[i].push_steps);
    resolve_reads(steps);
    program_.fields_[i].push_steps = std::move(steps);
  }
  return std::move(program_);
}

std::optional<Error> Compiler::add_key() {
  const std::string& name = object_.match.external_id;
  if (name.empty()) return {};
  const std::string pointer = object_.pointer + "/match/externalId";
  const schema::SalesforceField* field = salesforce_.find(name);
  if (field == nullptr) {
    return bad("salesforceFieldUnknown", pointer, salesforce_.name + " has no field " + name + ".");
  }
  const schema::PlatformField* key = platform_.key_field();
  if (key == nullptr) {
    return bad("platformKeyUnknown", pointer, platform_.name + " has no key field.");
  }
  for (const mapping::FieldMapping& mapped : object_.fields) {
    if (!names::same_name(mapped.salesforce, name)) continue;
    if (names::same_name(mapped.platform, platform_.key)) return {};  // add_field gives the role
    return bad("externalIdMapped", mapped.pointer,
               name + " holds the platform's key and cannot be filled by another field.");
  }
  ProgramField made;
  made.role = FieldRole::key;
  made.pointer = pointer;
  made.push = program_.pushes() && !schema::is_read_only(*field);
  made.conflict = Conflict::platform;
  take_platform(*key, made);
  take_salesforce(*field, made);
  made.sent_form = made.platform_form;
  made.returned_form = made.salesforce_form;
  const auto verdict = compat::verdict(*key, *field, compat::Way::to_salesforce);
  if (made.push && verdict.cls == compat::Class::incompatible) {
    return bad("fieldTypesIncompatible", pointer, verdict.reason);
  }
  program_.key_field_ = program_.fields_.size();
  program_.fields_.push_back(std::move(made));
  return {};
}

std::optional<Error> Compiler::add_field(const mapping::FieldMapping& field) {
  const schema::PlatformField* platform = platform_.find(field.platform);
  if (platform == nullptr) {
    return bad("platformFieldUnknown", field.pointer + "/platform",
               platform_.name + " has no field " + field.platform + ".");
  }
  const schema::SalesforceField* salesforce = salesforce_.find(field.salesforce);
  const Direction direction = mapping::effective_direction(object_, field);
  if (salesforce == nullptr) {
    // A related record's field, "Account.Name", is not read by this version; validation says so.
    const bool related = field.salesforce.find('.') != std::string::npos;
    if (related && !(mapping::pushes(direction) && program_.pushes())) return {};
    return bad("salesforceFieldUnknown", field.pointer + "/salesforce",
               salesforce_.name + " has no field " + field.salesforce + ".");
  }
  ProgramField made;
  made.pointer = field.pointer;
  made.push = mapping::pushes(direction) && program_.pushes();
  made.pull = mapping::pulls(direction) && (program_.pulls() || field.display);
  made.display = field.display;
  made.conflict = policy_of(field.conflict, direction);
  made.on_too_long = field.on_too_long;
  made.on_null = field.on_null;
  take_platform(*platform, made);
  take_salesforce(*salesforce, made);
  made.sent_form = made.platform_form;
  made.returned_form = made.salesforce_form;
  if (names::same_name(field.salesforce, object_.match.external_id) &&
      names::same_name(field.platform, platform_.key)) {
    made.role = FieldRole::key;
    made.pull = false;
    program_.key_field_ = program_.fields_.size();
  }
  if (auto error = add_steps(field, *platform, made)) return error;
  if (auto error = check_types(field, *platform, *salesforce, made)) return error;
  if (field.on_null == mapping::OnNull::default_value && !field.default_value.given()) {
    return bad("defaultMissing", field.pointer, "onNull asks for a default that is not given.");
  }
  if (made.push && field.default_value.given()) {
    auto value = literal_for(made, field.default_value, field.pointer + "/default");
    if (!value) return value.error();
    made.default_value = *std::move(value);
  }
  if (made.pull || made.push) note_reference(*salesforce);
  program_.fields_.push_back(std::move(made));
  return {};
}

std::optional<Error> Compiler::check_types(const mapping::FieldMapping& field,
                                           const schema::PlatformField& platform,
                                           const schema::SalesforceField& salesforce,
                                           const ProgramField& made) {
  const StepSite site{.object = &platform_, .country = country_};
  const schema::PlatformField sent = field_behind(
      platform, field.transforms, type_steps(field.transforms, form_of(platform.type), site));
  const auto check = [&](compat::Way way) -> std::optional<Error> {
    const compat::FieldVerdict verdict = compat::verdict(sent, salesforce, way);
    const bool mapped =
        std::any_of(field.transforms.begin(), field.transforms.end(),
                    [](const mapping::Transform& step) { return step.step == mapping::Step::map; });
    if (verdict.cls != compat::Class::incompatible) return {};
    if (mapped && helps_with_map(verdict.remedies)) return {};
    return bad(
        "fieldTypesIncompatible", field.pointer,
        platform.name + " and " + salesforce.name + " do not go together: " + verdict.reason);
  };
  if (policy_ != nullptr &&
      compat::objection_of(*policy_, platform, salesforce,
                           compat::column_of(salesforce_, salesforce)) != compat::Objection::none) {
    return bad("policyRefuses", field.pointer,
               "The policy " + std::string(policy_->name) + " does not take " + platform.name +
                   " and " + salesforce.name + ".");
  }
  if (made.push) {
    if (auto error = check(compat::Way::to_salesforce)) return error;
  }
  if (made.pull) return check(compat::Way::to_platform);
  return {};
}

Result<OwnValue> Compiler::literal_for(const ProgramField& field, const mapping::Literal& literal,
                                       const std::string& pointer) {
  const OwnValue value = own(literal);
  if (value.kind == ValueKind::null) return value;
  Arena arena;
  std::vector<Refusal> refusals;
  // A literal is written in Salesforce's form already.
  ProgramField plain = field;
  plain.sent_form = field.salesforce_form;
  const Travel travel{plain, kNoField, Bound::to_salesforce, arena, refusals};
  const Value converted = into_salesforce(travel, value.view());
  if (!refusals.empty()) return bad("literalUnfit", pointer, refusals.front().message);
  return own(converted);
}

std::optional<Error> Compiler::add_constant(const mapping::Constant& constant) {
  const schema::SalesforceField* salesforce = salesforce_.find(constant.salesforce);
  if (salesforce == nullptr) {
    return bad("salesforceFieldUnknown", constant.pointer + "/salesforce",
               salesforce_.name + " has no field " + constant.salesforce + ".");
  }
  if (program_.pushes() && schema::is_read_only(*salesforce)) {
    return bad("fieldNotWritable", constant.pointer + "/salesforce",
               salesforce->name + " cannot be written.");
  }
  ProgramField made;
  made.role = FieldRole::constant;
  made.pointer = constant.pointer;
  made.push = program_.pushes();
  made.conflict = Conflict::platform;
  take_salesforce(*salesforce, made);
  auto value = literal_for(made, constant.value, constant.pointer + "/value");
  if (!value) return value.error();
  made.constant = *std::move(value);
  program_.fields_.push_back(std::move(made));
  return {};
}

std::optional<Error> Compiler::add_match_fields() {
  for (std::size_t i = 0; i < object_.match.fields.size(); ++i) {
    const std::size_t field = program_.find_platform(object_.match.fields[i]);
    if (field == kNoField) {
      return bad("matchFieldUnmapped", object_.pointer + "/match/fields/" + std::to_string(i),
                 object_.match.fields[i] + " is not mapped, so records cannot be matched by it.");
    }
    program_.match_fields_.push_back(field);
  }
  return {};
}

void Compiler::note_reference(const schema::SalesforceField& field) {
  if (field.type != FieldType::reference) return;
  for (const std::string& target : field.reference_to) program_.references_.push_back(target);
}

void Compiler::note_missing() {
  for (const schema::SalesforceField& field : salesforce_.fields) {
    if (!schema::is_required_on_create(field)) continue;
    const std::size_t at = program_.find_salesforce(field.name);
    if (at != kNoField && program_.fields_[at].push) continue;
    program_.unmapped_required_.push_back({field.name, field.label});
  }
  for (const schema::PlatformField& field : platform_.fields) {
    if (!field.required || names::same_name(field.name, platform_.key)) continue;
    const std::size_t at = program_.find_platform(field.name);
    if (at != kNoField && program_.fields_[at].pull) continue;
    program_.unmapped_required_on_platform_.push_back({field.name, field.label});
  }
}

std::size_t Program::find_salesforce(std::string_view name) const {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (names::same_name(fields_[i].salesforce_name, name)) return i;
  }
  return kNoField;
}

std::size_t Program::find_platform(std::string_view name) const {
  for (std::size_t i = 0; i < fields_.size(); ++i) {
    if (fields_[i].role != FieldRole::constant &&
        names::same_name(fields_[i].platform_name, name)) {
      return i;
    }
  }
  return kNoField;
}

Result<Program> compile(const mapping::Document& document, std::size_t object_index,
                        const schema::PlatformObject& platform,
                        const schema::SalesforceObject& salesforce, const Zones& zones) {
  if (object_index >= document.objects.size()) {
    return bad("mappingObjectUnknown", "/objects", "The mapping has no such object.");
  }
  if (!document.policy.empty() && compat::find_policy(document.policy) == nullptr) {
    return bad("policyUnknown", "/policy", "There is no policy " + document.policy + ".");
  }
  return Compiler(document, object_index, platform, salesforce, zones).run();
}

}  // namespace crosswalk::convert
