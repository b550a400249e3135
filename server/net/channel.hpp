// One connection that we made, plain or TLS, behind one face. open_channel() is the only place of
// the server that connects to anything: it resolves, asks the policy which addresses may be
// reached, and connects to exactly these.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>

#include "net/client.hpp"
#include "net/url.hpp"
#include "runtime/task.hpp"

namespace boost::asio::ssl {
class context;
}

namespace crosswalk::net {

class Channel {
 public:
  virtual ~Channel() = default;
  // 0 bytes: the other side has closed in good order. connectionLost otherwise.
  virtual Task<std::size_t> receive(char* data, std::size_t size) = 0;
  virtual Task<std::size_t> transmit(const char* data, std::size_t size) = 0;
  // An idle connection on which nothing has arrived, not even the end.
  [[nodiscard]] virtual bool is_quiet() = 0;
};

Task<std::unique_ptr<Channel>> open_channel(std::shared_ptr<const ClientOptions> options,
                                            std::shared_ptr<boost::asio::ssl::context> tls,
                                            boost::asio::any_io_executor executor, Origin origin,
                                            std::chrono::steady_clock::time_point deadline);

}  // namespace crosswalk::net
