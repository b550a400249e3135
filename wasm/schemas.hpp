// The schemas of a workspace, as they come in and as they are kept open.
#pragma once

#include <string>
#include <vector>

#include "answers.hpp"
#include "diagnostic/result.hpp"
#include "validate/validate.hpp"

namespace crosswalk::wasm {

struct SchemaTexts {
  std::string platform;
  std::vector<std::string> salesforce;
  std::vector<std::string> admin;
  std::string org;
  std::string policy;
};

// Of {"platform","salesforce":[...],"admin"?:[...],"org"?,"policy"?}, each document as text.
Result<SchemaTexts> read_schema_texts(const Tree& tree);

struct Schemas {
  validate::Workspace parsed;
  // Kept only where a schema has findings: then every report must name them, as the one-shot does.
  SchemaTexts texts;
  bool have_findings = false;
};

Schemas parse(SchemaTexts texts);

}  // namespace crosswalk::wasm
