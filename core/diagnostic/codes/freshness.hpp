// CW26xx: values that change without a sign of it.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kFormulaStale{
    .code = "CW2601",
    .severity = Severity::info,
    .title = "A formula changes without a stamp",
    .example = "Days_Known__c pulled, a formula over today's date",
    .cause =
        "A formula that looks at the date or at other records changes while its own record "
        "keeps its stamp, so no ordinary run sees it.",
    .cure = "Let a full run (kind \"reconcile\") read all records as often as the value matters.",
};

inline constexpr Code kRollUpStale{
    .code = "CW2602",
    .severity = Severity::info,
    .title = "A roll-up summary may change without a stamp",
    .example = "Total_Gifts__c pulled, a roll-up summary",
    .cause = "It changes with its detail records, and its own record's stamp need not move.",
    .cure = "Let a full run (kind \"reconcile\") read all records as often as the value matters.",
};

inline constexpr Code kParentStale{
    .code = "CW2603",
    .severity = Severity::info,
    .title = "A related record's field changes without a stamp",
    .example = "Account.Name pulled with a Contact",
    .cause = "When the related record changes, the stamp of the record that is read stays.",
    .cure = "Map the related object itself, or let a full run read all records now and then.",
};

inline constexpr Code kConditionStale{
    .code = "CW2604",
    .severity = Severity::info,
    .title = "A condition changes its answer without a stamp",
    .example = R"("where": { "salesforce": "Account.Industry = 'Energy'" })",
    .cause =
        "Records that come to meet it are not seen until they change, or a full run reads "
        "them.",
    .cure = "Ask for fields of the object itself, or let a full run read all records now and then.",
};

inline constexpr Code kNoStamp{
    .code = "CW2605",
    .severity = Severity::warning,
    .title = "The object has no stamp of its last change",
    .example = "an object without SystemModstamp",
    .cause = "Every run has to read all of its records.",
    .cure = "Run it less often, or narrow it by \"where\".",
};

inline constexpr Code kDeletesUnseen{
    .code = "CW2606",
    .severity = Severity::warning,
    .title = "Deletions in Salesforce cannot be read",
    .example = "\"onDelete\": \"deactivate\" on an object that is not replicateable",
    .cause = "Salesforce keeps no list of this object's deleted records.",
    .cure = "Set \"onDelete\" to \"ignore\".",
};

}  // namespace crosswalk::diagnostic::codes
