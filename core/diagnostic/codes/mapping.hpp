// CW11xx: members of a mapping document.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kNotAnObject{
    .code = "CW1101",
    .severity = Severity::error,
    .title = "The document is no JSON object",
};

inline constexpr Code kUnknownKey{
    .code = "CW1102",
    .severity = Severity::error,
    .title = "A key that nobody knows",
};

inline constexpr Code kWrongType{
    .code = "CW1103",
    .severity = Severity::error,
    .title = "A value of the wrong type",
};

inline constexpr Code kMissingMember{
    .code = "CW1104",
    .severity = Severity::error,
    .title = "A member that must be there is missing",
};

inline constexpr Code kUnknownWord{
    .code = "CW1105",
    .severity = Severity::error,
    .title = "A word that is not one of the choices",
};

inline constexpr Code kUnknownVersion{
    .code = "CW1106",
    .severity = Severity::error,
    .title = "A version that this program cannot read",
};

inline constexpr Code kNotCarriedOut{
    .code = "CW1107",
    .severity = Severity::warning,
    .title = "A setting that this version does not carry out",
};

inline constexpr Code kUnknownTransform{
    .code = "CW1109",
    .severity = Severity::error,
    .title = "A transform that nobody knows",
};

inline constexpr Code kNothingMapped{
    .code = "CW1110",
    .severity = Severity::warning,
    .title = "Nothing is mapped",
};

inline constexpr Code kTooManyItems{
    .code = "CW1111",
    .severity = Severity::error,
    .title = "A list is too long",
};

}  // namespace crosswalk::diagnostic::codes
