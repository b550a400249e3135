// What a sync costs per day: the calls that one run needs, times the runs. A run asks for the org's
// limits, describes each object of the mapping and asks it once for what has changed; an object
// without a stamp of the last change is read whole every time. What changes is not known
// beforehand: this is the least.
#pragma once

#include <cstdint>

#include "cost/calls.hpp"

namespace crosswalk::cost {

// Where a long text is selected, Salesforce gives pages of half the size.
inline constexpr std::uint64_t kLongTextPageRecords = 1000;
inline constexpr std::uint64_t kDaySeconds = 86'400;

// What a run needs beside its objects: the limits.
inline constexpr Calls kRunItself{.other = 1};

struct ObjectLoad {
  std::uint64_t records = 0;
  bool stamped = true;      // has SystemModstamp
  bool long_texts = false;  // a long or rich text is selected
};

Calls calls_when_nothing_changed(const ObjectLoad& object);
Calls calls_when_all_is_read(const ObjectLoad& object);

std::uint64_t runs_per_day(std::uint64_t every_seconds);  // at least one; 0 seconds: none
std::uint64_t calls_per_day(const Calls& run, std::uint64_t every_seconds);

}  // namespace crosswalk::cost
