// Transport: sends one HTTP request and gives the whole answer. The real one is in client.hpp;
// tests bring their own. An answer of any status is a success; an Error means that no whole answer
// came:
//   originRefused (forbidden)      the URL may not be reached; nothing was sent
//   badUrl, badHeader (bad_input)  the request cannot be written; nothing was sent
//   connectFailed, tlsFailed, resolveFailed (unavailable)   nothing was sent
//   connectionLost (unavailable)   it may have been carried out
//   timedOut (timeout)             it may have been carried out
//   answerTooLarge (too_large), answerMalformed (unavailable)   it was carried out
#pragma once

#include <chrono>
#include <cstddef>

#include "net/http.hpp"
#include "runtime/task.hpp"

namespace crosswalk::net {

struct SendOptions {
  std::chrono::milliseconds deadline{60'000};  // for all of it: resolve, connect, send, answer
  std::size_t response_bytes_max = std::size_t{32} << 20;
};

class Transport {
 public:
  virtual ~Transport() = default;
  virtual Task<HttpResponse> send(HttpRequest request, SendOptions options) = 0;
};

}  // namespace crosswalk::net
