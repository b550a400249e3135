#include "net/framing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace crosswalk::net {

namespace {

constexpr std::size_t kMethodBytesMax = 32;

Error refusal(std::string code, std::string message) {
  const auto kind = code == "headTooLarge" ? ErrorKind::too_large : ErrorKind::bad_input;
  return {.kind = kind,
          .code = std::move(code),
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

Error bad_framing(std::string message) { return refusal("badFraming", std::move(message)); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Cuts the first line, without its CRLF, off the text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 2);
  return line;
}

struct RequestLine {
  std::string_view method;
  std::string_view target;
  bool http_1_0 = false;
};

Result<RequestLine> read_request_line(std::string_view line) {
  RequestLine out;
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return bad_framing("The request line is not method, target and version.");
  }
  out.method = line.substr(0, first);
  out.target = line.substr(first + 1, last - first - 1);
  const std::string_view version = line.substr(last + 1);
  if (!is_token(out.method) || out.method.size() > kMethodBytesMax) {
    return bad_framing("The method is not a token.");
  }
  const bool printable = std::all_of(out.target.begin(), out.target.end(),
                                     [](char c) { return c > 0x20 && c < 0x7f; });
  if (out.target.empty() || !printable) {
    return refusal("badTarget", "The request target holds a blank or a byte that is not ASCII.");
  }
  if (version.size() != 8 || !version.starts_with("HTTP/") || !is_digit(version[5]) ||
      version[6] != '.' || !is_digit(version[7])) {
    return bad_framing("The version is not HTTP/digit.digit.");
  }
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    return refusal("versionNotSupported", "This version of HTTP is not spoken here.");
  }
  out.http_1_0 = version == "HTTP/1.0";
  return out;
}

Result<Headers> read_fields(std::string_view lines, std::size_t fields_max) {
  Headers headers;
  while (lines != "\r\n") {
    const std::string_view line = take_line(lines);
    if (headers.size() == fields_max) return refusal("headTooLarge", "Too many header fields.");
    if (line.front() == ' ' || line.front() == '\t') {
      return bad_framing("A folded header line is not taken.");
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
      return bad_framing("A header line is not a name, a colon and a value.");
    }
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (!is_header_value(value)) return bad_framing("A header value holds a control character.");
    headers.add(std::string(line.substr(0, colon)), std::string(value));
  }
  return headers;
}

// Fields whose meaning would be a guess if they came twice.
constexpr std::array<std::string_view, 8> kOnce{"Host",   "Content-Length", "Transfer-Encoding",
                                                "Expect", "Authorization",  "Content-Type",
                                                "Origin", "If-Match"};

// Some proxies and gateways read an underscore as a hyphen.
bool imitates_framing(std::string_view name) {
  if (name.find('_') == std::string_view::npos) return false;
  std::string hyphened(name);
  std::replace(hyphened.begin(), hyphened.end(), '_', '-');
  return equals_ignoring_case(hyphened, "Content-Length") ||
         equals_ignoring_case(hyphened, "Transfer-Encoding") ||
         equals_ignoring_case(hyphened, "Host");
}

Result<std::uint64_t> read_content_length(std::string_view text) {
  std::uint64_t length = 0;
  const char* end = text.data() + text.size();
  const auto [stop, code] = std::from_chars(text.data(), end, length);
  if (text.empty() || !is_digit(text.front()) || code != std::errc() || stop != end) {
    return bad_framing("Content-Length is not one whole number.");
  }
  return length;
}

bool has_connection_token(const Headers& headers, std::string_view token) {
  for (std::string_view list : headers.all("Connection")) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find(','), list.size());
      if (equals_ignoring_case(trimmed(list.substr(0, end)), token)) return true;
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }
  return false;
}

Result<Framing> read_framing(const Headers& headers, bool http_1_0) {
  for (const auto name : kOnce) {
    if (headers.all(name).size() > 1) {
      return bad_framing("The header " + std::string(name) + " came more than once.");
    }
  }
  for (const auto& field : headers) {
    if (imitates_framing(field.name)) return bad_framing("A header imitates a framing header.");
  }
  if (headers.has("Trailer")) return bad_framing("Trailers are not taken.");
  Framing framing;
  framing.http_1_0 = http_1_0;
  const auto encoding = headers.get("Transfer-Encoding");
  const auto length = headers.get("Content-Length");
  if (encoding && length) return bad_framing("Transfer-Encoding and Content-Length came together.");
  if (encoding) {
    if (http_1_0) return bad_framing("HTTP/1.0 has no Transfer-Encoding.");
    if (*encoding != "chunked") return bad_framing("Only Transfer-Encoding: chunked is taken.");
    framing.chunked = true;
  }
  if (length) {
    auto number = read_content_length(*length);
    if (!number) return number.error();
    framing.content_length = *number;
  }
  if (const auto expectation = headers.get("Expect"); expectation && !http_1_0) {
    if (!equals_ignoring_case(*expectation, "100-continue")) {
      return refusal("expectationFailed", "The only expectation that is met is 100-continue.");
    }
    framing.continue_expected = framing.has_body();
  }
  framing.close_asked = http_1_0 || has_connection_token(headers, "close");
  return framing;
}

// host or host:port or [v6] or [v6]:port, nothing else.
bool is_authority(std::string_view text) {
  if (text.empty() || text.size() > 255) return false;
  const auto origin = parse_origin("http://" + std::string(text));
  return origin.has_value() && text.find_first_of("/@") == std::string_view::npos &&
         text.back() != ':';
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

Result<void> check_host(const Headers& headers, bool http_1_0, std::span<const std::string> hosts) {
  const auto host = headers.get("Host");
  if (!host) {
    if (http_1_0 && hosts.empty()) return {};
    return bad_framing("The Host header is missing.");
  }
  if (!is_authority(*host)) return bad_framing("The Host header is not a host and a port.");
  if (!hosts.empty() && std::find(hosts.begin(), hosts.end(), lowered(*host)) == hosts.end()) {
    return refusal("hostUnknown", "This server does not answer for that host.");
  }
  return {};
}

// Origin form, or absolute form of the host that the Host header names.
Result<std::string_view> origin_form(std::string_view target, const Headers& headers) {
  if (target.find('#') != std::string_view::npos) {
    return refusal("badTarget", "The request target has a fragment.");
  }
  if (target.front() == '/') return target;
  constexpr std::string_view kScheme = "http://";
  if (target.size() < kScheme.size() ||
      !equals_ignoring_case(target.substr(0, kScheme.size()), kScheme)) {
    return refusal("badTarget", "The request target is not a path.");
  }
  target.remove_prefix(kScheme.size());
  const std::size_t slash = std::min(target.find_first_of("/?"), target.size());
  const auto host = headers.get("Host");
  if (!host || !equals_ignoring_case(target.substr(0, slash), *host)) {
    return refusal("badTarget", "The request target names another host.");
  }
  target.remove_prefix(slash);
  if (target.empty()) return std::string_view("/");
  if (target.front() != '/') return refusal("badTarget", "The request target is not a path.");
  return target;
}

Result<void> read_target(std::string_view target, RequestHead& head) {
  const std::size_t mark = target.find('?');
  auto path = split_path(target.substr(0, mark));
  if (!path) return refusal("badTarget", path.error().message);
  head.path = std::move(*path);
  if (mark != std::string_view::npos) {
    auto query = parse_form(target.substr(mark + 1));
    if (!query) return refusal("badTarget", query.error().message);
    head.query = std::move(*query);
  }
  head.target = std::string(target);
  return {};
}

}  // namespace

Result<std::optional<std::size_t>> find_head_end(std::string_view bytes, HeadLimits limits,
                                                 std::size_t seen) {
  for (std::size_t i = seen == 0 ? 0 : seen - 1; i < bytes.size(); ++i) {
    if (i == limits.bytes_max) return refusal("headTooLarge", "The headers are too large.");
    const char c = bytes[i];
    if (c == '\0') return bad_framing("The head holds a NUL.");
    if (c == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
      return bad_framing("A line ends without a carriage return.");
    }
    if (c == '\r' && i + 1 < bytes.size() && bytes[i + 1] != '\n') {
      return bad_framing("A carriage return stands alone.");
    }
    if (c == '\n' && i == 1) return bad_framing("The request begins with an empty line.");
    if (c == '\n' && i >= 3 && bytes[i - 2] == '\n') return std::optional<std::size_t>(i + 1);
  }
  return std::optional<std::size_t>();
}

Result<CheckedHead> check_head(std::string_view raw, HeadLimits limits,
                               std::span<const std::string> hosts) {
  CheckedHead out;
  std::string_view rest = raw;
  auto line = read_request_line(take_line(rest));
  if (!line) return line.error();
  auto headers = read_fields(rest, limits.fields_max);
  if (!headers) return headers.error();
  auto framing = read_framing(*headers, line->http_1_0);
  if (!framing) return framing.error();
  if (auto host = check_host(*headers, line->http_1_0, hosts); !host) return host.error();
  auto target = origin_form(line->target, *headers);
  if (!target) return target.error();
  if (auto read = read_target(*target, out.head); !read) return read.error();
  out.head.method = std::string(line->method);
  out.head.headers = std::move(*headers);
  out.framing = *framing;
  return out;
}

int status_of(const Error& error) {
  if (error.code == "versionNotSupported") return 505;
  if (error.code == "headTooLarge") return 431;
  if (error.code == "hostUnknown") return 421;
  if (error.code == "expectationFailed") return 417;
  if (error.code == "bodyTooLarge") return 413;
  if (error.kind == ErrorKind::timeout) return 408;
  if (error.kind == ErrorKind::bad_input) return 400;
  return 500;
}

}  // namespace crosswalk::net
