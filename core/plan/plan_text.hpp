// Texts in, plan document out: the face of `crosswalk plan` and of the WebAssembly module. Pairs
// the records of both sides (links first, then the mapping's match) and decides each pair.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "mapping/document.hpp"
#include "schema/platform.hpp"
#include "schema/salesforce.hpp"

namespace crosswalk::plan {

struct TextInput {
  const mapping::Document& mapping;
  const schema::PlatformSchema& platform;
  const schema::SalesforceSchema& salesforce;
  // NDJSON {"object","key","fields":{}}, or CSV (the header names platform fields) of
  // `left_object`.
  std::string_view left;
  bool left_is_csv = false;
  std::string_view left_object;  // of a CSV; may be empty when the mapping has one object
  std::string_view right;        // NDJSON of REST records with attributes.type and Id
  std::string_view links;  // NDJSON {"object","key","salesforce","id","base":{}}; may be empty
};

// Errors: bad_input with path "left:LINE:COLUMN", "right:...", "links:..." or a JSON Pointer into
// the mapping.
Result<std::string> plan_text(const TextInput& input);

}  // namespace crosswalk::plan
