// What the server does with requests that are well formed: answers, streams, deadlines, bounds,
// drain.
#include "net/server.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fstream>
#include <stdexcept>
#include <string>

#include "net/framing.hpp"
#include "server/net/raw_client.hpp"
#include "server/net/running_server.hpp"

namespace crosswalk::net {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using testing::count_of;
using testing::eventually;
using testing::RawClient;
using testing::RunningServer;

// What handlers saw, told to the test's thread.
struct Seen {
  std::atomic<int> started = 0;
  std::atomic<int> finished = 0;
  std::atomic<int> failed = 0;
  std::atomic<std::size_t> body_bytes = 0;
};

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

asio::awaitable<void> stream_three(Exchange& exchange) {
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

asio::awaitable<void> answer_late(Exchange& exchange, std::chrono::milliseconds time, Seen* seen) {
  co_await pause_for(time);
  HttpResponse response;
  response.body = "late";
  (void)co_await exchange.respond(std::move(response));
  ++seen->finished;
}

asio::awaitable<void> answer_with(Exchange& exchange, HttpResponse response, Seen* seen) {
  auto sent = co_await exchange.respond(std::move(response));
  if (!sent) ++seen->failed;
}

asio::awaitable<void> break_off(Exchange& exchange) {
  (void)co_await exchange.begin(200, Headers());
  (void)co_await exchange.write("half");
  throw std::runtime_error("broken");
}

asio::awaitable<void> route(Exchange& exchange, Seen* seen) {
  ++seen->started;
  const auto& path = exchange.head().path;
  const std::string name = path.empty() ? "" : path.front();
  HttpResponse response;
  if (name == "echo") co_await echo(exchange, seen);
  if (name == "count") co_await count_body(exchange, seen);
  if (name == "stream") co_await stream_three(exchange);
  if (name == "events") co_await stream_events(exchange, seen);
  if (name == "large") co_await stream_large(exchange, seen);
  if (name == "late") co_await answer_late(exchange, 100ms, seen);
  if (name == "hang") co_await answer_late(exchange, 1h, seen);
  if (name == "broken") co_await break_off(exchange);
  if (name == "crash") throw std::runtime_error("a bug");
  if (name == "unread") co_await answer_with(exchange, std::move(response), seen);
  if (name == "injection") {
    response.headers.set("Location", "/a\r\nX-Evil: 1");
    co_await answer_with(exchange, std::move(response), seen);
  }
  if (name == "empty") {
    response.status = 204;
    co_await answer_with(exchange, std::move(response), seen);
  }
  if (name == "own") {
    response.headers.set("Content-Length", "1");
    response.headers.set("Transfer-Encoding", "chunked");
    response.headers.set("Connection", "upgrade");
    response.body = "four";
    co_await answer_with(exchange, std::move(response), seen);
  }
}

std::string request(const std::string& line, const std::string& headers = {}) {
  return line + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

class ServerTest : public ::testing::Test {
 protected:
  RunningServer& start(ServerOptions options = {}) {
    server_ = std::make_unique<RunningServer>(
        [this](Exchange& exchange) { return route(exchange, &seen_); }, std::move(options));
    return *server_;
  }

  Seen seen_;
  std::unique_ptr<RunningServer> server_;
};

TEST_F(ServerTest, KeepsTheConnectionForManyRequestsAndPipelinedOnes) {
  RawClient client(start().port());
  for (int i = 0; i < 20; ++i) {
    client.send(request("POST /echo", "Content-Length: 2\r\n") + "hi");
    EXPECT_TRUE(client.read_until("\r\n\r\nhi").ends_with("hi"));
    client.forget();
  }
  client.send(request("GET /stream") + request("GET /empty") +
              request("GET /echo", "Connection: close\r\n"));
  EXPECT_EQ(count_of(client.read_to_end(), "HTTP/1.1 20"), 3U);
  EXPECT_EQ(server_->counts().accepted, 1U);
}

TEST_F(ServerTest, StreamsInChunksAndPlainForVersion10) {
  RawClient modern(start().port());
  modern.send(request("GET /stream", "Connection: close\r\n"));
  const auto chunked = modern.read_to_end();
  EXPECT_NE(chunked.find("Transfer-Encoding: chunked\r\n"), std::string::npos);
  EXPECT_TRUE(chunked.ends_with("\r\n\r\n3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n"));
  RawClient old(server_->port());
  old.send("GET /stream HTTP/1.0\r\n\r\n");
  const auto plain = old.read_to_end();
  EXPECT_EQ(plain.find("chunked"), std::string::npos);
  EXPECT_TRUE(plain.ends_with("\r\n\r\nonetwothree"));
}

TEST_F(ServerTest, AnswersHeadWithTheLengthAndNoBody) {
  RawClient client(start().port());
  client.send(request("HEAD /own") + request("HEAD /stream", "Connection: close\r\n"));
  const auto answers = client.read_to_end();
  EXPECT_NE(answers.find("Content-Length: 4\r\n"), std::string::npos);
  EXPECT_EQ(answers.find("four"), std::string::npos);
  EXPECT_EQ(answers.find("one"), std::string::npos);
  EXPECT_TRUE(answers.ends_with("\r\n\r\n"));
}

TEST_F(ServerTest, SetsFramingHeadersItself) {
  RawClient client(start().port());
  client.send(request("GET /own", "Connection: close\r\n"));
  const auto answer = client.read_to_end();
  EXPECT_EQ(count_of(answer, "Content-Length:"), 1U);
  EXPECT_EQ(count_of(answer, "Transfer-Encoding:"), 0U);
  EXPECT_EQ(count_of(answer, "upgrade"), 0U);
  EXPECT_TRUE(answer.ends_with("\r\n\r\nfour"));
}

TEST_F(ServerTest, SendsNoBodyAndNoLengthWith204) {
  RawClient client(start().port());
  client.send(request("GET /empty", "Connection: close\r\n"));
  const auto answer = client.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 204 No Content\r\n"));
  EXPECT_EQ(answer.find("Content-Length"), std::string::npos);
}

TEST_F(ServerTest, RefusesToWriteASplitHeaderAndAnswers500) {
  RawClient client(start().port());
  client.send(request("GET /injection", "Connection: close\r\n"));
  const auto answer = client.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 "));
  EXPECT_EQ(answer.find("X-Evil"), std::string::npos);
  EXPECT_EQ(seen_.failed, 1);
}

TEST_F(ServerTest, TurnsAnExceptionIntoAnOpaque500) {
  RawClient client(start().port());
  client.send(request("GET /crash"));
  const auto answer = client.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 "));
  EXPECT_EQ(answer.find("a bug"), std::string::npos);
}

TEST_F(ServerTest, CutsAnAnswerThatBrokeOffSoThatItDoesNotLookWhole) {
  RawClient client(start().port());
  client.send(request("GET /broken"));
  const auto answer = client.read_to_end();
  EXPECT_NE(answer.find("4\r\nhalf\r\n"), std::string::npos);
  EXPECT_EQ(answer.find("0\r\n\r\n"), std::string::npos);
}

TEST_F(ServerTest, InvitesABodyOnlyWhenTheHandlerWantsIt) {
  const std::string headers = "Expect: 100-continue\r\nContent-Length: 5\r\n";
  RawClient wanted(start().port());
  wanted.send(request("POST /echo", headers));
  EXPECT_EQ(wanted.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  wanted.send("hello");
  EXPECT_NE(wanted.read_until("hello").find("HTTP/1.1 200 OK"), std::string::npos);
  RawClient unwanted(server_->port());
  unwanted.send(request("POST /unread", headers));
  const auto answer = unwanted.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 "));
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
}

TEST_F(ServerTest, SkipsASmallUnreadBodyAndClosesOnALargeOne) {
  RawClient small(start().port());
  small.send(request("POST /unread", "Content-Length: 5\r\n") + "hello" +
             request("GET /empty", "Connection: close\r\n"));
  EXPECT_EQ(count_of(small.read_to_end(), "HTTP/1.1 20"), 2U);
  RawClient large(server_->port());
  large.send(request("POST /unread", "Content-Length: 1000000\r\n") + std::string(1'000'000, 'x'));
  const auto answer = large.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 "));
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
}

TEST_F(ServerTest, GivesALargeBodyInPiecesOfBoundedSize) {
  RawClient client(start().port());
  const std::string body(std::size_t{16} << 20, 'x');
  client.send(request("POST /count", "Connection: close\r\nContent-Length: " +
                                         std::to_string(body.size()) + "\r\n"));
  client.send(body);
  EXPECT_TRUE(client.read_to_end().ends_with("\r\n\r\n16777216"));
  EXPECT_EQ(seen_.failed, 0);
}

std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  file >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

TEST_F(ServerTest, StaysSmallUnderAFloodOfOneChunkExtension) {
  RawClient client(start().port());
  client.send(request("POST /echo", "Transfer-Encoding: chunked\r\n") + "1;");
  const std::size_t before = resident_bytes();
  const std::string piece(std::size_t{1} << 20, 'x');
  int sent = 0;
  while (sent < 96 && client.send(piece)) ++sent;
  EXPECT_LT(sent, 96);
  EXPECT_TRUE(eventually([&] { return seen_.failed == 1; }));
  EXPECT_LT(resident_bytes(), before + (std::size_t{16} << 20));
}

TEST_F(ServerTest, CutsSlowHeadersAtAnAbsoluteDeadline) {
  ServerOptions options;
  options.header_limit = 150ms;
  RawClient client(start(options).port());
  const auto from = std::chrono::steady_clock::now();
  client.send("GET /echo HTTP/1.1\r\n");
  // A byte now and then must not renew the deadline.
  for (int i = 0; i < 20 && client.send("X"); ++i) std::this_thread::sleep_for(20ms);
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 408 "));
  EXPECT_LT(std::chrono::steady_clock::now() - from, 3s);
  EXPECT_EQ(seen_.started, 0);
}

TEST_F(ServerTest, ClosesIdleConnectionsInSilence) {
  ServerOptions options;
  options.idle_limit = 80ms;
  RawClient fresh(start(options).port());
  EXPECT_EQ(fresh.read_to_end(), "");
  EXPECT_TRUE(fresh.ended());
  RawClient used(server_->port());
  used.send(request("GET /empty"));
  EXPECT_EQ(count_of(used.read_to_end(), "HTTP/1.1 "), 1U);
}

TEST_F(ServerTest, CutsABodyThatComesTooSlowly) {
  ServerOptions options;
  options.body_stall_limit = 100ms;
  RawClient client(start(options).port());
  client.send(request("POST /echo", "Content-Length: 10\r\n") + "half");
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 408 "));
  EXPECT_EQ(seen_.failed, 1);
}

TEST_F(ServerTest, GivesUpOnAClientThatDoesNotRead) {
  ServerOptions options;
  options.write_stall_limit = 150ms;
  start(options);
  RawClient client;
  client.set_receive_buffer(4'096);
  ASSERT_TRUE(client.connect(server_->port()));
  client.send(request("GET /large"));
  EXPECT_TRUE(eventually([&] { return seen_.failed == 1; }));
  EXPECT_LT(seen_.finished, 64);
  EXPECT_TRUE(eventually([&] { return server_->counts().connections == 0; }));
}

TEST_F(ServerTest, NoticesAClientThatLeavesAStream) {
  start();
  {
    RawClient client(server_->port());
    client.send(request("GET /large"));
    client.read_until("\r\n\r\n");
  }
  EXPECT_TRUE(eventually([&] { return seen_.failed == 1; }));
}

TEST_F(ServerTest, EndsTheHandlerOfAnEndlessStreamWhenItsClientLeaves) {
  start();
  {
    RawClient client(server_->port());
    client.send(request("GET /events"));
    EXPECT_NE(client.read_until("first").find("text/event-stream"), std::string::npos);
    EXPECT_EQ(server_->counts().in_flight, 1U);
  }
  EXPECT_TRUE(eventually([&] { return server_->counts().in_flight == 0; }));
  EXPECT_EQ(seen_.finished, 0);
}

TEST_F(ServerTest, DrainsByFinishingWhatIsInFlightAndEndingStreams) {
  start();
  RawClient late(server_->port());
  RawClient events(server_->port());
  RawClient idle(server_->port());
  late.send(request("GET /late"));
  events.send(request("GET /events"));
  events.read_until("first");
  ASSERT_TRUE(eventually([&] { return seen_.started == 2; }));
  auto drained = server_->drain(5s);
  const auto answer = late.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 "));
  EXPECT_TRUE(answer.ends_with("late"));
  EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
  EXPECT_TRUE(events.read_to_end().ends_with("0\r\n\r\n"));
  EXPECT_EQ(idle.read_to_end(), "");
  ASSERT_EQ(drained.wait_for(3s), std::future_status::ready);
  EXPECT_EQ(server_->counts().connections, 0U);
  RawClient refused;
  EXPECT_FALSE(refused.connect(server_->port()));
}

TEST_F(ServerTest, CutsWhatDoesNotFinishWithinTheDrainLimit) {
  start();
  RawClient client(server_->port());
  client.send(request("GET /hang"));
  ASSERT_TRUE(eventually([&] { return seen_.started == 1; }));
  auto drained = server_->drain(100ms);
  ASSERT_EQ(drained.wait_for(3s), std::future_status::ready);
  EXPECT_EQ(server_->counts().in_flight, 0U);
  EXPECT_EQ(seen_.finished, 0);
  EXPECT_EQ(client.read_to_end(), "");
}

TEST_F(ServerTest, MakesRoomByClosingTheConnectionThatWasIdleForLongest) {
  ServerOptions options;
  options.connections_max = 2;
  start(options);
  RawClient oldest(server_->port());
  ASSERT_TRUE(eventually([&] { return server_->counts().accepted == 1; }));
  RawClient second(server_->port());
  ASSERT_TRUE(eventually([&] { return server_->counts().accepted == 2; }));
  RawClient third(server_->port());
  third.send(request("GET /empty", "Connection: close\r\n"));
  EXPECT_TRUE(third.read_to_end().starts_with("HTTP/1.1 204 "));
  EXPECT_EQ(oldest.read_to_end(), "");
  second.send(request("GET /empty", "Connection: close\r\n"));
  EXPECT_TRUE(second.read_to_end().starts_with("HTTP/1.1 204 "));
}

TEST_F(ServerTest, RefusesConnectionsPastTheCapWhenAllAreBusy) {
  ServerOptions options;
  options.connections_max = 1;
  start(options);
  RawClient busy(server_->port());
  busy.send(request("GET /hang"));
  ASSERT_TRUE(eventually([&] { return seen_.started == 1; }));
  RawClient refused(server_->port());
  EXPECT_EQ(refused.read_to_end(), "");
}

TEST_F(ServerTest, AcceptsAgainAfterDescriptorsRanOut) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP()
      << "UBSan opens a pipe to look at an object, and with every descriptor taken calls a "
         "right one wrong.";
#endif
  ServerOptions options;
  options.accept_pause = 20ms;
  start(options);
  RawClient client;
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const int highest = ::fcntl(0, F_DUPFD, 0);
  ::close(highest);
  rlimit none = before;
  none.rlim_cur = static_cast<rlim_t>(highest);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  EXPECT_TRUE(client.connect(server_->port()));
  client.send(request("GET /empty", "Connection: close\r\n"));
  std::this_thread::sleep_for(60ms);
  const auto accepted_meanwhile = server_->counts().accepted;
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  EXPECT_EQ(accepted_meanwhile, 0U);
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 204 "));
}

TEST_F(ServerTest, SaysWhyItCannotListen) {
  start();
  asio::io_context context;
  Server second(context, {}, [this](Exchange& exchange) { return route(exchange, &seen_); });
  const auto bound = second.listen("127.0.0.1", server_->port());
  ASSERT_FALSE(bound.has_value());
  EXPECT_EQ(bound.error().code, "cannotListen");
  EXPECT_FALSE(second.listen("no such host", 0).has_value());
}

}  // namespace
}  // namespace crosswalk::net
