#include "convert/date_pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace crosswalk::convert {
namespace {

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

void add_text(DatePattern& pattern, char c) {
  if (pattern.parts.empty() || pattern.parts.back().letter != 0)
    pattern.parts.push_back({0, 0, {}});
  pattern.parts.back().text += c;
}

// The text behind a quote; answers behind its end, or 0 where it has none.
std::size_t add_quoted(DatePattern& pattern, std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') {
    add_text(pattern, '\'');
    return at + 1;
  }
  for (; at < text.size(); ++at) {
    if (text[at] != '\'') {
      add_text(pattern, text[at]);
    } else if (at + 1 < text.size() && text[at + 1] == '\'') {
      add_text(pattern, text[at++]);
    } else {
      return at + 1;
    }
  }
  return 0;
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

std::optional<DatePattern> read_date_pattern(std::string_view text, std::string& problem) {
  DatePattern pattern;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '\'') {
      at = add_quoted(pattern, text, at + 1);
      if (at != 0) continue;
      problem = "A quote in the pattern is not closed.";
      return {};
    }
    if (!is_letter(c)) {
      add_text(pattern, c);
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && text[end] == c) ++end;
    const std::string_view letters = text.substr(at, end - at);
    if (!is_known(c, letters.size()) || pattern.has(c)) {
      problem = (pattern.has(c) ? "Twice in the pattern stands \"" : "No part of a date is \"") +
                std::string(letters.substr(0, 10)) +
                "\": there are yyyy, yy, MM, M, dd, d, HH, H, hh, h, a, mm, m, ss, s, SSS, X"
                "XX, XX and X. Words stand in single quotes.";
      return {};
    }
    pattern.parts.push_back({c, static_cast<std::uint8_t>(letters.size()), {}});
    at = end;
  }
  if (pattern.any_of("yMdHhamsSX")) return pattern;
  problem = "The pattern names no part of a date.";
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
