// CW26xx: values that change without a sign of it.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kFormulaStale{
    .code = "CW2601",
    .severity = Severity::info,
    .cause =
        "A formula that looks at the date or at other records changes while its own record "
        "keeps its stamp, so no ordinary run sees it.",
};
inline constexpr Entry kFormulaStaleEntry{
    .code = kFormulaStale,
    .title = "A formula changes without a stamp",
    .example = "Days_Known__c pulled, a formula over today's date",
    .cure = "Let a full run (kind \"reconcile\") read all records as often as the value matters.",
};

inline constexpr Code kRollUpStale{
    .code = "CW2602",
    .severity = Severity::info,
    .cause = "It changes with its detail records, and its own record's stamp need not move.",
};
inline constexpr Entry kRollUpStaleEntry{
    .code = kRollUpStale,
    .title = "A roll-up summary may change without a stamp",
    .example = "Total_Gifts__c pulled, a roll-up summary",
    .cure = "Let a full run (kind \"reconcile\") read all records as often as the value matters.",
};

inline constexpr Code kParentStale{
    .code = "CW2603",
    .severity = Severity::info,
    .cause = "When the related record changes, the stamp of the record that is read stays.",
};
inline constexpr Entry kParentStaleEntry{
    .code = kParentStale,
    .title = "A related record's field changes without a stamp",
    .example = "Account.Name pulled with a Contact",
    .cure = "Map the related object itself, or let a full run read all records now and then.",
};

inline constexpr Code kConditionStale{
    .code = "CW2604",
    .severity = Severity::info,
    .cause =
        "Records that come to meet it are not seen until they change, or a full run reads "
        "them.",
};
inline constexpr Entry kConditionStaleEntry{
    .code = kConditionStale,
    .title = "A condition changes its answer without a stamp",
    .example = R"("where": { "salesforce": "Account.Industry = 'Energy'" })",
    .cure = "Ask for fields of the object itself, or let a full run read all records now and then.",
};

inline constexpr Code kNoStamp{
    .code = "CW2605",
    .severity = Severity::warning,
    .cause = "Every run has to read all of its records.",
};
inline constexpr Entry kNoStampEntry{
    .code = kNoStamp,
    .title = "The object has no stamp of its last change",
    .example = "an object without SystemModstamp",
    .cure = "Run it less often, or narrow it by \"where\".",
};

inline constexpr Code kDeletesUnseen{
    .code = "CW2606",
    .severity = Severity::warning,
    .cause = "Salesforce keeps no list of this object's deleted records.",
};
inline constexpr Entry kDeletesUnseenEntry{
    .code = kDeletesUnseen,
    .title = "Deletions in Salesforce cannot be read",
    .example = "\"onDelete\": \"deactivate\" on an object that is not replicateable",
    .cure = "Set \"onDelete\" to \"ignore\".",
};

}  // namespace crosswalk::diagnostic::codes
