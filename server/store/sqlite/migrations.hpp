// The schema's history: each step is SQL that raises PRAGMA user_version by one. Steps that were
// published never change; a new need is a new step.
#pragma once

#include <span>
#include <string_view>

#include "diagnostic/result.hpp"
#include "store/sqlite/database.hpp"

namespace crosswalk::store::sqlite {

std::span<const std::string_view> schema_steps();

// Brings the file up to the last step, each step in a transaction of its own.
// Error{conflict, "schemaNewer"} when the file is beyond it. Throws SqlFailure.
Result<int> migrate(Database& database, std::span<const std::string_view> steps);

}  // namespace crosswalk::store::sqlite
