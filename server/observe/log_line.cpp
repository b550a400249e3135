#include "observe/log_line.hpp"

#include <array>
#include <cstdio>

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

// Bytes of the UTF-8 sequence at the front of `text`, 0 when there is no valid one.
std::size_t sequence_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < size) return 0;
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const unsigned second = byte(1);
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool surrogate = lead == 0xed && second > 0x9f;
  const bool beyond = lead == 0xf4 && second > 0x8f;
  return overlong || surrogate || beyond ? 0 : size;
}

void append_control(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (byte) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xf];
  }
}

void append_quoted(std::string& out, std::string_view text) {
  const bool cut = text.size() > kLogTextBytesMax;
  if (cut) text = text.substr(0, kLogTextBytesMax);
  out += '"';
  while (!text.empty()) {
    const std::size_t size = sequence_size(text);
    const auto byte = static_cast<unsigned char>(text.front());
    if (size == 0) {
      // The sequence that the cut went through is left out, not shown as broken.
      if (cut && text.size() < 4 && byte >= 0xc2) break;
      out += "\xef\xbf\xbd";
      text.remove_prefix(1);
      continue;
    }
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += static_cast<char>(byte);
    } else if (byte < 0x20 || byte == 0x7f) {
      append_control(out, byte);
    } else {
      out += text.substr(0, size);
    }
    text.remove_prefix(size);
  }
  if (cut) out += "…";
  out += '"';
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
