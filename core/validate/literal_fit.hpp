// Whether a value that is written in the mapping (a constant, a default, what a map gives) can be
// stored in a field.
#pragma once

#include <optional>
#include <string>

#include "mapping/document.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::validate {

// What is wrong, as a sentence; nothing when it fits.
std::optional<std::string> literal_problem(const mapping::Literal& literal,
                                           const schema::SalesforceField& field);

// What was probably meant by a value that does not fit, as JSON text: "true" without its quotes,
// the picklist's value of this label. It fits.
std::optional<std::string> better_literal(const mapping::Literal& literal,
                                          const schema::SalesforceField& field);

}  // namespace crosswalk::validate
