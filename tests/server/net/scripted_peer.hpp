// The other side of the client, following a script: for each connection in turn, a list of answers,
// one per request (its head and Content-Length body are read first). After the last one it closes.
// Blocking sockets on a thread of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace crosswalk::net::testing {

struct Answer {
  std::string bytes;
  bool hold = false;  // afterwards keep the connection open, silent, until the peer is destroyed
};

using Script = std::vector<std::vector<Answer>>;

struct TlsWishes {
  std::string certificate;  // PEM; empty: plain
  std::string key;
  int version_max = 0;  // TLS1_1_VERSION, ...; 0: any
  bool cut = false;     // end without TLS's goodbye
};

class ScriptedPeer {
 public:
  explicit ScriptedPeer(Script script, TlsWishes tls = {});
  ~ScriptedPeer();
  ScriptedPeer(const ScriptedPeer&) = delete;
  ScriptedPeer& operator=(const ScriptedPeer&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] std::vector<std::string> requests() const;  // as they came, in order
  [[nodiscard]] int connections() const;
  [[nodiscard]] std::string server_name() const;  // the last SNI

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace crosswalk::net::testing
