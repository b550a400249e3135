// CW2150 to CW2179: what happens to values on their way: lists, maps, fields that belong together.
// Older ones of the kind stand among the fields.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kChoiceTooLong{
    .code = "CW2150",
    .severity = Severity::warning,
    .cause = "Salesforce refuses records with a longer text.",
};
inline constexpr Entry kChoiceTooLongEntry{
    .code = kChoiceTooLong,
    .title = "A value of a list is longer than its target",
    .example = "the list value \"Registered on site\" into a Text(10)",
    .cure = "Map the value to a shorter one, or set \"onTooLong\" to \"truncate\".",
};

inline constexpr Code kMapOutputUnfit{
    .code = "CW2151",
    .severity = Severity::error,
    .cause = "Every record whose value takes this way will be refused.",
};
inline constexpr Entry kMapOutputUnfitEntry{
    .code = kMapOutputUnfit,
    .title = "What a map gives does not fit the field",
    .example = R"({"map": {"came": "Attended"}} into a restricted picklist without "Attended")",
    .cure = "Give a value that the field takes.",
};

inline constexpr Code kMapIncomplete{
    .code = "CW2152",
    .severity = Severity::warning,
    .cause = "A value that the map does not name is refused, unless \"otherwise\" says more.",
};
inline constexpr Entry kMapIncompleteEntry{
    .code = kMapIncomplete,
    .title = "A map leaves out values of the list",
    .example = R"({"map": {"came": "Attended"}} for a list that also has "registered")",
    .cure = "Add the values to the map, or give \"otherwise\".",
};

inline constexpr Code kMapKeyUnknown{
    .code = "CW2153",
    .severity = Severity::warning,
    .cause = "The entry is never used.",
};
inline constexpr Entry kMapKeyUnknownEntry{
    .code = kMapKeyUnknown,
    .title = "A map names a value that the list does not have",
    .example = R"({"map": {"registred": "Sent"}} for a list with "registered")",
    .cure = "Write the value as the platform's list has it, or remove the entry.",
};

inline constexpr Code kJoinNotSemicolon{
    .code = "CW2154",
    .severity = Severity::error,
    .cause = "Salesforce separates the values by semicolons and would take the text for one value.",
};
inline constexpr Entry kJoinNotSemicolonEntry{
    .code = kJoinNotSemicolon,
    .title = "Values of a multi-select picklist are joined otherwise than by semicolons",
    .example = R"({"join": ","} into a Picklist (Multi-Select))",
    .cure = "Join by \";\".",
};

inline constexpr Code kSeparatorInValue{
    .code = "CW2155",
    .severity = Severity::warning,
    .cause = "Once joined, nobody can tell it from two values.",
};
inline constexpr Entry kSeparatorInValueEntry{
    .code = kSeparatorInValue,
    .title = "A value contains the separator of its list",
    .example = "the list value \"Food; drinks\" into a Picklist (Multi-Select)",
    .cure = "Map it to a value without the separator, or join by another one.",
};

inline constexpr Code kSelectionTooLong{
    .code = "CW2156",
    .severity = Severity::warning,
    .cause = "Records with many of the values will be refused.",
};
inline constexpr Entry kSelectionTooLongEntry{
    .code = kSelectionTooLong,
    .title = "All values of a list together are too long",
    .example = "40 values of 20 characters, joined into a Text(255)",
    .cure = "Choose a longer field, or a multi-select picklist.",
};

inline constexpr Code kDayDependsOnZone{
    .code = "CW2157",
    .severity = Severity::warning,
    .cause =
        "The time of day is lost, and the day is the one in the zone that the value is "
        "written with; Salesforce writes UTC.",
};
inline constexpr Entry kDayDependsOnZoneEntry{
    .code = kDayDependsOnZone,
    .title = "The day depends on the time zone",
    .example = "Date/Time \"2026-11-22T23:30:00Z\" into a date: already the 23rd in Paris",
    .cure = "Choose a date and time on both sides, or a date on both.",
};

inline constexpr Code kUnknownTruth{
    .code = "CW2158",
    .severity = Severity::warning,
    .cause =
        "A checkbox is ticked or not. An empty value leaves it as it stands, and new records "
        "get the checkbox's own default.",
};
inline constexpr Entry kUnknownTruthEntry{
    .code = kUnknownTruth,
    .title = "A checkbox cannot hold \"unknown\"",
    .example = "a nullable boolean into a Checkbox",
    .cure = R"(Say what unknown becomes: "onNull": "default" with "default": false, or "skip".)",
};

inline constexpr Code kValueInactive{
    .code = "CW2159",
    .severity = Severity::warning,
    .cause =
        "Records keep inactive values they have, but get no new ones: a restricted picklist "
        "refuses them, another does not offer them to people.",
};
inline constexpr Entry kValueInactiveEntry{
    .code = kValueInactive,
    .title = "A value is inactive in the picklist",
    .example = "the list value \"Fair\", which the picklist has, but inactive",
    .cure = "Activate the value in Salesforce, or map it to an active one.",
};

inline constexpr Code kPercentFraction{
    .code = "CW2160",
    .severity = Severity::warning,
    .cause = "Salesforce writes 10 % as 10, not as 0.1, and nothing is multiplied on the way.",
};
inline constexpr Entry kPercentFractionEntry{
    .code = kPercentFraction,
    .title = "A percentage looks like a fraction",
    .example = "a percentage with precision 3 and scale 2 (0.15) into a Percent",
    .cure = "Let the platform give and take whole percentages.",
};

inline constexpr Code kTooManyDigits{
    .code = "CW2161",
    .severity = Severity::info,
    .cause =
        "Salesforce computes with floating-point numbers: beyond 15 digits the last ones may "
        "change.",
};
inline constexpr Entry kTooManyDigitsEntry{
    .code = kTooManyDigits,
    .title = "More digits than Salesforce keeps exactly",
    .example = "a number of 18 digits into a Number(18, 0)",
    .cure = "Keep long numbers, such as account numbers, in a text field.",
};

inline constexpr Code kHalfLocation{
    .code = "CW2162",
    .severity = Severity::warning,
    .cause = "A place needs both its latitude and its longitude.",
};
inline constexpr Entry kHalfLocationEntry{
    .code = kHalfLocation,
    .title = "Half of a location is mapped",
    .example = "a line into Place__Latitude__s, and none into Place__Longitude__s",
    .cure = "Map both, or none.",
};

inline constexpr Code kDependentContradiction{
    .code = "CW2163",
    .severity = Severity::warning,
    .cause = "Which values the dependent picklist takes is decided by the controlling field.",
};
inline constexpr Entry kDependentContradictionEntry{
    .code = kDependentContradiction,
    .title = "A dependent picklist's value does not go with its controlling field",
    .example = R"(the constants Country__c "France" and City__c "Boston")",
    .cure = "Choose values that go together, or change the dependency in Salesforce.",
};

inline constexpr Code kControllerUnset{
    .code = "CW2164",
    .severity = Severity::warning,
    .cause = "New records have an empty controlling field, with which the value does not go.",
};
inline constexpr Entry kControllerUnsetEntry{
    .code = kControllerUnset,
    .title = "A constant for a dependent picklist, and nothing for its controlling field",
    .example = R"(the constant City__c "Boston" alone)",
    .cure = "Give the controlling field a constant or a line, too.",
};

inline constexpr Code kStateNotInList{
    .code = "CW2165",
    .severity = Severity::warning,
    .cause =
        "The org has state and country picklists: Salesforce takes only texts of its list and "
        "refuses the record otherwise.",
};
inline constexpr Entry kStateNotInListEntry{
    .code = kStateNotInList,
    .title = "A state or country that Salesforce's list may not have",
    .example = "a text into BillingState in an org with state and country picklists",
    .cure = "Write the code field, BillingStateCode or BillingCountryCode, from a list of codes.",
};

inline constexpr Code kStateWithoutCountry{
    .code = "CW2166",
    .severity = Severity::warning,
    .cause =
        "The org has state and country picklists: Salesforce refuses a state where the record "
        "has no country.",
};
inline constexpr Entry kStateWithoutCountryEntry{
    .code = kStateWithoutCountry,
    .title = "A state without its country",
    .example = "a line into MailingStateCode, and none into MailingCountryCode",
    .cure = "Fill the country, too, by a line or a constant.",
};

inline constexpr Code kStateTwice{
    .code = "CW2167",
    .severity = Severity::warning,
    .cause = "Both are one value in Salesforce; where they disagree, the record is refused.",
};
inline constexpr Entry kStateTwiceEntry{
    .code = kStateTwice,
    .title = "A state or country is written by name and by code",
    .example = "lines into BillingCountry and BillingCountryCode",
    .cure = "Write one of the two.",
};

inline constexpr Code kTruthNotInPicklist{
    .code = "CW2168",
    .severity = Severity::error,
    .cause =
        "A boolean arrives as the text \"true\" or \"false\", which the restricted picklist "
        "refuses.",
};
inline constexpr Entry kTruthNotInPicklistEntry{
    .code = kTruthNotInPicklist,
    .title = "The picklist has neither \"true\" nor \"false\"",
    .example = "a boolean into a restricted picklist of \"Yes\" and \"No\"",
    .cure = R"(Map the values: {"map": {"true": "Yes", "false": "No"}}.)",
};

}  // namespace crosswalk::diagnostic::codes
