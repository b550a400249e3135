// CW2190 to CW2199: which way values go, and conflicts.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kExternalIdShared{
    .code = "CW2190",
    .severity = Severity::warning,
    .cause = "Where two keys are alike, one record overwrites the other's.",
};
inline constexpr Entry kExternalIdSharedEntry{
    .code = kExternalIdShared,
    .title = "One external id holds the keys of two platform objects",
    .example = "participant and speaker, both to Contact by Participant_Id__c",
    .cure = "Give each platform object an external id field of its own.",
};

inline constexpr Code kTargetShared{
    .code = "CW2191",
    .severity = Severity::warning,
    .cause = "A record that belongs to both is overwritten in turn, for ever.",
};
inline constexpr Entry kTargetSharedEntry{
    .code = kTargetShared,
    .title = "Two platform objects write the same Salesforce fields",
    .example = "participant.email and speaker.email, both to Contact.Email",
    .cure = "Part the records by \"where\", or let one of the two write the field.",
};

inline constexpr Code kSourceShared{
    .code = "CW2192",
    .severity = Severity::warning,
    .cause = "A record that is tied to both is overwritten in turn, for ever.",
};
inline constexpr Entry kSourceSharedEntry{
    .code = kSourceShared,
    .title = "Two Salesforce objects fill the same platform fields",
    .example = "Contact.Email and Lead.Email, both to participant.email",
    .cure =
        "Say in \"people\" which object goes first, part the records by \"where\", or pull the "
        "field from one.",
};

inline constexpr Code kTransformOneWay{
    .code = "CW2193",
    .severity = Severity::error,
    .cause = "What comes back may stand for several values, or for none.",
};
inline constexpr Entry kTransformOneWayEntry{
    .code = kTransformOneWay,
    .title = "A transform cannot be undone on the way back",
    .example = R"("direction": "both", "transform": [{ "map": { "came": "Yes", "vip": "Yes" } }])",
    .cure = "Give each value one of its own, or let the field go one way.",
};

inline constexpr Code kReadBack{
    .code = "CW2194",
    .severity = Severity::warning,
    .cause = "The platform would get back its own words, in another field.",
};
inline constexpr Entry kReadBackEntry{
    .code = kReadBack,
    .title = "A field is read that another line only writes",
    .example = "first_name pushed to FirstName, nickname pulled from FirstName",
    .cure = "Pull it into the field that it is written from (\"both\"), or remove one line.",
};

inline constexpr Code kReferenceCycle{
    .code = "CW2195",
    .severity = Severity::warning,
    .cause =
        "None of them can be created first: a reference stays empty until a later run finds "
        "its record.",
};
inline constexpr Entry kReferenceCycleEntry{
    .code = kReferenceCycle,
    .title = "Objects refer to each other in a circle",
    .example = "Contact.AccountId, and Account.Main_Contact__c",
    .cure = "Push the references of one direction only.",
};

inline constexpr Code kRoundingReturns{
    .code = "CW2196",
    .severity = Severity::warning,
    .cause = "The side with fewer decimals rounds, and the rounded number replaces the other.",
};
inline constexpr Entry kRoundingReturnsEntry{
    .code = kRoundingReturns,
    .title = "A rounded number comes back",
    .example = "a platform number of scale 4, both ways with Number(16, 2)",
    .cure = "Give both the same number of decimals, or let the field go one way.",
};

inline constexpr Code kTruncationReturns{
    .code = "CW2197",
    .severity = Severity::warning,
    .cause = "The cut text counts as a change there and may replace the whole one here.",
};
inline constexpr Entry kTruncationReturnsEntry{
    .code = kTruncationReturns,
    .title = "A text that was cut comes back",
    .example = R"("direction": "both", "onTooLong": "truncate")",
    .cure = "Refuse long texts, or let the field go one way.",
};

inline constexpr Code kLossReturns{
    .code = "CW2198",
    .severity = Severity::warning,
    .cause = "The poorer value comes back and replaces the richer one.",
};
inline constexpr Entry kLossReturnsEntry{
    .code = kLossReturns,
    .title = "What is lost on one way is lost on both sides",
    .example = "a platform datetime, both ways with a Salesforce date",
    .cure = "Let the field go one way, or choose fields of the same type.",
};

inline constexpr Code kConflictUnfit{
    .code = "CW2199",
    .severity = Severity::warning,
    .cause = "The policy asks for something that this field or object does not have.",
};
inline constexpr Entry kConflictUnfitEntry{
    .code = kConflictUnfit,
    .title = "A conflict policy cannot do what it says",
    .example = R"("conflict": "salesforceUnlessBlank" on a checkbox)",
    .cure = "Choose another policy.",
};

}  // namespace crosswalk::diagnostic::codes
