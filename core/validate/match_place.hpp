// Where a pair's match stands, and the fix that most findings about it offer.
#pragma once

#include <string>

#include "validate/context.hpp"

namespace crosswalk::validate {

std::string match_pointer(const ObjectPair& pair);
std::string external_id_pointer(const ObjectPair& pair);

// Matching by an external id that can take the platform's key and serves nothing else yet.
void offer_external_id(const ObjectPair& pair, Diagnostic& found);

}  // namespace crosswalk::validate
