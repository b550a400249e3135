// The whole relation, for reading: as data, from which tables are drawn, and as a page. Both come
// from the table, its rules and the policies, and from nothing else.
#pragma once

#include <string>
#include <string_view>

#include "compat/relation.hpp"

namespace crosswalk::compat {

// {"rules":[{"class","reason","loss","remedies":[{"transform"?,"advice"}]}],
//  "columns":[{"name","kind","trait"?,"label","notes"?:{"toSalesforce"?,"toPlatform"?}}],
//  "rows":[{"type","label","toSalesforce":[...],"toPlatform":[...]}],
//  "policies":[{"name","allowed":[[type,kind],...],"exempt":[...],"textUnitsMax"}]}
// A row has a number for every column: that of its rule.
std::string write_matrix();

// The same as a Markdown page, type by type.
std::string write_matrix_page();

// One verdict: {"class","reason","loss","remedies":[...],"note"?}.
std::string write_verdict(const Verdict& verdict);
std::string write_verdict(const FieldVerdict& verdict);

}  // namespace crosswalk::compat
