// The handlers that the server's tests send requests to, one per first segment of the path, and the
// fixture that runs a server with them.
#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "net/server.hpp"
#include "server/net/raw_client.hpp"
#include "server/net/running_server.hpp"

namespace crosswalk::net::testing {

// What handlers saw, told to the test's thread.
struct Seen {
  std::atomic<int> started = 0;
  std::atomic<int> finished = 0;
  std::atomic<int> failed = 0;
  std::atomic<std::size_t> body_bytes = 0;
};

// Answers by the path's first segment; 404 for a name that no handler has.
boost::asio::awaitable<void> route(Exchange& exchange, Seen* seen);

// The head of a request to host `a`; `headers` are whole lines.
inline std::string request(const std::string& line, const std::string& headers = {}) {
  return line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

class ServerFixture : public ::testing::Test {
 protected:
  RunningServer& start(ServerOptions options = {}) {
    server_ = std::make_unique<RunningServer>(
        [this](Exchange& exchange) { return route(exchange, &seen_); }, std::move(options));
    return *server_;
  }

  Seen seen_;
  std::unique_ptr<RunningServer> server_;
};

}  // namespace crosswalk::net::testing
