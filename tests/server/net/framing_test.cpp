// Every framing trick of requests, by its exact bytes, against the real server. Each row is
// followed by a second request in the same packet: where the first is refused, the second must
// never be answered.
#include "net/framing.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "server/net/raw_client.hpp"
#include "server/net/running_server.hpp"

namespace crosswalk::net {
namespace {

using testing::count_of;
using testing::RawClient;
using testing::RunningServer;

struct Row {
  const char* name;
  std::string bytes;
  int status;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

const std::string kHost = "Host: a.example\r\n";
const std::string kNext = "GET /admin HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n";

std::string post(const std::string& headers, const std::string& body = {}) {
  return "POST /a HTTP/1.1\r\n" + kHost + headers + "\r\n" + body;
}

std::string get(const std::string& target, const std::string& headers = kHost) {
  return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

// The tricks. Those that Beast 1.81 lets through by itself are marked.
const std::vector<Row> kRefused{
    // Transfer-Encoding
    {"EncodingGzipAlone", post("Transfer-Encoding: gzip\r\n"), 400},  // let through
    {"EncodingChunkedThenIdentity", post("Transfer-Encoding: chunked, identity\r\n"), 400},  // same
    {"EncodingGzipThenChunked",
     post("Transfer-Encoding: gzip, chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), 400},
    {"EncodingGzipWithLength", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "hello"),
     400},  // let through
    {"EncodingXchunkedWithLength",
     post("Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n", "hello"), 400},  // let through
    {"EncodingXchunkedAlone", post("Transfer-Encoding: xchunked\r\n"), 400},
    {"EncodingChunkedInCapitals", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), 400},
    {"EncodingChunkedWithParameter", post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n"), 400},
    {"EncodingIdentity", post("Transfer-Encoding: identity\r\nContent-Length: 5\r\n", "hello"),
     400},
    {"EncodingEmpty", post("Transfer-Encoding: \r\nContent-Length: 5\r\n", "hello"), 400},
    {"EncodingTwice",
     post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
    {"EncodingChunkedTwiceInOne", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"),
     400},
    {"EncodingThenLength", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
     400},
    {"LengthThenEncoding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
     400},
    {"EncodingChunkedOnVersion10",
     "POST /a HTTP/1.0\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
     400},  // let through
    {"EncodingWithVerticalTab", post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"), 400},
    {"EncodingNameWithUnderscore",
     post("Transfer_Encoding: chunked\r\nContent-Length: 5\r\n", "hello"), 400},
    // Content-Length
    {"LengthTwiceIdentical", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"),
     400},  // let through
    {"LengthTwiceDiffering", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400},
    {"LengthList", post("Content-Length: 5, 5\r\n", "hello"), 400},
    {"LengthWithPlus", post("Content-Length: +5\r\n", "hello"), 400},
    {"LengthNegative", post("Content-Length: -1\r\n"), 400},
    {"LengthTwoToThe64", post("Content-Length: 18446744073709551616\r\n"), 400},
    {"LengthHexadecimal", post("Content-Length: 0x5\r\n", "hello"), 400},
    {"LengthWithInnerBlank", post("Content-Length: 5 5\r\n", "hello"), 400},
    {"LengthEmpty", post("Content-Length: \r\n", "hello"), 400},
    {"LengthFraction", post("Content-Length: 5.0\r\n", "hello"), 400},
    // Host
    {"HostTwice", get("/a", kHost + "Host: b.example\r\n"), 400},  // let through
    {"HostTwiceIdentical", get("/a", kHost + kHost), 400},
    {"HostMissing", get("/a", ""), 400},  // let through
    {"HostEmpty", get("/a", "Host: \r\n"), 400},
    {"HostWithUserInformation", get("/a", "Host: x@a.example\r\n"), 400},
    {"HostWithPath", get("/a", "Host: a.example/b\r\n"), 400},
    {"HostList", get("/a", "Host: a.example, b.example\r\n"), 400},
    {"HostWithBlank", get("/a", "Host: a.example b\r\n"), 400},
    // Lines
    {"FoldedHeader", get("/a", kHost + "X-A: 1\r\n 2\r\n"), 400},  // let through
    {"FoldedFirstHeader", "GET /a HTTP/1.1\r\n Host: a.example\r\n\r\n", 400},
    {"FoldedEncoding", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), 400},
    {"BlankBeforeColon", get("/a", kHost + "Content-Length : 5\r\n"), 400},
    {"HeaderWithoutColon", get("/a", kHost + "nonsense\r\n"), 400},
    {"HeaderWithEmptyName", get("/a", kHost + ": x\r\n"), 400},
    {"BareLineFeed", "GET /a HTTP/1.1\nHost: a.example\n\n", 400},
    {"BareLineFeedBetweenHeaders", "GET /a HTTP/1.1\r\nHost: a.example\nX-A: 1\r\n\r\n", 400},
    {"BareCarriageReturn", get("/a", kHost + "X-A: 1\rX-B: 2\r\n"), 400},
    {"NulInHeader", get("/a", kHost + std::string("X-A: a\0b\r\n", 10)), 400},
    {"EmptyLineFirst", "\r\n" + get("/a"), 400},
    // The request line
    {"TargetWithRawUtf8", get("/\xc3\xa9"), 400},             // let through
    {"TargetOfAnotherHost", get("http://b.example/a"), 400},  // let through
    {"TargetOfAnotherScheme", get("ftp://a.example/a"), 400},
    {"TargetWithFragment", get("/a#b"), 400},
    {"TargetWithoutSlash", get("a"), 400},
    {"TargetAsterisk", "OPTIONS * HTTP/1.1\r\n" + kHost + "\r\n", 400},
    {"TargetWithBlank", get("/a b"), 400},
    {"TargetWithDotSegments", get("/a/../b"), 400},
    {"TargetWithEncodedDotSegments", get("/a/%2e%2e/b"), 400},
    {"TargetWithEncodedSlash", get("/a%2fb"), 400},
    {"TargetWithBrokenEscape", get("/a%2"), 400},
    {"TargetWithEncodedNul", get("/a%00"), 400},
    {"TargetWithInvalidUtf8", get("/%ff"), 400},
    {"TargetWithEmptySegment", get("/a//b"), 400},
    {"QueryWithInvalidUtf8", get("/a?b=%ff"), 400},
    {"ConnectMethod", "CONNECT a.example:443 HTTP/1.1\r\n" + kHost + "\r\n", 400},
    {"MethodNotToken", "GE(T /a HTTP/1.1\r\n" + kHost + "\r\n", 400},
    {"Version12", "GET /a HTTP/1.2\r\n" + kHost + "\r\n", 505},
    {"Version20", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
    {"Version09", "GET /a\r\n\r\n", 400},
    {"VersionNonsense", "GET /a HTTP/1.1x\r\n" + kHost + "\r\n", 400},
    // The rest
    {"TrailerAnnounced",
     post("Transfer-Encoding: chunked\r\nTrailer: Cookie\r\n", "0\r\nCookie: a\r\n\r\n"), 400},
    {"AuthorizationTwice", get("/a", kHost + "Authorization: a\r\nAuthorization: b\r\n"), 400},
    {"ExpectationUnknown", post("Expect: tea\r\nContent-Length: 5\r\n", "hello"), 417},
    {"TooManyHeaders",
     [] {
       std::string headers = kHost;
       for (int i = 0; i < 64; ++i) headers += "X-" + std::to_string(i) + ": 1\r\n";
       return get("/a", headers);
     }(),
     431},
    {"HeadersTooLarge", get("/a", kHost + "X-A: " + std::string(20'000, 'a') + "\r\n"), 431},
    {"TargetTooLarge", get("/" + std::string(20'000, 'a')), 431},
};

// What the body says can only be known after the head was taken: the handler gets the refusal.
const std::vector<Row> kRefusedInBody{
    {"ChunkSizeNegative", post("Transfer-Encoding: chunked\r\n", "-2\r\nhello\r\n0\r\n\r\n"), 400},
    {"ChunkSizeWithPrefix", post("Transfer-Encoding: chunked\r\n", "0x5\r\nhello\r\n0\r\n\r\n"),
     400},
    {"ChunkSizeOverflow",
     post("Transfer-Encoding: chunked\r\n", "10000000000000005\r\nhello\r\n0\r\n\r\n"), 400},
    {"ChunkSizeEmpty", post("Transfer-Encoding: chunked\r\n", "\r\nhello\r\n0\r\n\r\n"), 400},
    {"ChunkLineFeedAlone", post("Transfer-Encoding: chunked\r\n", "5\nhello\n0\n\n"), 400},
    {"ChunkLongerThanItsSize", post("Transfer-Encoding: chunked\r\n", "5\r\nhelloXX\r\n0\r\n\r\n"),
     400},
    {"Trailers",
     post("Transfer-Encoding: chunked\r\n",
          "5\r\nhello\r\n0\r\nAuthorization: Bearer stolen\r\n\r\n"),
     400},
    {"ExtensionsOfManyKilobytes",
     post("Transfer-Encoding: chunked\r\n",
          "5;a=" + std::string(5'000, 'x') + "\r\nhello\r\n0\r\n\r\n"),
     400},
    {"BodyPastTheBound", post("Content-Length: 2000000\r\n", "hello"), 413},
    {"ChunksPastTheBound",
     post("Transfer-Encoding: chunked\r\n",
          "186a0\r\n" + std::string(100'000, 'x') + "\r\n0\r\n\r\n"),
     413},
};

const std::vector<Row> kTaken{
    {"Get", get("/a"), 200},
    {"GetWithQuery", get("/a?b=c%20d&e"), 200},
    {"PostWithLength", post("Content-Length: 5\r\n", "hello"), 200},
    {"PostWithLengthZero", post("Content-Length: 0\r\n"), 200},
    {"PostChunked", post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), 200},
    {"PostChunkedInCapitalName", post("TRANSFER-ENCODING: chunked\r\n", "0\r\n\r\n"), 200},
    {"PostChunkedWithExtension",
     post("Transfer-Encoding: chunked\r\n", "5;a=b\r\nhello\r\n0\r\n\r\n"), 200},
    {"AbsoluteTargetOfThisHost", get("http://a.example/a"), 200},
    {"HostWithPort", get("/a", "Host: a.example:8080\r\n"), 200},
    {"HostOfIpv6", get("/a", "Host: [::1]:8080\r\n"), 200},
    {"HeaderWithObsText", get("/a", kHost + "X-A: \xe9\r\n"), 200},
    {"Head", "HEAD /a HTTP/1.1\r\n" + kHost + "\r\n", 200},
    {"SixtyFourHeaders",
     [] {
       std::string headers = kHost;
       for (int i = 0; i < 63; ++i) headers += "X-" + std::to_string(i) + ": 1\r\n";
       return get("/a", headers);
     }(),
     200},
};

boost::asio::awaitable<void> take(Exchange& exchange, std::atomic<int>* seen) {
  ++*seen;
  HttpResponse response;
  auto body = co_await exchange.body(50'000);
  if (!body) response.status = status_of(body.error());
  response.headers.set("X-Path", exchange.head().path.empty() ? "" : exchange.head().path[0]);
  (void)co_await exchange.respond(std::move(response));
}

class Framing : public ::testing::Test {
 protected:
  std::string answers_to(const std::string& bytes) {
    RawClient client(server_.port());
    client.send(bytes + kNext);
    auto answers = client.read_to_end();
    EXPECT_TRUE(client.ended());
    return answers;
  }

  std::atomic<int> seen_ = 0;
  RunningServer server_{[this](Exchange& exchange) { return take(exchange, &seen_); }};
};

class RefusedHead : public Framing, public ::testing::WithParamInterface<Row> {};

TEST_P(RefusedHead, IsAnsweredOnceAndClosesWithoutAHandler) {
  const auto answers = answers_to(GetParam().bytes);
  EXPECT_TRUE(answers.starts_with("HTTP/1.1 " + std::to_string(GetParam().status) + " "))
      << answers;
  EXPECT_EQ(count_of(answers, "HTTP/1.1 "), 1U) << answers;
  EXPECT_NE(answers.find("Connection: close\r\n"), std::string::npos);
  EXPECT_NE(answers.find("application/problem+json"), std::string::npos);
  EXPECT_EQ(seen_, 0);
  EXPECT_EQ(server_.counts().refused_framing, 1U);
}

INSTANTIATE_TEST_SUITE_P(All, RefusedHead, ::testing::ValuesIn(kRefused),
                         [](const auto& info) { return std::string(info.param.name); });

class RefusedBody : public Framing, public ::testing::WithParamInterface<Row> {};

TEST_P(RefusedBody, ReachesTheHandlerAsAnErrorAndEndsTheConnection) {
  const auto answers = answers_to(GetParam().bytes);
  EXPECT_TRUE(answers.starts_with("HTTP/1.1 " + std::to_string(GetParam().status) + " "))
      << answers;
  EXPECT_EQ(count_of(answers, "HTTP/1.1 "), 1U) << answers;
  EXPECT_EQ(seen_, 1);
}

INSTANTIATE_TEST_SUITE_P(All, RefusedBody, ::testing::ValuesIn(kRefusedInBody),
                         [](const auto& info) { return std::string(info.param.name); });

class TakenRequest : public Framing, public ::testing::WithParamInterface<Row> {};

TEST_P(TakenRequest, IsAnsweredAndTheNextOneToo) {
  const auto answers = answers_to(GetParam().bytes);
  EXPECT_EQ(count_of(answers, "HTTP/1.1 200 OK\r\n"), 2U) << answers;
  EXPECT_NE(answers.find("X-Path: a\r\n"), std::string::npos) << answers;
  EXPECT_NE(answers.find("X-Path: admin\r\n"), std::string::npos) << answers;
  EXPECT_EQ(seen_, 2);
}

INSTANTIATE_TEST_SUITE_P(All, TakenRequest, ::testing::ValuesIn(kTaken),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_F(Framing, TakesVersion10WithoutHostAndClosesAfterwards) {
  const auto answers = answers_to("GET /a HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(answers.starts_with("HTTP/1.1 200 OK\r\n")) << answers;
  EXPECT_EQ(count_of(answers, "HTTP/1.1 "), 1U);
}

TEST_F(Framing, AnswersTheSameWhereverTheBytesAreCut) {
  const std::string request =
      post("Transfer-Encoding: chunked\r\nConnection: close\r\n", "5;a=b\r\nhello\r\n0\r\n\r\n");
  for (std::size_t cut = 1; cut < request.size(); ++cut) {
    RawClient client(server_.port());
    client.send(request.substr(0, cut));
    std::this_thread::sleep_for(std::chrono::microseconds(300));
    client.send(request.substr(cut));
    const auto answer = client.read_to_end();
    ASSERT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << cut << ": " << answer;
  }
}

TEST(FramingOfKnownHosts, RefusesOthersAsMisdirected) {
  std::atomic<int> seen = 0;
  ServerOptions options;
  options.hosts = {"a.example"};
  RunningServer server([&](Exchange& exchange) { return take(exchange, &seen); }, options);
  RawClient known(server.port());
  known.send("GET / HTTP/1.1\r\nHost: A.example\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(known.read_to_end().starts_with("HTTP/1.1 200 "));
  RawClient unknown(server.port());
  unknown.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  EXPECT_TRUE(unknown.read_to_end().starts_with("HTTP/1.1 421 "));
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace crosswalk::net
