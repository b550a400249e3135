// Everything that can be known of a query without asking the org: whether it can be read, what
// Salesforce would refuse, and, against a schema, whether objects, fields and relationships exist
// and take the operators and values they are given. Findings of CW40xx; never fails, never throws.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::soql {

// `schema` may be null: then syntax and the limits of the language alone. Places are of the text,
// fixes are edits of it. What only Apex understands is a warning.
Report check(std::string_view text, const schema::SalesforceSchema* schema);

// The condition of a mapping, which is sent by REST: what only Apex understands is an error.
// `object` and `schema` may be null. Findings stand at `pointer`, `inside` is the place in the
// text; fixes are patches that replace the whole text.
Report check_where(std::string_view text, const schema::SalesforceObject* object,
                   const schema::SalesforceSchema* schema, const std::string& pointer);

}  // namespace crosswalk::soql
