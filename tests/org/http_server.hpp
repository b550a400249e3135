// Puts a handler on the network: HTTP/1.1 with keep-alive, one thread. Beast and Asio stay in the
// source file. Bounds: 8 MiB of body, 32 KiB of head, 60 idle seconds.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "org/http_message.hpp"

namespace crosswalk::org {

class HttpServer {
 public:
  using Handler = std::function<Response(const Request&)>;

  // Binds at once; throws std::runtime_error when the port cannot be had. Port 0: any.
  HttpServer(const std::string& host, std::uint16_t port, Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  void run(bool until_signal);  // returns after stop(), or after SIGTERM or SIGINT where asked
  void stop();                  // from any thread

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace crosswalk::org
