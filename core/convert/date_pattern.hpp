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

struct DatePattern {
  struct Part {
    char letter = 0;  // 0: the text itself
    std::uint8_t count = 0;
    std::uint16_t begin = 0, length = 0;  // of a text, in `text`
  };
  std::string text;  // the pattern
  std::vector<Part> parts;

  [[nodiscard]] std::string_view text_of(const Part& part) const {
    return std::string_view(text).substr(part.begin, part.length);
  }

  [[nodiscard]] bool has(char letter) const;
  [[nodiscard]] bool has_day() const { return has('y') && has('M') && has('d'); }
  [[nodiscard]] bool has_time() const { return (has('H') || (has('h') && has('a'))) && has('m'); }
  [[nodiscard]] bool any_of(std::string_view letters) const;
  [[nodiscard]] bool has_short_year() const;

  // What a text in this pattern is: a date, a datetime, a time; nothing where too little is said.
  [[nodiscard]] std::optional<Form> form() const;
  // Whether nothing of a value of that form is lost in it, whole seconds at least.
  [[nodiscard]] bool holds_all_of(Form form) const;
};

// Nothing, and in `problem` why, when the text is no such pattern.
std::optional<DatePattern> read_date_pattern(std::string_view text, std::string_view& problem);

// The seconds of "Z", "+02:00", "-0330"; nothing for a name.
std::optional<std::int32_t> fixed_offset(std::string_view zone);
// Whether the text may name a zone of the IANA database.
bool is_zone_name(std::string_view zone);

}  // namespace crosswalk::convert
