// How a run under way is told to stop, and why it did.
#pragma once

#include <cstdint>
#include <string>

#include "diagnostic/result.hpp"

namespace crosswalk::sync {

struct Control {
  bool cancelled = false;    // by a person: the run ends
  bool interrupted = false;  // by a shutdown: the run stays open, and goes on after the next start

  // Error{conflict, "runCancelled" | "runInterrupted"} once it was told to stop.
  [[nodiscard]] Result<void> check() const {
    if (!cancelled && !interrupted) return {};
    return Error{.kind = ErrorKind::conflict,
                 .code = cancelled ? "runCancelled" : "runInterrupted",
                 .path = "",
                 .message = cancelled ? "The run was cancelled." : "The server was stopped.",
                 .salesforce_status = 0,
                 .salesforce_code = ""};
  }
};

// Error{unavailable, "apiReserve"} when the share of the org's daily calls that is left to others
// has been reached.
Result<void> check_reserve(std::int64_t used, std::int64_t max, double reserve);

}  // namespace crosswalk::sync
