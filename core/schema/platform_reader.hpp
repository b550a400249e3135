// Reads a platform schema document. Everything that is wrong with it is found at once, with
// positions; a text with errors gives no schema.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/result.hpp"
#include "schema/platform.hpp"

namespace crosswalk::schema {

struct PlatformOutcome {
  std::optional<PlatformSchema> schema;  // absent when the report has errors
  Report report;
};

PlatformOutcome read_platform_report(std::string_view text);

// The same with the first error only: code platformSchemaInvalid, path "line:column".
Result<PlatformSchema> read_platform(std::string_view text);

// The document again, as JSON text.
std::string write_platform(const PlatformSchema& schema);

}  // namespace crosswalk::schema
