#include "convert/date_pattern.hpp"

#include <algorithm>

namespace crosswalk::convert {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How often each letter may stand, behind it.
constexpr std::string_view kDateLetters = "y24 M12 d12 H12 h12 a1 m12 s12 S3 X123 ";

// The bit of a letter that stands so often; 0: no pattern has that.
std::uint32_t bit_of(const DatePart& part) {
  const std::size_t at = kDateLetters.find(part.letter);
  if (at == std::string_view::npos || part.count > 4) return 0;
  const std::string_view counts = kDateLetters.substr(at, kDateLetters.find(' ', at) - at);
  const bool known = counts.find(static_cast<char>('0' + part.count)) != std::string_view::npos;
  return known ? 1U << at % 32 : 0;
}

}  // namespace

DatePart next_date_part(std::string_view text, std::size_t& at, bool& quoted) {
  const std::size_t begin = at++;
  const char c = text[begin];
  if (c == '\'' && (at == text.size() || text[at] != '\'')) {
    quoted = !quoted;
    return {};
  }
  if (quoted || !is_letter(c)) {
    // A sign for itself; of two quotes the second.
    if (c == '\'') ++at;
    return {0, 1, static_cast<std::uint16_t>(at - 1)};
  }
  while (at < text.size() && text[at] == c && at - begin < 255) ++at;
  return {c, static_cast<std::uint8_t>(at - begin), 0};
}

bool DateLetters::has(std::string_view any) const {
  for (const char letter : any) {
    if ((letters >> kDateLetters.find(letter) % 32 & 1U) != 0) return true;
  }
  return false;
}

std::optional<Form> DateLetters::form() const {
  const bool day = has("yMd"), time = has("HhamsSX");
  if (day && !(has("y") && has("M") && has("d"))) return {};
  if (time && !((has("H") || (has("h") && has("a"))) && has("m"))) return {};
  if (day) return time ? Form::datetime : Form::date;
  return time && !has("X") ? std::optional(Form::time) : std::nullopt;
}

bool DateLetters::holds_all_of(Form form) const {
  if (this->form() != form || short_year) return false;
  return form == Form::date || (has("s") && (form != Form::time || has("S")));
}

std::optional<DateLetters> check_date_pattern(std::string_view text, std::string_view& problem) {
  DateLetters found;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const DatePart part = next_date_part(text, at, quoted);
    if (part.letter == 0) continue;
    const std::uint32_t bit = bit_of(part);
    if (bit == 0 || (found.letters & bit) != 0) {
      problem =
          "Of yyyy, yy, MM, M, dd, d, HH, H, hh, h, a, mm, m, ss, s, SSS, X"
          "XX, XX and X a pattern has each letter once; words stand in single quotes.";
      return {};
    }
    found.letters |= bit;
    found.short_year = found.short_year || (part.letter == 'y' && part.count == 2);
  }
  if (!quoted && found.letters != 0) return found;
  problem = quoted ? "A quote is not closed." : "The pattern names no part of a date.";
  return {};
}

std::optional<std::int32_t> fixed_offset(std::string_view zone) {
  if (zone == "Z") return 0;
  if (zone.size() < 3 || (zone[0] != '+' && zone[0] != '-')) return {};
  const bool colon = zone.size() == 6 && zone[3] == ':';
  if (zone.size() != 3 && zone.size() != 5 && !colon) return {};
  std::array<std::int32_t, 4> digits{};
  std::size_t count = 0;
  for (std::size_t i = 1; i < zone.size(); ++i) {
    if (colon && i == 3) continue;
    if (!is_digit(zone[i])) return {};
    digits[count++] = zone[i] - '0';
  }
  const std::int32_t hours = digits[0] * 10 + digits[1], minutes = digits[2] * 10 + digits[3];
  if (hours > 14 || minutes > 59) return {};
  const std::int32_t seconds = hours * 3600 + minutes * 60;
  return zone[0] == '-' ? -seconds : seconds;
}

bool is_zone_name(std::string_view zone) {
  if (zone.empty() || zone.size() > 64 || !is_letter(zone[0])) return false;
  return zone.find('/') != std::string_view::npos || zone == "UTC" || zone == "GMT"
             ? std::all_of(zone.begin(), zone.end(),
                           [](char c) {
                             return is_letter(c) || is_digit(c) || c == '/' || c == '_' ||
                                    c == '-' || c == '+';
                           })
             : false;
}

}  // namespace crosswalk::convert
