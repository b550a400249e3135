// CW23xx: constants and conditions.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kConstantUnknownField{
    .code = "CW2301",
    .severity = Severity::error,
    .cause = "The field does not exist, or the connected user may not see it.",
};
inline constexpr Entry kConstantUnknownFieldEntry{
    .code = kConstantUnknownField,
    .title = "A constant for a field that does not exist",
    .example = R"({ "salesforce": "LeadSorce", "value": "Event" })",
    .cure = "Name a field of the object by its API name.",
};

inline constexpr Code kConstantUnfit{
    .code = "CW2302",
    .severity = Severity::error,
    .cause = "Salesforce would refuse every record.",
};
inline constexpr Entry kConstantUnfitEntry{
    .code = kConstantUnfit,
    .title = "A constant does not fit its field",
    .example = R"({ "salesforce": "Birthdate", "value": "yesterday" })",
    .cure = "Give a value that the field takes.",
};

inline constexpr Code kConstantNotWritable{
    .code = "CW2303",
    .severity = Severity::error,
    .cause = "Salesforce fills it itself, or the connected user may not edit it.",
};
inline constexpr Entry kConstantNotWritableEntry{
    .code = kConstantNotWritable,
    .title = "A constant for a field that cannot be written",
    .example = R"({ "salesforce": "CreatedDate", "value": "2026-01-01" })",
    .cure = "Remove the constant, or ask for the Edit permission on the field.",
};

inline constexpr Code kConstantWithoutPush{
    .code = "CW2304",
    .severity = Severity::warning,
    .cause = "They have no effect.",
};
inline constexpr Entry kConstantWithoutPushEntry{
    .code = kConstantWithoutPush,
    .title = "A constant on a pair that never pushes",
    .example = R"("constants" on a pair whose direction is "pull")",
    .cure = "Remove them, or let the pair push.",
};

inline constexpr Code kWhereSyntax{
    .code = "CW2305",
    .severity = Severity::error,
    .cause = "It is written like what follows WHERE in SOQL: Email != null AND Status = 'Open'.",
};
inline constexpr Entry kWhereSyntaxEntry{
    .code = kWhereSyntax,
    .title = "A condition cannot be read",
    .example = R"("where": { "salesforce": "Email = = null" })",
    .cure = "Mend the condition at the place that is named.",
};

inline constexpr Code kWhereUnknownField{
    .code = "CW2306",
    .severity = Severity::error,
    .cause = "The field does not exist, or the connected user may not see it.",
};
inline constexpr Entry kWhereUnknownFieldEntry{
    .code = kWhereUnknownField,
    .title = "A condition on a field that does not exist",
    .example = R"("where": { "salesforce": "Emial != null" })",
    .cure = "Name a field of the object by its API name.",
};

inline constexpr Code kWhereNotFilterable{
    .code = "CW2307",
    .severity = Severity::error,
    .cause = "Salesforce does not filter by long texts, encrypted texts and compound fields.",
};
inline constexpr Entry kWhereNotFilterableEntry{
    .code = kWhereNotFilterable,
    .title = "A condition on a field that cannot be filtered",
    .example = R"("where": { "salesforce": "Description = 'x'" })",
    .cure = "Ask for another field.",
};

inline constexpr Code kWhereNotEvaluable{
    .code = "CW2308",
    .severity = Severity::error,
    .cause =
        "On the platform's side a condition compares one field with given values: no functions, no "
        "related records, no TODAY.",
};
inline constexpr Entry kWhereNotEvaluableEntry{
    .code = kWhereNotEvaluable,
    .title = "A condition that the platform's side cannot evaluate",
    .example = R"("where": { "platform": "CALENDAR_YEAR(born) = 1990" })",
    .cure = "Compare a field with a value.",
};

inline constexpr Code kWhereRefused{
    .code = "CW2309",
    .severity = Severity::error,
    .cause = "It is good SOQL elsewhere, in Apex for instance; the REST API refuses it.",
};
inline constexpr Entry kWhereRefusedEntry{
    .code = kWhereRefused,
    .title = "A condition that Salesforce refuses",
    .example = R"("where": { "salesforce": "OwnerId = :me" })",
    .cure = "Leave out what is named.",
};

inline constexpr Code kWhereLiteral{
    .code = "CW2310",
    .severity = Severity::error,
    .cause = "Texts stand in quotes; dates, numbers, TRUE and FALSE do not.",
};
inline constexpr Entry kWhereLiteralEntry{
    .code = kWhereLiteral,
    .title = "A field is compared with a value of another type",
    .example = R"("where": { "salesforce": "Birthdate > '2000-01-01'" })",
    .cure = "Write the value in the form of the field's type.",
};

inline constexpr Code kWhereOperator{
    .code = "CW2311",
    .severity = Severity::error,
    .cause =
        "LIKE is for texts, INCLUDES and EXCLUDES for multi-select lists, < and > for what has "
        "an order.",
};
inline constexpr Entry kWhereOperatorEntry{
    .code = kWhereOperator,
    .title = "A comparison that the field's type does not know",
    .example = R"("where": { "salesforce": "Interests__c LIKE 'Golf%'" })",
    .cure = "Use an operator of the field's type.",
};

inline constexpr Code kWhereValueUnknown{
    .code = "CW2312",
    .severity = Severity::warning,
    .cause = "No record has it, so the comparison always gives the same answer.",
};
inline constexpr Entry kWhereValueUnknownEntry{
    .code = kWhereValueUnknown,
    .title = "A condition asks for a value that the list lacks",
    .example = R"("where": { "platform": "status = 'registred'" })",
    .cure = "Name a value of the list; in Salesforce the API value, not its label.",
};

inline constexpr Code kWhereNeverTrue{
    .code = "CW2313",
    .severity = Severity::warning,
    .cause = "One part rules out another: no record meets both.",
};
inline constexpr Entry kWhereNeverTrueEntry{
    .code = kWhereNeverTrue,
    .title = "A condition that contradicts itself",
    .example = R"("where": { "platform": "status = 'came' AND status = 'registered'" })",
    .cure = "Join alternatives by OR, or remove a part.",
};

inline constexpr Code kWhereHidesPushed{
    .code = "CW2314",
    .severity = Severity::warning,
    .cause =
        "A record that no longer meets the condition is left alone: later changes do not "
        "reach it.",
};
inline constexpr Entry kWhereHidesPushedEntry{
    .code = kWhereHidesPushed,
    .title = "The sync itself can push records out of its condition",
    .example = R"("where": { "salesforce": "Status__c = 'Open'" }, and Status__c is pushed)",
    .cure = "Ask for a field that the sync does not write.",
};

inline constexpr Code kWhereHidesCreated{
    .code = "CW2315",
    .severity = Severity::warning,
    .cause = "What the sync creates is at once outside of what it reads.",
};
inline constexpr Entry kWhereHidesCreatedEntry{
    .code = kWhereHidesCreated,
    .title = "New records do not meet the condition",
    .example = R"("where": { "salesforce": "LeadSource = 'Web'" }, and the constant is "Event")",
    .cure = "Let the new records carry what the condition asks for.",
};

inline constexpr Code kWhereMoves{
    .code = "CW2316",
    .severity = Severity::info,
    .cause =
        "Records come and go as days pass, by the connected user's time zone, without a "
        "change that a run could see.",
};
inline constexpr Entry kWhereMovesEntry{
    .code = kWhereMoves,
    .title = "A condition that changes with the calendar",
    .example = R"("where": { "salesforce": "CreatedDate = LAST_N_DAYS:30" })",
    .cure = "Use a fixed date, unless this is meant.",
};

inline constexpr Code kOwnerMissing{
    .code = "CW2317",
    .severity = Severity::error,
    .cause = "The object has no OwnerId that can be filtered; details belong to their master.",
};
inline constexpr Entry kOwnerMissingEntry{
    .code = kOwnerMissing,
    .title = "Records have no owner to ask for",
    .example = R"("owner": "connectedUser" on a detail object)",
    .cure = "Remove \"owner\".",
};

}  // namespace crosswalk::diagnostic::codes
