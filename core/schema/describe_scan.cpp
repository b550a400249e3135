#include "schema/describe_scan.hpp"

#include <charconv>
#include <iterator>
#include <string>
#include <utility>

#include "schema/properties.hpp"

namespace crosswalk::schema {

using json::TokenKind;

namespace {

// The largest orgs have a few thousand objects.
constexpr std::size_t kObjectsMax = 10'000;

// What the objects of one text may take in memory, the letters of their texts aside: a hundred
// thousand fields, where an object of Salesforce has two thousand at most.
constexpr std::size_t kKeptBytesMax = std::size_t{64} << 20;

void assign(std::string& to, const json::Token& token) {
  if (token.escaped) {
    to = json::unescape(token);
  } else {
    to.assign(token.raw);
  }
}

// A number of the size of lengths and precisions; 0 for all that is none.
std::uint32_t size_of(std::string_view number) {
  std::uint32_t size = 0;
  const char* const end = number.data() + number.size();
  const auto got = std::from_chars(number.data(), end, size);
  return got.ec == std::errc{} && got.ptr == end && size <= INT32_MAX ? size : 0;
}

void complete(SalesforceField& field) {
  if (field.label.empty()) field.label = field.name;
  field.type = field_type_from(field.type_text);
  field.polymorphic = field.polymorphic || field.name_pointing;
}

}  // namespace

struct DescribeScan::Tables {
  template <class Item>
  using Row = Property<Item, DescribeScan, Token>;
  using Field = SalesforceField;
  using Object = SalesforceObject;
  using Scan = DescribeScan;

  static constexpr Table kField{std::array{
      Row<Field>{"aggregatable", &Field::aggregatable},
      Row<Field>{"autoNumber", &Field::auto_number},
      Row<Field>{"byteLength", &Field::byte_length},
      Row<Field>{"calculated", &Field::calculated},
      Row<Field>{"calculatedFormula", &Scan::read_formula},
      Row<Field>{"cascadeDelete", &Field::cascade_delete},
      Row<Field>{"caseSensitive", &Field::case_sensitive},
      Row<Field>{"compoundFieldName", &Field::compound_field_name},
      Row<Field>{"controllerName", &Field::controller_name},
      Row<Field>{"createable", &Field::createable},
      Row<Field>{"custom", &Field::custom},
      Row<Field>{"dataTranslationEnabled", &Field::data_translation_enabled},
      Row<Field>{"defaultValue", &Scan::read_default_value},
      Row<Field>{"defaultValueFormula", &Field::default_value_formula},
      Row<Field>{"defaultedOnCreate", &Field::defaulted_on_create},
      Row<Field>{"dependentPicklist", &Field::dependent_picklist},
      Row<Field>{"deprecatedAndHidden", &Field::deprecated_and_hidden},
      Row<Field>{"digits", &Field::digits},
      Row<Field>{"displayLocationInDecimal", &Field::display_location_in_decimal},
      Row<Field>{"encrypted", &Field::encrypted},
      Row<Field>{"externalId", &Field::external_id},
      Row<Field>{"extraTypeInfo", &Field::extra_type_info},
      Row<Field>{"filterable", &Field::filterable},
      Row<Field>{"filteredLookupInfo", &Scan::read_lookup_filter},
      Row<Field>{"formulaTreatNullNumberAsZero", &Field::blanks_are_zero},
      Row<Field>{"groupable", &Field::groupable},
      Row<Field>{"highScaleNumber", &Field::high_scale_number},
      Row<Field>{"htmlFormatted", &Field::html_formatted},
      Row<Field>{"idLookup", &Field::id_lookup},
      Row<Field>{"inlineHelpText", &Field::inline_help_text},
      Row<Field>{"label", &Field::label},
      Row<Field>{"length", &Field::length},
      Row<Field>{"mask", &Field::mask},
      Row<Field>{"maskType", &Field::mask_type},
      Row<Field>{"name", &Field::name},
      Row<Field>{"nameField", &Field::name_field},
      Row<Field>{"namePointing", &Field::name_pointing},
      Row<Field>{"nillable", &Field::nillable},
      Row<Field>{"permissionable", &Field::permissionable},
      Row<Field>{"picklistValues", &Scan::read_picklist},
      Row<Field>{"polymorphicForeignKey", &Field::polymorphic},
      Row<Field>{"precision", &Field::precision},
      Row<Field>{"queryByDistance", &Field::query_by_distance},
      Row<Field>{"referenceTargetField", &Field::reference_target_field},
      Row<Field>{"referenceTo", &Scan::read_targets},
      Row<Field>{"relationshipName", &Field::relationship_name},
      Row<Field>{"relationshipOrder", &Scan::read_order},
      Row<Field>{"restrictedDelete", &Field::restricted_delete},
      Row<Field>{"restrictedPicklist", &Field::restricted_picklist},
      Row<Field>{"scale", &Field::scale},
      Row<Field>{"searchPrefilterable", &Field::search_prefilterable},
      Row<Field>{"soapType", &Field::soap_type},
      Row<Field>{"sortable", &Field::sortable},
      Row<Field>{"type", &Field::type_text},
      Row<Field>{"unique", &Field::unique},
      Row<Field>{"updateable", &Field::updateable},
      Row<Field>{"writeRequiresMasterRead", &Field::write_requires_master_read},
  }};
  static_assert(kField.in_order());

  static constexpr Table kValue{std::array{
      Row<PicklistValue>{"active", &PicklistValue::active},
      Row<PicklistValue>{"defaultValue", &PicklistValue::default_value},
      Row<PicklistValue>{"label", &PicklistValue::label},
      Row<PicklistValue>{"validFor", &PicklistValue::valid_for},
      Row<PicklistValue>{"value", &PicklistValue::value},
  }};
  static_assert(kValue.in_order());

  static constexpr Table kRecordType{std::array{
      Row<RecordType>{"active", &RecordType::active},
      Row<RecordType>{"available", &RecordType::available},
      Row<RecordType>{"defaultRecordTypeMapping", &RecordType::default_mapping},
      Row<RecordType>{"developerName", &RecordType::developer_name},
      Row<RecordType>{"master", &RecordType::master},
      Row<RecordType>{"name", &RecordType::name},
      Row<RecordType>{"recordTypeId", &RecordType::id},
  }};
  static_assert(kRecordType.in_order());

  static constexpr Table kChild{std::array{
      Row<ChildRelationship>{"cascadeDelete", &ChildRelationship::cascade_delete},
      Row<ChildRelationship>{"childSObject", &ChildRelationship::object},
      Row<ChildRelationship>{"deprecatedAndHidden", &ChildRelationship::deprecated_and_hidden},
      Row<ChildRelationship>{"field", &ChildRelationship::field},
      Row<ChildRelationship>{"relationshipName", &ChildRelationship::name},
      Row<ChildRelationship>{"restrictedDelete", &ChildRelationship::restricted_delete},
  }};
  static_assert(kChild.in_order());

  struct Scope {
    std::string name;
  };
  static constexpr Table kScope{std::array{Row<Scope>{"name", &Scope::name}}};

  // The properties of an object, and the wrappings that answers of other resources put around it.
  static constexpr Table kObject{std::array{
      Row<Object>{"associateEntityType", &Object::associate_entity_type},
      Row<Object>{"associateParentEntity", &Object::associate_parent_entity},
      Row<Object>{"body", &Scan::read_inside},
      Row<Object>{"childRelationships", &Scan::read_children},
      Row<Object>{"compositeResponse", &Scan::read_inside},
      Row<Object>{"createable", &Object::createable},
      Row<Object>{"custom", &Object::custom},
      Row<Object>{"customSetting", &Object::custom_setting},
      Row<Object>{"deletable", &Object::deletable},
      Row<Object>{"deprecatedAndHidden", &Object::deprecated_and_hidden},
      Row<Object>{"fields", &Scan::read_fields},
      Row<Object>{"hasSubtypes", &Object::has_subtypes},
      Row<Object>{"isInterface", &Object::is_interface},
      Row<Object>{"isSubtype", &Object::is_subtype},
      Row<Object>{"keyPrefix", &Object::key_prefix},
      Row<Object>{"label", &Object::label},
      Row<Object>{"labelPlural", &Object::label_plural},
      Row<Object>{"mergeable", &Object::mergeable},
      Row<Object>{"name", &Object::name},
      Row<Object>{"objectDescribe", &Scan::read_inside},
      Row<Object>{"queryable", &Object::queryable},
      Row<Object>{"recordTypeInfos", &Scan::read_record_types},
      Row<Object>{"replicateable", &Object::replicateable},
      Row<Object>{"result", &Scan::read_inside},
      Row<Object>{"results", &Scan::read_inside},
      Row<Object>{"retrieveable", &Object::retrieveable},
      Row<Object>{"searchable", &Object::searchable},
      Row<Object>{"sobjects", &Scan::read_inside},
      Row<Object>{"supportedScopes", &Scan::read_scopes},
      Row<Object>{"triggerable", &Object::triggerable},
      Row<Object>{"undeletable", &Object::undeletable},
      Row<Object>{"updateable", &Object::updateable},
  }};
  static_assert(kObject.in_order());
  static constexpr std::size_t kCreateable = place_of(kObject.names, "createable", 0);
  static constexpr std::size_t kQueryable = place_of(kObject.names, "queryable", 0);
  static_assert(kCreateable < kObject.rows.size() && kQueryable < kObject.rows.size());
};

Result<std::vector<SalesforceObject>> DescribeScan::run() {
  Token token;
  if (!scanner_.next(token) || !read_wrapped(token) || !scanner_.next(token)) {
    return scanner_.error();
  }
  return std::move(objects_);
}

// Recursion ends with the depth that the limits allow.
bool DescribeScan::read_wrapped(const Token& token) {
  if (token.kind == TokenKind::begin_object) return read_object();
  return read_list(token, [this](const Token& item) { return read_wrapped(item); });
}

bool DescribeScan::read_inside(SalesforceObject&, const Token& token) {
  return read_wrapped(token);
}

// A record also has a Name and an answer of another kind a "name"; only a describe has both a name
// and what the user may do with the object. What lies inside a describe is no wrapping.
bool DescribeScan::read_object() {
  const std::size_t before = objects_.size();
  const std::size_t offset = scanner_.offset();
  SalesforceObject object;
  Taken given;
  if (!read_members(object, Tables::kObject, given)) return false;
  const bool describes =
      object.has_fields || given.has(Tables::kCreateable) || given.has(Tables::kQueryable);
  if (object.name.empty() || !describes) return true;
  objects_.erase(objects_.begin() + static_cast<std::ptrdiff_t>(before), objects_.end());
  if (objects_.size() == kObjectsMax) {
    return scanner_.fail(offset, "jsonTooLarge",
                         "The text describes more than " + std::to_string(kObjectsMax) +
                             " objects, more than any org has.");
  }
  if (!keep(sizeof(SalesforceObject), offset)) return false;
  if (object.label.empty()) object.label = object.name;
  if (object.label_plural.empty()) object.label_plural = object.label;
  object.reindex();
  objects_.push_back(std::move(object));
  return true;
}

// What is passed over: members that are not kept, and null, which is the same as absent.
bool DescribeScan::next_member(std::span<const std::string_view> names, Taken& taken,
                               std::size_t& place, Token& token) {
  for (;;) {
    if (!scanner_.next(token)) return false;
    if (token.kind == TokenKind::end_object) return true;
    const std::size_t key_offset = token.begin;
    const std::size_t found = token.escaped ? place_of(names, json::unescape(token), place)
                                            : place_of(names, token.raw, place);
    if (!scanner_.next(token)) return false;
    if (found == names.size() || token.kind == TokenKind::null) {
      if (!scanner_.skip(token)) return false;
      continue;
    }
    place = found;
    if (taken.take(found)) return true;
    return scanner_.fail(key_offset, "jsonDuplicateKey",
                         "The name \"" + std::string(names[found]) +
                             "\" comes twice in this object; keep one of them.");
  }
}

template <class Item, class Table>
bool DescribeScan::read_members(Item& item, const Table& table, Taken& taken) {
  Token token;
  for (std::size_t place = 0; next_member(table.names, taken, place, token); ++place) {
    if (token.kind == TokenKind::end_object) return true;
    if (!read_member(item, table.rows[place], token)) return false;
  }
  return false;
}

// A property of a wrong type is taken as absent.
template <class Item, class Row>
bool DescribeScan::read_member(Item& item, const Row& row, const Token& token) {
  if (row.read != nullptr) return (this->*row.read)(item, token);
  if (row.truth != nullptr && token.kind == TokenKind::truth) item.*row.truth = token.truth;
  if (row.text != nullptr && token.kind == TokenKind::text) assign(item.*row.text, token);
  if (row.size != nullptr && token.kind == TokenKind::number) {
    item.*row.size = size_of(token.raw);
  }
  return scanner_.skip(token);
}

template <class Each>
bool DescribeScan::read_list(const Token& token, Each&& each) {
  if (token.kind != TokenKind::begin_array) return scanner_.skip(token);
  Token item;
  for (;;) {
    if (!scanner_.next(item)) return false;
    if (item.kind == TokenKind::end_array) return true;
    if (!each(item)) return false;
  }
}

template <class Item, class Table>
bool DescribeScan::read_items(const Token& token, std::vector<Item>& items, const Table& table) {
  return read_list(token, [&](const Token& item) {
    if (item.kind != TokenKind::begin_object) return scanner_.skip(item);
    if (!keep(sizeof(Item), item.begin)) return false;
    Taken taken;
    return read_members(items.emplace_back(), table, taken);
  });
}

bool DescribeScan::keep(std::size_t bytes, std::size_t offset) {
  kept_bytes_ += bytes;
  if (kept_bytes_ <= kKeptBytesMax) return true;
  return scanner_.fail(offset, "jsonTooLarge",
                       "The text describes more fields and values than any org has.");
}

bool DescribeScan::read_fields(SalesforceObject& object, const Token& token) {
  object.has_fields = token.kind == TokenKind::begin_array;
  return read_list(token, [&](const Token& item) {
    if (item.kind != TokenKind::begin_object) return scanner_.skip(item);
    if (!keep(sizeof(SalesforceField), item.begin)) return false;
    Taken taken;
    SalesforceField& field = object.fields.emplace_back();
    if (!read_members(field, Tables::kField, taken)) return false;
    if (field.name.empty()) {
      object.fields.pop_back();
    } else {
      complete(field);
    }
    return true;
  });
}

bool DescribeScan::read_record_types(SalesforceObject& object, const Token& token) {
  return read_items(token, object.record_types, Tables::kRecordType);
}

bool DescribeScan::read_children(SalesforceObject& object, const Token& token) {
  return read_items(token, object.child_relationships, Tables::kChild);
}

bool DescribeScan::read_scopes(SalesforceObject& object, const Token& token) {
  std::vector<Tables::Scope> scopes;
  if (!read_items(token, scopes, Tables::kScope)) return false;
  for (Tables::Scope& scope : scopes) object.supported_scopes.push_back(std::move(scope.name));
  return true;
}

// Text, number or truth as text: static defaults come in every type.
bool DescribeScan::read_default_value(SalesforceField& field, const Token& token) {
  if (token.kind == TokenKind::text) assign(field.default_value, token);
  if (token.kind == TokenKind::number) field.default_value.assign(token.raw);
  if (token.kind == TokenKind::truth) field.default_value = token.truth ? "true" : "false";
  return scanner_.skip(token);
}

bool DescribeScan::read_formula(SalesforceField& field, const Token& token) {
  field.has_formula = true;
  if (token.kind == TokenKind::text) assign(field.formula, token);
  return scanner_.skip(token);
}

bool DescribeScan::read_lookup_filter(SalesforceField& field, const Token& token) {
  field.lookup_filter = true;
  return scanner_.skip(token);
}

bool DescribeScan::read_picklist(SalesforceField& field, const Token& token) {
  if (!read_items(token, field.picklist_values, Tables::kValue)) return false;
  for (PicklistValue& value : field.picklist_values) {
    if (value.label.empty()) value.label = value.value;
  }
  return true;
}

bool DescribeScan::read_targets(SalesforceField& field, const Token& token) {
  return read_list(token, [&](const Token& target) {
    if (target.kind != TokenKind::text) return scanner_.skip(target);
    if (!keep(sizeof(std::string), target.begin)) return false;
    assign(field.reference_to.emplace_back(), target);
    return true;
  });
}

bool DescribeScan::read_order(SalesforceField& field, const Token& token) {
  if (token.kind == TokenKind::number) field.relationship_order = size_of(token.raw);
  return scanner_.skip(token);
}

}  // namespace crosswalk::schema
