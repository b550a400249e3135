// URLs, percent-encoding and forms. Everything from outside that ends in a path or query goes
// through percent_encode; nothing here resolves or connects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/result.hpp"

namespace crosswalk::net {

// Scheme, host and port: what a connection is made to. Host is lowercase; IPv6 without brackets.
struct Origin {
  std::string scheme;  // "http" or "https"
  std::string host;
  std::uint16_t port = 0;

  [[nodiscard]] std::string text() const;       // https://host[:port], the default port left out
  [[nodiscard]] std::string authority() const;  // host[:port] as the Host header has it
  friend bool operator==(const Origin&, const Origin&) = default;
};

struct Url {
  Origin origin;
  std::string target = "/";  // path and query as they travel; printable ASCII

  [[nodiscard]] std::string text() const { return origin.text() + target; }
};

// Absolute http and https URLs. Refuses user info, control bytes, spaces, non-ASCII, an empty host,
// a port of zero. A fragment is dropped.
Result<Url> parse_url(std::string_view text);
// An origin alone: no path (a lone "/" is taken), query or fragment.
Result<Origin> parse_origin(std::string_view text);

// Everything but RFC 3986's unreserved characters becomes %XX: right for a path segment and a
// value.
std::string percent_encode(std::string_view text);
// Refuses incomplete or non-hexadecimal escapes.
Result<std::string> percent_decode(std::string_view text);

using Fields = std::vector<std::pair<std::string, std::string>>;

// application/x-www-form-urlencoded, also for queries. parse_form refuses more than `fields_max`
// fields, bad escapes and invalid UTF-8.
std::string form_encode(const Fields& fields);
Result<Fields> parse_form(std::string_view text, std::size_t fields_max = 256);

// The path of a request target as decoded segments: "/a/b%20c" → {"a", "b c"}, "/" → {}; a trailing
// slash gives a last empty segment. Refuses encoded slashes, dot segments (also encoded), empty
// segments in the middle, control bytes, invalid UTF-8.
Result<std::vector<std::string>> split_path(std::string_view path);

bool is_utf8(std::string_view text);

}  // namespace crosswalk::net
