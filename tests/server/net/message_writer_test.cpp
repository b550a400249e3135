#include "net/message_writer.hpp"

#include <gtest/gtest.h>

namespace crosswalk::net {
namespace {

TEST(MessageWriter, WritesAResponseHeadWithOurFraming) {
  ResponseFraming framing;
  framing.content_length = 2;
  framing.close = true;
  framing.date = "today";
  const auto head =
      write_response_head(404, {{"Set-Cookie", "a=1"}, {"set-cookie", "b=2"}}, framing);
  ASSERT_TRUE(head.has_value());
  EXPECT_EQ(*head,
            "HTTP/1.1 404 Not Found\r\nDate: today\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n"
            "Content-Length: 2\r\nConnection: close\r\n\r\n");
}

TEST(MessageWriter, RefusesEveryControlByteInNamesAndValues) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text = std::string("a") + static_cast<char>(byte) + "b";
    const bool control = (byte < 0x20 && byte != '\t') || byte == 0x7f;
    EXPECT_EQ(write_response_head(200, {{"X-A", text}}, {}).has_value(), !control) << byte;
    if (control) {
      EXPECT_FALSE(write_response_head(200, {{text, "x"}}, {}).has_value()) << byte;
    }
  }
  for (const auto* name : {"", "a b", "a:b", "a(b", "é"}) {
    EXPECT_FALSE(write_response_head(200, {{name, "x"}}, {}).has_value()) << name;
  }
}

TEST(MessageWriter, RefusesStatusesThatAreNoFinalAnswer) {
  for (const int status : {-1, 0, 100, 101, 199, 600, 1'000}) {
    EXPECT_FALSE(write_response_head(status, {}, {}).has_value()) << status;
  }
}

TEST(MessageWriter, RefusesATargetThatIsNotPrintableAscii) {
  HttpRequest request;
  Url url{{"https", "a.example", 443}, "/a"};
  EXPECT_TRUE(write_request_head(request, url, "x").has_value());
  for (const auto* target : {"", "a", "/a b", "/a\r\nX: 1", "/\xc3\xa9", "/\x7f"}) {
    url.target = target;
    EXPECT_FALSE(write_request_head(request, url, "x").has_value()) << target;
  }
}

TEST(MessageWriter, WritesDatesAndChunksAsHttpWantsThem) {
  EXPECT_EQ(http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(1'709'164'800), "Thu, 29 Feb 2024 00:00:00 GMT");
  EXPECT_EQ(write_chunk("abc"), "3\r\nabc\r\n");
  EXPECT_EQ(write_chunk(std::string(255, 'x')).substr(0, 4), "ff\r\n");
}

TEST(Headers, CompareNamesWithoutCaseAndKeepTheirOrder) {
  Headers headers{{"A", "1"}, {"b", "2"}, {"a", "3"}};
  EXPECT_EQ(headers.get("a"), "1");
  EXPECT_EQ(headers.all("A"), (std::vector<std::string_view>{"1", "3"}));
  EXPECT_FALSE(headers.has("c"));
  headers.set("a", "4");
  EXPECT_EQ(headers, (Headers{{"b", "2"}, {"a", "4"}}));
  headers.erase("B");
  EXPECT_EQ(headers.size(), 1U);
}

}  // namespace
}  // namespace crosswalk::net
