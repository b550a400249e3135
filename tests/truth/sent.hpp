// A row as it would come to Salesforce: converted as the sync converts it. A value that conversion
// refuses is sent all the same, as a careless client would: of the field's kind, but with its
// limits not looked at.
#pragma once

#include <string>
#include <vector>

#include "truth/cell.hpp"
#include "truth/scenario.hpp"

namespace crosswalk::truth {

// A record of kObject, as JSON: {"attributes":{"type":...},...}.
std::string record_of(const Scenario& scenario, const std::vector<Cell>& cells);

// The same with one fault alone: of the values that conversion refuses, only that of the Salesforce
// field is sent.
std::string record_with_fault(const Scenario& scenario, const std::vector<Cell>& cells,
                              std::string_view field);

// Nothing but the key, which stands in the request even of a row that is refused before it is sent.
std::string key_of(const Scenario& scenario, const std::vector<Cell>& cells);

}  // namespace crosswalk::truth
