// What Salesforce accepts for one field: JSON from a request to a stored value, or a refusal with
// its code and its words. Written from Salesforce's documentation and recordings, apart from core.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "org/record_store.hpp"

namespace crosswalk::org {

struct Refusal {
  std::string code, message;
  std::vector<std::string> fields;
};

using Accepted = std::variant<Value, Refusal>;

// "" and blanks become null. References must name a record of the store where their object has one.
Accepted accept(const RecordStore& store, const Field& field, const nlohmann::ordered_json& json);

// The refusal of a JSON value of the wrong type: JSON_PARSER_ERROR.
Refusal wrong_type(const std::string& wanted, const nlohmann::ordered_json& json);

}  // namespace crosswalk::org
