// The whole relation, for reading: as data, from which tables are drawn, and as a page. Both come
// from the table, its rules and the policies, and from nothing else.
#pragma once

#include <string>

#include "compat/relation.hpp"

namespace crosswalk::compat {

// {"platformTypes":[{"name","label"}], "columns":[{"name","kind","trait"?,"label"}],
//  "verdicts":[...], "toSalesforce":[[...]], "toPlatform":[[...]],
//  "policies":[{"name","allowed":[[type,kind],...],"exempt":[...],"textUnitsMax"}]}
// Equal verdicts stand once; a cell is the number of its verdict, in a row for each platform type.
std::string write_matrix();

// The same as a Markdown page, type by type.
std::string write_matrix_page();

// One verdict: {"class","reason","loss"?,"note"?,"remedies"?:[{"transform","advice"}]}.
std::string write_verdict(const Verdict& verdict);
std::string write_verdict(const FieldVerdict& verdict);

}  // namespace crosswalk::compat
