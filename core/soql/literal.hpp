// What is true of literals and names by themselves.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::soql {

inline constexpr std::size_t kTextCharactersMax = 100'000;
inline constexpr std::size_t kLiteralCharactersMax = 4'000;
inline constexpr std::size_t kDepthMax = 64;

// 'it\'s': the one safe way to put a value into a query. Reads back as the same text, whatever it
// is.
std::string quote(std::string_view text);

// The same for a part of a LIKE pattern: % and _ of the text stand for themselves.
std::string escape_like(std::string_view text);

// Undoes the escapes of a text literal's source; nothing when an escape is unknown.
std::optional<std::string> unescape(std::string_view source);

// Whether the source has \% or \_, which only LIKE knows.
bool has_like_escape(std::string_view source);

// One text of several: much less code at each call than a chain of +.
std::string concat(std::initializer_list<std::string_view> parts);

// UTF-8 characters.
std::size_t characters(std::string_view text);

// TODAY, LAST_90_DAYS, …; `takes_number` tells the forms that end in :n.
bool is_relative_date(std::string_view upper, bool takes_number);

// All of them, those with a number without its ":n".
std::vector<std::string> relative_dates();

std::string upper_case(std::string_view text);

// Case-insensitive (ASCII).
bool same_word(std::string_view a, std::string_view b);

}  // namespace crosswalk::soql
