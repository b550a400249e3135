// All codes. A rule includes its own family from codes/ instead, so that a new code elsewhere does
// not build it again.
//
// To add a code, add it to its family: the next free number, a severity, the cause, and behind it
// its entry: a title, an example, the cure. The table of all is assembled from the families when
// the room is built. The severity is the usual one; a finding may say otherwise.
#pragma once

#include <span>

#include "diagnostic/codes/conditions.hpp"
#include "diagnostic/codes/consent.hpp"
#include "diagnostic/codes/cost.hpp"
#include "diagnostic/codes/describe.hpp"
#include "diagnostic/codes/direction.hpp"
#include "diagnostic/codes/fields.hpp"
#include "diagnostic/codes/freshness.hpp"
#include "diagnostic/codes/mapping.hpp"
#include "diagnostic/codes/match.hpp"
#include "diagnostic/codes/objects.hpp"
#include "diagnostic/codes/org.hpp"
#include "diagnostic/codes/platform_schema.hpp"
#include "diagnostic/codes/policy.hpp"
#include "diagnostic/codes/records.hpp"
#include "diagnostic/codes/shapes.hpp"
#include "diagnostic/codes/soql.hpp"
#include "diagnostic/codes/text.hpp"
#include "diagnostic/codes/types.hpp"
#include "diagnostic/codes/values.hpp"

namespace crosswalk::diagnostic::codes {

// Every entry, in the order of the codes.
std::span<const Entry* const> all();

// The entry of a code, or null.
const Entry* find(std::string_view code);

}  // namespace crosswalk::diagnostic::codes
