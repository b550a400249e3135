// Mapping documents with every member that the reader knows.
#pragma once

#include <rapidcheck.h>

#include <nlohmann/json_fwd.hpp>
#include <ostream>

#include "mapping/document.hpp"

namespace crosswalk::mapping {

// For a failed property's message.
void showValue(const Document& document, std::ostream& out);

}  // namespace crosswalk::mapping

namespace crosswalk::properties {

rc::Gen<mapping::Document> mapping_documents();

// Every member of the document, to compare two of them: not what the writer says. Only where things
// stand, and whether fields stand in the short form, is left out.
nlohmann::ordered_json members_of(const mapping::Document& document);

}  // namespace crosswalk::properties
