// A client that sends exactly the bytes it is told to, by blocking POSIX sockets: nothing of the
// code under test takes part. Reads give up after five seconds, so that a test fails instead of
// hanging.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosswalk::net::testing {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : RawClient() { connect(port); }
  RawClient() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval limit{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient() { close(); }

  bool connect(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }

  // False when the other side no longer takes them.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  // Everything until the other side closes. ended() tells whether it did in good order.
  std::string read_to_end() {
    while (read_some() > 0) {
    }
    return received_;
  }

  // Reads until the text has come; everything received so far.
  std::string read_until(std::string_view text) {
    while (received_.find(text) == std::string::npos && read_some() > 0) {
    }
    return received_;
  }

  void forget() { received_.clear(); }
  void finish_sending() { ::shutdown(socket_, SHUT_WR); }
  void set_receive_buffer(int bytes) {
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  }
  [[nodiscard]] bool ended() const { return ended_; }

  void close() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }

 private:
  ssize_t read_some() {
    std::array<char, 16'384> piece;
    const auto count = ::recv(socket_, piece.data(), piece.size(), 0);
    if (count > 0) received_.append(piece.data(), static_cast<std::size_t>(count));
    if (count == 0) ended_ = true;
    return count;
  }

  int socket_;
  std::string received_;
  bool ended_ = false;
};

// How often `part` occurs in `text`.
inline std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace crosswalk::net::testing
