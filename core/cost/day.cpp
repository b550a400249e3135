#include "cost/day.hpp"

#include <algorithm>

namespace crosswalk::cost {
namespace {

constexpr std::uint64_t over(std::uint64_t all, std::uint64_t part) {
  return all / part + (all % part == 0 ? 0 : 1);
}

}  // namespace

Calls calls_when_nothing_changed(const ObjectLoad& object) {
  if (!object.stamped) return calls_when_all_is_read(object);
  Calls calls;
  calls.query = 1;
  calls.other = 1;  // the describe
  return calls;
}

Calls calls_when_all_is_read(const ObjectLoad& object) {
  Calls calls;
  calls.query = std::max<std::uint64_t>(
      over(object.records, object.long_texts ? kLongTextPageRecords : kQueryPageRecords), 1);
  calls.other = 1;
  return calls;
}

std::uint64_t runs_per_day(std::uint64_t every_seconds) {
  return every_seconds == 0 ? 0 : over(kDaySeconds, every_seconds);
}

std::uint64_t calls_per_day(const Calls& run, std::uint64_t every_seconds) {
  return run.total() * runs_per_day(every_seconds);
}

}  // namespace crosswalk::cost
