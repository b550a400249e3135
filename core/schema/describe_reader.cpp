#include "schema/describe_reader.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"

namespace crosswalk::schema {
namespace {

using Tree = nlohmann::ordered_json;
using json::integer_member;
using json::member;
using json::text_member;
using json::truth_member;

std::uint32_t size_member(const Tree& tree, std::string_view key) {
  const long long value = integer_member(tree, key);
  return value > 0 && value <= INT32_MAX ? static_cast<std::uint32_t>(value) : 0;
}

// Text, number or truth as text: static defaults come in every type.
std::string scalar_text(const Tree* value) {
  if (value == nullptr || value->is_structured()) return {};
  if (value->is_string()) return value->get_ref<const std::string&>();
  return json::write(*value);
}

const Tree::array_t* list_member(const Tree& tree, std::string_view key) {
  const Tree* const found = member(tree, key);
  return found == nullptr ? nullptr : found->get_ptr<const Tree::array_t*>();
}

std::vector<PicklistValue> read_picklist(const Tree& field) {
  std::vector<PicklistValue> values;
  const Tree::array_t* const items = list_member(field, "picklistValues");
  if (items == nullptr) return values;
  values.reserve(items->size());
  for (const Tree& item : *items) {
    if (!item.is_object()) continue;
    PicklistValue value;
    value.value = text_member(item, "value");
    value.label = text_member(item, "label", value.value);
    value.valid_for = text_member(item, "validFor");
    value.active = truth_member(item, "active", true);
    value.default_value = truth_member(item, "defaultValue");
    values.push_back(std::move(value));
  }
  return values;
}

void read_traits(const Tree& tree, SalesforceField& field) {
  field.createable = truth_member(tree, "createable");
  field.updateable = truth_member(tree, "updateable");
  field.nillable = truth_member(tree, "nillable", true);
  field.defaulted_on_create = truth_member(tree, "defaultedOnCreate");
  field.calculated = truth_member(tree, "calculated");
  field.has_formula = member(tree, "calculatedFormula") != nullptr;
  field.auto_number = truth_member(tree, "autoNumber");
  field.unique = truth_member(tree, "unique");
  field.case_sensitive = truth_member(tree, "caseSensitive");
  field.external_id = truth_member(tree, "externalId");
  field.id_lookup = truth_member(tree, "idLookup");
  field.filterable = truth_member(tree, "filterable", true);
  field.sortable = truth_member(tree, "sortable", true);
  field.groupable = truth_member(tree, "groupable", true);
  field.restricted_picklist = truth_member(tree, "restrictedPicklist");
  field.dependent_picklist = truth_member(tree, "dependentPicklist");
  field.html_formatted = truth_member(tree, "htmlFormatted");
  field.encrypted = truth_member(tree, "encrypted");
  field.custom = truth_member(tree, "custom");
  field.name_field = truth_member(tree, "nameField");
  field.cascade_delete = truth_member(tree, "cascadeDelete");
  field.restricted_delete = truth_member(tree, "restrictedDelete");
  field.polymorphic =
      truth_member(tree, "polymorphicForeignKey") || truth_member(tree, "namePointing");
  field.deprecated_and_hidden = truth_member(tree, "deprecatedAndHidden");
  field.permissionable = truth_member(tree, "permissionable");
}

SalesforceField read_field(const Tree& tree) {
  SalesforceField field;
  field.name = text_member(tree, "name");
  field.label = text_member(tree, "label", field.name);
  field.type_text = text_member(tree, "type");
  field.type = field_type_from(field.type_text);
  field.soap_type = text_member(tree, "soapType");
  field.length = size_member(tree, "length");
  field.byte_length = size_member(tree, "byteLength");
  field.precision = size_member(tree, "precision");
  field.scale = size_member(tree, "scale");
  field.digits = size_member(tree, "digits");
  if (const Tree* const order = member(tree, "relationshipOrder");
      order != nullptr && order->is_number_integer()) {
    field.relationship_order = size_member(tree, "relationshipOrder");
  }
  read_traits(tree, field);
  field.default_value = scalar_text(member(tree, "defaultValue"));
  field.compound_field_name = text_member(tree, "compoundFieldName");
  field.controller_name = text_member(tree, "controllerName");
  field.relationship_name = text_member(tree, "relationshipName");
  field.reference_target_field = text_member(tree, "referenceTargetField");
  field.extra_type_info = text_member(tree, "extraTypeInfo");
  field.inline_help_text = text_member(tree, "inlineHelpText");
  if (const Tree::array_t* const targets = list_member(tree, "referenceTo")) {
    for (const Tree& target : *targets) {
      if (target.is_string()) field.reference_to.push_back(target.get<std::string>());
    }
  }
  field.picklist_values = read_picklist(tree);
  return field;
}

std::vector<RecordType> read_record_types(const Tree& object) {
  std::vector<RecordType> types;
  const Tree::array_t* const items = list_member(object, "recordTypeInfos");
  if (items == nullptr) return types;
  for (const Tree& item : *items) {
    if (!item.is_object()) continue;
    RecordType type;
    type.id = text_member(item, "recordTypeId");
    type.name = text_member(item, "name");
    type.developer_name = text_member(item, "developerName");
    type.active = truth_member(item, "active", true);
    type.available = truth_member(item, "available", true);
    type.default_mapping = truth_member(item, "defaultRecordTypeMapping");
    type.master = truth_member(item, "master");
    types.push_back(std::move(type));
  }
  return types;
}

std::vector<ChildRelationship> read_children(const Tree& object) {
  std::vector<ChildRelationship> children;
  const Tree::array_t* const items = list_member(object, "childRelationships");
  if (items == nullptr) return children;
  children.reserve(items->size());
  for (const Tree& item : *items) {
    if (!item.is_object()) continue;
    ChildRelationship child;
    child.object = text_member(item, "childSObject");
    child.field = text_member(item, "field");
    child.name = text_member(item, "relationshipName");
    child.cascade_delete = truth_member(item, "cascadeDelete");
    children.push_back(std::move(child));
  }
  return children;
}

SalesforceObject read_object(const Tree& tree) {
  SalesforceObject object;
  object.name = text_member(tree, "name");
  object.label = text_member(tree, "label", object.name);
  object.label_plural = text_member(tree, "labelPlural", object.label);
  object.key_prefix = text_member(tree, "keyPrefix");
  object.custom = truth_member(tree, "custom");
  object.createable = truth_member(tree, "createable", true);
  object.updateable = truth_member(tree, "updateable", true);
  object.deletable = truth_member(tree, "deletable", true);
  object.queryable = truth_member(tree, "queryable", true);
  object.replicateable = truth_member(tree, "replicateable");
  object.mergeable = truth_member(tree, "mergeable");
  if (const Tree::array_t* const fields = list_member(tree, "fields")) {
    object.has_fields = true;
    object.fields.reserve(fields->size());
    for (const Tree& field : *fields) {
      if (field.is_object() && !text_member(field, "name").empty()) {
        object.fields.push_back(read_field(field));
      }
    }
  }
  object.record_types = read_record_types(tree);
  object.child_relationships = read_children(tree);
  object.reindex();
  return object;
}

// A record also has a Name and an answer of another kind a "name"; only a describe has both a name
// and what the user may do with the object.
bool is_describe(const Tree& tree) {
  return !text_member(tree, "name").empty() &&
         (list_member(tree, "fields") != nullptr || member(tree, "queryable") != nullptr ||
          member(tree, "createable") != nullptr);
}

// The largest orgs have a few thousand objects.
constexpr std::size_t kObjectsMax = 10'000;

// Follows the wrappings. Recursion ends with the depth that json::read allows.
void collect(const Tree& tree, std::vector<SalesforceObject>& out) {
  if (tree.is_array()) {
    for (const Tree& item : tree) collect(item, out);
    return;
  }
  if (!tree.is_object() || out.size() > kObjectsMax) return;
  if (is_describe(tree)) {
    out.push_back(read_object(tree));
    return;
  }
  for (const std::string_view wrapping :
       {"sobjects", "compositeResponse", "results", "body", "result", "objectDescribe"}) {
    if (const Tree* const inside = member(tree, wrapping)) collect(*inside, out);
  }
}

Error unrecognised(std::string message) {
  Error error;
  error.kind = ErrorKind::bad_input;
  error.code = "describeUnrecognised";
  error.path = "1:1";
  error.message = std::move(message);
  return error;
}

}  // namespace

Result<std::vector<SalesforceObject>> read_describes(std::string_view text, json::Limits limits) {
  const Result<Tree> tree = json::read(text, limits);
  if (!tree) return tree.error();
  std::vector<SalesforceObject> objects;
  collect(*tree, objects);
  if (objects.empty()) {
    return unrecognised(
        "The text is JSON, but no describe result of Salesforce: it names no object with its "
        "fields.");
  }
  if (objects.size() > kObjectsMax) {
    Error error = unrecognised("The text describes more than " + std::to_string(kObjectsMax) +
                               " objects, more than any org has.");
    error.kind = ErrorKind::too_large;
    return error;
  }
  return objects;
}

Result<SalesforceObject> read_describe(std::string_view text, json::Limits limits) {
  Result<std::vector<SalesforceObject>> objects = read_describes(text, limits);
  if (!objects) return objects.error();
  if (objects->size() != 1) {
    return unrecognised("The text describes " + std::to_string(objects->size()) +
                        " objects where one is expected.");
  }
  return std::move(objects->front());
}

Result<SalesforceSchema> read_schema(std::span<const std::string_view> texts, json::Limits limits) {
  SalesforceSchema schema;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Result<std::vector<SalesforceObject>> objects = read_describes(texts[i], limits);
    if (!objects) {
      Error error = objects.error();
      error.path = std::to_string(i) + ':' + error.path;
      return error;
    }
    for (SalesforceObject& object : *objects) schema.add(std::move(object));
  }
  schema.index_objects();
  return schema;
}

}  // namespace crosswalk::schema
