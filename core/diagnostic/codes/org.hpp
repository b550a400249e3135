// CW24xx: what is known of the org: record types, currencies, person accounts.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {

inline constexpr Code kPersonAccountName{
    .code = "CW2401",
    .severity = Severity::warning,
    .title = "Accounts of this org may need more than describes say",
};

inline constexpr Code kCurrencyUnstated{
    .code = "CW2402",
    .severity = Severity::info,
    .title = "Amounts without their currency",
};

}  // namespace crosswalk::diagnostic::codes
