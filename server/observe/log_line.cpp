#include "observe/log_line.hpp"

#include <array>
#include <cstdio>

#include "diagnostic/report.hpp"

namespace crosswalk::observe {

namespace {

constexpr std::string_view level_name(Level level) {
  constexpr std::array<std::string_view, 4> kNames{"debug", "info", "warning", "error"};
  return kNames[static_cast<std::size_t>(level)];
}

std::string rfc3339(LogStamp time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 40> text{};
  const int size = std::snprintf(
      text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
      static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
      static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
      static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
      static_cast<int>(clock.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

void append_quoted(std::string& out, std::string_view text) {
  if (text.size() <= kLogTextBytesMax) {
    diagnostic::append_json_string(out, text);
    return;
  }
  // Never in the midst of a UTF-8 sequence.
  std::size_t end = kLogTextBytesMax;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  diagnostic::append_json_string(out, std::string(text.substr(0, end)) + "…");
}

bool is_plain(std::string_view text) {
  if (text.empty() || text.size() > kLogTextBytesMax) return false;
  for (const char c : text) {
    if (c <= 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '=') return false;
  }
  return true;
}

void append_value(std::string& out, const LogValue& value, bool quote_always) {
  if (const auto* text = std::get_if<std::string_view>(&value.value())) {
    if (!quote_always && is_plain(*text)) {
      out += *text;
    } else {
      append_quoted(out, *text);
    }
  } else if (const auto* truth = std::get_if<bool>(&value.value())) {
    out += *truth ? "true" : "false";
  } else if (const auto* number = std::get_if<std::int64_t>(&value.value())) {
    out += std::to_string(*number);
  } else {
    out += std::to_string(std::get<std::uint64_t>(value.value()));
  }
}

}  // namespace

std::string json_line(LogStamp time, Level level, std::string_view event,
                      const std::vector<LogField>& fields) {
  std::string line = R"({"time":")" + rfc3339(time) + R"(","level":")";
  line += level_name(level);
  line += R"(","event":)";
  append_quoted(line, event);
  for (const auto& field : fields) {
    line += ',';
    append_quoted(line, field.name);
    line += ':';
    append_value(line, field.value, true);
  }
  line += '}';
  return line;
}

std::string human_line(LogStamp time, Level level, std::string_view event,
                       const std::vector<LogField>& fields) {
  std::string line = rfc3339(time) + ' ';
  line += level_name(level);
  line.append(8 - level_name(level).size(), ' ');
  line += event;
  for (const auto& field : fields) {
    line += ' ';
    line += field.name;
    line += '=';
    append_value(line, field.value, false);
  }
  return line;
}

}  // namespace crosswalk::observe
