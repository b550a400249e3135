// CW22xx: how the two records of one thing are found.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kMatchMissing{
    .code = "CW2201",
    .severity = Severity::error,
    .title = "Nothing says how records are matched",
};

inline constexpr Code kExternalIdUnknown{
    .code = "CW2202",
    .severity = Severity::error,
    .title = "The external id field does not exist",
};

inline constexpr Code kExternalIdUnfit{
    .code = "CW2203",
    .severity = Severity::error,
    .title = "The field cannot serve as external id",
};

inline constexpr Code kExternalIdNotUnique{
    .code = "CW2204",
    .severity = Severity::warning,
    .title = "The external id is not unique",
};

inline constexpr Code kExternalIdTooShort{
    .code = "CW2205",
    .severity = Severity::warning,
    .title = "The external id is shorter than the platform's key",
};

inline constexpr Code kMatchFieldUnknown{
    .code = "CW2206",
    .severity = Severity::error,
    .title = "A match field is not mapped",
};

inline constexpr Code kCreateWithoutExternalId{
    .code = "CW2207",
    .severity = Severity::error,
    .title = "Creating without an external id may create twice",
};

inline constexpr Code kExternalIdType{
    .code = "CW2208",
    .severity = Severity::error,
    .title = "The external id does not take the platform's key",
};

inline constexpr Code kExternalIdMapped{
    .code = "CW2210",
    .severity = Severity::error,
    .title = "The external id is written by another field",
};

}  // namespace crosswalk::diagnostic::codes
