#include "truth/scenario.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "compat/relation.hpp"
#include "json/read.hpp"
#include "mapping/reader.hpp"
#include "schema/describe_reader.hpp"
#include "schema/platform_reader.hpp"
#include "truth/describes.hpp"
#include "truth/values.hpp"

namespace crosswalk::truth {
namespace {

using schema::FieldType;
using schema::PlatformType;
using schema::SalesforceField;

constexpr PlatformType kLastType = PlatformType::reference;  // those behind it are never carried

std::vector<PlatformType> fitting(const schema::SalesforceObject& object,
                                  const SalesforceField& field, compat::Class worst) {
  std::vector<PlatformType> out;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(kLastType); ++i) {
    const auto type = static_cast<PlatformType>(i);
    const auto verdict =
        compat::verdict(type, compat::column_of(object, field), compat::Way::to_salesforce);
    if (verdict.cls <= worst) out.push_back(type);
  }
  return out;
}

// Mostly the field's own kind of value, now and then whatever the relation lets through.
PlatformType type_for(Dice& dice, const schema::SalesforceObject& object,
                      const SalesforceField& field) {
  const auto natural = fitting(object, field, compat::Class::exact);
  if (!natural.empty() && dice.chance(550)) return dice.one_of(natural);
  return dice.one_of(fitting(object, field, compat::Class::lossy));
}

bool is_list(PlatformType type) {
  return type == PlatformType::select_list || type == PlatformType::multiselect_list;
}

Json platform_json(Dice& dice, const Line& line) {
  Json out = {{"name", line.platform.name},
              {"type", schema::platform_type_name(line.platform.type)}};
  if (line.platform.type == PlatformType::text && dice.chance(300)) out["maxLength"] = 255;
  if (is_list(line.platform.type)) out["values"] = {"Golf", "Music", "Tennis", "other"};
  if (line.platform.type == PlatformType::reference) out["object"] = "thing";
  return out;
}

Json literal(const Cell& cell) {
  if (cell.kind == Cell::Kind::number) return *json::read(cell.text);
  if (cell.kind == Cell::Kind::truth) return cell.truth;
  return cell.text;
}

// From what the platform holds to values that the field takes, or that it may not take.
void add_map(Dice& dice, Line& line, Json& mapped) {
  static const std::vector<std::string> kWords{"yes", "no", "red", "blue", "VIP", "n/a", "Golf"};
  static const std::vector<std::string> kNumbers{"0", "1", "2", "7", "12"};
  const bool truth = line.platform.type == PlatformType::boolean ||
                     line.platform.type == PlatformType::nullable_boolean;
  const auto& from = line.platform.type == PlatformType::integer ? kNumbers : kWords;
  Json map = Json::object();
  for (std::size_t i = 0; i < (truth ? 2 : 5); ++i) {
    const std::string key = truth ? (i == 0 ? "true" : "false") : from[i];
    const Cell to = dice.chance(40) ? Cell::of_text("elsewhere") : good_cell(dice, line.salesforce);
    map[key] = dice.chance(60) && !line.never_empty ? Json(nullptr) : literal(to);
    line.mapped.push_back(key);
  }
  Json step = Json::object({{"map", map}});
  if (dice.chance(300)) step["otherwise"] = literal(good_cell(dice, line.salesforce));
  mapped["transform"] = Json::array({step});
}

// Pairs that only a map brings together: words for a checkbox, a number, a date.
bool must_be_mapped(const Line& line) {
  return compat::verdict(line.platform, line.salesforce, compat::Way::to_salesforce).cls ==
         compat::Class::incompatible;
}

bool can_be_mapped(const Line& line) {
  const PlatformType type = line.platform.type;
  return !line.distinct && (type == PlatformType::text || type == PlatformType::select_list ||
                            type == PlatformType::integer || type == PlatformType::boolean ||
                            type == PlatformType::nullable_boolean);
}

Json mapping_json(Dice& dice, Line& line) {
  Json out = {{"platform", line.platform.name}, {"salesforce", line.salesforce.name}};
  if (line.key) return out;
  const bool set = line.platform.type == PlatformType::multiselect_list;
  if (must_be_mapped(line) || (can_be_mapped(line) && dice.chance(120))) add_map(dice, line, out);
  if (set && line.salesforce.type != FieldType::multipicklist && dice.chance(500))
    out["transform"] =
        Json::array({Json::object({{"join", dice.one_of<const char*>({", ", "|", " / "})}})});
  if (dice.chance(200)) out["onTooLong"] = "truncate";
  if (!line.distinct && dice.chance(100)) {
    out["default"] = literal(good_cell(dice, line.salesforce));
    out["onNull"] = dice.one_of<const char*>({"default", "default", "skip", "clear"});
  } else if (dice.chance(100)) {
    out["onNull"] = "skip";
  }
  return out;
}

std::optional<Json> constant_json(Dice& dice, const SalesforceField& field) {
  if (field.unique || field.type == FieldType::id || !dice.chance(80)) return {};
  return Json::object({{"salesforce", field.name}, {"value", literal(good_cell(dice, field))}});
}

Line key_line(Dice& dice, const SalesforceField* external_id) {
  Line line;
  line.key = true;
  line.platform.name = "id";
  line.platform.type = PlatformType::text;
  if (external_id == nullptr) return line;
  line.salesforce = *external_id;
  line.distinct = true;
  if (external_id->type == FieldType::double_ || dice.chance(300))
    line.platform.type = PlatformType::integer;
  return line;
}

// A number into a closed list that has none would refuse every record.
bool is_hopeless(const Line& line) {
  if (!line.salesforce.restricted_picklist || line.salesforce.type != FieldType::picklist)
    return false;
  switch (line.platform.type) {
    case PlatformType::integer:
    case PlatformType::number:
      return line.salesforce.find_value("12") == nullptr;
    case PlatformType::boolean:
    case PlatformType::nullable_boolean:
      return line.salesforce.find_value("true") == nullptr;
    default:
      return false;
  }
}

Line line_of(Dice& dice, const schema::SalesforceObject& object, const SalesforceField& field) {
  Line line;
  line.salesforce = field;
  line.platform.name = "p_" + field.name.substr(0, 3);
  line.platform.type = type_for(dice, object, field);
  const bool mappable = field.type == FieldType::boolean || field.type == FieldType::date ||
                        field.type == FieldType::double_;
  if (mappable && !field.unique && field.compound_field_name.empty() && dice.chance(100))
    line.platform.type = dice.one_of({PlatformType::text, PlatformType::select_list});
  if (is_hopeless(line)) line.platform.type = PlatformType::text;
  line.distinct = field.unique;
  line.never_empty = !field.nillable && field.defaulted_on_create;
  return line;
}

struct Documents {
  Json platform_fields = Json::array(), lines = Json::array(), constants = Json::array();
};

// Lines for most fields; a required one that nothing fills is rare, as it refuses every record.
void pair_fields(Dice& dice, const schema::SalesforceObject& object, Scenario& made,
                 Documents& documents) {
  for (const SalesforceField& field : object.fields) {
    if (field.type == FieldType::id || field.name == made.external_id) continue;
    if (const auto constant = constant_json(dice, field)) {
      documents.constants.push_back(*constant);
      continue;
    }
    if (dice.chance(schema::is_required_on_create(field) ? 4 : 60)) continue;
    Line line = line_of(dice, object, field);
    documents.lines.push_back(mapping_json(dice, line));
    documents.platform_fields.push_back(platform_json(dice, line));
    made.lines.push_back(std::move(line));
  }
}

}  // namespace

Result<Scenario> make_scenario(Dice& dice) {
  Scenario made;
  const bool external_id = dice.chance(600);
  made.describes.push_back(json::write(make_object(dice, dice.between(6, 14), external_id)));
  for (const Json& target : reference_targets()) made.describes.push_back(json::write(target));
  const std::vector<std::string_view> texts(made.describes.begin(), made.describes.end());
  auto salesforce = schema::read_schema(texts);
  if (!salesforce) return salesforce.error();
  made.salesforce_schema = *std::move(salesforce);
  const schema::SalesforceObject& object = *made.salesforce_schema.find(kObject);

  if (external_id) made.external_id = "External_Id__c";
  made.lines.push_back(key_line(dice, external_id ? object.find(made.external_id) : nullptr));
  Documents documents;
  documents.platform_fields.push_back(platform_json(dice, made.lines.front()));
  pair_fields(dice, object, made, documents);
  Json match = Json::object();
  if (external_id) match["externalId"] = made.external_id;
  if (!external_id && made.lines.size() > 1)
    match["fields"] = Json::array({made.lines[1].platform.name});
  const Json thing = Json::object(
      {{"name", "thing"}, {"key", "id"}, {"fields", std::move(documents.platform_fields)}});
  const Json pair = Json::object({{"platform", "thing"},
                                  {"salesforce", kObject},
                                  {"direction", "push"},
                                  {"match", std::move(match)},
                                  {"fields", std::move(documents.lines)},
                                  {"constants", std::move(documents.constants)}});
  made.platform = json::write(Json::object({{"version", 1}, {"objects", Json::array({thing})}}));
  made.mapping = json::write(
      Json::object({{"version", 1}, {"name", "Truth"}, {"objects", Json::array({pair})}}));
  auto platform = schema::read_platform(made.platform);
  if (!platform) return platform.error();
  made.platform_schema = *std::move(platform);
  const auto outcome = mapping::read(made.mapping);
  if (!outcome.document)
    return Error{ErrorKind::bad_input, "mappingInvalid", {}, made.mapping, 0, {}};
  auto program =
      convert::compile(*outcome.document, 0, *made.platform_schema.find("thing"), object);
  if (!program) return program.error();
  made.program = *std::move(program);
  return made;
}

}  // namespace crosswalk::truth
