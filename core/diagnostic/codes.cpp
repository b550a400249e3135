#include "diagnostic/codes.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::diagnostic::codes {
namespace {

constexpr std::array kTable{
#include "diagnostic/codes_table.inc"  // generated: &kJsonSyntaxEntry, ... of every family
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < kTable.size(); ++i) {
    if (!(kTable[i - 1]->code.code < kTable[i]->code.code)) return false;
  }
  return true;
}
static_assert(in_order(), "codes are unique and stand in their order, within a family, too");

}  // namespace

std::span<const Entry* const> all() { return kTable; }

const Entry* find(std::string_view code) {
  const auto at = std::lower_bound(
      kTable.begin(), kTable.end(), code,
      [](const Entry* row, std::string_view wanted) { return row->code.code < wanted; });
  return at != kTable.end() && (*at)->code.code == code ? *at : nullptr;
}

}  // namespace crosswalk::diagnostic::codes
