// What the server bears: floods, slow and silent clients, the drain, the cap on connections.
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "server/net/server_fixture.hpp"

namespace crosswalk::net {
namespace {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using testing::count_of;
using testing::eventually;
using testing::RawClient;
using testing::request;
using testing::ServerFixture;

class ServerLimitsTest : public ServerFixture {};

std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  file >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

TEST_F(ServerLimitsTest, StaysSmallUnderAFloodOfOneChunkExtension) {
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

TEST_F(ServerLimitsTest, CutsSlowHeadersAtAnAbsoluteDeadline) {
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

TEST_F(ServerLimitsTest, ClosesIdleConnectionsInSilence) {
  ServerOptions options;
  options.idle_limit = 80ms;
  RawClient fresh(start(options).port());
  EXPECT_EQ(fresh.read_to_end(), "");
  EXPECT_TRUE(fresh.ended());
  RawClient used(server_->port());
  used.send(request("GET /empty"));
  EXPECT_EQ(count_of(used.read_to_end(), "HTTP/1.1 "), 1U);
}

TEST_F(ServerLimitsTest, CutsABodyThatComesTooSlowly) {
  ServerOptions options;
  options.body_stall_limit = 100ms;
  RawClient client(start(options).port());
  client.send(request("POST /echo", "Content-Length: 10\r\n") + "half");
  EXPECT_TRUE(client.read_to_end().starts_with("HTTP/1.1 408 "));
  EXPECT_EQ(seen_.failed, 1);
}

TEST_F(ServerLimitsTest, GivesUpOnAClientThatDoesNotRead) {
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

TEST_F(ServerLimitsTest, NoticesAClientThatLeavesAStream) {
  start();
  {
    RawClient client(server_->port());
    client.send(request("GET /large"));
    client.read_until("\r\n\r\n");
  }
  EXPECT_TRUE(eventually([&] { return seen_.failed == 1; }));
}

TEST_F(ServerLimitsTest, EndsTheHandlerOfAnEndlessStreamWhenItsClientLeaves) {
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

TEST_F(ServerLimitsTest, DrainsByFinishingWhatIsInFlightAndEndingStreams) {
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

TEST_F(ServerLimitsTest, CutsWhatDoesNotFinishWithinTheDrainLimit) {
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

TEST_F(ServerLimitsTest, MakesRoomByClosingTheConnectionThatWasIdleForLongest) {
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

TEST_F(ServerLimitsTest, RefusesConnectionsPastTheCapWhenAllAreBusy) {
  ServerOptions options;
  options.connections_max = 1;
  start(options);
  RawClient busy(server_->port());
  busy.send(request("GET /hang"));
  ASSERT_TRUE(eventually([&] { return seen_.started == 1; }));
  RawClient refused(server_->port());
  EXPECT_EQ(refused.read_to_end(), "");
}

TEST_F(ServerLimitsTest, AcceptsAgainAfterDescriptorsRanOut) {
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

TEST_F(ServerLimitsTest, SaysWhyItCannotListen) {
  start();
  asio::io_context context;
  Server second(context, {},
                [this](Exchange& exchange) { return testing::route(exchange, &seen_); });
  const auto bound = second.listen("127.0.0.1", server_->port());
  ASSERT_FALSE(bound.has_value());
  EXPECT_EQ(bound.error().code, "cannotListen");
  EXPECT_FALSE(second.listen("no such host", 0).has_value());
}

}  // namespace
}  // namespace crosswalk::net
