// How long a query is: as text, and percent-encoded in the address that it travels in.
#pragma once

#include <cstdint>
#include <string_view>

namespace crosswalk::cost {

inline constexpr std::uint64_t kQueryCharactersMax = 100'000;
inline constexpr std::uint64_t kUrlBytesMax = 16'384;

struct QuerySize {
  std::uint64_t characters = 0;  // bytes of UTF-8, which is never less
  std::uint64_t url_bytes = 0;

  void add(std::string_view text);
  void add_field(std::string_view name);  // of letters, digits, _ and ., with ", " in front
};

}  // namespace crosswalk::cost
