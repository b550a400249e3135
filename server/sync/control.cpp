#include "sync/control.hpp"

namespace crosswalk::sync {

Result<void> check_reserve(std::int64_t used, std::int64_t max, double reserve) {
  if (max <= 0) return {};
  const double allowed = static_cast<double>(max) * (1 - reserve);
  if (static_cast<double>(used) < allowed) return {};
  return Error{.kind = ErrorKind::unavailable,
               .code = "apiReserve",
               .path = "",
               .message = "The org has used " + std::to_string(used) + " of its " +
                          std::to_string(max) +
                          " daily API requests; the rest is reserved for others (`reserve` of the "
                          "sync).",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

}  // namespace crosswalk::sync
