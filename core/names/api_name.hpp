// The parts of an API name: "acme__Score__c" is the package acme's custom field Score. And what a
// person slipped on who wrote one name and meant another: the parts around the name proper.
#pragma once

#include <cstdint>
#include <string_view>

namespace crosswalk::names {

struct ApiName {
  std::string_view space;   // "acme"; empty without a namespace
  std::string_view proper;  // "Score"
  std::string_view suffix;  // "__c", "__r", "__pc", "__latitude__s", ...; empty for a standard name
};

// Views into `name`. A name of no known form is all `proper`.
ApiName split_api_name(std::string_view name);

// Views of the part without the blanks around it, of any kind that a person pastes.
std::string_view without_blanks(std::string_view name);

enum class Slip : std::uint8_t {
  none,  // the same name, letter by letter
  letter_case,
  blanks,             // stray blanks around it
  missing_suffix,     // Score for Score__c
  extra_suffix,       // Email__c for Email
  other_suffix,       // Account__c for Account__r
  missing_namespace,  // Score__c for acme__Score__c
  extra_namespace,    // acme__Score__c for Score__c
  other_namespace,
  different,  // the names proper differ
};

// What is wrong with `written` when `meant` is right. Names are compared as Salesforce does, ASCII
// case aside; the first of the above that tells them apart.
Slip slip_between(std::string_view written, std::string_view meant);

}  // namespace crosswalk::names
