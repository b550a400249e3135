// The table of steps: the transform language as data. Each row says what a step is called and which
// members it has; reader, writer, completion and the published JSON Schema follow it, so that a new
// step is a row here, its types in convert/typing.cpp and its doing in convert/.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "names/members.hpp"

namespace crosswalk::mapping {

// In the order of the table.
enum class Step : std::uint8_t {
  join,         // values of a list into one text
  map,          // values by a table
  trim,         // blanks
  letter_case,  // upper, lower, title
  truncate,
  pad,
  replace,        // one text by another, literally
  extract,        // the part of a text that a pattern finds
  split,          // a text into a list, or into one member of it
  template_text,  // several fields in one text
  coalesce,       // the first field that is not empty
  scale,          // digits after the point
  number,         // reads a number as people write it
  format,         // writes a number so
  date,           // reads or writes days and times
  boolean,        // words for true and false
  phone,
  when,  // steps for some values, steps for the others
};

inline constexpr std::size_t kStepsMax = 20;      // of one list
inline constexpr std::size_t kDepthMax = 3;       // of "when" in "when"
inline constexpr std::size_t kStepTextMax = 255;  // bytes of a text of a step
inline constexpr std::size_t kWordsMax = 200;     // of a list of a step

struct StepRow {
  Step step;
  std::string_view name;
  std::string_view help;                       // what it does, for editors
  std::span<const std::string_view> beside{};  // members beside the step's own
  std::span<const names::Member> inside{};     // members of an own member that is an object
};

std::span<const StepRow> steps();
const StepRow& row_of(Step step);
const StepRow* find_step(std::string_view name);  // or null

// What a member of a step may say: one of some words, or a number within bounds. Neither: null.
struct MemberRule {
  std::string_view name;
  std::span<const std::string_view> words{};
  std::uint32_t least = 0, most = 0;
};
const MemberRule* find_rule(std::string_view member);

}  // namespace crosswalk::mapping
