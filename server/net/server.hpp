// The HTTP/1.1 server: accepts, checks framing strictly, calls the handler once per request, keeps
// connections alive. Every connection runs on a strand of its own, so the context may have several
// threads. The Server must outlive its context's last run; drain() before destroying it.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "diagnostic/result.hpp"
#include "net/exchange.hpp"

namespace crosswalk::net {

struct ServerOptions {
  std::chrono::milliseconds header_limit{10'000};  // from the first byte to the end of the headers
  std::chrono::milliseconds idle_limit{15'000};    // until the first byte of the next request
  std::chrono::milliseconds body_stall_limit{
      30'000};                                    // the body's first seconds, whatever its speed
  std::size_t body_bytes_per_second_min = 1'024;  // then at least this fast on the average
  std::chrono::milliseconds write_stall_limit{30'000};
  std::chrono::milliseconds accept_pause{100};  // after EMFILE and its kin
  std::size_t header_fields_max = 64;
  std::size_t header_bytes_max = std::size_t{16} << 10;
  std::size_t read_buffer_bytes_max = std::size_t{64} << 10;
  std::size_t connections_max = 4'096;           // past it the longest idle one is closed
  std::size_t connections_per_address_max = 64;  // 0: no limit; loopback is not counted
  std::size_t requests_per_connection_max = 10'000;
  // Host header values that are answered, as "name" or "name:port", lowercase; empty: any.
  std::vector<std::string> hosts;
  std::string server_name;  // the Server header; empty: none
};

struct ServerCounts {
  std::size_t connections = 0;  // open now
  std::size_t in_flight = 0;    // requests with their handler, now
  std::uint64_t accepted = 0;
  std::uint64_t requests = 0;
  std::uint64_t refused_framing = 0;
};

class Server {
 public:
  Server(boost::asio::io_context& context, ServerOptions options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Binds and starts to accept; port 0 takes any. Answers the bound port. `host` is a literal
  // address or "localhost".
  Result<std::uint16_t> listen(const std::string& host, std::uint16_t port);
  // Stops accepting, ends endless streams and idle connections, lets requests in flight finish for
  // at most `limit`, then cancels their handlers and closes what is left.
  boost::asio::awaitable<void> drain(std::chrono::milliseconds limit);

  [[nodiscard]] ServerCounts counts() const;

 private:
  class Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace crosswalk::net
