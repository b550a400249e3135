#include "convert/case_mapping.hpp"

#include <algorithm>
#include <iterator>

#include "convert/case_table.hpp"

namespace crosswalk::convert {
namespace {

template <std::size_t N>
std::uint32_t mapped(const CaseRun (&runs)[N], std::uint32_t point) {
  const CaseRun* const run = std::lower_bound(
      std::begin(runs), std::end(runs), point,
      [](const CaseRun& each, std::uint32_t wanted) { return each.last < wanted; });
  if (run == std::end(runs) || point < run->first || (point - run->first) % run->step != 0) {
    return point;
  }
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(point) + run->distance);
}

}  // namespace

std::uint32_t to_upper(std::uint32_t point) { return mapped(kToUpper, point); }
std::uint32_t to_lower(std::uint32_t point) { return mapped(kToLower, point); }

std::uint32_t to_title(std::uint32_t point) {
  const bool double_letters = point >= 0x1C4 && point <= 0x1CC;
  if (double_letters) return 0x1C5 + (point - 0x1C4) / 3 * 3;
  if (point >= 0x1F1 && point <= 0x1F3) return 0x1F2;
  return to_upper(point);
}

bool is_cased(std::uint32_t point) {
  // The small sharp s has no capital of one character, and is small all the same.
  return point == 0xDF || to_upper(point) != point || to_lower(point) != point;
}

}  // namespace crosswalk::convert
