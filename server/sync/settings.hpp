// A sync document (PUT /syncs/{name}) as values.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/result.hpp"

namespace crosswalk::sync {

struct SyncSettings {
  std::string connection;
  std::string mapping;
  bool enabled = true;
  double reserve = 0.2;  // share of the org's daily calls that is left to others
};

// Errors name the member by JSON Pointer. Members that this version does not carry out are refused
// unless they hold their default.
Result<SyncSettings> read_sync(std::string_view text);

}  // namespace crosswalk::sync
