#include "net/client.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "server/net/client_fixture.hpp"
#include "server/net/running_server.hpp"
#include "server/net/scripted_peer.hpp"

namespace crosswalk::net {
namespace {

using namespace std::chrono_literals;
using testing::allowing;
using testing::RunningServer;
using testing::Script;
using testing::ScriptedPeer;
using testing::TestClient;

const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

std::string origin_of(std::uint16_t port) { return "http://127.0.0.1:" + std::to_string(port); }

struct AnswerRow {
  const char* name;
  std::string bytes;
  std::string code;  // of the error; empty: taken
  int status;
  std::string body;
};
void PrintTo(const AnswerRow& row, std::ostream* out) { *out << row.name; }

class ReadsAnswer : public ::testing::TestWithParam<AnswerRow> {};

TEST_P(ReadsAnswer, OrRefusesItWithinBounds) {
  const auto& row = GetParam();
  const ScriptedPeer peer({{{row.bytes}}});
  TestClient client(allowing(origin_of(peer.port())));
  SendOptions options;
  options.response_bytes_max = 1'000;
  const auto answer = client.get(origin_of(peer.port()), options);
  ASSERT_EQ(answer.has_value(), row.code.empty()) << (answer ? "" : answer.error().message);
  if (!answer) {
    EXPECT_EQ(answer.error().code, row.code);
    return;
  }
  EXPECT_EQ(answer->status, row.status);
  EXPECT_EQ(answer->body, row.body);
  EXPECT_FALSE(answer->headers.has("X-Trailer"));
}

const std::string kChunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

INSTANTIATE_TEST_SUITE_P(
    All, ReadsAnswer,
    ::testing::ValuesIn(std::vector<AnswerRow>{
        {"Length", kOk, "", 200, "ok"},
        {"Chunked", kChunked + "2\r\nok\r\n0\r\n\r\n", "", 200, "ok"},
        {"UntilTheEnd", "HTTP/1.1 200 OK\r\n\r\nok", "", 200, "ok"},
        {"NoContent", "HTTP/1.1 204 No Content\r\n\r\n", "", 204, ""},
        {"ErrorStatus", "HTTP/1.1 503 X\r\nContent-Length: 1\r\n\r\nx", "", 503, "x"},
        {"RedirectIsNotFollowed",
         "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n", "",
         302, ""},
        {"InterimFirst", "HTTP/1.1 100 Continue\r\n\r\n" + kOk, "", 200, "ok"},
        {"EarlyHints", "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + kOk, "", 200, "ok"},
        {"TrailerIsNoHeader", kChunked + "2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n", "", 200, "ok"},
        {"JustWithinTheBound",
         "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + std::string(1'000, 'x'), "", 200,
         std::string(1'000, 'x')},
        {"LengthPastTheBound",
         "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n" + std::string(1'001, 'x'),
         "answerTooLarge", 0, ""},
        {"ChunksPastTheBound",
         kChunked + "200\r\n" + std::string(512, 'x') + "\r\n200\r\n" + std::string(512, 'x') +
             "\r\n0\r\n\r\n",
         "answerTooLarge", 0, ""},
        {"EndlessPastTheBound", "HTTP/1.1 200 OK\r\n\r\n" + std::string(5'000, 'x'),
         "answerTooLarge", 0, ""},
        {"HeadersPastTheBound", "HTTP/1.1 200 OK\r\nX: " + std::string(200'000, 'x') + "\r\n\r\n",
         "answerTooLarge", 0, ""},
        {"ChunkExtensionPastTheBound", kChunked + "2;" + std::string(300'000, 'x'),
         "answerTooLarge", 0, ""},
        {"EncodingGzip", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nok", "answerMalformed",
         0, ""},
        {"EncodingAndLength",
         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\nok",
         "answerMalformed", 0, ""},
        {"LengthTwice", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nok",
         "answerMalformed", 0, ""},
        {"Nonsense", "nonsense\r\n\r\n", "answerMalformed", 0, ""},
        {"SwitchingProtocols", "HTTP/1.1 101 X\r\n\r\n", "answerMalformed", 0, ""},
        {"InterimForever",
         [] {
           std::string all;
           for (int i = 0; i < 50; ++i) all += "HTTP/1.1 100 Continue\r\n\r\n";
           return all;
         }(),
         "answerMalformed", 0, ""},
        {"EndInsideTheBody", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok", "connectionLost", 0,
         ""},
        {"EndInsideAChunk", kChunked + "5\r\nok", "connectionLost", 0, ""},
        {"EndInsideTheHeaders", "HTTP/1.1 200 OK\r\nX: 1\r\n", "connectionLost", 0, ""},
        {"EndAtOnce", "", "connectionLost", 0, ""},
    }),
    [](const auto& info) { return std::string(info.param.name); });

boost::asio::awaitable<void> echo(Exchange& exchange) {
  HttpResponse response;
  auto body = co_await exchange.body(std::size_t{8} << 20);
  if (body) response.body = exchange.head().method + " " + exchange.head().target + " " + *body;
  (void)co_await exchange.respond(std::move(response));
}

TEST(Client, SpeaksWithOurOwnServerAndKeepsOneConnection) {
  RunningServer server([](Exchange& exchange) { return echo(exchange); });
  TestClient client(allowing(origin_of(server.port())));
  for (const std::size_t size : {0, 1, 1'000, 100'000, 5'000'000}) {
    HttpRequest request;
    request.method = "POST";
    request.url = origin_of(server.port()) + "/a?b=c";
    request.body = std::string(size, 'x');
    const auto answer = client.send(request);
    ASSERT_TRUE(answer.has_value()) << answer.error().message;
    EXPECT_EQ(answer->body, "POST /a?b=c " + request.body);
    EXPECT_EQ(answer->headers.get("content-length"), std::to_string(answer->body.size()));
  }
  HttpRequest head;
  head.method = "HEAD";
  head.url = origin_of(server.port()) + "/a";
  const auto answer = client.send(head);
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->body, "");
  EXPECT_TRUE(client.get(origin_of(server.port())).has_value());
  EXPECT_EQ(server.counts().accepted, 1U);
}

struct StaleRow {
  const char* name;
  const char* method;
  Script script;
  bool answered;
  int connections;
};
void PrintTo(const StaleRow& row, std::ostream* out) { *out << row.name; }

class StaleConnection : public ::testing::TestWithParam<StaleRow> {};

// The first request is answered; the peer then reads the second and does as the row says.
TEST_P(StaleConnection, IsRetriedOnceForIdempotentRequestsWithoutAnswer) {
  const auto& row = GetParam();
  const ScriptedPeer peer(row.script);
  TestClient client(allowing(origin_of(peer.port())));
  ASSERT_TRUE(client.get(origin_of(peer.port())).has_value());
  HttpRequest second;
  second.method = row.method;
  second.url = origin_of(peer.port());
  const auto answer = client.send(second);
  EXPECT_EQ(answer.has_value(), row.answered);
  EXPECT_EQ(answer ? "" : answer.error().code, answer ? "" : "connectionLost");
  EXPECT_EQ(peer.connections(), row.connections);
}

INSTANTIATE_TEST_SUITE_P(
    All, StaleConnection,
    ::testing::ValuesIn(std::vector<StaleRow>{
        {"Get", "GET", {{{kOk}, {""}}, {{kOk}}}, true, 2},
        {"Put", "PUT", {{{kOk}, {""}}, {{kOk}}}, true, 2},
        {"Post", "POST", {{{kOk}, {""}}, {{kOk}}}, false, 1},
        {"Patch", "PATCH", {{{kOk}, {""}}, {{kOk}}}, false, 1},
        {"GetWithPartOfAnAnswer", "GET", {{{kOk}, {"HTTP/1.1 2"}}, {{kOk}}}, false, 1},
        {"GetTwiceLost", "GET", {{{kOk}, {""}}, {{""}}, {{kOk}}}, false, 2},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Client, UsesNoConnectionThatTheOtherSideHasClosedMeanwhile) {
  const ScriptedPeer peer({{{kOk}}, {{kOk}}});
  TestClient client(allowing(origin_of(peer.port())));
  ASSERT_TRUE(client.get(origin_of(peer.port())).has_value());
  std::this_thread::sleep_for(20ms);
  HttpRequest post;
  post.method = "POST";
  post.url = origin_of(peer.port());
  EXPECT_TRUE(client.send(post).has_value());
  EXPECT_EQ(peer.connections(), 2);
}

TEST(Client, KeepsNoConnectionWhereMoreCameThanTheAnswer) {
  const ScriptedPeer peer({{{kOk + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"}}, {{kOk}}});
  TestClient client(allowing(origin_of(peer.port())));
  EXPECT_EQ(client.get(origin_of(peer.port()))->body, "ok");
  EXPECT_EQ(client.get(origin_of(peer.port()))->body, "ok");
  EXPECT_EQ(peer.connections(), 2);
}

TEST(Client, GivesUpAtTheDeadlineWhateverWasReceived) {
  for (const std::string part : {"", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok"}) {
    const ScriptedPeer peer({{{part, true}}});
    TestClient client(allowing(origin_of(peer.port())));
    SendOptions options;
    options.deadline = 80ms;
    const auto from = std::chrono::steady_clock::now();
    const auto answer = client.get(origin_of(peer.port()), options);
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().code, "timedOut");
    EXPECT_EQ(answer.error().kind, ErrorKind::timeout);
    EXPECT_LT(std::chrono::steady_clock::now() - from, 3s);
  }
}

TEST(Client, SaysThatNobodyListens) {
  std::uint16_t port = 0;
  {
    const ScriptedPeer gone({});
    port = gone.port();
  }
  TestClient client(allowing(origin_of(port)));
  const auto answer = client.get(origin_of(port));
  ASSERT_FALSE(answer.has_value());
  EXPECT_EQ(answer.error().code, "connectFailed");
}

TEST(Client, SendsNothingToAnOriginThatIsNotAllowed) {
  const ScriptedPeer peer({{{kOk}}});
  TestClient client(allowing("http://127.0.0.1:1"));
  for (const auto& url : {origin_of(peer.port()), std::string("http://169.254.169.254/"),
                          "http://localhost:" + std::to_string(peer.port())}) {
    const auto answer = client.get(url);
    ASSERT_FALSE(answer.has_value()) << url;
    EXPECT_EQ(answer.error().code, "originRefused");
    EXPECT_EQ(answer.error().kind, ErrorKind::forbidden);
  }
  EXPECT_EQ(peer.connections(), 0);
}

TEST(Client, SendsNothingThatWouldSplitTheRequest) {
  const ScriptedPeer peer({{{kOk}}});
  TestClient client(allowing(origin_of(peer.port())));
  HttpRequest request;
  request.url = origin_of(peer.port()) + "/a";
  const auto with = [&](auto change) {
    auto changed = request;
    change(changed);
    return client.send(changed);
  };
  const auto value = with([](auto& changed) { changed.headers.set("X-A", "1\r\nX-Evil: 1"); });
  const auto name = with([](auto& changed) { changed.headers.set("X-A: 1\r\nX-Evil", "1"); });
  const auto method = with([](auto& changed) { changed.method = "GET / HTTP/1.1\r\nX:"; });
  const auto target = with([](auto& changed) { changed.url += " HTTP/1.1\r\nX-Evil: 1"; });
  EXPECT_EQ(value.error().code, "badHeader");
  EXPECT_EQ(name.error().code, "badHeader");
  EXPECT_EQ(method.error().code, "badHeader");
  EXPECT_EQ(target.error().code, "badUrl");
  EXPECT_EQ(peer.connections(), 0);
}

TEST(Client, SetsFramingHeadersAndHostItself) {
  const ScriptedPeer peer({{{kOk}}});
  TestClient client(allowing(origin_of(peer.port())));
  HttpRequest request;
  request.method = "POST";
  request.url = origin_of(peer.port()) + "/a";
  request.headers.set("Host", "evil.example");
  request.headers.set("Content-Length", "99");
  request.headers.set("Transfer-Encoding", "chunked");
  request.headers.set("Authorization", "Bearer x");
  request.body = "four";
  ASSERT_TRUE(client.send(request).has_value());
  EXPECT_EQ(peer.requests().at(0),
            "POST /a HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(peer.port()) +
                "\r\nUser-Agent: crosswalk\r\nAuthorization: Bearer x\r\n"
                "Content-Length: 4\r\n\r\nfour");
}

}  // namespace
}  // namespace crosswalk::net
