// CW25xx: consent, and deletions.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {}  // namespace crosswalk::diagnostic::codes
