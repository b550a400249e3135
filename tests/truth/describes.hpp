// Describes as a Salesforce org might have them: an object with fields of every type that a record
// can be created with, required, unique, restricted, create-only and not, and the objects that its
// references point at.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "truth/dice.hpp"

namespace crosswalk::truth {

using Json = nlohmann::ordered_json;

inline constexpr const char* kObject = "Thing__c";

// The describe of kObject with `fields` fields beside its Id; an external id among them, when one
// is wanted, is named External_Id__c.
Json make_object(Dice& dice, std::size_t fields, bool external_id);

// Accounts and users, which every org is filled with.
std::vector<Json> reference_targets();

// The ids that records of a target have in a new org; `target` is one of the names above.
std::string id_of_target(const std::string& target, std::size_t number);
inline constexpr std::size_t kTargetRecords = 3;

}  // namespace crosswalk::truth
