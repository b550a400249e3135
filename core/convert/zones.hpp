// Time zones as tables of transitions. The core asks no clock and no database: who has one makes
// the tables (a server from its zone database), hands them over here and to the page, and both
// compute the same. The JSON form: {"zones": {"Europe/Berlin": {"offsets": [3600, 7200],
// "transitions": [354675600, 1, 370400400, 0]}}}: the first offset holds before the first
// transition; then follow pairs of a second since 1970 in UTC and the index of the offset that
// holds from it on.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::convert {

struct Zone {
  struct Transition {
    std::int64_t at = 0;      // since 1970-01-01T00:00:00Z
    std::int32_t before = 0;  // seconds east of UTC
    std::int32_t after = 0;
  };
  std::int32_t offset = 0;  // before the first transition
  std::vector<Transition> transitions;

  // Seconds east of UTC at a moment.
  [[nodiscard]] std::int32_t offset_at(std::int64_t utc) const;
  // The moment of a wall clock's time. A time that comes twice is the first of the two; one that is
  // left out is read as if the clock had not yet been moved.
  [[nodiscard]] std::int64_t to_utc(std::int64_t local) const;
};

using Zones = std::map<std::string, Zone, std::less<>>;

// Errors: zonesInvalid; path: the JSON Pointer of what is wrong.
Result<Zones> read_zones(std::string_view text);

}  // namespace crosswalk::convert
