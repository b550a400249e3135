// The catalogue of codes, for reading: one entry, or all of them as a page. Both come from
// codes/ and from nothing else.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic {

// The entry of a code as a person types it ("cw2104", " 2104"), or null.
const Entry* explain(std::string_view code);

// {"code","severity","family","title","example","cause","cure"}
std::string write_explanation(const Entry& entry);

// Every entry in that form: {"codes":[...]}.
std::string write_catalogue();

// The same as a Markdown page, family by family.
std::string write_catalogue_page();

}  // namespace crosswalk::diagnostic
