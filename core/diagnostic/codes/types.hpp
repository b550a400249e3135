// CW2150 to CW2179: types and values. Older ones of the kind stand among the fields.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {}  // namespace crosswalk::diagnostic::codes
