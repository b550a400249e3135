#include "store/staging.hpp"

namespace crosswalk::store {

std::string match_value(std::span<const std::string_view> values) {
  constexpr char kJoin = '\x1f';  // sqlite/pairing.cpp makes the same value in SQL
  std::string joined;
  bool any = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto value = values[i];
    while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    while (!value.empty() && value.back() == ' ') value.remove_suffix(1);
    if (i > 0) joined += kJoin;
    any = any || !value.empty();
    for (const char c : value)
      joined += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return any ? joined : std::string();
}

}  // namespace crosswalk::store
