// CW30xx: a record's value on its way.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kValueTooLong{
    .code = "CW3001",
    .severity = Severity::error,
    .title = "A text is too long",
};

inline constexpr Code kValueNotANumber{
    .code = "CW3002",
    .severity = Severity::error,
    .title = "A value is no number",
};

inline constexpr Code kValueOutOfRange{
    .code = "CW3003",
    .severity = Severity::error,
    .title = "A number does not fit",
};

inline constexpr Code kValueNotInPicklist{
    .code = "CW3004",
    .severity = Severity::error,
    .title = "A value is not in a restricted picklist",
};

inline constexpr Code kValueNotADate{
    .code = "CW3005",
    .severity = Severity::error,
    .title = "A value is no date",
};

inline constexpr Code kValueNotADatetime{
    .code = "CW3006",
    .severity = Severity::error,
    .title = "A value is no date and time",
};

inline constexpr Code kValueNotATime{
    .code = "CW3007",
    .severity = Severity::error,
    .title = "A value is no time of day",
};

inline constexpr Code kValueNotATruth{
    .code = "CW3008",
    .severity = Severity::error,
    .title = "A value is neither true nor false",
};

inline constexpr Code kValueNotAnEmail{
    .code = "CW3009",
    .severity = Severity::error,
    .title = "A value is no e-mail address",
};

inline constexpr Code kValueNotAnId{
    .code = "CW3010",
    .severity = Severity::error,
    .title = "A value is no Salesforce id",
};

inline constexpr Code kValueRequired{
    .code = "CW3011",
    .severity = Severity::error,
    .title = "A required value is missing",
};

inline constexpr Code kValueWrongKind{
    .code = "CW3012",
    .severity = Severity::error,
    .title = "A value of the wrong kind",
};

inline constexpr Code kValueNotMapped{
    .code = "CW3013",
    .severity = Severity::error,
    .title = "A value that the map does not name",
};

inline constexpr Code kValueTruncated{
    .code = "CW3014",
    .severity = Severity::info,
    .title = "A text was cut",
};

}  // namespace crosswalk::diagnostic::codes
