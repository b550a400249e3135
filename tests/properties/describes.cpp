#include "properties/describes.hpp"

#include <algorithm>

#include "properties/choices.hpp"

namespace crosswalk::properties {
namespace {

using schema::ChildRelationship;
using schema::PicklistValue;
using schema::RecordType;
using schema::SalesforceField;
using schema::SalesforceObject;
using Tree = nlohmann::ordered_json;

// The properties of a kind, each with the member that it is read into.
template <class Item>
struct Truth {
  const char* name;
  bool Item::*member;
};
template <class Item>
struct Text {
  const char* name;
  std::string Item::*member;
};

constexpr Truth<SalesforceField> kFieldTruths[] = {
    {"aggregatable", &SalesforceField::aggregatable},
    {"autoNumber", &SalesforceField::auto_number},
    {"calculated", &SalesforceField::calculated},
    {"cascadeDelete", &SalesforceField::cascade_delete},
    {"caseSensitive", &SalesforceField::case_sensitive},
    {"createable", &SalesforceField::createable},
    {"custom", &SalesforceField::custom},
    {"defaultedOnCreate", &SalesforceField::defaulted_on_create},
    {"dependentPicklist", &SalesforceField::dependent_picklist},
    {"deprecatedAndHidden", &SalesforceField::deprecated_and_hidden},
    {"displayLocationInDecimal", &SalesforceField::display_location_in_decimal},
    {"encrypted", &SalesforceField::encrypted},
    {"externalId", &SalesforceField::external_id},
    {"filterable", &SalesforceField::filterable},
    {"formulaTreatNullNumberAsZero", &SalesforceField::blanks_are_zero},
    {"groupable", &SalesforceField::groupable},
    {"highScaleNumber", &SalesforceField::high_scale_number},
    {"htmlFormatted", &SalesforceField::html_formatted},
    {"idLookup", &SalesforceField::id_lookup},
    {"nameField", &SalesforceField::name_field},
    {"nillable", &SalesforceField::nillable},
    {"permissionable", &SalesforceField::permissionable},
    {"polymorphicForeignKey", &SalesforceField::polymorphic},
    {"queryByDistance", &SalesforceField::query_by_distance},
    {"restrictedDelete", &SalesforceField::restricted_delete},
    {"restrictedPicklist", &SalesforceField::restricted_picklist},
    {"searchPrefilterable", &SalesforceField::search_prefilterable},
    {"sortable", &SalesforceField::sortable},
    {"unique", &SalesforceField::unique},
    {"updateable", &SalesforceField::updateable},
    {"writeRequiresMasterRead", &SalesforceField::write_requires_master_read},
};

constexpr Text<SalesforceField> kFieldTexts[] = {
    {"compoundFieldName", &SalesforceField::compound_field_name},
    {"controllerName", &SalesforceField::controller_name},
    {"defaultValue", &SalesforceField::default_value},
    {"defaultValueFormula", &SalesforceField::default_value_formula},
    {"extraTypeInfo", &SalesforceField::extra_type_info},
    {"inlineHelpText", &SalesforceField::inline_help_text},
    {"mask", &SalesforceField::mask},
    {"maskType", &SalesforceField::mask_type},
    {"referenceTargetField", &SalesforceField::reference_target_field},
    {"relationshipName", &SalesforceField::relationship_name},
    {"soapType", &SalesforceField::soap_type},
};

struct Size {
  const char* name;
  std::uint32_t SalesforceField::*member;
};
constexpr Size kFieldSizes[] = {{"byteLength", &SalesforceField::byte_length},
                                {"digits", &SalesforceField::digits},
                                {"length", &SalesforceField::length},
                                {"precision", &SalesforceField::precision},
                                {"scale", &SalesforceField::scale}};

constexpr Truth<SalesforceObject> kObjectTruths[] = {
    {"createable", &SalesforceObject::createable},
    {"custom", &SalesforceObject::custom},
    {"customSetting", &SalesforceObject::custom_setting},
    {"deletable", &SalesforceObject::deletable},
    {"deprecatedAndHidden", &SalesforceObject::deprecated_and_hidden},
    {"hasSubtypes", &SalesforceObject::has_subtypes},
    {"isInterface", &SalesforceObject::is_interface},
    {"isSubtype", &SalesforceObject::is_subtype},
    {"mergeable", &SalesforceObject::mergeable},
    {"queryable", &SalesforceObject::queryable},
    {"replicateable", &SalesforceObject::replicateable},
    {"retrieveable", &SalesforceObject::retrieveable},
    {"searchable", &SalesforceObject::searchable},
    {"triggerable", &SalesforceObject::triggerable},
    {"undeletable", &SalesforceObject::undeletable},
    {"updateable", &SalesforceObject::updateable},
};

template <class Item, class Rows>
void add(Tree& out, const Item& item, const Rows& rows) {
  for (const auto& row : rows) out[row.name] = item.*row.member;
}

// Texts that are empty are said as null, as Salesforce does.
template <class Item, class Rows>
void add_texts(Tree& out, const Item& item, const Rows& rows) {
  for (const auto& row : rows) {
    const std::string& text = item.*row.member;
    out[row.name] = text.empty() ? Tree() : Tree(text);
  }
}

PicklistValue picklist_value() {
  PicklistValue out;
  out.value = some_text();
  out.label = some_text();
  out.valid_for = one_of<std::string>({"", "gAAA", "wAAA"});
  out.active = chance(70);
  out.default_value = chance(20);
  return out;
}

}  // namespace

Tree properties_of(const SalesforceField& field) {
  Tree out{{"name", field.name}, {"label", field.label}, {"type", field.type_text}};
  add(out, field, kFieldTruths);
  add(out, field, kFieldSizes);
  add_texts(out, field, kFieldTexts);
  out["namePointing"] = field.name_pointing;
  out["dataTranslationEnabled"] = field.data_translation_enabled;
  out["calculatedFormula"] = field.has_formula ? Tree(field.formula) : Tree();
  out["filteredLookupInfo"] = field.lookup_filter ? Tree{{"dependent", false}} : Tree();
  out["relationshipOrder"] = field.relationship_order ? Tree(*field.relationship_order) : Tree();
  out["referenceTo"] = field.reference_to;
  out["picklistValues"] = Tree::array();
  for (const PicklistValue& value : field.picklist_values) {
    out["picklistValues"].push_back(
        {{"active", value.active},
         {"defaultValue", value.default_value},
         {"label", value.label},
         {"validFor", value.valid_for.empty() ? Tree() : Tree(value.valid_for)},
         {"value", value.value}});
  }
  return out;
}

SalesforceField salesforce_field(std::string name) {
  SalesforceField out;
  out.name = std::move(name);
  out.label = some_text();
  const auto types = schema::field_type_names();
  out.type_text = types[static_cast<std::size_t>(below(static_cast<int>(types.size())))];
  out.type = schema::field_type_from(out.type_text);
  for (const auto& row : kFieldTruths) out.*row.member = chance(50);
  for (const auto& row : kFieldTexts) {
    if (chance(20)) out.*row.member = some_text();
  }
  for (const auto& row : kFieldSizes) {
    if (chance(50)) out.*row.member = static_cast<std::uint32_t>(below(140'000));
  }
  out.name_pointing = out.polymorphic && chance(50);
  out.data_translation_enabled = chance(10);
  out.has_formula = chance(15);
  if (out.has_formula) out.formula = any_text(20);
  out.lookup_filter = chance(10);
  if (chance(10)) out.relationship_order = static_cast<std::uint32_t>(below(2));
  if (chance(20)) out.reference_to = listed(1, 3, api_name);
  if (chance(20)) out.picklist_values = listed(1, 5, picklist_value);
  return out;
}

Tree properties_of(const SalesforceObject& object) {
  const auto text = [](const std::string& given) { return given.empty() ? Tree() : Tree(given); };
  Tree out{{"name", object.name},
           {"label", object.label},
           {"labelPlural", object.label_plural},
           {"keyPrefix", text(object.key_prefix)},
           {"associateEntityType", text(object.associate_entity_type)},
           {"associateParentEntity", text(object.associate_parent_entity)}};
  add(out, object, kObjectTruths);
  out["fields"] = Tree::array();
  for (const SalesforceField& field : object.fields) out["fields"].push_back(properties_of(field));
  out["recordTypeInfos"] = Tree::array();
  for (const RecordType& type : object.record_types) {
    out["recordTypeInfos"].push_back({{"active", type.active},
                                      {"available", type.available},
                                      {"defaultRecordTypeMapping", type.default_mapping},
                                      {"developerName", type.developer_name},
                                      {"master", type.master},
                                      {"name", type.name},
                                      {"recordTypeId", type.id}});
  }
  out["childRelationships"] = Tree::array();
  for (const ChildRelationship& child : object.child_relationships) {
    out["childRelationships"].push_back({{"cascadeDelete", child.cascade_delete},
                                         {"childSObject", child.object},
                                         {"deprecatedAndHidden", child.deprecated_and_hidden},
                                         {"field", child.field},
                                         {"relationshipName", text(child.name)},
                                         {"restrictedDelete", child.restricted_delete}});
  }
  out["supportedScopes"] = Tree::array();
  for (const std::string& scope : object.supported_scopes) {
    out["supportedScopes"].push_back({{"label", "A scope"}, {"name", scope}});
  }
  return out;
}

rc::Gen<SalesforceObject> salesforce_objects() {
  return rc::gen::exec([] {
    SalesforceObject out;
    out.name = api_name();
    out.label = some_text();
    out.label_plural = some_text();
    out.key_prefix = one_of<std::string>({"", "003", "a01"});
    out.associate_entity_type = one_of<std::string>({"", "", "History"});
    out.associate_parent_entity = one_of<std::string>({"", "", "Contact"});
    for (const auto& row : kObjectTruths) out.*row.member = chance(50);
    out.has_fields = true;
    for (std::string& name : distinct(listed(0, 6, api_name))) {
      out.fields.push_back(salesforce_field(std::move(name)));
    }
    out.record_types = listed(0, 2, [] {
      return RecordType{some_text(), some_text(), some_text(), chance(50),
                        chance(50),  chance(50),  chance(50)};
    });
    out.child_relationships = listed(0, 2, [] {
      return ChildRelationship{api_name(), api_name(), any_text(),
                               chance(50), chance(50), chance(50)};
    });
    out.supported_scopes = listed(0, 2, [] { return some_text(); });
    out.reindex();
    return out;
  });
}

namespace {

// Members in another order, some that nobody reads among them.
void write(const Tree& tree, std::string& out) {
  if (tree.is_array()) {
    out += '[';
    for (std::size_t i = 0; i < tree.size(); ++i) {
      if (i > 0) out += ", ";
      write(tree[i], out);
    }
    out += ']';
  } else if (tree.is_object()) {
    std::vector<const Tree::object_t::value_type*> members;
    for (const auto& member : tree.get_ref<const Tree::object_t&>()) members.push_back(&member);
    if (chance(30)) std::reverse(members.begin(), members.end());
    if (!members.empty() && chance(30)) {
      const auto turn = static_cast<std::ptrdiff_t>(below(static_cast<int>(members.size())));
      std::rotate(members.begin(), members.begin() + turn, members.end());
    }
    out += '{';
    if (!members.empty() && chance(20))
      out += R"("laterVersion": {"name": "X", "fields": [{"name": "Y"}]}, )";
    for (const auto* member : members) {
      if (out.back() != '{' && out.back() != ' ') out += ", ";
      out += Tree(member->first).dump() + ": ";
      write(member->second, out);
    }
    out += '}';
  } else {
    out += tree.dump(-1, ' ', chance(30));
  }
}

}  // namespace

std::string describe_text(const Tree& properties) {
  std::string out;
  write(properties, out);
  return out;
}

}  // namespace crosswalk::properties
