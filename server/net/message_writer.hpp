// The only writer of request and response heads. It refuses what would split a message: a name that
// is no token, a control byte in a value or target. Framing headers (Content-Length,
// Transfer-Encoding, Connection, and Host in requests) are set here from the arguments; those of
// the caller are dropped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "net/http.hpp"
#include "net/url.hpp"

namespace crosswalk::net {

struct ResponseFraming {
  std::optional<std::size_t> content_length;
  bool chunked = false;
  bool close = false;
  std::string_view date;    // IMF-fixdate; empty: none
  std::string_view server;  // empty: none
};

// badHeader (bad_input) when something cannot be written.
Result<std::string> write_response_head(int status, const Headers& headers,
                                        const ResponseFraming& framing);

// The body's length is announced when there is one or the method usually has one.
Result<std::string> write_request_head(const HttpRequest& request, const Url& url,
                                       std::string_view user_agent);

// Sun, 22 Nov 2026 16:00:00 GMT
std::string http_date(std::int64_t seconds_since_epoch);

// One chunk of a chunked body; the text must not be empty.
std::string write_chunk(std::string_view text);
inline constexpr std::string_view kLastChunk = "0\r\n\r\n";

}  // namespace crosswalk::net
