// The strict reading of a request's head, before anything else looks at it: every form that two
// HTTP parsers could take differently is refused. Works on the raw bytes, because a parser that
// unfolds, trims or merges first hides the tricks. Pure functions; the table of
// tests/server/net/framing_test.cpp names each row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "net/exchange.hpp"

namespace crosswalk::net {

struct HeadLimits {
  std::size_t fields_max = 64;
  std::size_t bytes_max = std::size_t{16} << 10;
};

// How the message is delimited and what becomes of the connection.
struct Framing {
  bool http_1_0 = false;
  bool chunked = false;
  std::optional<std::uint64_t> content_length;
  bool close_asked = false;
  bool continue_expected = false;

  [[nodiscard]] bool has_body() const { return chunked || content_length.value_or(0) > 0; }
};

struct CheckedHead {
  RequestHead head;
  Framing framing;
};

// Looks at what has arrived: the size of the head with its empty line, nothing while it is
// incomplete, or a refusal as soon as it can be known (a bare CR or LF, a NUL, too long). `seen` is
// how many of the bytes an earlier call has looked at.
Result<std::optional<std::size_t>> find_head_end(std::string_view bytes, HeadLimits limits,
                                                 std::size_t seen = 0);

// `raw` is a whole head as find_head_end measured it. `hosts` as in ServerOptions. Error codes:
// badFraming, badTarget (400), versionNotSupported (505), headTooLarge (431), hostUnknown (421),
// expectationFailed (417).
Result<CheckedHead> check_head(std::string_view raw, HeadLimits limits,
                               std::span<const std::string> hosts);

// The status that an Error of this room is answered with.
int status_of(const Error& error);

}  // namespace crosswalk::net
