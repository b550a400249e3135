// CW25xx: consent, and deletions.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kConsentUnread{
    .code = "CW2501",
    .severity = Severity::warning,
    .cause = "The platform cannot know who must not be written to.",
};
inline constexpr Entry kConsentUnreadEntry{
    .code = kConsentUnread,
    .title = "People are pulled without their e-mail opt-out",
    .example = "Contact.Email pulled, Contact.HasOptedOutOfEmail not",
    .cure = "Pull the opt-out field into a field that the platform honours.",
};

inline constexpr Code kConsentInvisible{
    .code = "CW2502",
    .severity = Severity::warning,
    .cause =
        "Unknown is not \"not opted out\". No run starts until an admin has said what unknown "
        "means.",
};
inline constexpr Entry kConsentInvisibleEntry{
    .code = kConsentInvisible,
    .title = "The e-mail opt-out of people cannot be seen",
    .example = "a Contact without HasOptedOutOfEmail in the connected user's describe",
    .cure =
        "Give the connected user read access to the field, or state \"unknown\" in "
        "\"consent\".",
};

inline constexpr Code kConsentFieldUnfit{
    .code = "CW2503",
    .severity = Severity::error,
    .cause = "Consent is read from a checkbox that is true when a person must not be written to.",
};
inline constexpr Entry kConsentFieldUnfitEntry{
    .code = kConsentFieldUnfit,
    .title = "The consent field is no checkbox",
    .example = R"("consent": { "salesforce": "Email" })",
    .cure = "Name a checkbox of the object, HasOptedOutOfEmail as a rule.",
};

inline constexpr Code kConsentOverwritten{
    .code = "CW2504",
    .severity = Severity::warning,
    .cause = "A platform that does not know of an opt-out would clear it.",
};
inline constexpr Entry kConsentOverwrittenEntry{
    .code = kConsentOverwritten,
    .title = "An opt-out in Salesforce may be overwritten",
    .example = R"({ "platform": "opt_out", "salesforce": "HasOptedOutOfEmail" }, pushed)",
    .cure = "Pull the field only.",
};

inline constexpr Code kConsentByCriteria{
    .code = "CW2505",
    .severity = Severity::warning,
    .cause = "A person who opts out leaves the condition, and the platform keeps what it has.",
};
inline constexpr Entry kConsentByCriteriaEntry{
    .code = kConsentByCriteria,
    .title = "Who opts out later goes unnoticed",
    .example = R"("where": { "salesforce": "HasOptedOutOfEmail = false" } on a pair that pulls)",
    .cure = "Pull the opt-out field, and leave it out of the condition.",
};

inline constexpr Code kConsentInverted{
    .code = "CW2506",
    .severity = Severity::warning,
    .cause = "The field is true when a person must not be written to.",
};
inline constexpr Entry kConsentInvertedEntry{
    .code = kConsentInverted,
    .title = "An opt-out is read as consent",
    .example = R"({ "platform": "newsletter", "salesforce": "HasOptedOutOfEmail" })",
    .cure = "Turn the value round with a map, or choose a field that means the same.",
};

inline constexpr Code kMirrorWithoutCap{
    .code = "CW2510",
    .severity = Severity::warning,
    .cause = "A mistake on one side, or a lost permission, would empty the other.",
};
inline constexpr Entry kMirrorWithoutCapEntry{
    .code = kMirrorWithoutCap,
    .title = "Deletions are mirrored without a limit",
    .example = R"("onDelete": "mirror", and no "deletes" in the sync)",
    .cure = "Limit deletions in the sync: \"deletes\": { \"maxCount\": 100 }.",
};

}  // namespace crosswalk::diagnostic::codes
