// CW30xx: a record's value on its way.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kValueTooLong{
    .code = "CW3001",
    .severity = Severity::error,
    .cause = "Salesforce refuses longer texts.",
};
inline constexpr Entry kValueTooLongEntry{
    .code = kValueTooLong,
    .title = "A text is too long",
    .example = "300 letters into a Text(255)",
    .cure = "Shorten the value, or set \"onTooLong\" to \"truncate\".",
};

inline constexpr Code kValueNotANumber{
    .code = "CW3002",
    .severity = Severity::error,
    .cause = "The field takes numbers only.",
};
inline constexpr Entry kValueNotANumberEntry{
    .code = kValueNotANumber,
    .title = "A value is no number",
    .example = R"("12 years" into a Number)",
    .cure = "Correct the value.",
};

inline constexpr Code kValueOutOfRange{
    .code = "CW3003",
    .severity = Severity::error,
    .cause = "The field has fewer digits.",
};
inline constexpr Entry kValueOutOfRangeEntry{
    .code = kValueOutOfRange,
    .title = "A number does not fit",
    .example = "123456 into a Number(5, 0)",
    .cure = "Correct the value, or give the field more digits.",
};

inline constexpr Code kValueNotInPicklist{
    .code = "CW3004",
    .severity = Severity::error,
    .cause = "A restricted picklist takes its own values only.",
};
inline constexpr Entry kValueNotInPicklistEntry{
    .code = kValueNotInPicklist,
    .title = "A value is not in a restricted picklist",
    .example = R"("Maybe" where the list has "Yes" and "No")",
    .cure = "Map the value, or add it to the picklist.",
};

inline constexpr Code kValueNotADate{
    .code = "CW3005",
    .severity = Severity::error,
    .cause = "A date is a day that exists, from 1700 to 4000.",
};
inline constexpr Entry kValueNotADateEntry{
    .code = kValueNotADate,
    .title = "A value is no date",
    .example = R"("31.02.2026")",
    .cure = "Correct the value.",
};

inline constexpr Code kValueNotADatetime{
    .code = "CW3006",
    .severity = Severity::error,
    .cause = "A point in time needs its time zone.",
};
inline constexpr Entry kValueNotADatetimeEntry{
    .code = kValueNotADatetime,
    .title = "A value is no date and time",
    .example = R"("2026-11-22 13:30" without a zone)",
    .cure = "Give date, time and zone.",
};

inline constexpr Code kValueNotATime{
    .code = "CW3007",
    .severity = Severity::error,
    .cause = "It is no time of a day.",
};
inline constexpr Entry kValueNotATimeEntry{
    .code = kValueNotATime,
    .title = "A value is no time of day",
    .example = R"("25:00")",
    .cure = "Correct the value.",
};

inline constexpr Code kValueNotATruth{
    .code = "CW3008",
    .severity = Severity::error,
    .cause = "A checkbox is true or false.",
};
inline constexpr Entry kValueNotATruthEntry{
    .code = kValueNotATruth,
    .title = "A value is neither true nor false",
    .example = R"("perhaps" into a Checkbox)",
    .cure = "Map the value to true or false.",
};

inline constexpr Code kValueNotAnEmail{
    .code = "CW3009",
    .severity = Severity::error,
    .cause = "Salesforce checks e-mail addresses.",
};
inline constexpr Entry kValueNotAnEmailEntry{
    .code = kValueNotAnEmail,
    .title = "A value is no e-mail address",
    .example = R"("ann@")",
    .cure = "Correct the address.",
};

inline constexpr Code kValueNotAnId{
    .code = "CW3010",
    .severity = Severity::error,
    .cause = "A lookup takes the Id of a record.",
};
inline constexpr Entry kValueNotAnIdEntry{
    .code = kValueNotAnId,
    .title = "A value is no Salesforce id",
    .example = R"("Acme" into a Lookup)",
    .cure = "Give the Id, of 15 or 18 characters.",
};

inline constexpr Code kValueRequired{
    .code = "CW3011",
    .severity = Severity::error,
    .cause = "Salesforce refuses the record.",
};
inline constexpr Entry kValueRequiredEntry{
    .code = kValueRequired,
    .title = "A required value is missing",
    .example = "a Contact without LastName",
    .cure = "Fill in the value, or give a default in the mapping.",
};

inline constexpr Code kValueWrongKind{
    .code = "CW3012",
    .severity = Severity::error,
    .cause = "The value has another kind than the schema says.",
};
inline constexpr Entry kValueWrongKindEntry{
    .code = kValueWrongKind,
    .title = "A value of the wrong kind",
    .example = "a list where a text belongs",
    .cure = "Correct it where it comes from.",
};

inline constexpr Code kValueNotMapped{
    .code = "CW3013",
    .severity = Severity::error,
    .cause = "The map has no entry for it, and no \"otherwise\".",
};
inline constexpr Entry kValueNotMappedEntry{
    .code = kValueNotMapped,
    .title = "A value that the map does not name",
    .example = R"("gone" where the map has "came" only)",
    .cure = "Add it to the map, or give \"otherwise\".",
};

inline constexpr Code kValueTruncated{
    .code = "CW3014",
    .severity = Severity::info,
    .cause = "The mapping asks for it: \"onTooLong\" is \"truncate\".",
};
inline constexpr Entry kValueTruncatedEntry{
    .code = kValueTruncated,
    .title = "A text was cut",
    .example = "300 letters cut to 255",
    .cure = "Shorten the value where it comes from, if the end matters.",
};

inline constexpr Code kValueUnreadable{
    .code = "CW3015",
    .severity = Severity::error,
    .cause = "A step of the field's transform can do nothing with it, and has no \"otherwise\".",
};
inline constexpr Entry kValueUnreadableEntry{
    .code = kValueUnreadable,
    .title = "A value that the transform cannot read",
    .example = R"("soon" where {"date": {"parse": "dd.MM.yyyy"}} reads a day)",
    .cure = "Correct the value, or give the step \"otherwise\".",
};

}  // namespace crosswalk::diagnostic::codes
