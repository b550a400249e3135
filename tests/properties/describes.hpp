// Describes as text, in the shape of the REST API, beside the values that a reader must find in
// them. The text has members that nobody reads, nulls and another order at every turn.
#pragma once

#include <rapidcheck.h>

#include <nlohmann/json.hpp>
#include <string>

#include "schema/salesforce.hpp"

namespace crosswalk::properties {

rc::Gen<schema::SalesforceObject> salesforce_objects();

schema::SalesforceField salesforce_field(std::string name);

// Every property by the name that the REST API gives it.
nlohmann::ordered_json properties_of(const schema::SalesforceField& field);
nlohmann::ordered_json properties_of(const schema::SalesforceObject& object);

// A describe of these properties; inside an exec or a property only.
std::string describe_text(const nlohmann::ordered_json& properties);

}  // namespace crosswalk::properties
