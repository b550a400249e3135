// CW11xx: members of a mapping document.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kNotAnObject{
    .code = "CW1101",
    .severity = Severity::error,
    .cause = "A mapping has members: \"version\", \"name\" and \"objects\".",
};
inline constexpr Entry kNotAnObjectEntry{
    .code = kNotAnObject,
    .title = "The document is no JSON object",
    .example = R"([{"platform": "participant"}])",
    .cure = "Put the list into {\"version\": 1, \"objects\": [...]}.",
};

inline constexpr Code kUnknownKey{
    .code = "CW1102",
    .severity = Severity::error,
    .cause = "A member that nobody knows would have no effect.",
};
inline constexpr Entry kUnknownKeyEntry{
    .code = kUnknownKey,
    .title = "A key that nobody knows",
    .example = R"("directon": "both")",
    .cure = "Correct its name, or remove it.",
};

inline constexpr Code kWrongType{
    .code = "CW1103",
    .severity = Severity::error,
    .cause = "The member means nothing in this form.",
};
inline constexpr Entry kWrongTypeEntry{
    .code = kWrongType,
    .title = "A value of the wrong type",
    .example = R"("create": "yes")",
    .cure = "Write the value in the form that is asked for.",
};

inline constexpr Code kMissingMember{
    .code = "CW1104",
    .severity = Severity::error,
    .cause = "Without it, the rest has no meaning.",
};
inline constexpr Entry kMissingMemberEntry{
    .code = kMissingMember,
    .title = "A member that must be there is missing",
    .example = R"(an object pair without "salesforce")",
    .cure = "Add the member.",
};

inline constexpr Code kUnknownWord{
    .code = "CW1105",
    .severity = Severity::error,
    .cause = "Only the words that are listed have a meaning.",
};
inline constexpr Entry kUnknownWordEntry{
    .code = kUnknownWord,
    .title = "A word that is not one of the choices",
    .example = R"("direction": "upload")",
    .cure = "Use one of them.",
};

inline constexpr Code kUnknownVersion{
    .code = "CW1106",
    .severity = Severity::error,
    .cause = "A later version may mean other things by the same words.",
};
inline constexpr Entry kUnknownVersionEntry{
    .code = kUnknownVersion,
    .title = "A version that this program cannot read",
    .example = R"("version": 2)",
    .cure = "Use a newer Crosswalk, or write version 1.",
};

inline constexpr Code kNotCarriedOut{
    .code = "CW1107",
    .severity = Severity::warning,
    .cause = "It is kept as it was written, and has no effect yet.",
};
inline constexpr Entry kNotCarriedOutEntry{
    .code = kNotCarriedOut,
    .title = "A setting that this version does not carry out",
    .example = R"("lists": ["Customers"])",
    .cure = "Do not rely on it; nothing else needs to change.",
};

inline constexpr Code kUnknownTransform{
    .code = "CW1109",
    .severity = Severity::error,
    .cause = "A transform does one thing, and its first member says which: {\"join\": \";\"}.",
};
inline constexpr Entry kUnknownTransformEntry{
    .code = kUnknownTransform,
    .title = "A transform that nobody knows",
    .example = R"("transform": [{"join": ";", "trim": "both"}])",
    .cure = "Write each step by itself: [{\"trim\": \"both\"}, {\"case\": \"upper\"}].",
};

inline constexpr Code kNothingMapped{
    .code = "CW1110",
    .severity = Severity::warning,
    .cause = "Nothing, or next to nothing, would be synced.",
};
inline constexpr Entry kNothingMappedEntry{
    .code = kNothingMapped,
    .title = "Nothing is mapped",
    .example = R"("fields": [])",
    .cure = "Add object pairs and lines.",
};

inline constexpr Code kTooManyItems{
    .code = "CW1111",
    .severity = Severity::error,
    .cause = "What is beyond the bound is not read.",
};
inline constexpr Entry kTooManyItemsEntry{
    .code = kTooManyItems,
    .title = "A list is too long",
    .example = "5001 lines in one object pair",
    .cure = "Split the mapping.",
};

inline constexpr Code kMemberWithoutEffect{
    .code = "CW1112",
    .severity = Severity::warning,
    .cause = "Another member beside it leaves it nothing to do.",
};
inline constexpr Entry kMemberWithoutEffectEntry{
    .code = kMemberWithoutEffect,
    .title = "A member that has no effect here",
    .example = R"({"join": ";", "otherwise": "none"})",
    .cure = "Remove it.",
};

inline constexpr Code kTransformUnsound{
    .code = "CW1113",
    .severity = Severity::error,
    .cause = "As it is written, no value could be changed by it.",
};
inline constexpr Entry kTransformUnsoundEntry{
    .code = kTransformUnsound,
    .title = "A transform that cannot be carried out",
    .example = R"({"extract": "[a-z"})",
    .cure = "Write it as its step asks for.",
};

inline constexpr Code kCountryMissing{
    .code = "CW1114",
    .severity = Severity::error,
    .cause = "Whose country code a phone number without one gets is not guessed.",
};
inline constexpr Entry kCountryMissingEntry{
    .code = kCountryMissing,
    .title = "The country of phone numbers is not known",
    .example = R"({"phone": "e164"} in a mapping without "country")",
    .cure = "Say \"country\": \"DE\" in the mapping, in two letters of ISO 3166.",
};

}  // namespace crosswalk::diagnostic::codes
