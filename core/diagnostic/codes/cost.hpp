// CW27xx: what a sync costs in Salesforce API calls, and how long its queries are.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kCallsPerDay{
    .code = "CW2701",
    .severity = Severity::warning,
    .cause =
        "Salesforce counts the calls of all programs together; when they are used up, none "
        "of them works until calls become free.",
};
inline constexpr Entry kCallsPerDayEntry{
    .code = kCallsPerDay,
    .title = "The schedule needs much of the org's daily API calls",
    .example = "every minute, with a limit of 15,000 calls a day",
    .cure = "Run less often, map fewer objects, or buy calls.",
};

inline constexpr Code kFirstRunCalls{
    .code = "CW2702",
    .severity = Severity::warning,
    .cause = "The run would stop half way and go on when calls become free.",
};
inline constexpr Entry kFirstRunCallsEntry{
    .code = kFirstRunCalls,
    .title = "The first run needs more API calls than are left",
    .example = "8,000,000 contacts, and 3,000 calls left today",
    .cure = "Start it when the calls of the day are free, or narrow it by \"where\".",
};

inline constexpr Code kQueryTooLong{
    .code = "CW2703",
    .severity = Severity::error,
    .cause = "A query has at most 100,000 characters.",
};
inline constexpr Entry kQueryTooLongEntry{
    .code = kQueryTooLong,
    .title = "The query is too long for Salesforce",
    .example = "a condition that lists 10,000 ids",
    .cure = "Shorten the condition, or map fewer fields.",
};

inline constexpr Code kUrlTooLong{
    .code = "CW2704",
    .severity = Severity::error,
    .cause = "Queries travel in the address, of which Salesforce takes 16,384 bytes.",
};
inline constexpr Entry kUrlTooLongEntry{
    .code = kUrlTooLong,
    .title = "The query is too long for a web address",
    .example = "800 fields of one object",
    .cure = "Map fewer fields, or part them between two pairs.",
};

}  // namespace crosswalk::diagnostic::codes
