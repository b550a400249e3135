#include "net/answer_parser.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>

namespace crosswalk::net {

namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;

constexpr std::uint32_t kHeaderBytesMax = 64U << 10;
constexpr int kInterimMax = 8;

Error failed(ErrorKind kind, std::string code, std::string message) {
  return {.kind = kind,
          .code = std::move(code),
          .path = {},
          .message = std::move(message),
          .salesforce_code = {}};
}

Error malformed() {
  return failed(ErrorKind::unavailable, "answerMalformed", "The answer is not well-formed HTTP.");
}

}  // namespace

struct AnswerParser::Impl {
  Impl(bool head_request, std::size_t bytes_max) : to_head(head_request), body_max(bytes_max) {
    restart();
  }

  void restart() {
    parser.emplace();
    parser->header_limit(kHeaderBytesMax);
    parser->body_limit(body_max);
    parser->skip(to_head);
    parser->eager(false);
    headers_copied = false;
  }

  // Before the body is read, so that what a trailer says cannot be taken for a header.
  Result<void> copy_headers() {
    headers_copied = true;
    HttpResponse fresh;
    fresh.status = static_cast<int>(parser->get().result_int());
    for (const auto& field : parser->get().base()) {
      const auto name = field.name_string();
      const auto value = field.value();
      fresh.headers.add(std::string(name.data(), name.size()),
                        std::string(value.data(), value.size()));
    }
    const auto encodings = fresh.headers.all("Transfer-Encoding");
    if (encodings.size() > 1 ||
        (encodings.size() == 1 && !equals_ignoring_case(encodings[0], "chunked"))) {
      return malformed();
    }
    if (fresh.headers.all("Content-Length").size() > 1) return malformed();
    answer = std::move(fresh);
    return {};
  }

  bool to_head;
  std::size_t body_max;
  bool any = false;
  bool headers_copied = false;
  int interim = 0;
  HttpResponse answer;
  std::optional<http::response_parser<http::string_body>> parser;
};

AnswerParser::AnswerParser(bool to_head_request, std::size_t body_bytes_max)
    : impl_(std::make_unique<Impl>(to_head_request, body_bytes_max)) {}
AnswerParser::AnswerParser(AnswerParser&&) noexcept = default;
AnswerParser::~AnswerParser() = default;

Result<std::size_t> AnswerParser::feed(std::string_view bytes) {
  auto& self = *impl_;
  std::size_t taken = 0;
  while (taken < bytes.size() && !self.parser->is_done()) {
    self.any = true;
    error_code code;
    taken +=
        self.parser->put(boost::asio::buffer(bytes.data() + taken, bytes.size() - taken), code);
    if (code == http::error::need_more) break;
    if (code == http::error::body_limit || code == http::error::header_limit) {
      return failed(ErrorKind::too_large, "answerTooLarge", "The answer is larger than allowed.");
    }
    if (code) return malformed();
    if (self.parser->is_header_done() && !self.headers_copied) {
      auto copied = self.copy_headers();
      if (!copied) return copied.error();
    }
    const int status = self.answer.status;
    if (self.parser->is_done() && status >= 100 && status < 200) {
      if (++self.interim > kInterimMax || status == 101) return malformed();
      self.restart();
    }
  }
  return taken;
}

Result<void> AnswerParser::feed_end() {
  auto& self = *impl_;
  const Error lost = failed(ErrorKind::unavailable, "connectionLost",
                            "The connection ended before the whole answer had come.");
  if (!self.any || !self.parser->is_header_done()) return lost;
  error_code code;
  self.parser->put_eof(code);
  if (code || !self.parser->is_done()) return lost;
  return {};
}

bool AnswerParser::done() const { return impl_->parser->is_done(); }
bool AnswerParser::started() const { return impl_->any; }
bool AnswerParser::keep_alive() const { return impl_->parser->keep_alive(); }

HttpResponse AnswerParser::take() {
  impl_->answer.body = std::move(impl_->parser->get().body());
  return std::move(impl_->answer);
}

}  // namespace crosswalk::net
