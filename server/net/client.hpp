// The Transport over real sockets: HTTP/1.1 with kept connections per origin, TLS always verified,
// deadlines on every step, bounds on everything read. Redirects are answers like any other: never
// followed. A kept connection that the other side has closed meanwhile costs one retry on a fresh
// one, for idempotent methods before any byte of the answer. Use it on one strand or one thread.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

#include "net/origin_policy.hpp"
#include "net/transport.hpp"

namespace crosswalk::net {

struct ClientOptions {
  OriginPolicy policy;
  std::string ca_file;  // PEM; beside the system's certificates
  std::string user_agent = "crosswalk";
  std::chrono::milliseconds resolve_limit{5'000};
  std::chrono::milliseconds connect_limit{10'000};
  std::chrono::milliseconds handshake_limit{5'000};
  std::chrono::milliseconds write_stall_limit{30'000};
  std::chrono::milliseconds keep_limit{30'000};  // idle kept connections are closed after this
  std::size_t kept_per_origin_max = 8;
  std::size_t kept_max = 64;
};

// Fails when the CA file cannot be read.
Result<std::shared_ptr<Transport>> make_transport(boost::asio::any_io_executor executor,
                                                  ClientOptions options);

}  // namespace crosswalk::net
