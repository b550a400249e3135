// CW2180 to CW2189: a policy that is stricter than the types.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {}  // namespace crosswalk::diagnostic::codes
