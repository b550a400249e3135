// What a module can be asked beside opening and closing: a table of operations by name, text in,
// text out, marshalling only. Each module of the package has its own table:
//   check_operations.cpp   crosswalk.wasm: what an editor asks while somebody types
//   record_operations.cpp  crosswalk_records.wasm: what looks at records
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "schemas.hpp"

namespace crosswalk::wasm {

// One of the functions is set.
struct Operation {
  std::string_view name;
  // Needs no schema.
  std::string (*plain)(const Tree& input) = nullptr;
  // Looks at the schemas of a workspace; without a workspace at empty ones.
  std::string (*with_schemas)(const Schemas& schemas, const Tree& input) = nullptr;
  // Takes the text itself, with no envelope around it: what is asked with every keystroke. Without
  // a workspace, `plain` of the row answers.
  std::string (*of_text)(const Schemas& schemas, std::string_view text) = nullptr;
};

std::span<const Operation> operations();

// {"platform","salesforce"}, each a name or a document of one field → both verdicts
std::string compat(const Schemas& schemas, const Tree& input);

}  // namespace crosswalk::wasm
