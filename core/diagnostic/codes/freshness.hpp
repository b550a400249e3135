// CW26xx: how old a value can be.
#pragma once

#include "diagnostic/code.hpp"

namespace crosswalk::diagnostic::codes {}  // namespace crosswalk::diagnostic::codes
