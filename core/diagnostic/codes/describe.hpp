// CW13xx: describes and what is known of an org.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kDescribeUnrecognised{
    .code = "CW1301",
    .severity = Severity::error,
    .title = "The text is no describe result",
};

inline constexpr Code kOrgUnreadable{
    .code = "CW1302",
    .severity = Severity::error,
    .title = "The org facts cannot be read",
};

}  // namespace crosswalk::diagnostic::codes
