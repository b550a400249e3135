// Fixes for a text that is not JSON. Only what a person slips on often, and only where the text can
// be read afterwards: a guess that leaves it broken is none.
#pragma once

#include <string_view>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::validate {

// Offers a fix for a syntax error of the mapping, in place of a patch as edits alone: there is no
// document yet that a patch could change.
void offer_mended_syntax(std::string_view text, Diagnostic& found);

}  // namespace crosswalk::validate
