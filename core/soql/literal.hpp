// What is true of literals and names by themselves.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crosswalk::soql {

inline constexpr std::size_t kTextBytesMax = 100'000;
inline constexpr std::size_t kLiteralBytesMax = 4'000;
inline constexpr std::size_t kDepthMax = 64;

// 'it\'s': the one safe way to put a value into a query.
std::string quote(std::string_view text);

// Undoes the escapes of a text literal's source; nothing when an escape is unknown.
std::optional<std::string> unescape(std::string_view source);

// TODAY, LAST_90_DAYS, …; `takes_number` tells the forms that end in :n.
bool is_relative_date(std::string_view upper, bool takes_number);

// Case-insensitive (ASCII).
bool same_word(std::string_view a, std::string_view b);

}  // namespace crosswalk::soql
