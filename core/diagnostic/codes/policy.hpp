// CW2180 to CW2189: a policy that is stricter than the types.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kPolicyUnknown{
    .code = "CW2180",
    .severity = Severity::error,
    .cause = "What the policy was meant to refuse is not refused.",
};
inline constexpr Entry kPolicyUnknownEntry{
    .code = kPolicyUnknown,
    .title = "No such policy",
    .example = R"("policy": "strict-event")",
    .cure = "Name a policy that exists, such as \"strict-events\", or remove the member.",
};

inline constexpr Code kPolicyPlatformType{
    .code = "CW2181",
    .severity = Severity::error,
    .cause = "The policy takes no field of this type, whatever it is mapped to.",
};
inline constexpr Entry kPolicyPlatformTypeEntry{
    .code = kPolicyPlatformType,
    .title = "A platform type that the policy refuses",
    .example = "a multi-line text, under the policy \"strict-events\"",
    .cure = "Remove the line, or map a field of another type.",
};

inline constexpr Code kPolicySalesforceType{
    .code = "CW2182",
    .severity = Severity::error,
    .cause = "The policy takes no field of this type, whatever is mapped to it.",
};
inline constexpr Entry kPolicySalesforceTypeEntry{
    .code = kPolicySalesforceType,
    .title = "A Salesforce type that the policy refuses",
    .example = "a text into a Picklist, under the policy \"strict-events\"",
    .cure = "Choose a Salesforce field of a type that the policy takes, or remove the line.",
};

inline constexpr Code kPolicyPair{
    .code = "CW2183",
    .severity = Severity::error,
    .cause = "The policy has a list of the pairs that it takes, and takes no other.",
};
inline constexpr Entry kPolicyPairEntry{
    .code = kPolicyPair,
    .title = "Two types that the policy does not pair",
    .example = "a number into a Text, under the policy \"strict-events\"",
    .cure = "Choose a field of the type that the policy pairs with it, or remove the line.",
};

inline constexpr Code kPolicyTextTooLong{
    .code = "CW2184",
    .severity = Severity::warning,
    .cause = "Records with a longer text will be refused.",
};
inline constexpr Entry kPolicyTextTooLongEntry{
    .code = kPolicyTextTooLong,
    .title = "A text may be longer than the policy has room for",
    .example = "a text without \"maxLength\", under the policy \"strict-events\" (255 characters)",
    .cure = "State a \"maxLength\" in the platform schema, or set \"onTooLong\" to \"truncate\".",
};

}  // namespace crosswalk::diagnostic::codes
