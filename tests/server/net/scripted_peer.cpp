#include "server/net/scripted_peer.hpp"

#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace crosswalk::net::testing {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

// The bytes of the first whole request in `received`, 0 when there is none yet.
std::size_t request_size(const std::string& received) {
  const std::size_t head = received.find("\r\n\r\n");
  if (head == std::string::npos) return 0;
  const std::string mark = "Content-Length: ";
  const std::size_t length = received.find(mark);
  const std::size_t body =
      length < head ? std::stoul(received.substr(length + mark.size())) : std::size_t{0};
  const std::size_t size = head + 4 + body;
  return received.size() >= size ? size : 0;
}

}  // namespace

class ScriptedPeer::Impl {
 public:
  Impl(Script script, TlsWishes tls)
      : script_(std::move(script)),
        tls_(std::move(tls)),
        acceptor_(context_, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
        port_(acceptor_.local_endpoint().port()),
        thread_([this] { run(); }) {}

  ~Impl() {
    {
      std::lock_guard lock(mutex_);
      over_ = true;
    }
    wake_.notify_all();
    // accept() blocks: one more connection lets it see that it is over.
    boost::system::error_code ignored;
    tcp::socket poke(context_);
    poke.connect(tcp::endpoint(asio::ip::address_v4::loopback(), port_), ignored);
    thread_.join();
  }

  void run() {
    for (const auto& answers : script_) {
      boost::system::error_code code;
      tcp::socket socket(context_);
      acceptor_.accept(socket, code);
      if (code || is_over()) return;
      ++connections_;
      // A client that never speaks or reads must not hang the test.
      const timeval limit{.tv_sec = 5, .tv_usec = 0};
      ::setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
      if (tls_.certificate.empty()) {
        follow(socket, answers);
      } else {
        follow_over_tls(std::move(socket), answers);
      }
    }
    // Nobody is served any more: further connections are refused.
    acceptor_.close();
  }

  template <class Stream>
  void follow(Stream& stream, const std::vector<Answer>& answers) {
    std::string received;
    for (const auto& answer : answers) {
      std::array<char, 4'096> piece;
      std::size_t size = 0;
      while ((size = request_size(received)) == 0) {
        boost::system::error_code code;
        const std::size_t count = stream.read_some(asio::buffer(piece), code);
        if (code) return;
        received.append(piece.data(), count);
      }
      {
        std::lock_guard lock(mutex_);
        requests_.push_back(received.substr(0, size));
      }
      received.erase(0, size);
      boost::system::error_code code;
      asio::write(stream, asio::buffer(answer.bytes), code);
      if (answer.hold) {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return over_; });
      }
    }
  }

  void follow_over_tls(tcp::socket socket, const std::vector<Answer>& answers) {
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.use_certificate_chain(asio::buffer(tls_.certificate));
    context.use_private_key(asio::buffer(tls_.key), asio::ssl::context::pem);
    if (tls_.version_max != 0) {
      SSL_CTX_set_security_level(context.native_handle(), 0);
      SSL_CTX_set_min_proto_version(context.native_handle(), 0);
      SSL_CTX_set_max_proto_version(context.native_handle(), tls_.version_max);
    }
    asio::ssl::stream<tcp::socket> stream(std::move(socket), context);
    boost::system::error_code code;
    stream.handshake(asio::ssl::stream_base::server, code);
    const char* name = SSL_get_servername(stream.native_handle(), TLSEXT_NAMETYPE_host_name);
    {
      std::lock_guard lock(mutex_);
      server_name_ = name == nullptr ? "" : name;
    }
    if (code) return;
    follow(stream, answers);
    // The goodbye; it ends when the client has closed too.
    if (!tls_.cut) stream.shutdown(code);
  }

  bool is_over() {
    std::lock_guard lock(mutex_);
    return over_;
  }

  Script script_;
  TlsWishes tls_;
  asio::io_context context_;
  tcp::acceptor acceptor_;
  std::uint16_t port_;
  std::atomic<int> connections_ = 0;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool over_ = false;                  // guarded by mutex_
  std::vector<std::string> requests_;  // guarded by mutex_
  std::string server_name_;            // guarded by mutex_
  std::thread thread_;
};

ScriptedPeer::ScriptedPeer(Script script, TlsWishes tls)
    : impl_(std::make_unique<Impl>(std::move(script), std::move(tls))) {}
ScriptedPeer::~ScriptedPeer() = default;

std::uint16_t ScriptedPeer::port() const { return impl_->port_; }
int ScriptedPeer::connections() const { return impl_->connections_; }

std::vector<std::string> ScriptedPeer::requests() const {
  std::lock_guard lock(impl_->mutex_);
  return impl_->requests_;
}

std::string ScriptedPeer::server_name() const {
  std::lock_guard lock(impl_->mutex_);
  return impl_->server_name_;
}

}  // namespace crosswalk::net::testing
