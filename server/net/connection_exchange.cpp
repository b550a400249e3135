// Connection as the handler's Exchange: the body as it comes in, the answer as it goes out.
#include <sys/socket.h>
#include <sys/types.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <utility>

#include "net/connection.hpp"
#include "net/connection_errors.hpp"
#include "runtime/with_timeout.hpp"

namespace crosswalk::net {

namespace asio = boost::asio;
using runtime::with_timeout;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t kHeadPieceBytes = 4'096;
constexpr std::size_t kBodyPieceBytes = std::size_t{64} << 10;
// Of an unread body, so that the connection can be kept.
constexpr std::size_t kSkipBytesMax = std::size_t{64} << 10;

bool has_no_body(int status) { return status == 204 || status == 304; }

}  // namespace

// Appends at least one byte to the inbox, or says why not.
Task<std::size_t> Connection::fill(milliseconds limit) {
  const std::size_t before = inbox_.size();
  const std::size_t room = state_->options.read_buffer_bytes_max - before;
  if (room == 0) {
    co_return Error{.kind = ErrorKind::bad_input,
                    .code = "badFraming",
                    .path = {},
                    .message = "The request does not fit the read buffer.",
                    .salesforce_code = {}};
  }
  const std::size_t piece = std::min(room, body_parser_ ? kBodyPieceBytes : kHeadPieceBytes);
  inbox_.resize(before + piece);
  auto receiving = receive(inbox_.data() + before, piece);
  auto got = co_await with_timeout(std::move(receiving), limit);
  inbox_.resize(before + (got ? *got : 0));
  co_return got;
}

Task<std::size_t> Connection::receive(char* data, std::size_t size) {
  auto [code, count] = co_await socket_.async_read_some(asio::buffer(data, size),
                                                        asio::as_tuple(asio::use_awaitable));
  if (code) co_return client_gone();
  co_return count;
}

Task<std::size_t> Connection::transmit(const char* data, std::size_t size) {
  auto [code, count] = co_await socket_.async_write_some(asio::buffer(data, size),
                                                         asio::as_tuple(asio::use_awaitable));
  if (code) co_return client_gone();
  co_return count;
}

// The deadline is for each step, not for all: a slow reader that goes on reading is served.
Task<void> Connection::send_all(std::string text) {
  sending_ = true;
  std::size_t sent = 0;
  while (sent < text.size()) {
    auto sending = transmit(text.data() + sent, std::min(text.size() - sent, kBodyPieceBytes));
    auto count = co_await with_timeout(std::move(sending), state_->options.write_stall_limit);
    if (!count) {
      peer_gone_ = close_ = true;
      co_return count.error();
    }
    sent += *count;
  }
  sending_ = false;
  co_return Result<void>();
}

Task<void> Connection::send(std::string head, std::string body) {
  if (body.size() <= kBodyPieceBytes) {
    head += body;
    co_return co_await send_all(std::move(head));
  }
  auto sent = co_await send_all(std::move(head));
  if (!sent) co_return sent;
  co_return co_await send_all(std::move(body));
}

Task<std::string> Connection::body(std::size_t bytes_max) {
  std::string all;
  while (true) {
    auto piece = co_await body_chunk(bytes_max);
    if (!piece) co_return piece.error();
    if (piece->empty()) co_return all;
    if (all.empty()) {
      all = std::move(*piece);
    } else {
      all += *piece;
    }
  }
}

// The client may take body_stall_limit and one second per body_bytes_per_second_min; only the time
// spent waiting for it counts, not the handler's own.
milliseconds Connection::body_time_left() const {
  const auto& options = state_->options;
  const auto earned = milliseconds(static_cast<std::int64_t>(
      body_bytes_ * 1'000 / std::max<std::size_t>(1, options.body_bytes_per_second_min)));
  return options.body_stall_limit + earned - std::chrono::floor<milliseconds>(body_waited_);
}

Task<std::string> Connection::body_chunk(std::size_t bytes_max) {
  if (body_failed_) co_return client_gone();
  if (!body_parser_ || body_parser_->done()) co_return std::string();
  body_failed_ = true;  // until this piece is through
  if (checked_.framing.content_length.value_or(0) > bytes_max) co_return body_too_large();
  auto invited = co_await send_continue();
  if (!invited) co_return invited.error();
  std::string piece;
  while (true) {
    auto taken = body_parser_->feed(inbox_, piece, kBodyPieceBytes);
    if (!taken) {
      ++state_->refused_framing;
      co_return taken.error();
    }
    inbox_.erase(0, *taken);
    body_bytes_ += piece.size();
    if (body_bytes_ > bytes_max) co_return body_too_large();
    if (!piece.empty() || body_parser_->done()) break;
    const milliseconds left = body_time_left();
    if (left <= milliseconds::zero()) co_return too_slow();
    const auto from = Steady::now();
    auto more = co_await fill(left);
    body_waited_ += Steady::now() - from;
    if (!more && more.error().kind == ErrorKind::timeout) co_return too_slow();
    if (!more) {
      peer_gone_ = more.error().code == "clientGone";
      co_return more.error();
    }
  }
  body_failed_ = false;
  co_return piece;
}

Task<void> Connection::send_continue() {
  if (!checked_.framing.continue_expected || continue_sent_ || !inbox_.empty()) {
    co_return Result<void>();
  }
  continue_sent_ = true;
  co_return co_await send_all("HTTP/1.1 100 Continue\r\n\r\n");
}

bool Connection::body_is_unread() const { return body_parser_ && !body_parser_->done(); }

// Decides whether the connection survives this answer, since the head has to say so.
ResponseFraming Connection::framing_of_answer() {
  const auto& framing = checked_.framing;
  if (body_failed_) close_ = true;
  if (body_is_unread()) {
    const bool small =
        framing.content_length && *framing.content_length - body_bytes_ <= kSkipBytesMax;
    const bool coming = !framing.continue_expected || continue_sent_;
    if (!small || !coming) close_ = true;
  }
  if (state_->draining) close_ = true;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  date_ = http_date(std::chrono::duration_cast<std::chrono::seconds>(now).count());
  ResponseFraming answer;
  answer.close = close_;
  answer.date = date_;
  answer.server = state_->options.server_name;
  return answer;
}

Task<void> Connection::respond(HttpResponse response) {
  if (answer_ != Answer::none) co_return crashed();
  auto framing = framing_of_answer();
  const bool bodiless = has_no_body(response.status);
  if (!bodiless) framing.content_length = response.body.size();
  auto head = write_response_head(response.status, response.headers, framing);
  if (!head) co_return head.error();
  answer_ = Answer::done;
  if (bodiless || checked_.head.method == "HEAD") response.body.clear();
  co_return co_await send(std::move(*head), std::move(response.body));
}

Task<void> Connection::begin(int status, Headers headers, Stream stream) {
  if (answer_ != Answer::none) co_return crashed();
  chunked_ = !checked_.framing.http_1_0;
  // An endless stream is watched by a second reader of the socket: no request follows it.
  if (!chunked_ || stream == Stream::endless) close_ = true;
  auto framing = framing_of_answer();
  framing.chunked = chunked_;
  auto head = write_response_head(status, headers, framing);
  if (!head) co_return head.error();
  answer_ = Answer::streaming;
  stream_ = stream;
  auto sent = co_await send_all(std::move(*head));
  if (sent && stream == Stream::endless) {
    auto watching = watch_for_end();
    asio::co_spawn(socket_.get_executor(), std::move(watching), asio::detached);
    // A drain that began before this answer did found nothing to stop.
    if (state_->draining) start_draining();
  }
  co_return sent;
}

Task<void> Connection::write(std::string text) {
  if (answer_ != Answer::streaming) co_return crashed();
  if (text.empty() || checked_.head.method == "HEAD") co_return Result<void>();
  if (chunked_) text = write_chunk(text);
  co_return co_await send_all(std::move(text));
}

Task<void> Connection::end() {
  if (answer_ != Answer::streaming) co_return crashed();
  answer_ = Answer::done;
  if (!chunked_ || checked_.head.method == "HEAD") co_return Result<void>();
  co_return co_await send_all(std::string(kLastChunk));
}

// While an endless stream runs: a client that leaves ends its handler.
asio::awaitable<void> Connection::watch_for_end() {
  const auto self = shared_from_this();
  ssize_t seen = -1;
  do {
    auto [code] = co_await socket_.async_wait(asio::ip::tcp::socket::wait_read,
                                              asio::as_tuple(asio::use_awaitable));
    if (code || !handling_ || answer_ != Answer::streaming) co_return;
    char byte = 0;
    seen = ::recv(socket_.native_handle(), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  } while (seen < 0 && (errno == EAGAIN || errno == EINTR));
  if (seen > 0) co_return;  // a next request already; writing will notice when the client leaves
  peer_gone_ = true;
  stop_handler_.emit(asio::cancellation_type::terminal);
}

// Takes the unread rest of a small body, so that the next request can be read.
asio::awaitable<bool> Connection::skip_body() {
  while (body_is_unread()) {
    auto piece = co_await body_chunk(body_bytes_ + kSkipBytesMax);
    if (!piece) co_return false;
  }
  co_return true;
}

}  // namespace crosswalk::net
