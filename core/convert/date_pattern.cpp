#include "convert/date_pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crosswalk::convert {
namespace {

constexpr std::size_t kPatternMax = 255;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How often each letter may stand.
struct Letter {
  char letter;
  std::string_view counts;
};
constexpr std::array kLetters{
    Letter{'y', "24"}, Letter{'M', "12"}, Letter{'d', "12"}, Letter{'H', "12"}, Letter{'h', "12"},
    Letter{'a', "1"},  Letter{'m', "12"}, Letter{'s', "12"}, Letter{'S', "3"},  Letter{'X', "123"}};

bool is_known(char letter, std::size_t count) {
  return std::any_of(kLetters.begin(), kLetters.end(), [&](const Letter& row) {
    return row.letter == letter && count < 10 &&
           row.counts.find(static_cast<char>('0' + count)) != std::string_view::npos;
  });
}

}  // namespace

bool DatePattern::has(char letter) const {
  return std::any_of(parts.begin(), parts.end(),
                     [letter](const Part& part) { return part.letter == letter; });
}

bool DatePattern::any_of(std::string_view letters) const {
  return std::any_of(letters.begin(), letters.end(), [this](char letter) { return has(letter); });
}

bool DatePattern::has_short_year() const {
  return std::any_of(parts.begin(), parts.end(),
                     [](const Part& part) { return part.letter == 'y' && part.count == 2; });
}

std::optional<Form> DatePattern::form() const {
  const bool day = any_of("yMd"), time = any_of("HhamsSX");
  if ((day && !has_day()) || (time && !has_time())) return {};
  if (day) return time ? Form::datetime : Form::date;
  return time && !has('X') ? std::optional(Form::time) : std::nullopt;
}

bool DatePattern::holds_all_of(Form form) const {
  if (this->form() != form || has_short_year()) return false;
  return form == Form::date || (has('s') && (form != Form::time || has('S')));
}

std::optional<DatePattern> read_date_pattern(std::string_view text, std::string_view& problem) {
  DatePattern pattern;
  pattern.text = text.substr(0, kPatternMax);
  text = pattern.text;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    std::size_t end = at + 1;
    if (c == '\'' && (at + 1 == text.size() || text[at + 1] != '\'')) {
      quoted = !quoted;
    } else if (quoted || !is_letter(c)) {
      // A sign for itself; of two quotes the second.
      if (c == '\'') ++end;
      pattern.parts.push_back({0, 0, static_cast<std::uint16_t>(end - 1), 1});
    } else {
      while (end < text.size() && text[end] == c) ++end;
      if (!is_known(c, end - at) || pattern.has(c)) {
        problem =
            "Of yyyy, yy, MM, M, dd, d, HH, H, hh, h, a, mm, m, ss, s, SSS, X"
            "XX, XX and X a pattern has each letter once; words stand in single quotes.";
        return {};
      }
      pattern.parts.push_back({c, static_cast<std::uint8_t>(end - at), 0, 0});
    }
    at = end;
  }
  if (!quoted && pattern.any_of("yMdHhamsSX")) return pattern;
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
