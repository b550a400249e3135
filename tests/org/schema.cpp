#include "org/schema.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "json/read.hpp"
#include "org/object_table.hpp"

namespace crosswalk::org {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

Error problem(ErrorKind kind, const char* code, std::string path, const char* message) {
  Error out;
  out.kind = kind;
  out.code = code;
  out.path = std::move(path);
  out.message = message;
  return out;
}

constexpr std::pair<std::string_view, FieldType> kTypes[] = {
    {"id", FieldType::id},
    {"string", FieldType::text},
    {"textarea", FieldType::textarea},
    {"encryptedstring", FieldType::encrypted},
    {"picklist", FieldType::picklist},
    {"multipicklist", FieldType::multipicklist},
    {"combobox", FieldType::combobox},
    {"boolean", FieldType::boolean},
    {"int", FieldType::integer},
    {"long", FieldType::integer},
    {"double", FieldType::number},
    {"currency", FieldType::number},
    {"percent", FieldType::number},
    {"date", FieldType::date},
    {"datetime", FieldType::datetime},
    {"time", FieldType::time},
    {"email", FieldType::email},
    {"phone", FieldType::phone},
    {"url", FieldType::url},
    {"reference", FieldType::reference},
    {"address", FieldType::address},
    {"location", FieldType::location},
    {"base64", FieldType::binary},
};

FieldType type_of(std::string_view name) {
  for (const auto& [word, type] : kTypes)
    if (word == name) return type;
  return FieldType::opaque;
}

std::uint32_t size_member(const Json& tree, const char* key) {
  return static_cast<std::uint32_t>(
      std::clamp<long long>(json::integer_member(tree, key), 0, 1 << 30));
}

Field read_field(const Json& tree) {
  Field field;
  field.name = json::text_member(tree, "name");
  field.label = json::text_member(tree, "label", field.name);
  field.type_name = json::text_member(tree, "type");
  field.type = type_of(field.type_name);
  field.compound = json::text_member(tree, "compoundFieldName");
  field.relationship = json::text_member(tree, "relationshipName");
  field.formula = json::text_member(tree, "calculatedFormula");
  field.mask_type = json::text_member(tree, "maskType");
  field.extra = json::text_member(tree, "extraTypeInfo");
  if (const Json* value = json::member(tree, "defaultValue"); value)
    field.default_value = value->dump();
  field.length = size_member(tree, "length");
  field.precision = size_member(tree, "precision");
  field.scale = size_member(tree, "scale");
  field.digits = size_member(tree, "digits");
  const std::pair<const char*, bool*> truths[] = {
      {"createable", &field.createable},
      {"updateable", &field.updateable},
      {"nillable", &field.nillable},
      {"defaultedOnCreate", &field.defaulted},
      {"unique", &field.unique},
      {"caseSensitive", &field.case_sensitive},
      {"externalId", &field.external_id},
      {"idLookup", &field.id_lookup},
      {"filterable", &field.filterable},
      {"sortable", &field.sortable},
      {"groupable", &field.groupable},
      {"aggregatable", &field.aggregatable},
      {"restrictedPicklist", &field.restricted},
      {"calculated", &field.calculated},
      {"autoNumber", &field.auto_number},
      {"nameField", &field.name_field},
      {"htmlFormatted", &field.html},
  };
  for (const auto& [key, into] : truths) *into = json::truth_member(tree, key, *into);
  if (const Json* values = json::member(tree, "picklistValues"); values && values->is_array())
    for (const Json& value : *values)
      field.values.push_back({json::text_member(value, "value"),
                              json::truth_member(value, "active", true),
                              json::truth_member(value, "defaultValue")});
  if (const Json* targets = json::member(tree, "referenceTo"); targets && targets->is_array())
    for (const Json& target : *targets)
      if (target.is_string()) field.reference_to.push_back(target.get<std::string>());
  return field;
}

// The members that a global describe repeats of each object.
constexpr const char* kGlobalMembers[] = {"activateable",
                                          "associateEntityType",
                                          "associateParentEntity",
                                          "createable",
                                          "custom",
                                          "customSetting",
                                          "deepCloneable",
                                          "deletable",
                                          "deprecatedAndHidden",
                                          "feedEnabled",
                                          "hasSubtypes",
                                          "isInterface",
                                          "isSubtype",
                                          "keyPrefix",
                                          "label",
                                          "labelPlural",
                                          "layoutable",
                                          "mergeable",
                                          "mruEnabled",
                                          "name",
                                          "queryable",
                                          "replicateable",
                                          "retrieveable",
                                          "searchable",
                                          "triggerable",
                                          "undeletable",
                                          "updateable"};
constexpr const char* kGlobalUrls[] = {"compactLayouts", "rowTemplate", "approvalLayouts",
                                       "listviews",      "describe",    "quickActions",
                                       "layouts",        "sobject"};

std::string global_entry(const Json& tree) {
  Json out;
  for (const char* key : kGlobalMembers) {
    const Json* value = json::member(tree, key);
    out[key] = value ? *value : Json(nullptr);
  }
  out["urls"] = Json::object();
  if (const Json* urls = json::member(tree, "urls"); urls)
    for (const char* key : kGlobalUrls)
      if (const Json* url = json::member(*urls, key); url) out["urls"][key] = *url;
  return json::write(out);
}

Result<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return problem(ErrorKind::unreadable, "unreadable", path.string(),
                   "The file could not be opened.");
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<std::vector<fs::path>> files(const std::string& folder, const char* extension) {
  std::error_code failed;
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (entry.path().extension() == extension) out.push_back(entry.path());
  if (failed)
    return problem(ErrorKind::unreadable, "unreadable", folder, "The folder could not be read.");
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<std::size_t> Object::find(std::string_view field) const {
  const auto found = by_name.find(lower(field));
  if (found == by_name.end()) return std::nullopt;
  return found->second;
}

std::optional<std::size_t> Object::by_relationship(std::string_view relationship) const {
  const std::string wanted = lower(relationship);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (!fields[i].relationship.empty() && lower(fields[i].relationship) == wanted &&
        !fields[i].reference_to.empty())
      return i;
  return std::nullopt;
}

void Schema::add(Object object) {
  const std::string key = lower(object.name);
  if (object.key_prefix.size() == 3) by_prefix_[object.key_prefix] = key;
  objects_[key] = std::move(object);
}

const Object* Schema::find(std::string_view name) const {
  const auto found = objects_.find(lower(name));
  return found == objects_.end() ? nullptr : &found->second;
}

const Object* Schema::by_prefix(std::string_view id) const {
  const auto found = by_prefix_.find(std::string(id.substr(0, 3)));
  return found == by_prefix_.end() ? nullptr : find(found->second);
}

Result<Object> read_describe(const Json& outer) {
  const Json* wrapped = json::member(outer, "result");
  const Json& tree = wrapped && wrapped->is_object() ? *wrapped : outer;
  const Json* fields = json::member(tree, "fields");
  Object object;
  object.name = json::text_member(tree, "name");
  if (object.name.empty() || !fields || !fields->is_array())
    return problem(ErrorKind::bad_input, "notADescribe", {},
                   "This is no describe result: it has no name or no fields.");
  object.label = json::text_member(tree, "label", object.name);
  object.key_prefix = json::text_member(tree, "keyPrefix");
  object.createable = json::truth_member(tree, "createable", true);
  object.updateable = json::truth_member(tree, "updateable", true);
  object.deletable = json::truth_member(tree, "deletable", true);
  object.queryable = json::truth_member(tree, "queryable", true);
  for (const Json& field : *fields)
    if (field.is_object()) object.fields.push_back(read_field(field));
  for (std::size_t i = 0; i < object.fields.size(); ++i)
    object.by_name[lower(object.fields[i].name)] = i;
  if (const Json* children = json::member(tree, "childRelationships");
      children && children->is_array())
    for (const Json& child : *children)
      object.children.push_back({json::text_member(child, "relationshipName"),
                                 json::text_member(child, "childSObject"),
                                 json::text_member(child, "field")});
  object.describe = json::write(tree);
  object.global_entry = global_entry(tree);
  return object;
}

Result<std::vector<Json>> read_tables(const std::string& folder) {
  auto paths = files(folder, ".txt");
  if (!paths) return paths.error();
  std::vector<ObjectTable> tables;
  for (const fs::path& path : *paths) {
    auto text = read_file(path);
    if (!text) return text.error();
    auto table = parse_table(*text, path.filename().string());
    if (!table) return table.error();
    tables.push_back(std::move(*table));
  }
  std::map<std::string, std::vector<TableChild>> children;  // by parent
  for (const ObjectTable& table : tables)
    for (const TableRow& row : table.rows)
      if (row.has("child"))
        for (const std::string& parent : row.arguments)
          children[parent].push_back(
              {table.name, row.name, row.value("child"), row.has("cascade")});
  std::vector<Json> out;
  for (const ObjectTable& table : tables)
    out.push_back(object_describe(table, children[table.name]));
  return out;
}

Result<void> load_describes(const std::string& folder, Schema& schema,
                            std::vector<std::string>& passed_over) {
  auto paths = files(folder, ".json");
  if (!paths) return paths.error();
  for (const fs::path& path : *paths) {
    auto text = read_file(path);
    if (!text) return text.error();
    auto tree = json::read(*text);
    auto object = tree ? read_describe(*tree) : Result<Object>(tree.error());
    if (object) {
      schema.add(std::move(*object));
    } else {
      passed_over.push_back(path.filename().string());
    }
  }
  return {};
}

}  // namespace crosswalk::org
