#include "server/net/server_fixture.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <stdexcept>
#include <string_view>

#include "net/framing.hpp"

namespace crosswalk::net::testing {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;

asio::awaitable<void> pause_for(std::chrono::milliseconds time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(asio::use_awaitable);
}

asio::awaitable<void> echo(Exchange& exchange, Seen* seen) {
  HttpResponse response;
  auto body = co_await exchange.body(std::size_t{1} << 20);
  if (!body) {
    ++seen->failed;
    response.status = status_of(body.error());
  } else {
    response.body = std::move(*body);
  }
  (void)co_await exchange.respond(std::move(response));
}

asio::awaitable<void> count_body(Exchange& exchange, Seen* seen) {
  while (true) {
    auto piece = co_await exchange.body_chunk(std::size_t{64} << 20);
    if (!piece) ++seen->failed;
    if (!piece || piece->empty()) break;
    if (piece->size() > (std::size_t{64} << 10)) ++seen->failed;
    seen->body_bytes += piece->size();
  }
  HttpResponse response;
  response.body = std::to_string(seen->body_bytes.load());
  (void)co_await exchange.respond(std::move(response));
}

asio::awaitable<void> stream_three(Exchange& exchange, Seen*) {
  (void)co_await exchange.begin(200, Headers());
  (void)co_await exchange.write("one");
  (void)co_await exchange.write("two");
  (void)co_await exchange.write("three");
  (void)co_await exchange.end();
}

asio::awaitable<void> stream_events(Exchange& exchange, Seen* seen) {
  Headers headers;
  headers.set("Content-Type", "text/event-stream");
  (void)co_await exchange.begin(200, headers, Stream::endless);
  (void)co_await exchange.write("data: first\n\n");
  co_await pause_for(1h);
  ++seen->finished;
}

asio::awaitable<void> stream_large(Exchange& exchange, Seen* seen) {
  (void)co_await exchange.begin(200, Headers());
  const std::string piece(std::size_t{1} << 20, 'x');
  for (int i = 0; i < 64; ++i) {
    auto written = co_await exchange.write(piece);
    if (!written) {
      ++seen->failed;
      co_return;
    }
    ++seen->finished;
  }
  (void)co_await exchange.end();
}

asio::awaitable<void> answer_after(Exchange& exchange, Seen* seen, std::chrono::milliseconds time) {
  co_await pause_for(time);
  HttpResponse response;
  response.body = "late";
  (void)co_await exchange.respond(std::move(response));
  ++seen->finished;
}

asio::awaitable<void> answer_late(Exchange& exchange, Seen* seen) {
  return answer_after(exchange, seen, 100ms);
}

asio::awaitable<void> hang(Exchange& exchange, Seen* seen) {
  return answer_after(exchange, seen, 1h);
}

asio::awaitable<void> answer_with(Exchange& exchange, HttpResponse response, Seen* seen) {
  auto sent = co_await exchange.respond(std::move(response));
  if (!sent) ++seen->failed;
}

asio::awaitable<void> answer_unread(Exchange& exchange, Seen* seen) {
  return answer_with(exchange, HttpResponse(), seen);
}

asio::awaitable<void> inject_header(Exchange& exchange, Seen* seen) {
  HttpResponse response;
  response.headers.set("Location", "/a\r\nX-Evil: 1");
  return answer_with(exchange, std::move(response), seen);
}

asio::awaitable<void> answer_empty(Exchange& exchange, Seen* seen) {
  HttpResponse response;
  response.status = 204;
  return answer_with(exchange, std::move(response), seen);
}

asio::awaitable<void> frame_itself(Exchange& exchange, Seen* seen) {
  HttpResponse response;
  response.headers.set("Content-Length", "1");
  response.headers.set("Transfer-Encoding", "chunked");
  response.headers.set("Connection", "upgrade");
  response.body = "four";
  return answer_with(exchange, std::move(response), seen);
}

asio::awaitable<void> crash(Exchange&, Seen*) { throw std::runtime_error("a bug"); }

asio::awaitable<void> break_off(Exchange& exchange, Seen*) {
  (void)co_await exchange.begin(200, Headers());
  (void)co_await exchange.write("half");
  throw std::runtime_error("broken");
}

struct Route {
  std::string_view name;
  asio::awaitable<void> (*handle)(Exchange&, Seen*);
};

constexpr Route kRoutes[] = {
    {"echo", echo},
    {"count", count_body},
    {"stream", stream_three},
    {"events", stream_events},
    {"large", stream_large},
    {"late", answer_late},
    {"hang", hang},
    {"broken", break_off},
    {"crash", crash},
    {"unread", answer_unread},
    {"injection", inject_header},
    {"empty", answer_empty},
    {"own", frame_itself},
};

}  // namespace

asio::awaitable<void> route(Exchange& exchange, Seen* seen) {
  ++seen->started;
  const auto& path = exchange.head().path;
  for (const auto& [name, handle] : kRoutes) {
    if (!path.empty() && path.front() == name) return handle(exchange, seen);
  }
  HttpResponse response;
  response.status = 404;
  return answer_with(exchange, std::move(response), seen);
}

}  // namespace crosswalk::net::testing
