// A dependent picklist says in each value's validFor under which values of its controlling field it
// may be chosen: a bit string in base64, most significant bit of each byte first, one bit per value
// of the controller, inactive ones included. Under a checkbox bit 0 is false and bit 1 is true.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "schema/salesforce.hpp"

namespace crosswalk::schema {

// Whether bit `number` of a validFor is set. False beyond its end, and where it is no base64.
bool is_valid_for(std::string_view valid_for, std::size_t number);

// The bit of the controlling field's value: "true" and "false" under a checkbox, else the place in
// its picklist (ASCII case aside). Absent when the controller has no such value.
std::optional<std::size_t> controlling_number(const SalesforceField& controller,
                                              std::string_view value);

// Whether `value` of a dependent picklist may be chosen while its controlling field holds
// `controlling`. True where nothing restricts it.
bool may_depend(const PicklistValue& value, const SalesforceField& controller,
                std::string_view controlling);

}  // namespace crosswalk::schema
