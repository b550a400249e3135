#include "diagnostic/codes.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::diagnostic::codes {
namespace {

constexpr std::array kTable{
#include "diagnostic/codes_table.inc"  // generated: &kJsonSyntax, ... of every family
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < kTable.size(); ++i) {
    if (!(kTable[i - 1]->code < kTable[i]->code)) return false;
  }
  return true;
}
static_assert(in_order(), "codes are unique and stand in their order, within a family, too");

}  // namespace

std::span<const Code* const> all() { return kTable; }

const Code* find(std::string_view code) {
  const auto at =
      std::lower_bound(kTable.begin(), kTable.end(), code,
                       [](const Code* row, std::string_view wanted) { return row->code < wanted; });
  return at != kTable.end() && (*at)->code == code ? *at : nullptr;
}

}  // namespace crosswalk::diagnostic::codes
