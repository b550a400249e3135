// Times as an org writes them: the Date header (RFC 1123) and the datetimes of SOQL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/clock.hpp"

namespace crosswalk::sync {

// "Sun, 22 Nov 2026 16:26:02 GMT"
std::optional<runtime::Stamp> read_http_date(std::string_view text);
// What write_soql_time wrote.
std::optional<runtime::Stamp> read_soql_time(std::string_view text);
std::string write_soql_time(runtime::Stamp stamp);  // 2026-11-22T16:26:02Z

}  // namespace crosswalk::sync
