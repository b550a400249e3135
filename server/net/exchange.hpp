// Exchange: one request and its answer, as a handler of the server sees them. Either respond()
// once, or begin(), write() any number of times, end(). A handler that returns without an answer
// gives 500. The body is read only when asked for; what is left unread costs the connection, not
// memory. Everything is called from the handler's coroutine, one call at a time. An Error of
// respond, begin, write or end (clientGone, timedOut) means that nobody listens any more: return.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http.hpp"
#include "net/url.hpp"
#include "runtime/task.hpp"

namespace crosswalk::net {

// The request line and headers, checked for framing tricks and copied before the body is read.
struct RequestHead {
  std::string method;  // "GET", ...; HEAD is given as it is, its answer's body is not sent
  std::string target;  // as it came, origin form
  std::vector<std::string> path;  // decoded segments: "/api/v1/runs" → {"api", "v1", "runs"}
  Fields query;                   // decoded, in order
  Headers headers;
  std::string peer;  // the address that connected

  [[nodiscard]] std::optional<std::string_view> query_value(std::string_view name) const;
};

// An endless stream (server-sent events) is ended by the server when it drains or the client
// leaves: the handler's pending wait is cancelled. A finite one is let finish.
enum class Stream { finite, endless };

class Exchange {
 public:
  virtual ~Exchange() = default;

  [[nodiscard]] virtual const RequestHead& head() const = 0;

  // The whole body; bodyTooLarge past the bound, badFraming for broken chunks or trailers,
  // timedOut when it comes too slowly, clientGone.
  virtual Task<std::string> body(std::size_t bytes_max) = 0;
  // The next piece (at most 64 KiB); an empty one ends the body. The bound is for all pieces
  // together.
  virtual Task<std::string> body_chunk(std::size_t bytes_max) = 0;

  virtual Task<void> respond(HttpResponse response) = 0;

  virtual Task<void> begin(int status, Headers headers, Stream stream = Stream::finite) = 0;
  virtual Task<void> write(std::string text) = 0;  // returns when the socket has taken it
  virtual Task<void> end() = 0;

  // The server is draining: end long work early.
  [[nodiscard]] virtual bool draining() const = 0;
};

using Handler = std::function<boost::asio::awaitable<void>(Exchange&)>;

}  // namespace crosswalk::net
