// CW10xx: the text itself, before anything in it has a meaning.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kJsonSyntax{
    .code = "CW1001",
    .severity = Severity::error,
    .title = "The text is not JSON",
};

inline constexpr Code kJsonUtf8{
    .code = "CW1002",
    .severity = Severity::error,
    .title = "The text is not UTF-8",
};

inline constexpr Code kJsonTooDeep{
    .code = "CW1003",
    .severity = Severity::error,
    .title = "The text is nested too deeply",
};

inline constexpr Code kJsonTooLarge{
    .code = "CW1004",
    .severity = Severity::error,
    .title = "The text is too large",
};

inline constexpr Code kJsonDuplicateKey{
    .code = "CW1005",
    .severity = Severity::error,
    .title = "A key comes twice",
};

}  // namespace crosswalk::diagnostic::codes
