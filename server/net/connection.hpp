// One accepted connection: reads a request's head, runs the handler, and goes on while both sides
// keep it. It is the Exchange that the handler sees. All of it happens on one strand.
#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "net/body_parser.hpp"
#include "net/exchange.hpp"
#include "net/framing.hpp"
#include "net/message_writer.hpp"
#include "net/server.hpp"

namespace crosswalk::net {

class Connection;

// What the connections of one server share. The set is guarded by its mutex, counters are atomic.
struct ServerState {
  ServerOptions options;
  Handler handler;
  std::atomic<bool> draining = false;
  std::atomic<std::size_t> in_flight = 0;
  std::atomic<std::uint64_t> accepted = 0;
  std::atomic<std::uint64_t> requests = 0;
  std::atomic<std::uint64_t> refused_framing = 0;
  std::mutex mutex;
  std::set<std::weak_ptr<Connection>, std::owner_less<>> connections;
};

class Connection final : public Exchange, public std::enable_shared_from_this<Connection> {
 public:
  using Steady = std::chrono::steady_clock;

  Connection(std::shared_ptr<ServerState> state, boost::asio::ip::tcp::socket socket,
             std::string peer);

  // Serves requests until the connection ends, then removes itself from the state's set.
  boost::asio::awaitable<void> run();

  // These three are safe from every thread; they take effect on the strand.
  void start_draining();
  void abort();
  [[nodiscard]] std::int64_t idle_since() const { return idle_since_.load(); }  // 0: busy

  [[nodiscard]] const std::string& peer() const { return peer_; }

  // Exchange
  [[nodiscard]] const RequestHead& head() const override { return checked_.head; }
  Task<std::string> body(std::size_t bytes_max) override;
  Task<std::string> body_chunk(std::size_t bytes_max) override;
  Task<void> respond(HttpResponse response) override;
  Task<void> begin(int status, Headers headers, Stream stream) override;
  Task<void> write(std::string text) override;
  Task<void> end() override;
  [[nodiscard]] bool draining() const override { return state_->draining; }

 private:
  enum class Answer { none, streaming, done };

  boost::asio::awaitable<bool> serve_one();
  Task<std::size_t> read_head();  // the size of the head in inbox_; 0: closed before a request
  boost::asio::awaitable<void> run_handler();
  boost::asio::awaitable<void> handle();
  boost::asio::awaitable<void> watch_for_end();
  boost::asio::awaitable<void> refuse(Error error);
  boost::asio::awaitable<void> finish_answer();
  boost::asio::awaitable<bool> skip_body();
  boost::asio::awaitable<void> linger();

  Task<std::size_t> fill(std::chrono::milliseconds limit);
  Task<void> send(std::string head, std::string body);
  Task<void> send_all(std::string text);
  Task<std::size_t> receive(char* data, std::size_t size);
  Task<std::size_t> transmit(const char* data, std::size_t size);
  Task<void> send_continue();
  [[nodiscard]] std::chrono::milliseconds body_time_left() const;
  [[nodiscard]] bool body_is_unread() const;
  [[nodiscard]] ResponseFraming framing_of_answer();

  std::shared_ptr<ServerState> state_;
  boost::asio::ip::tcp::socket socket_;
  std::string peer_;
  std::string inbox_;  // received, not yet taken; bounded by read_buffer_bytes_max
  std::atomic<std::int64_t> idle_since_ = 0;
  boost::asio::cancellation_signal stop_handler_;

  // The request at hand.
  CheckedHead checked_;
  std::optional<BodyParser> body_parser_;
  std::size_t body_bytes_ = 0;
  std::chrono::nanoseconds body_waited_{0};
  bool body_failed_ = false;
  bool continue_sent_ = false;

  // Its answer.
  Answer answer_ = Answer::none;
  Stream stream_ = Stream::finite;
  bool chunked_ = false;
  bool sending_ = false;  // stays true when a send was cut short: nothing more may follow
  bool close_ = false;
  bool handling_ = false;
  bool peer_gone_ = false;
  std::string date_;
};

}  // namespace crosswalk::net
