#include "org/value.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace crosswalk::org {
namespace {

namespace calendar = std::chrono;
constexpr std::string_view kIdDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t kIdNumberDigits = 9;

// Reads exactly the pattern's digits: '#' is a digit, anything else must stand there itself.
bool fits(std::string_view text, std::string_view pattern) {
  if (text.size() < pattern.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (pattern[i] == '#' ? (text[i] < '0' || text[i] > '9') : text[i] != pattern[i]) return false;
  return true;
}

std::int64_t digits(std::string_view text, std::size_t at, std::size_t count) {
  std::int64_t out = 0;
  for (std::size_t i = at; i < at + count; ++i) out = out * 10 + (text[i] - '0');
  return out;
}

// Z, +02:00 or +0200 as seconds east of UTC.
std::optional<std::int64_t> read_zone(std::string_view text) {
  if (text == "Z") return 0;
  const bool colon = fits(text.substr(text.empty() ? 0 : 1), "##:##") && text.size() == 6;
  const bool plain = fits(text.substr(text.empty() ? 0 : 1), "####") && text.size() == 5;
  if ((!colon && !plain) || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const std::int64_t minutes = digits(text, colon ? 4 : 3, 2);
  const std::int64_t seconds = digits(text, 1, 2) * 3600 + minutes * 60;
  if (minutes > 59 || seconds > 14 * 3600) return std::nullopt;  // as xsd:dateTime has it
  return text[0] == '-' ? -seconds : seconds;
}

char lower_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int compare_text(std::string_view a, std::string_view b) {
  const std::size_t shared = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < shared; ++i) {
    const auto x = static_cast<unsigned char>(lower_char(a[i])),
               y = static_cast<unsigned char>(lower_char(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

template <class Number>
int compare_numbers(Number a, Number b) {
  return a == b ? 0 : a < b ? -1 : 1;
}

// The length of the well-formed UTF-8 sequence at `at`, 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80                   ? 1
                             : lead >= 0xC2 && lead < 0xE0 ? 2
                             : (lead & 0xF0) == 0xE0       ? 3
                             : lead >= 0xF0 && lead < 0xF5 ? 4
                                                           : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  return length;
}

}  // namespace

Value text_value(std::string_view text) {
  if (text.empty()) return {};
  return std::make_shared<const std::string>(text);
}

const std::string* text_of(const Value& value) {
  const Text* text = std::get_if<Text>(&value);
  return text ? text->get() : nullptr;
}

std::string java_double(double number) {
  if (number == 0) return std::signbit(number) ? "-0.0" : "0.0";
  const double size = std::fabs(number);
  char buffer[64];
  const bool plain = size >= 1e-3 && size < 1e7;
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number,
                                 plain ? std::chars_format::fixed : std::chars_format::scientific);
  std::string out(buffer, end.ptr);
  if (plain) return out.find('.') == std::string::npos ? out + ".0" : out;
  const auto e = out.find('e');
  std::string mantissa = out.substr(0, e), exponent = out.substr(e + 1);
  if (mantissa.find('.') == std::string::npos) mantissa += ".0";
  const bool negative = exponent[0] == '-';
  exponent.erase(0, exponent.find_first_not_of("+-0"));
  return mantissa + "E" + (negative ? "-" : "") + exponent;
}

std::string format_date(std::int64_t days) {
  const calendar::year_month_day date{calendar::sys_days{calendar::days{days}}};
  char out[24];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out;
}

std::string format_time(std::int64_t milliseconds) {
  char out[32];
  std::snprintf(out, sizeof out, "%02d:%02d:%02d.%03dZ", static_cast<int>(milliseconds / 3'600'000),
                static_cast<int>(milliseconds / 60'000 % 60),
                static_cast<int>(milliseconds / 1000 % 60), static_cast<int>(milliseconds % 1000));
  return out;
}

std::string format_datetime(std::int64_t seconds) {
  const std::int64_t days = seconds >= 0 ? seconds / 86'400 : -((-seconds + 86'399) / 86'400);
  std::string time = format_time((seconds - days * 86'400) * 1000);
  time.pop_back();
  return format_date(days) + "T" + time + "+0000";
}

std::string format_http_date(std::int64_t seconds) {
  constexpr const char* kDays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::int64_t days = seconds / 86'400;
  const calendar::year_month_day date{calendar::sys_days{calendar::days{days}}};
  const std::string time = format_time((seconds - days * 86'400) * 1000);
  char out[64];
  std::snprintf(out, sizeof out, "%s, %02u %s %04d %.8s GMT", kDays[days % 7],
                static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                static_cast<int>(date.year()), time.c_str());
  return out;
}

std::optional<std::int64_t> read_date(std::string_view text) {
  if (text.size() != 10 || !fits(text, "####-##-##")) return std::nullopt;
  const calendar::year_month_day date{calendar::year{static_cast<int>(digits(text, 0, 4))},
                                      calendar::month{static_cast<unsigned>(digits(text, 5, 2))},
                                      calendar::day{static_cast<unsigned>(digits(text, 8, 2))}};
  if (!date.ok()) return std::nullopt;
  return calendar::sys_days{date}.time_since_epoch().count();
}

std::optional<std::int64_t> read_datetime(std::string_view text) {
  if (!fits(text, "####-##-##T##:##:##")) return std::nullopt;
  const auto days = read_date(text.substr(0, 10));
  const std::int64_t hour = digits(text, 11, 2), minute = digits(text, 14, 2),
                     second = digits(text, 17, 2);
  if (!days || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  std::size_t at = 19;
  if (at < text.size() && text[at] == '.') {
    ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  const auto zone = read_zone(text.substr(at));
  if (!zone) return std::nullopt;
  return *days * 86'400 + hour * 3600 + minute * 60 + second - *zone;
}

std::optional<std::int64_t> read_time(std::string_view text) {
  if (text.ends_with('Z')) text.remove_suffix(1);
  if (!fits(text, "##:##:##")) return std::nullopt;
  const std::int64_t hour = digits(text, 0, 2), minute = digits(text, 3, 2),
                     second = digits(text, 6, 2);
  const std::string_view rest = text.substr(8);
  if (hour > 23 || minute > 59 || second > 59 ||
      (!rest.empty() && (rest.size() != 4 || !fits(rest, ".###"))))
    return std::nullopt;
  return ((hour * 60 + minute) * 60 + second) * 1000 + (rest.empty() ? 0 : digits(rest, 1, 3));
}

std::optional<double> read_double(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double out = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || !std::isfinite(out))
    return std::nullopt;
  return out;
}

std::optional<std::int64_t> read_integer(std::string_view text) {
  std::int64_t out = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
    return std::nullopt;
  return out;
}

std::optional<std::int64_t> read_http_date(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (text.size() != 29 || !fits(text.substr(5, 2), "##") ||
      !fits(text.substr(12, 13), "#### ##:##:##"))
    return std::nullopt;
  const auto month = kMonths.find(text.substr(8, 3));
  if (month == kMonths.npos) return std::nullopt;
  char iso[32];
  std::snprintf(iso, sizeof iso, "%.4s-%02d-%.2sT%.8sZ", text.data() + 12,
                static_cast<int>(month / 3 + 1), text.data() + 5, text.data() + 17);
  return read_datetime(iso);
}

std::optional<std::string> read_id(std::string_view text) {
  constexpr std::string_view kChecks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  if (text.size() != 15 && text.size() != 18) return std::nullopt;
  for (const char c : text)
    if (kIdDigits.find(c) == kIdDigits.npos) return std::nullopt;
  std::string out(text.substr(0, 15));
  for (std::size_t part = 0; part < 3; ++part) {
    std::size_t bits = 0;
    for (std::size_t i = 0; i < 5; ++i)
      if (out[part * 5 + i] >= 'A' && out[part * 5 + i] <= 'Z') bits |= std::size_t{1} << i;
    out += kChecks[bits];
  }
  if (text.size() == 18 && compare_text(text.substr(15), std::string_view(out).substr(15)) != 0)
    return std::nullopt;
  return out;
}

std::string id_of(std::string_view prefix, std::uint64_t number) {
  std::string tail(kIdNumberDigits, '0');
  for (std::size_t i = kIdNumberDigits; i-- > 0; number /= 62) tail[i] = kIdDigits[number % 62];
  return *read_id(std::string(prefix) + "Lm0" + tail);
}

std::optional<std::uint64_t> number_of_id(std::string_view id) {
  if (id.size() < 15 || id.substr(3, 3) != "Lm0") return std::nullopt;
  std::uint64_t out = 0;
  for (const char c : id.substr(6, kIdNumberDigits)) out = out * 62 + kIdDigits.find(c);
  return out;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t out = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) out += byte >= 0xF0 ? 2 : 1;
  }
  return out;
}

std::string trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const auto length = sequence_length(text, i);
    if (length == 0) {
      out += "\xEF\xBF\xBD";
      ++i;
      continue;
    }
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\u%04x", c);
      out += escaped;
    } else {
      out.append(text, i, length);
    }
    i += length;
  }
  out += '"';
}

void append_json_value(std::string& out, const Field& field, const Value& value) {
  if (is_null(value)) {
    out += "null";
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    out += *truth ? "true" : "false";
  } else if (const auto* number = std::get_if<double>(&value)) {
    out += java_double(*number);
  } else if (const std::string* text = text_of(value)) {
    append_json_text(out, *text);
  } else {
    const std::int64_t whole = std::get<std::int64_t>(value);
    switch (field.type) {
      case FieldType::date:
        append_json_text(out, format_date(whole));
        break;
      case FieldType::datetime:
        append_json_text(out, format_datetime(whole));
        break;
      case FieldType::time:
        append_json_text(out, format_time(whole));
        break;
      default:
        out += std::to_string(whole);
    }
  }
}

int compare(const Value& a, const Value& b) {
  if (is_null(a) || is_null(b)) return compare_numbers(is_null(a) ? 0 : 1, is_null(b) ? 0 : 1);
  const std::string *x = text_of(a), *y = text_of(b);
  if (x && y) return compare_text(*x, *y);
  const auto number = [](const Value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1.0 : 0.0;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&value);
    return real ? *real : 0.0;
  };
  return compare_numbers(number(a), number(b));
}

}  // namespace crosswalk::org
