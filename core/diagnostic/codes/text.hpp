// CW10xx: the text itself, before anything in it has a meaning.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kJsonSyntax{
    .code = "CW1001",
    .severity = Severity::error,
    .cause = "Nothing can be checked until the text can be read.",
};
inline constexpr Entry kJsonSyntaxEntry{
    .code = kJsonSyntax,
    .title = "The text is not JSON",
    .example = R"({"version": 1,})",
    .cure = "Mend the place that is shown: often a comma too much or too few, or a quote.",
};

inline constexpr Code kJsonUtf8{
    .code = "CW1002",
    .severity = Severity::error,
    .cause = "JSON is UTF-8 text; other bytes would become wrong letters.",
};
inline constexpr Entry kJsonUtf8Entry{
    .code = kJsonUtf8,
    .title = "The text is not UTF-8",
    .example = "a file saved as Windows-1252",
    .cure = "Save the file as UTF-8.",
};

inline constexpr Code kJsonTooDeep{
    .code = "CW1003",
    .severity = Severity::error,
    .cause = "No document of ours is nested so deeply; the rest is not read.",
};
inline constexpr Entry kJsonTooDeepEntry{
    .code = kJsonTooDeep,
    .title = "The text is nested too deeply",
    .example = "65 brackets inside each other",
    .cure = "Look for brackets that are never closed.",
};

inline constexpr Code kJsonTooLarge{
    .code = "CW1004",
    .severity = Severity::error,
    .cause = "Reading is bounded, so that a page or a server stays responsive.",
};
inline constexpr Entry kJsonTooLargeEntry{
    .code = kJsonTooLarge,
    .title = "The text is too large",
    .example = "a text of 50 MB",
    .cure = "Check that it is the right file.",
};

inline constexpr Code kJsonDuplicateKey{
    .code = "CW1005",
    .severity = Severity::error,
    .cause = "Only one of the two values could count.",
};
inline constexpr Entry kJsonDuplicateKeyEntry{
    .code = kJsonDuplicateKey,
    .title = "A key comes twice",
    .example = R"({"name": "A", "name": "B"})",
    .cure = "Remove one of them.",
};

}  // namespace crosswalk::diagnostic::codes
