// Patterns of days and times, with the letters of CLDR that need no language: y M d, H h a, m s S,
// X for the offset of the zone. yyyy is a year of four digits, yy one of two; MM has two digits, M
// one or two, and so on; SSS are milliseconds; one X is +02, two are +0200, three are
// +02:00, and each may be Z. Text
// in single quotes and signs that are no letters stand for themselves; '' is a quote.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "convert/form.hpp"

namespace crosswalk::convert {

// What a pattern says, without its parts: enough to know its type.
struct DateLetters {
  std::uint32_t letters = 0;  // a bit for each letter, by its place in kDateLetters
  bool short_year = false;

  // Any of them.
  [[nodiscard]] bool has(std::string_view any) const;
  // What a text in this pattern is: a date, a datetime, a time; nothing where too little is said.
  [[nodiscard]] std::optional<Form> form() const;
  // Whether nothing of a value of that form is lost in it, whole seconds at least.
  [[nodiscard]] bool holds_all_of(Form form) const;
};

struct DatePart {
  char letter = 0;  // 0: the text itself
  std::uint8_t count = 0;
  std::uint16_t begin = 0;  // where in the pattern it stands
};

struct DatePattern {
  std::string text;  // the pattern
  std::vector<DatePart> parts;
  std::optional<Form> form;
};

// Nothing, and in `problem` why, when the text is no pattern.
std::optional<DateLetters> check_date_pattern(std::string_view text, std::string_view& problem);

// Of a text that is a pattern.
DatePattern read_date_pattern(std::string_view text);

// The part of a pattern that begins at `at`; moves `at` behind it, and `quoted` as quotes stand. A
// quote that only opens or closes is a part with neither letter nor count.
DatePart next_date_part(std::string_view text, std::size_t& at, bool& quoted);

// The seconds of "Z", "+02:00", "-0330"; nothing for a name.
std::optional<std::int32_t> fixed_offset(std::string_view zone);
// Whether the text may name a zone of the IANA database.
bool is_zone_name(std::string_view zone);

}  // namespace crosswalk::convert
