#include "net/message_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace crosswalk::net {

namespace {

Error bad_header(std::string message) {
  return {.kind = ErrorKind::bad_input,
          .code = "badHeader",
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

constexpr std::array<std::string_view, 8> kFraming{"Content-Length", "Transfer-Encoding",
                                                   "Connection",     "Keep-Alive",
                                                   "Trailer",        "TE",
                                                   "Upgrade",        "Date"};

bool is_framing(std::string_view name) {
  return std::any_of(kFraming.begin(), kFraming.end(),
                     [&](auto framing) { return equals_ignoring_case(framing, name); });
}

Result<void> append_fields(std::string& out, const Headers& headers, bool skip_host) {
  for (const auto& field : headers) {
    if (is_framing(field.name)) continue;
    if (skip_host && equals_ignoring_case(field.name, "Host")) continue;
    if (!is_token(field.name)) return bad_header("A header's name is not a token.");
    if (!is_header_value(field.value)) {
      return bad_header("The value of the header " + field.name + " holds a control character.");
    }
    out += field.name;
    out += ": ";
    out += field.value;
    out += "\r\n";
  }
  return {};
}

}  // namespace

Result<std::string> write_response_head(int status, const Headers& headers,
                                        const ResponseFraming& framing) {
  if (status < 200 || status > 599) return bad_header("The status is not from 200 to 599.");
  std::string out = "HTTP/1.1 " + std::to_string(status) + " ";
  out += reason_phrase(status);
  out += "\r\n";
  if (!framing.date.empty()) out.append("Date: ").append(framing.date).append("\r\n");
  if (!framing.server.empty()) {
    if (!is_header_value(framing.server)) return bad_header("The server's name is not writable.");
    out.append("Server: ").append(framing.server).append("\r\n");
  }
  if (auto added = append_fields(out, headers, false); !added) return added.error();
  if (framing.content_length) {
    out += "Content-Length: " + std::to_string(*framing.content_length) + "\r\n";
  }
  if (framing.chunked) out += "Transfer-Encoding: chunked\r\n";
  if (framing.close) out += "Connection: close\r\n";
  out += "\r\n";
  return out;
}

Result<std::string> write_request_head(const HttpRequest& request, const Url& url,
                                       std::string_view user_agent) {
  if (!is_token(request.method)) return bad_header("The method is not a token.");
  const bool printable = std::all_of(url.target.begin(), url.target.end(),
                                     [](char c) { return c > 0x20 && c < 0x7f; });
  if (!url.target.starts_with('/') || !printable) {
    return bad_header("The request target holds a blank or a byte that is not ASCII.");
  }
  std::string out = request.method + " " + url.target + " HTTP/1.1\r\n";
  out += "Host: " + url.origin.authority() + "\r\n";
  if (!user_agent.empty() && !request.headers.has("User-Agent")) {
    if (!is_header_value(user_agent)) return bad_header("The user agent is not writable.");
    out.append("User-Agent: ").append(user_agent).append("\r\n");
  }
  if (auto added = append_fields(out, request.headers, true); !added) return added.error();
  const bool usual =
      request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
  if (usual || !request.body.empty()) {
    out += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  out += "\r\n";
  return out;
}

std::string http_date(std::int64_t seconds_since_epoch) {
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds_since_epoch)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);
  std::array<char, 48> text{};
  const int size = std::snprintf(
      text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
      kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
      kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string write_chunk(std::string_view text) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), text.size(), 16).ptr;
  std::string out;
  out.reserve(text.size() + 24);
  out.append(digits.data(), end);
  out += "\r\n";
  out += text;
  out += "\r\n";
  return out;
}

}  // namespace crosswalk::net
