#include "net/channel.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "net/tls.hpp"
#include "runtime/with_timeout.hpp"

namespace crosswalk::net {

namespace asio = boost::asio;
using runtime::with_timeout;
using std::chrono::milliseconds;
using Deadline = std::chrono::steady_clock::time_point;
using tcp = asio::ip::tcp;

namespace {

Error unavailable(std::string code, std::string message) {
  return {.kind = ErrorKind::unavailable,
          .code = std::move(code),
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

Error connection_lost() {
  return unavailable("connectionLost", "The connection ended before the whole answer had come.");
}

milliseconds limit_of(milliseconds step, Deadline deadline) {
  const auto left = std::chrono::ceil<milliseconds>(deadline - std::chrono::steady_clock::now());
  return std::max(milliseconds::zero(), std::min(step, left));
}

bool nothing_arrived(tcp::socket& socket) {
  char byte = 0;
  const auto seen = ::recv(socket.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return seen < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

template <class Stream>
Task<std::size_t> receive_some(Stream& stream, char* data, std::size_t size) {
  auto [code, count] = co_await stream.async_read_some(asio::buffer(data, size),
                                                       asio::as_tuple(asio::use_awaitable));
  // TLS that ends without its goodbye may have been cut by anyone: stream_truncated is no clean
  // end.
  if (code == asio::error::eof) co_return std::size_t{0};
  if (code) co_return connection_lost();
  co_return count;
}

template <class Stream>
Task<std::size_t> transmit_some(Stream& stream, const char* data, std::size_t size) {
  auto [code, count] = co_await stream.async_write_some(asio::buffer(data, size),
                                                        asio::as_tuple(asio::use_awaitable));
  if (code) co_return connection_lost();
  co_return count;
}

class PlainChannel final : public Channel {
 public:
  explicit PlainChannel(tcp::socket socket) : socket_(std::move(socket)) {}
  Task<std::size_t> receive(char* data, std::size_t size) override {
    return receive_some(socket_, data, size);
  }
  Task<std::size_t> transmit(const char* data, std::size_t size) override {
    return transmit_some(socket_, data, size);
  }
  bool is_quiet() override { return nothing_arrived(socket_); }

 private:
  tcp::socket socket_;
};

class TlsChannel final : public Channel {
 public:
  TlsChannel(std::shared_ptr<asio::ssl::context> context, std::unique_ptr<TlsStream> stream)
      : context_(std::move(context)), stream_(std::move(stream)) {}
  Task<std::size_t> receive(char* data, std::size_t size) override {
    return receive_some(*stream_, data, size);
  }
  Task<std::size_t> transmit(const char* data, std::size_t size) override {
    return transmit_some(*stream_, data, size);
  }
  // Tickets of TLS 1.3 come before the first answer in the stream, so they have been read with it;
  // what lies in the socket of an idle connection is its end.
  bool is_quiet() override { return nothing_arrived(stream_->next_layer()); }

 private:
  std::shared_ptr<asio::ssl::context> context_;
  std::unique_ptr<TlsStream> stream_;
};

struct Resolution {
  explicit Resolution(const asio::any_io_executor& executor)
      : resolver(executor), done(executor, Deadline::max()) {}
  tcp::resolver resolver;
  asio::steady_timer done;
  boost::system::error_code code = asio::error::timed_out;
  std::vector<std::string> addresses;
};

// The system's resolver blocks a thread and cannot be interrupted: when it takes too long, it is
// left to end by itself, and its answer goes nowhere.
Task<std::vector<std::string>> resolve(std::string host, milliseconds limit) {
  boost::system::error_code literal;
  const auto address = asio::ip::make_address(host, literal);
  if (!literal) co_return std::vector<std::string>{address.to_string()};
  auto executor = co_await asio::this_coro::executor;
  auto state = std::make_shared<Resolution>(executor);
  auto take = [state](boost::system::error_code code, tcp::resolver::results_type results) {
    state->code = code;
    for (const auto& entry : results) {
      state->addresses.push_back(entry.endpoint().address().to_string());
    }
    state->done.expires_at(Deadline::min());
  };
  state->done.expires_after(limit);
  state->resolver.async_resolve(host, "", std::move(take));
  co_await state->done.async_wait(asio::as_tuple(asio::use_awaitable));
  if (state->addresses.empty()) {
    co_return unavailable("resolveFailed", "The name " + host + " cannot be resolved: " +
                                               state->code.message() + ".");
  }
  co_return std::vector<std::string>(state->addresses);
}

Task<void> connect_to(tcp::socket& socket, tcp::endpoint endpoint) {
  auto [code] = co_await socket.async_connect(endpoint, asio::as_tuple(asio::use_awaitable));
  if (code) co_return unavailable("connectFailed", code.message());
  co_return Result<void>();
}

Task<void> shake_hands(TlsStream& stream, std::string host) {
  auto [code] = co_await stream.async_handshake(asio::ssl::stream_base::client,
                                                asio::as_tuple(asio::use_awaitable));
  if (code) co_return tls_failure(stream, host);
  co_return Result<void>();
}

// Tries the addresses in turn; the time is shared out so that a dead first one does not take it
// all.
Task<std::unique_ptr<tcp::socket>> connect_to_any(asio::any_io_executor executor, Origin origin,
                                                  std::vector<std::string> addresses,
                                                  milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  std::string cause = "no address";
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const auto left = limit_of(limit, deadline);
    const auto share = left / static_cast<int>(std::min<std::size_t>(addresses.size() - i, 3));
    auto socket = std::make_unique<tcp::socket>(executor);
    const tcp::endpoint endpoint(asio::ip::make_address(addresses[i]), origin.port);
    auto connecting = connect_to(*socket, endpoint);
    auto connected = co_await with_timeout(std::move(connecting), share);
    if (connected) {
      boost::system::error_code ignored;
      socket->set_option(tcp::no_delay(true), ignored);
      co_return socket;
    }
    cause = connected.error().message;
  }
  co_return unavailable("connectFailed",
                        "No connection to " + origin.text() + " could be made: " + cause);
}

}  // namespace

Task<std::unique_ptr<Channel>> open_channel(std::shared_ptr<const ClientOptions> options,
                                            std::shared_ptr<asio::ssl::context> tls,
                                            asio::any_io_executor executor, Origin origin,
                                            Deadline deadline) {
  auto resolved = co_await resolve(origin.host, limit_of(options->resolve_limit, deadline));
  if (!resolved) co_return resolved.error();
  auto addresses = options->policy.reachable(origin, std::move(*resolved));
  if (!addresses) co_return addresses.error();
  auto socket = co_await connect_to_any(executor, origin, std::move(*addresses),
                                        limit_of(options->connect_limit, deadline));
  if (!socket) co_return socket.error();
  if (origin.scheme == "http") {
    std::unique_ptr<Channel> plain = std::make_unique<PlainChannel>(std::move(**socket));
    co_return plain;
  }
  auto stream = make_tls_stream(*tls, std::move(**socket), origin.host);
  if (!stream) co_return stream.error();
  auto shaking = shake_hands(**stream, origin.host);
  auto shaken =
      co_await with_timeout(std::move(shaking), limit_of(options->handshake_limit, deadline));
  if (!shaken && shaken.error().kind == ErrorKind::timeout) {
    co_return unavailable("tlsFailed", "The TLS handshake with " + origin.host + " took too long.");
  }
  if (!shaken) co_return shaken.error();
  std::unique_ptr<Channel> secured = std::make_unique<TlsChannel>(tls, std::move(*stream));
  co_return secured;
}

}  // namespace crosswalk::net
