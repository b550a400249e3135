// Why two fields are proposed for one another, in an admin's words.
#pragma once

#include <string>

#include "suggest/pairing.hpp"

namespace crosswalk::suggest {

std::string reason_of(const Match& match, const Evidence& evidence, const Lexicon& lexicon);

}  // namespace crosswalk::suggest
