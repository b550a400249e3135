// Whether a value that is written in the mapping (a constant, a default, what a map gives) can be
// stored in a field.
#pragma once

#include <optional>
#include <string>

#include "diagnostic/diagnostic.hpp"
#include "mapping/document.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::validate {

// What is wrong, as a sentence; nothing when it fits.
std::optional<std::string> literal_problem(const mapping::Literal& literal,
                                           const schema::SalesforceField& field);

// Writes at `pointer` what was probably meant by a value that does not fit: "true" without its
// quotes, the picklist's value of this label. Nothing where no such value fits.
std::optional<Fix> mend_literal(const mapping::Literal& literal,
                                const schema::SalesforceField& field, std::string pointer);

}  // namespace crosswalk::validate
