// The patterns of the step "extract": a small language that is matched in linear time, whatever the
// text. A pattern says: characters for themselves, . any character, [a-z0-9_] and [^...] classes,
// \d \w \s (digit; letter, digit or _; blank; of ASCII) and \D \W \S, \ before anything else for
// itself, ( ) groups, | between alternatives, ? * + {n} {n,} {n,m} behind a part, ^ and $ for the
// ends of the text. The first match from the left counts; parts take as much as they can. There is
// no looking around and no going back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "convert/arena.hpp"

namespace crosswalk::convert {

inline constexpr std::size_t kPatternStatesMax = 500;
inline constexpr std::size_t kPatternDepthMax = 20;  // of groups in groups
inline constexpr std::size_t kRepeatMax = 100;

// A pattern compiled: states that a text is walked through, all at once.
struct Pattern {
  enum class Op : std::uint8_t {
    character,  // `a` is its code point
    any,
    one_of,   // of the ranges from `a` on, `b` of them
    none_of,  // of those
    fork,     // to `a` first, to `b` else
    jump,     // to `a`
    keep,     // notes the place as the begin (a = 0) or the end (a = 1) of the group
    at_begin,
    at_end,
    match,
  };
  struct State {
    Op op = Op::match;
    std::uint32_t a = 0, b = 0;
  };
  struct Range {
    std::uint32_t first = 0, last = 0;
  };

  std::vector<State> states;
  std::vector<Range> ranges;
};

// Nothing, and in `problem` why, when the text is no pattern or one of too many states.
std::optional<Pattern> read_pattern(std::string_view text, std::string_view& problem);

// What the pattern's first group holds, or the whole match where it has none. Linear in text times
// states. The arena is as it was afterwards. The text must be UTF-8.
std::optional<std::string_view> find_pattern(const Pattern& pattern, std::string_view text,
                                             Arena& arena);

}  // namespace crosswalk::convert
