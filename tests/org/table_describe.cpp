// Turns table rows into describe results: every property that API 62 gives, in its (alphabetical)
// order, so that the files have the size and shape of real ones.
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "org/object_table.hpp"

namespace crosswalk::org {
namespace {

using Json = nlohmann::ordered_json;

// What a word of the tables means. `length` 0: the row gives it, or the type has none.
struct TypeWord {
  std::string_view word, type, soap;
  int length;
  bool filterable, sortable, groupable, aggregatable;
};
constexpr TypeWord kTypeWords[] = {
    {"id", "id", "tns:ID", 18, true, true, true, true},
    {"text", "string", "xsd:string", 0, true, true, true, true},
    {"textarea", "textarea", "xsd:string", 0, true, true, true, true},
    {"longtext", "textarea", "xsd:string", 0, false, false, false, false},
    {"richtext", "textarea", "xsd:string", 0, false, false, false, false},
    {"picklist", "picklist", "xsd:string", 0, true, true, true, true},
    {"multipicklist", "multipicklist", "xsd:string", 4099, true, false, false, false},
    {"combobox", "combobox", "xsd:string", 0, true, true, false, true},
    {"boolean", "boolean", "xsd:boolean", -1, true, true, true, false},
    {"int", "int", "xsd:int", -1, true, true, true, true},
    {"long", "long", "xsd:long", -1, true, true, true, true},
    {"number", "double", "xsd:double", -1, true, true, false, true},
    {"currency", "currency", "xsd:double", -1, true, true, false, true},
    {"percent", "percent", "xsd:double", -1, true, true, false, true},
    {"date", "date", "xsd:date", -1, true, true, true, true},
    {"datetime", "datetime", "xsd:dateTime", -1, true, true, false, true},
    {"time", "time", "xsd:time", -1, true, true, false, false},
    {"email", "email", "xsd:string", 0, true, true, true, true},
    {"phone", "phone", "xsd:string", 40, true, true, true, true},
    {"url", "url", "xsd:string", 0, true, true, true, true},
    {"lookup", "reference", "tns:ID", 18, true, true, true, true},
    {"masterdetail", "reference", "tns:ID", 18, true, true, true, true},
    {"externallookup", "reference", "xsd:string", 255, true, true, true, true},
    {"indirectlookup", "reference", "xsd:string", 255, true, true, true, true},
    {"address", "address", "urn:address", -1, true, false, false, false},
    {"location", "location", "urn:location", -1, true, false, false, false},
    {"autonumber", "string", "xsd:string", 30, true, true, true, true},
    {"formulatext", "string", "xsd:string", 1300, true, true, true, true},
    {"encrypted", "encryptedstring", "xsd:string", 0, false, false, false, false},
    {"base64", "base64", "xsd:base64Binary", -1, false, false, false, false},
    {"anytype", "anyType", "xsd:anyType", -1, false, false, false, false},
    {"complexvalue", "complexvalue", "xsd:anyType", -1, false, false, false, false},
    {"json", "json", "tns:json", -1, false, false, false, false},
    {"datacategory", "datacategorygroupreference", "xsd:string", 80, true, true, true, false},
    {"floatarray", "floatarray", "xsd:anyType", -1, false, false, false, false},
};

bool is_computed(const TableRow& row) { return row.type == "formula" || row.type == "rollup"; }

// The row with the type of its value: formula(number,18,2) holds a number(18,2).
TableRow value_row(const TableRow& row) {
  TableRow out = row;
  if (!is_computed(row) || row.arguments.empty()) return out;
  out.type = row.arguments.front();
  out.arguments.erase(out.arguments.begin());
  if (out.type == "text" || out.type == "richtext") out.type = "formulatext";
  return out;
}

const TypeWord& word_of(const TableRow& row) {
  const auto found = std::find_if(std::begin(kTypeWords), std::end(kTypeWords),
                                  [&](const TypeWord& word) { return word.word == row.type; });
  return found == std::end(kTypeWords) ? kTypeWords[1] : *found;
}

int number_argument(const TableRow& row, std::size_t index) {
  return index < row.arguments.size() ? std::atoi(row.arguments[index].c_str()) : 0;
}

// "came:Came*|~old" → values with label, default and inactive marks.
Json picklist_values(const std::string& list) {
  Json out = Json::array();
  for (std::size_t start = 0; start < list.size();) {
    const auto bar = std::min(list.find('|', start), list.size());
    std::string item = list.substr(start, bar - start);
    start = bar + 1;
    const bool active = item.front() != '~';
    if (!active) item.erase(0, 1);
    const bool is_default = item.back() == '*';
    if (is_default) item.pop_back();
    const auto colon = item.find(':');
    const std::string value = item.substr(0, colon);
    const std::string label = colon == std::string::npos ? value : item.substr(colon + 1);
    out.push_back({{"active", active},
                   {"defaultValue", is_default},
                   {"label", label},
                   {"validFor", nullptr},
                   {"value", value}});
  }
  return out;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

struct Rights {
  bool createable, updateable, nillable, defaulted, permissionable;
};

Rights rights_of(const TableRow& row) {
  const bool system = row.has("system") || row.type == "id";
  const bool computed = row.type == "autonumber" || is_computed(row);
  const bool fixed = system || row.has("readonly") || computed;
  Rights rights{};
  rights.createable = !fixed;
  rights.updateable = !fixed && !row.has("createonly");
  rights.defaulted =
      system || row.type == "boolean" || row.type == "autonumber" || row.has("defaulted");
  rights.nillable = !row.has("required") && !rights.defaulted && row.type != "masterdetail";
  rights.permissionable = !row.has("required") && !system && !row.has("readonly") &&
                          !row.has("part") && row.type != "masterdetail" &&
                          (rights.nillable || row.type == "boolean" || computed);
  if (row.has("part") && row.value("part") != "Name") rights.permissionable = true;
  return rights;
}

int length_of(const TableRow& row, const TypeWord& word) {
  if (word.length != 0) return std::max(word.length, 0);
  return number_argument(row, 0);
}

std::string extra_type_info(const TableRow& row) {
  if (row.has("extra")) return row.value("extra");
  if (row.type == "textarea" || row.type == "longtext") return "plaintextarea";
  if (row.type == "richtext") return "richtextarea";
  if (row.type == "externallookup" || row.type == "indirectlookup") return row.type;
  return {};
}

}  // namespace

Json field_describe(const TableRow& given) {
  const Rights rights = rights_of(given);
  const TableRow row = value_row(given);
  const bool formula = given.type == "formula", indirect = row.type == "indirectlookup";
  const TypeWord& word = word_of(row);
  const int length = length_of(row, word);
  const bool numeric = row.type == "number" || row.type == "currency" || row.type == "percent";
  const bool filterable = word.filterable && length <= (row.type == "textarea" ? 255 : 4099);
  const bool reference = word.type == "reference";
  const bool custom =
      row.name.ends_with("__c") || row.name.ends_with("__pc") || row.name.ends_with("__s");
  const Json targets = !reference                           ? Json::array()
                       : indirect && !row.arguments.empty() ? Json::array({row.arguments.front()})
                                                            : Json(row.arguments);
  const bool utf8 = word.soap == "xsd:string" && row.type != "multipicklist";
  Json out;
  out["aggregatable"] = word.aggregatable && filterable;
  out["aiPredictionField"] = false;
  out["autoNumber"] = row.type == "autonumber";
  out["byteLength"] = utf8 ? length * 3 : length;
  out["calculated"] = is_computed(given);
  out["calculatedFormula"] = text_or_null(row.value("formula"));
  out["cascadeDelete"] = row.has("cascade") || row.type == "masterdetail";
  out["caseSensitive"] = row.has("casesensitive");
  out["compoundFieldName"] = text_or_null(row.value("part"));
  out["controllerName"] = nullptr;
  out["createable"] = rights.createable;
  out["custom"] = custom;
  out["defaultValue"] =
      row.type == "boolean" ? Json(row.value("default") == "true") : Json(nullptr);
  out["defaultValueFormula"] = nullptr;
  out["defaultedOnCreate"] = rights.defaulted;
  out["dependentPicklist"] = false;
  out["deprecatedAndHidden"] = false;
  out["digits"] = row.type == "int" ? number_argument(row, 0) : 0;
  out["displayLocationInDecimal"] = false;
  out["encrypted"] = false;
  out["externalId"] = row.has("externalid");
  out["extraTypeInfo"] = text_or_null(extra_type_info(row));
  out["filterable"] = filterable;
  out["filteredLookupInfo"] = nullptr;
  out["formulaTreatNullNumberAsZero"] = formula;
  out["groupable"] = word.groupable && filterable && !row.has("unique");
  out["highScaleNumber"] = false;
  out["htmlFormatted"] = row.type == "richtext" || row.has("html");
  out["idLookup"] = row.type == "id" || row.has("externalid") || row.has("idlookup");
  out["inlineHelpText"] = text_or_null(row.value("help"));
  out["label"] = row.label;
  out["length"] = length;
  out["mask"] = row.type == "encrypted" ? Json("asterisk") : Json(nullptr);
  out["maskType"] = text_or_null(row.value("mask"));
  out["name"] = row.name;
  out["nameField"] = row.has("namefield");
  out["namePointing"] = reference && targets.size() > 1;
  out["nillable"] = rights.nillable;
  out["permissionable"] = rights.permissionable;
  out["picklistValues"] = picklist_values(row.value("values"));
  out["polymorphicForeignKey"] = reference && targets.size() > 1;
  out["precision"] = numeric || row.type == "multipicklist" ? number_argument(row, 0) : 0;
  out["queryByDistance"] = row.type == "address" || row.type == "location";
  out["referenceTargetField"] =
      indirect && row.arguments.size() > 1 ? Json(row.arguments[1]) : Json(nullptr);
  out["referenceTo"] = targets;
  out["relationshipName"] = text_or_null(row.value("rel"));
  out["relationshipOrder"] = row.type == "masterdetail" ? Json(0) : Json(nullptr);
  out["restrictedDelete"] = false;
  out["restrictedPicklist"] = row.has("restricted");
  out["scale"] = numeric ? number_argument(row, 1) : 0;
  out["searchPrefilterable"] = reference && rights.permissionable;
  out["soapType"] = word.soap;
  out["sortable"] = word.sortable && filterable;
  out["type"] = word.type;
  out["unique"] = row.has("unique");
  out["updateable"] = rights.updateable;
  out["writeRequiresMasterRead"] = false;
  return out;
}

namespace {

Json child_describe(const TableChild& child) {
  return {{"cascadeDelete", child.cascade},
          {"childSObject", child.object},
          {"deprecatedAndHidden", false},
          {"field", child.field},
          {"junctionIdListNames", Json::array()},
          {"junctionReferenceTo", Json::array()},
          {"relationshipName", text_or_null(child.relationship)},
          {"restrictedDelete", false}};
}

Json object_urls(const ObjectTable& table) {
  const std::string base = "/services/data/v{version}/sobjects/" + table.name;
  Json urls;
  urls["compactLayouts"] = base + "/describe/compactLayouts";
  urls["rowTemplate"] = base + "/{ID}";
  urls["approvalLayouts"] = base + "/describe/approvalLayouts";
  urls["uiDetailTemplate"] = "https://lumen-dev-ed.develop.my.salesforce.com/{ID}";
  urls["uiEditTemplate"] = "https://lumen-dev-ed.develop.my.salesforce.com/{ID}/e";
  urls["listviews"] = base + "/listviews";
  urls["describe"] = base + "/describe";
  urls["uiNewRecord"] = "https://lumen-dev-ed.develop.my.salesforce.com/" + table.prefix + "/e";
  urls["quickActions"] = base + "/quickActions";
  urls["layouts"] = base + "/describe/layouts";
  urls["sobject"] = base;
  return urls;
}

Json master_record_type(const ObjectTable& table) {
  const std::string id = "012000000000000AAA";
  return {{"active", true},
          {"available", true},
          {"defaultRecordTypeMapping", true},
          {"developerName", "Master"},
          {"master", true},
          {"name", "Master"},
          {"recordTypeId", id},
          {"urls",
           {{"layout",
             "/services/data/v{version}/sobjects/" + table.name + "/describe/layouts/" + id}}}};
}

}  // namespace

Json object_describe(const ObjectTable& table, const std::vector<TableChild>& children) {
  const auto has = [&](const char* flag) { return table.flags.contains(flag); };
  std::vector<TableChild> all = table.children;
  all.insert(all.end(), children.begin(), children.end());
  std::stable_sort(all.begin(), all.end(), [](const TableChild& a, const TableChild& b) {
    return a.object != b.object ? a.object < b.object : a.field < b.field;
  });
  Json out;
  for (const char* key : {"actionOverrides"}) out[key] = Json::array();
  out["activateable"] = false;
  out["associateEntityType"] = nullptr;
  out["associateParentEntity"] = nullptr;
  out["childRelationships"] = Json::array();
  for (const TableChild& child : all) out["childRelationships"].push_back(child_describe(child));
  out["compactLayoutable"] = !has("nomru");
  out["createable"] = !has("nocreate");
  out["custom"] = table.name.ends_with("__c");
  out["customSetting"] = false;
  out["deepCloneable"] = false;
  out["defaultImplementation"] = nullptr;
  out["deletable"] = !has("nodelete");
  out["deprecatedAndHidden"] = false;
  for (const char* key : {"extendedBy", "extendsInterfaces"}) out[key] = nullptr;
  out["feedEnabled"] = has("feed");
  out["fields"] = Json::array();
  for (const TableRow& row : table.rows) out["fields"].push_back(field_describe(row));
  out["hasSubtypes"] = false;
  for (const char* key : {"implementedBy", "implementsInterfaces"}) out[key] = nullptr;
  out["isInterface"] = false;
  out["isSubtype"] = false;
  out["keyPrefix"] = table.prefix;
  out["label"] = table.label;
  out["labelPlural"] = table.plural;
  out["layoutable"] = !has("nomru");
  for (const char* key : {"listviewable", "lookupLayoutable"}) out[key] = nullptr;
  out["mergeable"] = has("mergeable");
  out["mruEnabled"] = has("mru");
  out["name"] = table.name;
  out["namedLayoutInfos"] = Json::array();
  out["networkScopeFieldName"] = nullptr;
  out["queryable"] = true;
  out["recordTypeInfos"] = Json::array({master_record_type(table)});
  out["replicateable"] = true;
  out["retrieveable"] = true;
  out["searchLayoutable"] = has("searchable");
  out["searchable"] = has("searchable");
  out["sobjectDescribeOption"] = "FULL";
  out["supportedScopes"] = Json::array();
  for (const auto& [name, label] : table.scopes)
    out["supportedScopes"].push_back({{"label", label}, {"name", name}});
  out["triggerable"] = has("triggerable");
  out["undeletable"] = has("undeletable");
  out["updateable"] = true;
  out["urls"] = object_urls(table);
  return out;
}

}  // namespace crosswalk::org
