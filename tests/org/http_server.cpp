#include "org/http_server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <iostream>
#include <optional>
#include <stdexcept>

// Asio's and Beast's own code, compiled here once for the program.
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>

namespace crosswalk::org {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

constexpr std::uint64_t kBodyBytesMax = 8u << 20;
constexpr std::uint32_t kHeadBytesMax = 32u << 10;
constexpr auto kIdle = std::chrono::seconds(60);

Request plain(const http::request<http::string_body>& from) {
  Request out;
  out.method = std::string(from.method_string());
  out.target = std::string(from.target());
  out.body = from.body();
  for (const auto& field : from) {
    std::string name(field.name_string());
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    out.headers[name] = std::string(field.value());
  }
  return out;
}

http::response<http::string_body> for_beast(Response from, unsigned version, bool keep_alive) {
  http::response<http::string_body> out(static_cast<http::status>(from.status), version);
  for (const auto& [name, value] : from.headers) out.set(name, value);
  out.keep_alive(keep_alive);
  out.body() = std::move(from.body);
  if (from.status != 204 && from.status != 304) out.prepare_payload();
  return out;
}

// What a request gets that never reached the handler.
std::optional<Response> refusal_of(beast::error_code error) {
  const auto answer = [](int status, const char* code, const char* message) {
    return json_response(
        status, std::string("[{\"message\":\"") + message + "\",\"errorCode\":\"" + code + "\"}]");
  };
  if (error == http::error::body_limit)
    return answer(413, "REQUEST_ENTITY_TOO_LARGE", "The body is larger than 8 MiB");
  if (error == http::error::header_limit)
    return answer(431, "REQUEST_HEADER_TOO_LARGE", "The head is larger than 32 KiB");
  if (error.category() == make_error_code(http::error::bad_method).category() &&
      error != http::error::end_of_stream && error != http::error::partial_message)
    return answer(400, "BAD_REQUEST", "The request is not HTTP/1.1");
  return std::nullopt;
}

// A bug of the handler becomes an answer, not the end of the connection.
Response answer_of(const HttpServer::Handler& handler, const Request& request) {
  try {
    return handler(request);
  } catch (const std::exception& error) {
    std::cerr << "crosswalk-org: " << request.method << ": " << error.what() << std::endl;
    return json_response(
        500, R"([{"message":"An unexpected error occurred.","errorCode":"UNKNOWN_EXCEPTION"}])");
  }
}

asio::awaitable<void> serve(beast::tcp_stream stream, const HttpServer::Handler& handler) {
  beast::flat_buffer buffer(kHeadBytesMax + (64u << 10));
  for (bool open = true; open;) {
    http::request_parser<http::string_body> parser;
    parser.body_limit(kBodyBytesMax);
    parser.header_limit(kHeadBytesMax);
    stream.expires_after(kIdle);
    beast::error_code error;
    co_await http::async_read(stream, buffer, parser,
                              asio::redirect_error(asio::use_awaitable, error));
    if (error) {
      if (auto refusal = refusal_of(error)) {
        auto answer = for_beast(std::move(*refusal), 11, false);
        co_await http::async_write(stream, answer,
                                   asio::redirect_error(asio::use_awaitable, error));
      }
      break;
    }
    const bool head = parser.get().method() == http::verb::head;
    open = parser.get().keep_alive();
    Response made = answer_of(handler, plain(parser.get()));
    if (made.delay_ms > 0) {
      asio::steady_timer timer(stream.get_executor(), std::chrono::milliseconds(made.delay_ms));
      co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
    if (made.drop) break;
    auto answer = for_beast(std::move(made), parser.get().version(), open);
    if (head) answer.body().clear();
    stream.expires_after(kIdle);
    co_await http::async_write(stream, answer, asio::redirect_error(asio::use_awaitable, error));
    if (error) break;
  }
  beast::error_code ignored;
  stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

asio::awaitable<void> accept_connections(tcp::acceptor& acceptor,
                                         const HttpServer::Handler& handler) {
  while (acceptor.is_open()) {
    beast::error_code error;
    tcp::socket socket(acceptor.get_executor());
    co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
    if (error) continue;
    socket.set_option(tcp::no_delay(true), error);
    asio::co_spawn(acceptor.get_executor(), serve(beast::tcp_stream(std::move(socket)), handler),
                   asio::detached);
  }
}

}  // namespace

struct HttpServer::Inside {
  Handler handler;
  asio::io_context context{1};
  tcp::acceptor acceptor{context};
  asio::signal_set signals{context};
};

HttpServer::HttpServer(const std::string& host, std::uint16_t port, Handler handler)
    : inside_(std::make_unique<Inside>()) {
  inside_->handler = std::move(handler);
  try {
    const tcp::endpoint place(asio::ip::make_address(host), port);
    inside_->acceptor.open(place.protocol());
    inside_->acceptor.set_option(tcp::acceptor::reuse_address(true));
    inside_->acceptor.bind(place);
    inside_->acceptor.listen();
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("cannot listen on " + host + ":" + std::to_string(port) + ": " +
                             error.code().message());
  }
  asio::co_spawn(inside_->context, accept_connections(inside_->acceptor, inside_->handler),
                 asio::detached);
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const { return inside_->acceptor.local_endpoint().port(); }

void HttpServer::run(bool until_signal) {
  if (until_signal) {
    inside_->signals.add(SIGTERM);
    inside_->signals.add(SIGINT);
    inside_->signals.async_wait([this](beast::error_code error, int) {
      if (!error) inside_->context.stop();
    });
  }
  inside_->context.run();
}

void HttpServer::stop() { inside_->context.stop(); }

}  // namespace crosswalk::org
