// CW23xx: constants and conditions.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kConstantUnknownField{
    .code = "CW2301",
    .severity = Severity::error,
    .title = "A constant for a field that does not exist",
};

inline constexpr Code kConstantUnfit{
    .code = "CW2302",
    .severity = Severity::error,
    .title = "A constant does not fit its field",
};

inline constexpr Code kConstantNotWritable{
    .code = "CW2303",
    .severity = Severity::error,
    .title = "A constant for a field that cannot be written",
};

inline constexpr Code kConstantWithoutPush{
    .code = "CW2304",
    .severity = Severity::warning,
    .title = "A constant on a pair that never pushes",
};

inline constexpr Code kWhereSyntax{
    .code = "CW2305",
    .severity = Severity::error,
    .title = "A condition cannot be read",
};

inline constexpr Code kWhereUnknownField{
    .code = "CW2306",
    .severity = Severity::error,
    .title = "A condition on a field that does not exist",
};

inline constexpr Code kWhereNotFilterable{
    .code = "CW2307",
    .severity = Severity::error,
    .title = "A condition on a field that cannot be filtered",
};

inline constexpr Code kWhereNotEvaluable{
    .code = "CW2308",
    .severity = Severity::error,
    .title = "A condition that the platform's side cannot evaluate",
};

}  // namespace crosswalk::diagnostic::codes
