// The escapes inside JSON texts: \n, \u00e9, \ud83d\ude00.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crosswalk::json {

// What the backslash at some place begins: its length in bytes, or 0 and what is wrong with it.
struct Escape {
  std::size_t length = 0;
  std::string_view fault;
};

Escape read_escape(std::string_view text, std::size_t at);

// The value of a text whose escapes are all good.
std::string unescape(std::string_view raw);
// The same into room for raw.size() bytes, of which it answers how many were needed.
std::size_t unescape_into(std::string_view raw, char* out);

}  // namespace crosswalk::json
