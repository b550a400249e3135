// What the server does with requests that are well formed: how it answers, streams and frames.
#include "net/server.hpp"

#include "server/net/server_fixture.hpp"

namespace crosswalk::net {
namespace {

using testing::count_of;
using testing::RawClient;
using testing::request;
using testing::ServerFixture;

class ServerTest : public ServerFixture {};

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

}  // namespace
}  // namespace crosswalk::net
