#include "net/server.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "net/connection.hpp"
#include "observe/log.hpp"

namespace crosswalk::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kDrainStep{5};
constexpr milliseconds kAbortLimit{1'000};

Error cannot_listen(const boost::system::error_code& code, const std::string& where) {
  return {.kind = ErrorKind::unavailable,
          .code = "cannotListen",
          .path = where,
          .message = "The address cannot be listened on: " + code.message() + ".",
          .salesforce_code = {}};
}

// Not enough descriptors or memory now; later there may be.
bool is_shortage(const boost::system::error_code& code) {
  namespace errc = boost::system::errc;
  return code == errc::too_many_files_open || code == errc::too_many_files_open_in_system ||
         code == errc::no_buffer_space || code == errc::not_enough_memory;
}

std::string address_text(const asio::ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

bool is_loopback(const asio::ip::address& address) {
  return address.is_loopback() || address_text(address).starts_with("127.");
}

}  // namespace

class Server::Impl : public std::enable_shared_from_this<Server::Impl> {
 public:
  Impl(asio::io_context& context, ServerOptions options, Handler handler)
      : context_(context), state_(std::make_shared<ServerState>()) {
    state_->options = std::move(options);
    state_->handler = std::move(handler);
  }

  Result<std::uint16_t> listen(const std::string& host, std::uint16_t port);
  asio::awaitable<void> drain(milliseconds limit);
  void close_acceptors();
  [[nodiscard]] ServerCounts counts() const;

 private:
  asio::awaitable<void> accept(std::shared_ptr<tcp::acceptor> acceptor);
  void admit(tcp::socket socket);
  bool make_room(bool full);
  asio::awaitable<bool> wait_until_empty(milliseconds limit);
  std::vector<std::shared_ptr<Connection>> open_connections();

  asio::io_context& context_;
  std::shared_ptr<ServerState> state_;
  std::vector<std::weak_ptr<tcp::acceptor>> acceptors_;
};

Result<std::uint16_t> Server::Impl::listen(const std::string& host, std::uint16_t port) {
  const std::string where = host + ":" + std::to_string(port);
  boost::system::error_code code;
  const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, code);
  if (code) return cannot_listen(code, where);
  const tcp::endpoint endpoint(address, port);
  auto acceptor = std::make_shared<tcp::acceptor>(asio::make_strand(context_));
  acceptor->open(endpoint.protocol(), code);
  if (!code) acceptor->set_option(tcp::acceptor::reuse_address(true), code);
  if (!code) acceptor->bind(endpoint, code);
  if (!code) acceptor->listen(tcp::acceptor::max_listen_connections, code);
  if (code) return cannot_listen(code, where);
  const std::uint16_t bound = acceptor->local_endpoint().port();
  acceptors_.emplace_back(acceptor);
  auto accepting = accept(acceptor);
  asio::co_spawn(acceptor->get_executor(), std::move(accepting), asio::detached);
  return bound;
}

asio::awaitable<void> Server::Impl::accept(std::shared_ptr<tcp::acceptor> acceptor) {
  const auto self = shared_from_this();
  asio::steady_timer pause(acceptor->get_executor());
  while (acceptor->is_open()) {
    asio::any_io_executor strand = asio::make_strand(context_);
    auto [code, socket] =
        co_await acceptor->async_accept(strand, asio::as_tuple(asio::use_awaitable));
    if (!code) {
      admit(std::move(socket));
    } else if (is_shortage(code)) {
      observe::log(observe::Level::warning, "accept.paused", {{"cause", code.message()}});
      make_room(true);
      pause.expires_after(state_->options.accept_pause);
      co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
    } else if (code == asio::error::operation_aborted || code == asio::error::bad_descriptor) {
      co_return;
    }
  }
}

// Closes the connection that has been idle for longest. False when all are busy.
bool Server::Impl::make_room(bool full) {
  if (!full) return true;
  std::shared_ptr<Connection> oldest;
  std::lock_guard lock(state_->mutex);
  std::int64_t oldest_since = 0;
  for (const auto& weak : state_->connections) {
    auto connection = weak.lock();
    const auto since = connection ? connection->idle_since() : 0;
    if (since == 0 || (oldest && since >= oldest_since)) continue;
    oldest = std::move(connection);
    oldest_since = since;
  }
  if (oldest) oldest->start_draining();
  return oldest != nullptr;
}

void Server::Impl::admit(tcp::socket socket) {
  boost::system::error_code code;
  const auto remote = socket.remote_endpoint(code);
  if (code || state_->draining) return;
  const auto& options = state_->options;
  std::string peer = address_text(remote.address());
  std::size_t open = 0;
  std::size_t from_peer = 0;
  {
    std::lock_guard lock(state_->mutex);
    open = state_->connections.size();
    if (options.connections_per_address_max != 0 && !is_loopback(remote.address())) {
      from_peer = static_cast<std::size_t>(std::count_if(
          state_->connections.begin(), state_->connections.end(), [&](const auto& weak) {
            const auto connection = weak.lock();
            return connection && connection->peer() == peer;
          }));
    }
  }
  const bool too_many_of_peer =
      options.connections_per_address_max != 0 && from_peer >= options.connections_per_address_max;
  if (too_many_of_peer || !make_room(open >= options.connections_max)) {
    observe::log(observe::Level::warning, "connection.refused", {{"peer", peer}, {"open", open}});
    return;
  }
  socket.set_option(tcp::no_delay(true), code);
  ++state_->accepted;
  const auto strand = socket.get_executor();
  auto connection = std::make_shared<Connection>(state_, std::move(socket), std::move(peer));
  {
    std::lock_guard lock(state_->mutex);
    state_->connections.insert(connection);
  }
  auto running = connection->run();
  asio::co_spawn(strand, std::move(running), asio::detached);
}

std::vector<std::shared_ptr<Connection>> Server::Impl::open_connections() {
  std::vector<std::shared_ptr<Connection>> open;
  std::lock_guard lock(state_->mutex);
  for (const auto& weak : state_->connections) {
    if (auto connection = weak.lock()) open.push_back(std::move(connection));
  }
  return open;
}

asio::awaitable<bool> Server::Impl::wait_until_empty(milliseconds limit) {
  auto executor = co_await asio::this_coro::executor;
  asio::steady_timer step(executor);
  const auto end = std::chrono::steady_clock::now() + limit;
  while (!open_connections().empty()) {
    if (std::chrono::steady_clock::now() >= end) co_return false;
    step.expires_after(kDrainStep);
    co_await step.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  co_return true;
}

void Server::Impl::close_acceptors() {
  for (const auto& weak : acceptors_) {
    auto acceptor = weak.lock();
    if (!acceptor) continue;
    asio::post(acceptor->get_executor(), [acceptor] {
      boost::system::error_code ignored;
      acceptor->close(ignored);
    });
  }
  acceptors_.clear();
}

asio::awaitable<void> Server::Impl::drain(milliseconds limit) {
  const auto self = shared_from_this();
  state_->draining = true;
  close_acceptors();
  for (const auto& connection : open_connections()) connection->start_draining();
  if (co_await wait_until_empty(limit)) co_return;
  const auto left = open_connections();
  observe::log(observe::Level::warning, "drain.cut", {{"connections", left.size()}});
  for (const auto& connection : left) connection->abort();
  co_await wait_until_empty(kAbortLimit);
}

ServerCounts Server::Impl::counts() const {
  ServerCounts counts;
  counts.in_flight = state_->in_flight;
  counts.accepted = state_->accepted;
  counts.requests = state_->requests;
  counts.refused_framing = state_->refused_framing;
  std::lock_guard lock(state_->mutex);
  counts.connections = state_->connections.size();
  return counts;
}

Server::Server(asio::io_context& context, ServerOptions options, Handler handler)
    : impl_(std::make_shared<Impl>(context, std::move(options), std::move(handler))) {}

Server::~Server() { impl_->close_acceptors(); }

Result<std::uint16_t> Server::listen(const std::string& host, std::uint16_t port) {
  return impl_->listen(host, port);
}

asio::awaitable<void> Server::drain(milliseconds limit) { return impl_->drain(limit); }

ServerCounts Server::counts() const { return impl_->counts(); }

}  // namespace crosswalk::net
