// CW40xx: a SOQL query.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {}  // namespace crosswalk::diagnostic::codes
