// CW2420 to CW2449: values that are written in the mapping: constants, defaults, what maps give.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kValueOffList{
    .code = "CW2420",
    .severity = Severity::warning,
    .cause =
        "The picklist is not restricted: Salesforce stores the value all the same, and "
        "reports and filters will not know it.",
};
inline constexpr Entry kValueOffListEntry{
    .code = kValueOffList,
    .title = "A written value is not in the picklist",
    .example = R"(the constant LeadSource "Fair" for a picklist without it)",
    .cure = "Write a value of the picklist, or add the value to it.",
};

inline constexpr Code kValueTrimmed{
    .code = "CW2421",
    .severity = Severity::warning,
    .cause = "Salesforce cuts blanks at both ends and stores another text than the mapping says.",
};
inline constexpr Entry kValueTrimmedEntry{
    .code = kValueTrimmed,
    .title = "Blanks around a written value",
    .example = "the constant \" Event \"",
    .cure = "Write the value without them.",
};

inline constexpr Code kShortId{
    .code = "CW2422",
    .severity = Severity::warning,
    .cause =
        "Salesforce answers with 18 characters, and programs that pass over letter case "
        "confuse Ids of 15.",
};
inline constexpr Entry kShortIdEntry{
    .code = kShortId,
    .title = "An Id of 15 characters",
    .example = "\"001D000000IRt53\", as Salesforce's older pages and reports show it",
    .cure = "Write the Id in its 18 characters.",
};

inline constexpr Code kIdDamaged{
    .code = "CW2423",
    .severity = Severity::error,
    .cause =
        "The last three characters of an Id say which of its letters are capitals; these say "
        "otherwise. Salesforce refuses the Id, or finds another record.",
};
inline constexpr Entry kIdDamagedEntry{
    .code = kIdDamaged,
    .title = "An Id whose check characters are wrong",
    .example = "\"001d000000irt53AAB\": somebody lost the capitals",
    .cure = "Copy the Id anew from Salesforce.",
};

inline constexpr Code kIdOfOtherObject{
    .code = "CW2424",
    .severity = Severity::error,
    .cause =
        "The first three characters of an Id tell its object, and the field does not refer "
        "to that one.",
};
inline constexpr Entry kIdOfOtherObjectEntry{
    .code = kIdOfOtherObject,
    .title = "An Id of another object",
    .example = "an Id that begins with 003 (Contact) for AccountId",
    .cure = "Give the Id of a record that the field can refer to.",
};

inline constexpr Code kCoordinateOutOfRange{
    .code = "CW2425",
    .severity = Severity::error,
    .cause = "Latitudes go from -90 to 90, longitudes from -180 to 180.",
};
inline constexpr Entry kCoordinateOutOfRangeEntry{
    .code = kCoordinateOutOfRange,
    .title = "A coordinate that is not on the globe",
    .example = "the constant 91 for a latitude",
    .cure = "Check whether latitude and longitude were exchanged.",
};

inline constexpr Code kOddForm{
    .code = "CW2426",
    .severity = Severity::warning,
    .cause =
        "Salesforce stores it, for it checks neither URLs nor phone numbers; links and dialling "
        "will not work.",
};
inline constexpr Entry kOddFormEntry{
    .code = kOddForm,
    .title = "A written value does not look like what the field holds",
    .example = "the constant \"none\" for a URL, \"n/a\" for a phone number",
    .cure = "Write a value of the right form, or leave the field empty.",
};

inline constexpr Code kPercentLiteral{
    .code = "CW2427",
    .severity = Severity::warning,
    .cause = "Salesforce writes 10 % as 10, not as 0.1.",
};
inline constexpr Entry kPercentLiteralEntry{
    .code = kPercentLiteral,
    .title = "Less than one per cent",
    .example = "the constant 0.15 for a Percent: 0.15 %, not 15 %",
    .cure = "Multiply by 100, unless so little is meant.",
};

}  // namespace crosswalk::diagnostic::codes
