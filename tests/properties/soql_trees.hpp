// Trees of the whole SELECT language, as the parser would make them of a text.
#pragma once

#include <rapidcheck.h>

#include <ostream>

#include "soql/ast.hpp"

namespace crosswalk::soql {

// For a failed property's message.
void showValue(const Query& query, std::ostream& out);
void showValue(const Condition& condition, std::ostream& out);

}  // namespace crosswalk::soql

namespace crosswalk::properties {

rc::Gen<soql::Query> queries();
rc::Gen<soql::Condition> conditions();

}  // namespace crosswalk::properties
