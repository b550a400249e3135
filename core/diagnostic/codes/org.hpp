// CW24xx: what is known of the org: record types, currencies, person accounts.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kPersonAccountName{
    .code = "CW2401",
    .severity = Severity::warning,
    .cause = "With person accounts both are described as optional; one of them is needed.",
};
inline constexpr Entry kPersonAccountNameEntry{
    .code = kPersonAccountName,
    .title = "Accounts of this org may need more than describes say",
    .example = "an Account pair without Name and LastName",
    .cure = "Fill Name or LastName.",
};

inline constexpr Code kCurrencyUnstated{
    .code = "CW2402",
    .severity = Severity::info,
    .cause = "Amounts of new records count in the connected user's currency.",
};
inline constexpr Entry kCurrencyUnstatedEntry{
    .code = kCurrencyUnstated,
    .title = "Amounts without their currency",
    .example = "a currency line without CurrencyIsoCode",
    .cure = "Map or set CurrencyIsoCode.",
};

inline constexpr Code kRecordTypeUnknown{
    .code = "CW2403",
    .severity = Severity::error,
    .cause = "A record type goes by its developer name, which does not change with the language.",
};
inline constexpr Entry kRecordTypeUnknownEntry{
    .code = kRecordTypeUnknown,
    .title = "The object has no such record type",
    .example = R"("recordType": "Partners" where the developer name is "Partner")",
    .cure = "Write the developer name as Salesforce's set-up shows it.",
};

inline constexpr Code kRecordTypeUnavailable{
    .code = "CW2404",
    .severity = Severity::error,
    .cause =
        "Salesforce refuses new records of a record type that is inactive or that the "
        "connected user may not use.",
};
inline constexpr Entry kRecordTypeUnavailableEntry{
    .code = kRecordTypeUnavailable,
    .title = "The record type cannot be used",
    .example = "a record type that is inactive, or that the connected user's profile lacks",
    .cure = "Activate it, or give it to the user's profile or permission set.",
};

inline constexpr Code kRecordTypeMaster{
    .code = "CW2405",
    .severity = Severity::warning,
    .cause = "It stands for having none; records get it where the user has no other.",
};
inline constexpr Entry kRecordTypeMasterEntry{
    .code = kRecordTypeMaster,
    .title = "\"Master\" is no record type of its own",
    .example = R"("recordType": "Master")",
    .cure = "Leave \"recordType\" out, or name a real one.",
};

inline constexpr Code kRecordTypeLacksValue{
    .code = "CW2406",
    .severity = Severity::warning,
    .cause =
        "A record type narrows a picklist: a restricted one refuses the value for its "
        "records, another does not show it to people.",
};
inline constexpr Entry kRecordTypeLacksValueEntry{
    .code = kRecordTypeLacksValue,
    .title = "A record type does not offer a value",
    .example =
        "the list value \"Fair\", which the picklist has, but not for the record type Partner",
    .cure = "Add the value to the record type, or map it to one that it offers.",
};

inline constexpr Code kRecordTypeIdUnfit{
    .code = "CW2407",
    .severity = Severity::error,
    .cause =
        "Salesforce takes only record types of the object that are active and that the "
        "connected user may use.",
};
inline constexpr Entry kRecordTypeIdUnfitEntry{
    .code = kRecordTypeIdUnfit,
    .title = "The Id is no usable record type of the object",
    .example = "the constant RecordTypeId with the Id of another object's record type",
    .cure = "Give the Id of one of the object's record types.",
};

inline constexpr Code kCurrencyInvisible{
    .code = "CW2408",
    .severity = Severity::warning,
    .cause =
        "The org has several currencies, and the connected user may not see which one an "
        "amount is in.",
};
inline constexpr Entry kCurrencyInvisibleEntry{
    .code = kCurrencyInvisible,
    .title = "The currency of amounts cannot be seen",
    .example = "an org with several currencies, and no CurrencyIsoCode in the object's description",
    .cure = "Give the connected user access to CurrencyIsoCode, and map it.",
};

inline constexpr Code kCurrencyNotRead{
    .code = "CW2409",
    .severity = Severity::info,
    .cause = "The org has several currencies: the same number may mean euros or yen.",
};
inline constexpr Entry kCurrencyNotReadEntry{
    .code = kCurrencyNotRead,
    .title = "Amounts are read without their currency",
    .example = "Amount is pulled, CurrencyIsoCode is not",
    .cure = "Pull CurrencyIsoCode, too.",
};

inline constexpr Code kCampaignUnknown{
    .code = "CW2410",
    .severity = Severity::warning,
    .cause = "The org has no campaign of this name or Id, or the connected user may not see it.",
};
inline constexpr Entry kCampaignUnknownEntry{
    .code = kCampaignUnknown,
    .title = "The campaign is not known",
    .example = R"("campaign": {"name": "Spring fiar"})",
    .cure = "Choose a campaign of the org; its Id stays when its name changes.",
};

inline constexpr Code kCampaignStatusUnknown{
    .code = "CW2411",
    .severity = Severity::warning,
    .cause =
        "Every campaign has its own list of member statuses; Salesforce replaces or refuses "
        "others.",
};
inline constexpr Entry kCampaignStatusUnknownEntry{
    .code = kCampaignStatusUnknown,
    .title = "The campaign has no such member status",
    .example = R"(the constant Status "Came" where the campaign has "Sent" and "Responded")",
    .cure = "Add the status to the campaign, or map it to one that it has.",
};

inline constexpr Code kPersonFieldOnBusiness{
    .code = "CW2412",
    .severity = Severity::error,
    .cause = "Fields that begin with Person or end with __pc exist on person accounts only.",
};
inline constexpr Entry kPersonFieldOnBusinessEntry{
    .code = kPersonFieldOnBusiness,
    .title = "A person's field on a business account",
    .example = R"("shape": "business" with a line into PersonEmail)",
    .cure = "Map the person to a Contact, or set \"shape\" to \"person\".",
};

}  // namespace crosswalk::diagnostic::codes
