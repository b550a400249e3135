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

inline constexpr Code kValueTwice{
    .code = "CW3015",
    .severity = Severity::error,
    .cause = "Salesforce takes a key, or a unique value, once.",
};
inline constexpr Entry kValueTwiceEntry{
    .code = kValueTwice,
    .title = "A value comes twice that may come once",
    .example = R"(two rows with the key "A-17")",
    .cure = "Keep one of the rows, or give the other its own value.",
};

inline constexpr Code kKeyMissing{
    .code = "CW3016",
    .severity = Severity::error,
    .cause = "Without its key a record can be neither found again nor created only once.",
};
inline constexpr Entry kKeyMissingEntry{
    .code = kKeyMissing,
    .title = "A record without its key",
    .example = "an empty cell in the key's column",
    .cure = "Give every row its key.",
};

inline constexpr Code kRowRagged{
    .code = "CW3017",
    .severity = Severity::error,
    .cause = "Nobody knows which of its cells is missing, or one too many.",
};
inline constexpr Entry kRowRaggedEntry{
    .code = kRowRagged,
    .title = "A row with more or fewer cells than the header",
    .example = R"("Ana;Lyon" below "name;city;phone")",
    .cure = "Correct the row: quote cells that hold the separator.",
};

inline constexpr Code kRowUnreadable{
    .code = "CW3018",
    .severity = Severity::error,
    .cause = "The row is passed over.",
};
inline constexpr Entry kRowUnreadableEntry{
    .code = kRowUnreadable,
    .title = "A row that cannot be read",
    .example = "a cell with a quote in it that is not quoted",
    .cure = "Correct the row where the file comes from.",
};

inline constexpr Code kColumnUnknown{
    .code = "CW3019",
    .severity = Severity::warning,
    .cause = "Its values are not looked at.",
};
inline constexpr Entry kColumnUnknownEntry{
    .code = kColumnUnknown,
    .title = "A column that the platform schema does not have",
    .example = R"(a column "e_mail" where the field is "email")",
    .cure = "Name the column like the field.",
};

inline constexpr Code kColumnMissing{
    .code = "CW3020",
    .severity = Severity::warning,
    .cause = "The mapping's field gets no value from any row.",
};
inline constexpr Entry kColumnMissingEntry{
    .code = kColumnMissing,
    .title = "A mapped field without a column",
    .example = R"(no column "email")",
    .cure = "Add the column, or take the field out of the mapping.",
};

inline constexpr Code kValueBlanksTrimmed{
    .code = "CW3021",
    .severity = Severity::info,
    .cause = "Salesforce keeps no blanks at the ends of a text.",
};
inline constexpr Entry kValueBlanksTrimmedEntry{
    .code = kValueBlanksTrimmed,
    .title = "Blanks at the ends of a text go",
    .example = R"(" Ana " is stored as "Ana")",
    .cure = "Nothing, unless the blanks matter.",
};

inline constexpr Code kValueCleaned{
    .code = "CW3022",
    .severity = Severity::info,
    .cause = "Salesforce takes no control characters.",
};
inline constexpr Entry kValueCleanedEntry{
    .code = kValueCleaned,
    .title = "Control characters go",
    .example = "a NUL in a name",
    .cure = "Find out where they come from: the text may be broken.",
};

inline constexpr Code kValueFlattened{
    .code = "CW3023",
    .severity = Severity::info,
    .cause = "The field has one line.",
};
inline constexpr Entry kValueFlattenedEntry{
    .code = kValueFlattened,
    .title = "Line ends become blanks",
    .example = "an address of three lines in a Text field",
    .cure = "Map it to a Text Area, if the lines matter.",
};

inline constexpr Code kValueRounded{
    .code = "CW3024",
    .severity = Severity::info,
    .cause = "The field keeps fewer digits after the point.",
};
inline constexpr Entry kValueRoundedEntry{
    .code = kValueRounded,
    .title = "A number is rounded",
    .example = "1.255 in a field with two digits is stored as 1.26",
    .cure = "Give the field more digits after the point, if they matter.",
};

inline constexpr Code kValueInexact{
    .code = "CW3025",
    .severity = Severity::info,
    .cause = "Salesforce's API carries numbers as doubles, which hold 15 digits for certain.",
};
inline constexpr Entry kValueInexactEntry{
    .code = kValueInexact,
    .title = "A number of more than 15 digits",
    .example = "1234567890123456.78",
    .cure = "Map it to a text, if every digit matters.",
};

inline constexpr Code kValueRecased{
    .code = "CW3026",
    .severity = Severity::info,
    .cause = "A picklist keeps its own spelling.",
};
inline constexpr Entry kValueRecasedEntry{
    .code = kValueRecased,
    .title = "A choice is spelt as the picklist does",
    .example = R"("came" is stored as "Came")",
    .cure = "Nothing.",
};

inline constexpr Code kValueUnlisted{
    .code = "CW3027",
    .severity = Severity::warning,
    .cause = "The picklist is not restricted: the value is stored, but stands in nobody's list.",
};
inline constexpr Entry kValueUnlistedEntry{
    .code = kValueUnlisted,
    .title = "A value that an open picklist does not have",
    .example = R"("Event 2026" as a lead source)",
    .cure = "Map the value, or add it to the picklist.",
};

inline constexpr Code kValueRegrouped{
    .code = "CW3028",
    .severity = Severity::info,
    .cause = "A multi-select picklist keeps its own order, each value once.",
};
inline constexpr Entry kValueRegroupedEntry{
    .code = kValueRegrouped,
    .title = "Chosen values in another order, or twice",
    .example = R"("Golf;Art;Golf" is stored as "Art;Golf")",
    .cure = "Nothing.",
};

inline constexpr Code kValueSecondsCut{
    .code = "CW3029",
    .severity = Severity::info,
    .cause = "Salesforce keeps whole seconds.",
};
inline constexpr Entry kValueSecondsCutEntry{
    .code = kValueSecondsCut,
    .title = "A fraction of a second goes",
    .example = "06:21:19.123",
    .cure = "Nothing, unless the fraction matters.",
};

inline constexpr Code kValueDayOnly{
    .code = "CW3030",
    .severity = Severity::info,
    .cause = "The field is a date: the day is kept as it is written, without its zone.",
};
inline constexpr Entry kValueDayOnlyEntry{
    .code = kValueDayOnly,
    .title = "A time of day goes",
    .example = "2026-11-22T13:30Z in a date field is 2026-11-22",
    .cure = "Map it to a Date/Time field, if the time matters.",
};

inline constexpr Code kValueUnreadable{
    .code = "CW3031",
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
