#include "net/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "net/connection_errors.hpp"
#include "observe/log.hpp"

namespace crosswalk::net {

namespace asio = boost::asio;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t kLingerBytesMax = std::size_t{4} << 20;  // so that a refused client sees why
constexpr milliseconds kLingerLimit{1'000};

std::int64_t steady_ticks() { return Connection::Steady::now().time_since_epoch().count(); }

milliseconds until(Connection::Steady::time_point end) {
  return std::chrono::ceil<milliseconds>(end - Connection::Steady::now());
}

// Codes and messages of this room's errors are literals: nothing of the request is repeated.
std::string problem_document(int status, const Error& error) {
  return R"({"type":"about:blank","title":")" + std::string(reason_phrase(status)) +
         R"(","status":)" + std::to_string(status) + R"(,"code":")" + error.code +
         R"(","detail":")" + error.message + R"("})";
}

}  // namespace

Connection::Connection(std::shared_ptr<ServerState> state, asio::ip::tcp::socket socket,
                       std::string peer)
    : state_(std::move(state)),
      socket_(std::move(socket)),
      peer_(std::move(peer)),
      idle_since_(steady_ticks()) {}

asio::awaitable<void> Connection::run() {
  const auto self = shared_from_this();
  try {
    std::size_t served = 0;
    bool more = true;
    while (more) {
      if (++served >= state_->options.requests_per_connection_max) close_ = true;
      more = co_await serve_one();
    }
  } catch (const std::exception& failure) {
    observe::log(observe::Level::error, "connection.crashed", {{"what", failure.what()}});
  }
  boost::system::error_code ignored;
  socket_.close(ignored);
  std::lock_guard lock(state_->mutex);
  state_->connections.erase(self);
}

void Connection::start_draining() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->close_ = true;
    if (!self->handling_) {
      // Between two requests, or inside a head: nobody waits for an answer yet.
      boost::system::error_code ignored;
      self->socket_.close(ignored);
    } else if (self->answer_ == Answer::streaming && self->stream_ == Stream::endless) {
      self->stop_handler_.emit(asio::cancellation_type::terminal);
    }
  });
}

void Connection::abort() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    boost::system::error_code ignored;
    self->close_ = true;
    self->socket_.close(ignored);
    self->stop_handler_.emit(asio::cancellation_type::terminal);
  });
}

// Reads one request and sees to its answer. False when the connection is over.
asio::awaitable<bool> Connection::serve_one() {
  body_parser_.reset();
  body_bytes_ = 0;
  body_waited_ = {};
  body_failed_ = continue_sent_ = chunked_ = sending_ = peer_gone_ = false;
  answer_ = Answer::none;
  stream_ = Stream::finite;
  auto head_size = co_await read_head();
  if (!head_size) {
    if (head_size.error().code != "clientGone") co_await refuse(head_size.error());
    co_return false;
  }
  if (*head_size == 0) co_return false;
  const std::string raw = inbox_.substr(0, *head_size);
  inbox_.erase(0, *head_size);
  const HeadLimits limits{state_->options.header_fields_max, state_->options.header_bytes_max};
  auto checked = check_head(raw, limits, state_->options.hosts);
  if (!checked) {
    co_await refuse(checked.error());
    co_return false;
  }
  checked_ = std::move(*checked);
  checked_.head.peer = peer_;
  close_ = close_ || checked_.framing.close_asked || state_->draining;
  if (checked_.framing.has_body()) {
    auto parser = BodyParser::start(raw, checked_.head.headers.size());
    if (!parser) {
      co_await refuse(parser.error());
      co_return false;
    }
    body_parser_.emplace(std::move(*parser));
  }
  ++state_->requests;
  co_await run_handler();
  if (sending_ || peer_gone_) co_return false;
  if (close_) {
    co_await linger();
    co_return false;
  }
  co_return co_await skip_body();
}

Task<std::size_t> Connection::read_head() {
  const auto& options = state_->options;
  const HeadLimits limits{options.header_fields_max, options.header_bytes_max};
  if (inbox_.empty()) {
    inbox_.shrink_to_fit();
    idle_since_ = steady_ticks();
    if (state_->draining) co_return std::size_t{0};
    auto first = co_await fill(options.idle_limit);
    idle_since_ = 0;
    if (!first) co_return std::size_t{0};
  }
  idle_since_ = 0;
  const auto end = Steady::now() + options.header_limit;
  std::size_t seen = 0;
  while (true) {
    auto size = find_head_end(inbox_, limits, seen);
    if (!size) co_return size.error();
    if (*size) co_return **size;
    seen = inbox_.size();
    const milliseconds left = until(end);
    if (left <= milliseconds::zero()) co_return too_slow();
    auto more = co_await fill(left);
    if (!more && more.error().kind == ErrorKind::timeout) co_return too_slow();
    if (!more) co_return more.error();
  }
}

asio::awaitable<void> Connection::handle() { co_await state_->handler(*this); }

asio::awaitable<void> Connection::run_handler() {
  handling_ = true;
  ++state_->in_flight;
  auto handled = handle();
  auto [failure] = co_await asio::co_spawn(
      socket_.get_executor(), std::move(handled),
      asio::bind_cancellation_slot(stop_handler_.slot(), asio::as_tuple(asio::use_awaitable)));
  if (failure) {
    close_ = true;
    try {
      std::rethrow_exception(failure);
    } catch (const boost::system::system_error& error) {
      if (error.code() != asio::error::operation_aborted) {
        observe::log(observe::Level::error, "request.crashed", {{"what", error.what()}});
      }
    } catch (const std::exception& error) {
      observe::log(observe::Level::error, "request.crashed", {{"what", error.what()}});
    }
    // A finite answer that broke off must not look whole.
    if (answer_ == Answer::streaming && stream_ == Stream::finite) sending_ = true;
  }
  co_await finish_answer();
  --state_->in_flight;
  handling_ = false;
}

asio::awaitable<void> Connection::finish_answer() {
  if (sending_ || peer_gone_) co_return;
  if (answer_ == Answer::streaming) {
    (void)co_await end();
  } else if (answer_ == Answer::none) {
    HttpResponse response;
    response.status = 500;
    response.headers.set("Content-Type", "application/problem+json");
    response.body = problem_document(500, crashed());
    (void)co_await respond(std::move(response));
  }
}

// Answers a head that was not taken. The handler never sees it, and the connection ends.
asio::awaitable<void> Connection::refuse(Error error) {
  ++state_->refused_framing;
  observe::log_error(observe::Level::info, "request.refused", error, {{"peer", peer_}});
  const int status = status_of(error);
  checked_ = {};
  body_parser_.reset();
  close_ = true;
  HttpResponse response;
  response.status = status;
  response.headers.set("Content-Type", "application/problem+json");
  response.body = problem_document(status, error);
  auto sent = co_await respond(std::move(response));
  if (sent) co_await linger();
}

// Closing with unread bytes makes the kernel send a reset that may overtake the answer: so say that
// we are done, then take what still comes, within bounds.
asio::awaitable<void> Connection::linger() {
  boost::system::error_code code;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, code);
  if (code) co_return;
  inbox_.clear();
  const auto end = Steady::now() + kLingerLimit;
  std::size_t taken = 0;
  while (taken < kLingerBytesMax && !state_->draining) {
    const milliseconds left = until(end);
    if (left <= milliseconds::zero()) co_return;
    auto more = co_await fill(left);
    if (!more) co_return;
    taken += *more;
    inbox_.clear();
  }
}

}  // namespace crosswalk::net
