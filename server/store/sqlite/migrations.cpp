#include "store/sqlite/migrations.hpp"

#include <array>
#include <string>

#include "store/failure.hpp"
#include "store/sqlite/schema.hpp"

namespace crosswalk::store::sqlite {

std::span<const std::string_view> schema_steps() {
  static const std::array<std::string_view, 1> kSteps = {kSchema1};
  return kSteps;
}

Result<int> migrate(Database& database, std::span<const std::string_view> steps) {
  int version = 0;
  {
    auto query = database.query("PRAGMA user_version");
    if (query.next()) version = static_cast<int>(query.integer(0));
  }
  const int newest = static_cast<int>(steps.size());
  if (version > newest) {
    return failure(ErrorKind::conflict, "schemaNewer", {},
                   "The database was written by a newer Crosswalk (schema " +
                       std::to_string(version) + ", this one knows " + std::to_string(newest) +
                       "). Start the newer one.");
  }
  for (; version < newest; ++version) {
    database.script("BEGIN IMMEDIATE");
    try {
      database.script(std::string(steps[static_cast<std::size_t>(version)]));
      database.script("PRAGMA user_version=" + std::to_string(version + 1));
      database.script("COMMIT");
    } catch (const SqlFailure&) {
      if (database.in_transaction()) database.script("ROLLBACK");
      throw;
    }
  }
  return version;
}

}  // namespace crosswalk::store::sqlite
