// CW13xx: describes and what is known of an org.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kDescribeUnrecognised{
    .code = "CW1301",
    .severity = Severity::error,
    .cause = "Without describes, fields cannot be checked.",
};
inline constexpr Entry kDescribeUnrecognisedEntry{
    .code = kDescribeUnrecognised,
    .title = "The text is no describe result",
    .example = "an error answer saved as a describe",
    .cure = "Give what /services/data/vXX.X/sobjects/OBJECT/describe answers.",
};

inline constexpr Code kOrgUnreadable{
    .code = "CW1302",
    .severity = Severity::error,
    .cause = "What is known of the org cannot be used.",
};
inline constexpr Entry kOrgUnreadableEntry{
    .code = kOrgUnreadable,
    .title = "The org facts cannot be read",
    .example = "a list instead of an object",
    .cure = "Give a JSON object, or leave it out.",
};

}  // namespace crosswalk::diagnostic::codes
