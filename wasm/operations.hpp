// What the module can be asked beside opening and closing: one function for each operation, text
// in, text out, marshalling only. A refusal is an answer too: {"error":{"code","message","path"?}}.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "diagnostic/error.hpp"
#include "validate/validate.hpp"

namespace crosswalk::wasm {

using Tree = nlohmann::ordered_json;

// {"error":{"code","message"}}, with "path" where the error knows a place.
std::string refusal(std::string_view code, std::string_view message, std::string_view path = {});
std::string refusal_of(const Error& error);

bool has_text(const Tree& tree, std::string_view key);

// Those that need no schema.
std::string explain(const Tree& input);      // {"code"} → an entry of the catalogue, or null
std::string list_codes(const Tree& input);   // {} → {"codes":[...]}
std::string list_matrix(const Tree& input);  // {} → the type relation, see compat/matrix.hpp
std::string list_edits(const Tree& input);   // {"mapping","patch"} → {"edits":[...]}

// Those that look at schemas; without a workspace at empty ones.
// {"mapping","left","leftIsCsv"?,"leftObject"?,"right","links"?} → the plan document
std::string plan(const validate::Workspace& schemas, const Tree& input);
// {"mapping","pointer"} → {"items":[...]}
std::string complete(const validate::Workspace& schemas, const Tree& input);
// {"text","object"?} → a report
std::string check_soql(const validate::Workspace& schemas, const Tree& input);
// {"platform","salesforce"}, each a name or a document of one field → both verdicts
std::string compat(const validate::Workspace& schemas, const Tree& input);

}  // namespace crosswalk::wasm
