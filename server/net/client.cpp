#include "net/client.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/ssl/context.hpp>
#include <utility>

#include "net/answer_parser.hpp"
#include "net/channel.hpp"
#include "net/message_writer.hpp"
#include "net/pool.hpp"
#include "net/tls.hpp"
#include "runtime/with_timeout.hpp"

namespace crosswalk::net {

namespace asio = boost::asio;
using runtime::with_timeout;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t kPieceBytes = std::size_t{64} << 10;

using Steady = std::chrono::steady_clock;

Error timed_out() {
  return {.kind = ErrorKind::timeout,
          .code = "timedOut",
          .path = {},
          .message = "The request was not answered in time.",
          .salesforce_code = {}};
}

bool is_idempotent(std::string_view method) {
  constexpr std::array<std::string_view, 5> kIdempotent{"GET", "HEAD", "OPTIONS", "PUT", "DELETE"};
  return std::find(kIdempotent.begin(), kIdempotent.end(), method) != kIdempotent.end();
}

// One try on one connection. `answered` tells whether a byte of the answer came, for the retry.
struct Attempt {
  Result<HttpResponse> result;
  bool answered = false;
  bool reusable = false;
};

}  // namespace

class HttpClient final : public Transport {
 public:
  HttpClient(asio::any_io_executor executor, ClientOptions options,
             std::shared_ptr<asio::ssl::context> tls)
      : executor_(std::move(executor)),
        options_(std::make_shared<const ClientOptions>(std::move(options))),
        tls_(std::move(tls)),
        pool_(options_->kept_per_origin_max, options_->kept_max, options_->keep_limit) {}

  Task<HttpResponse> send(HttpRequest request, SendOptions options) override {
    auto url = parse_url(request.url);
    if (!url) co_return url.error();
    auto allowed = options_->policy.check(url->origin);
    if (!allowed) co_return allowed.error();
    auto head = write_request_head(request, *url, options_->user_agent);
    if (!head) co_return head.error();
    const auto deadline = Steady::now() + options.deadline;
    for (bool may_retry = is_idempotent(request.method);; may_retry = false) {
      auto channel = pool_.take(url->origin);
      const bool kept = channel != nullptr;
      if (!kept) {
        auto opened = co_await open_channel(options_, tls_, executor_, url->origin, deadline);
        if (!opened) co_return opened.error();
        channel = std::move(*opened);
      }
      auto attempt = co_await exchange(*channel, *head, request, options, deadline);
      if (attempt.reusable) pool_.keep(url->origin, std::move(channel));
      const bool stale = kept && !attempt.result && !attempt.answered &&
                         attempt.result.error().code == "connectionLost";
      if (!stale || !may_retry) co_return std::move(attempt.result);
    }
  }

 private:
  Task<void> send_all(Channel& channel, const std::string& text, Steady::time_point deadline) {
    std::size_t sent = 0;
    while (sent < text.size()) {
      const auto left = std::chrono::ceil<milliseconds>(deadline - Steady::now());
      if (left <= milliseconds::zero()) co_return timed_out();
      auto sending =
          channel.transmit(text.data() + sent, std::min(text.size() - sent, kPieceBytes));
      auto count =
          co_await with_timeout(std::move(sending), std::min(left, options_->write_stall_limit));
      if (!count) co_return count.error();
      sent += *count;
    }
    co_return Result<void>();
  }

  asio::awaitable<Attempt> exchange(Channel& channel, const std::string& head,
                                    const HttpRequest& request, SendOptions options,
                                    Steady::time_point deadline) {
    Attempt attempt{.result = timed_out()};
    AnswerParser parser(request.method == "HEAD", options.response_bytes_max);
    const bool joined = request.body.size() <= kPieceBytes;
    const std::string first = joined ? head + request.body : head;
    auto sent = co_await send_all(channel, first, deadline);
    if (sent && !joined) sent = co_await send_all(channel, request.body, deadline);
    if (!sent) {
      attempt.result = sent.error();
      co_return attempt;
    }
    auto read = co_await receive_answer(channel, parser, deadline);
    attempt.answered = parser.started();
    if (!read) {
      attempt.result = read.error();
      co_return attempt;
    }
    attempt.reusable = *read && parser.keep_alive();
    attempt.result = parser.take();
    co_return attempt;
  }

  // True when the connection may serve another request: the answer ended by itself, and nothing
  // came after it.
  Task<bool> receive_answer(Channel& channel, AnswerParser& parser, Steady::time_point deadline) {
    std::string inbox;
    while (true) {
      const auto left = std::chrono::ceil<milliseconds>(deadline - Steady::now());
      if (left <= milliseconds::zero()) co_return timed_out();
      const std::size_t before = inbox.size();
      if (before >= kPieceBytes * 2) {
        co_return Error{.kind = ErrorKind::too_large,
                        .code = "answerTooLarge",
                        .path = {},
                        .message = "The headers of the answer are larger than allowed.",
                        .salesforce_code = {}};
      }
      inbox.resize(before + kPieceBytes);
      auto receiving = channel.receive(inbox.data() + before, kPieceBytes);
      auto count = co_await with_timeout(std::move(receiving), left);
      inbox.resize(before + (count ? *count : 0));
      if (!count && count.error().kind == ErrorKind::timeout) co_return timed_out();
      if (!count) co_return count.error();
      if (*count == 0) {
        auto ended = parser.feed_end();
        if (!ended) co_return ended.error();
        co_return false;
      }
      auto taken = parser.feed(inbox);
      if (!taken) co_return taken.error();
      inbox.erase(0, *taken);
      if (parser.done()) co_return inbox.empty();
    }
  }

  asio::any_io_executor executor_;
  std::shared_ptr<const ClientOptions> options_;
  std::shared_ptr<asio::ssl::context> tls_;
  Pool pool_;
};

Result<std::shared_ptr<Transport>> make_transport(asio::any_io_executor executor,
                                                  ClientOptions options) {
  auto tls = make_tls_context(options.ca_file);
  if (!tls) return tls.error();
  return std::shared_ptr<Transport>(
      std::make_shared<HttpClient>(std::move(executor), std::move(options), std::move(*tls)));
}

}  // namespace crosswalk::net
