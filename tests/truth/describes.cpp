#include "truth/describes.hpp"

#include <algorithm>

#include "org/value.hpp"

namespace crosswalk::truth {
namespace {

// How often a field is of the kind, and what makes it one.
struct KindRow {
  std::size_t weight;
  void (*make)(Dice& dice, Json& field);
};

void text(Dice& dice, Json& field) {
  field["type"] = "string";
  field["length"] = dice.chance(100) ? dice.between(1, 10) : dice.between(20, 255);
  if (dice.chance(150)) {
    field["unique"] = true;
    field["length"] = dice.between(30, 255);
    field["caseSensitive"] = dice.chance(500);
    field["externalId"] = dice.chance(500);
  }
}

void text_area(Dice&, Json& field) {
  field["type"] = "textarea";
  field["length"] = 255;
  field["extraTypeInfo"] = "plaintextarea";
}

void long_text(Dice& dice, Json& field) {
  field["type"] = "textarea";
  field["length"] = dice.one_of<int>({256, 300, 1000, 2000});
  field["extraTypeInfo"] = "plaintextarea";
}

void rich_text(Dice& dice, Json& field) {
  long_text(dice, field);
  field["htmlFormatted"] = true;
  field["extraTypeInfo"] = "richtextarea";
}

void encrypted_text(Dice& dice, Json& field) {
  field["type"] = "encryptedstring";
  field["length"] = dice.between(10, 175);
  field["maskType"] = dice.one_of<const char*>({"all", "lastFour", "creditCard"});
}

void email(Dice& dice, Json& field) {
  field["type"] = "email";
  field["length"] = dice.chance(200) ? 128 : 80;
  if (dice.chance(100)) field["unique"] = true;
  field["idLookup"] = dice.chance(200);
}

void phone(Dice&, Json& field) {
  field["type"] = "phone";
  field["length"] = 40;
}

void url(Dice&, Json& field) {
  field["type"] = "url";
  field["length"] = 255;
}

void combobox(Dice&, Json& field) {
  field["type"] = "combobox";
  field["length"] = 255;
}

void decimal(Dice& dice, Json& field, const char* type) {
  const std::size_t precision = dice.chance(250) ? 18 : dice.between(1, 15);
  field["type"] = type;
  field["precision"] = precision;
  field["scale"] = dice.below(std::min<std::size_t>(precision, 8) + 1);
}

void number(Dice& dice, Json& field) {
  decimal(dice, field, "double");
  if (dice.chance(100)) {
    field["unique"] = true;
    field["externalId"] = true;
    field["precision"] = 12;
    field["scale"] = 0;
  }
}

void currency(Dice& dice, Json& field) { decimal(dice, field, "currency"); }
void percent(Dice& dice, Json& field) { decimal(dice, field, "percent"); }

void coordinate(Dice& dice, Json& field) {
  field["type"] = "double";
  field["precision"] = 18;
  field["scale"] = 15;
  const std::string place = field["name"].get<std::string>().substr(0, 3);
  field["compoundFieldName"] = place + "__c";
  field["name"] = place + (dice.chance(500) ? "__Latitude__s" : "__Longitude__s");
}

void integer(Dice& dice, Json& field) {
  field["type"] = "int";
  field["digits"] = dice.one_of<int>({8, 9, 9, 0});
}

void long_integer(Dice&, Json& field) { field["type"] = "long"; }

void checkbox(Dice&, Json& field) {
  field["type"] = "boolean";
  field["nillable"] = false;
  field["defaultedOnCreate"] = true;
}

void date(Dice&, Json& field) { field["type"] = "date"; }
void datetime(Dice&, Json& field) { field["type"] = "datetime"; }
void time_of_day(Dice&, Json& field) { field["type"] = "time"; }

// Labels differ from values, as in translated orgs, and some values are no longer in use.
Json choices(Dice& dice) {
  static const std::vector<std::string> kChoices{
      "Golf", "Music", "Tennis", "12",  "true", "Été",    "Send Letter", "a/b", "50 %",
      "R&D",  "n/a",   "Ms.",    "VIP", "CSV",  "2026-1", "中文",        "no",  "Chess (1)"};
  Json out = Json::array();
  const std::size_t count = dice.between(3, 9), start = dice.below(kChoices.size());
  for (std::size_t i = 0; i < count; ++i) {
    const std::string& value = kChoices[(start + i) % kChoices.size()];
    out.push_back({{"value", value},
                   {"label", dice.chance(300) ? value + " (label)" : value},
                   {"active", i == 0 || !dice.chance(120)}});
  }
  return out;
}

void picklist(Dice& dice, Json& field) {
  field["type"] = "picklist";
  field["length"] = dice.chance(300) ? 40 : 255;
  field["picklistValues"] = choices(dice);
}

void restricted_picklist(Dice& dice, Json& field) {
  picklist(dice, field);
  field["restrictedPicklist"] = true;
}

void multipicklist(Dice& dice, Json& field) {
  field["type"] = "multipicklist";
  field["length"] = 4099;
  field["precision"] = 4;
  field["picklistValues"] = choices(dice);
}

void restricted_multipicklist(Dice& dice, Json& field) {
  multipicklist(dice, field);
  field["restrictedPicklist"] = true;
}

void lookup(Dice& dice, Json& field) {
  field["type"] = "reference";
  field["length"] = 18;
  field["referenceTo"] = {dice.one_of<const char*>({"Account", "User"})};
}

void polymorphic_lookup(Dice&, Json& field) {
  field["type"] = "reference";
  field["length"] = 18;
  field["referenceTo"] = {"Account", "User"};
  field["polymorphicForeignKey"] = true;
}

void master_detail(Dice&, Json& field) {
  field["type"] = "reference";
  field["length"] = 18;
  field["referenceTo"] = {"Account"};
  field["relationshipOrder"] = 0;
  field["cascadeDelete"] = true;
  field["nillable"] = false;
  field["updateable"] = false;
}

void lookup_elsewhere(Dice& dice, Json& field) {
  const bool external = dice.chance(500);
  field["type"] = "reference";
  field["length"] = 255;
  field["referenceTo"] = {external ? "Order__x" : "Account"};
  field["extraTypeInfo"] = external ? "externallookup" : "indirectlookup";
  if (!external) field["referenceTargetField"] = "Organisation_Id__c";
}

constexpr KindRow kKinds[] = {
    {14, text},
    {5, text_area},
    {4, long_text},
    {2, rich_text},
    {3, encrypted_text},
    {8, email},
    {4, phone},
    {4, url},
    {2, combobox},
    {8, number},
    {4, currency},
    {3, percent},
    {3, coordinate},
    {5, integer},
    {2, long_integer},
    {6, checkbox},
    {6, date},
    {7, datetime},
    {4, time_of_day},
    {5, picklist},
    {8, restricted_picklist},
    {4, multipicklist},
    {5, restricted_multipicklist},
    {6, lookup},
    {3, polymorphic_lookup},
    {1, master_detail},
    {2, lookup_elsewhere},
};

Json field_named(std::string name) {
  Json field;
  field["label"] = "Field " + name;
  field["name"] = std::move(name);
  field["custom"] = true;
  field["createable"] = true;
  field["updateable"] = true;
  field["nillable"] = true;
  return field;
}

// What any type may be: required, filled by the org when it is left out, written once.
void make_harder(Dice& dice, Json& field) {
  if (field["nillable"] == true && dice.chance(120)) {
    field["nillable"] = false;
    if (dice.chance(250)) field["defaultedOnCreate"] = true;
  }
  if (dice.chance(60)) field["updateable"] = false;
}

Json make_field(Dice& dice, std::size_t number) {
  std::size_t all = 0;
  for (const KindRow& row : kKinds) all += row.weight;
  std::size_t choice = dice.below(all);
  const KindRow* kind = kKinds;
  for (; choice >= kind->weight; ++kind) choice -= kind->weight;
  Json field = field_named("F" + std::to_string(10 + number) + "__c");
  kind->make(dice, field);
  make_harder(dice, field);
  return field;
}

Json make_external_id(Dice& dice) {
  Json field = field_named("External_Id__c");
  if (dice.chance(250)) {
    field["type"] = "double";
    field["precision"] = 12;
    field["scale"] = 0;
  } else {
    field["type"] = "string";
    field["length"] = dice.between(12, 60);
  }
  field["externalId"] = true;
  field["idLookup"] = true;
  field["unique"] = dice.chance(700);
  if (field["unique"] == true && field["type"] == "string")
    field["caseSensitive"] = dice.chance(500);
  return field;
}

Json id_field() {
  return {{"name", "Id"},
          {"type", "id"},
          {"length", 18},
          {"nillable", false},
          {"defaultedOnCreate", true}};
}

Json object_named(const char* name, const char* prefix) {
  return {{"name", name},
          {"label", name},
          {"keyPrefix", prefix},
          {"createable", true},
          {"updateable", true},
          {"queryable", true},
          {"fields", Json::array({id_field()})}};
}

}  // namespace

Json make_object(Dice& dice, std::size_t fields, bool external_id) {
  Json object = object_named(kObject, "a0T");
  if (external_id) object["fields"].push_back(make_external_id(dice));
  for (std::size_t i = 0; i < fields; ++i) object["fields"].push_back(make_field(dice, i));
  return object;
}

std::vector<Json> reference_targets() {
  Json account = object_named("Account", "001"), user = object_named("User", "005");
  for (Json* object : {&account, &user}) {
    Json name = field_named("Name");
    name["type"] = "string";
    name["length"] = 80;
    (*object)["fields"].push_back(name);
  }
  return {account, user};
}

std::string id_of_target(const std::string& target, std::size_t number) {
  return org::id_of(target == "User" ? "005" : "001", number % kTargetRecords + 1);
}

}  // namespace crosswalk::truth
