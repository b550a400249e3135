// What a pair of people says and knows of their consent to be written to. Also asked by the server,
// which starts no run while it is unconfirmed.
#pragma once

#include <string>
#include <string_view>

#include "mapping/document.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::validate {

// The checkbox that is true for a person who must not be written to, as Salesforce names it; empty
// when the object's records are no people.
std::string_view standard_opt_out(const schema::SalesforceObject& object);

// The one that the mapping names, or else the standard one.
std::string_view opt_out_of(const mapping::ObjectMapping& pair,
                            const schema::SalesforceObject& object);

// Whether people are pulled.
bool pulls_people(const mapping::ObjectMapping& pair, const schema::SalesforceObject& object);

// People are pulled, their opt-out cannot be seen, and the mapping does not say what unknown means.
bool consent_is_unconfirmed(const mapping::ObjectMapping& pair,
                            const schema::SalesforceObject& object);

}  // namespace crosswalk::validate
