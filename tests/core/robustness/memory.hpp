// What the program has allocated, counted at operator new: for tests that bound the memory of a
// reading by the size of its text.
#pragma once

#include <cstddef>

namespace crosswalk::robustness {

// The most that was allocated at one time since the last call of start_counting(), beyond what was
// allocated then.
void start_counting();
std::size_t peak_bytes();

}  // namespace crosswalk::robustness
