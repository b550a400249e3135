// A Transport that answers from a script, a clock that sleeps in no time, and a session whose
// tokens lie in memory: the far side of the client, without sockets.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "net/transport.hpp"
#include "runtime/clock.hpp"
#include "runtime/random.hpp"
#include "salesforce/session.hpp"

namespace crosswalk::salesforce {

class ScriptedTransport final : public net::Transport {
 public:
  using Answer = Result<net::HttpResponse>;

  // What is not scripted fails the call, so that a test sees a call too many.
  void then(Answer answer) { script_.push_back(std::move(answer)); }

  Task<net::HttpResponse> send(net::HttpRequest request, net::SendOptions) override {
    requests.push_back(std::move(request));
    // Others get their turn, as with a real socket.
    co_await boost::asio::post(co_await boost::asio::this_coro::executor,
                               boost::asio::use_awaitable);
    if (script_.empty()) co_return Error{ErrorKind::internal, "notScripted", "", "", 0, ""};
    Answer answer = std::move(script_.front());
    script_.pop_front();
    co_return answer;
  }

  std::vector<net::HttpRequest> requests;

 private:
  std::deque<Answer> script_;
};

inline net::HttpResponse json_answer(int status, std::string body) {
  net::HttpResponse answer;
  answer.status = status;
  answer.headers.set("Content-Type", "application/json;charset=UTF-8");
  answer.headers.set("Date", "Sun, 22 Nov 2026 16:26:02 GMT");
  answer.headers.set("Sforce-Limit-Info", "api-usage=18/5000");
  answer.body = std::move(body);
  return answer;
}

inline net::HttpResponse html_answer(int status) {
  net::HttpResponse answer;
  answer.status = status;
  answer.headers.set("Content-Type", "text/html; charset=UTF-8");
  answer.body = "<html><body>We are down for maintenance.</body></html>";
  return answer;
}

inline Error transport_error(std::string code, ErrorKind kind = ErrorKind::unavailable) {
  Error error;
  error.kind = kind;
  error.code = std::move(code);
  return error;
}

class InstantClock : public runtime::Clock {
 public:
  runtime::Stamp now() const override { return runtime::Stamp(std::chrono::milliseconds(now_)); }
  std::chrono::steady_clock::time_point steady() const override {
    return std::chrono::steady_clock::time_point(std::chrono::milliseconds(now_));
  }
  boost::asio::awaitable<void> sleep(std::chrono::milliseconds duration) override {
    slept.push_back(duration);
    now_ += duration.count();
    co_return;
  }

  std::vector<std::chrono::milliseconds> slept;

 private:
  std::int64_t now_ = 1'795'000'000'000;
};

class CountingRandom final : public runtime::Random {
 public:
  explicit CountingRandom(unsigned seed = 1) : next_(std::uint64_t{seed} << 32) {}

  void fill(std::span<std::byte> out) override {
    ++next_;
    std::uint64_t bits = next_;
    for (std::byte& byte : out) {
      byte = static_cast<std::byte>(bits & 0xff);
      bits = bits >> 8 | (bits & 0xff) << 56;
    }
  }

 private:
  std::uint64_t next_;
};

// What a test wants to know of the tokens outlives the session that owns the store.
struct TokenLedger {
  Tokens tokens;
  std::vector<std::string> events;
  std::string cause;
  int saves_to_fail = 0;  // the disk is full that often
};

class MemoryTokens final : public TokenStore {
 public:
  explicit MemoryTokens(std::shared_ptr<TokenLedger> ledger) : ledger_(std::move(ledger)) {}

  Task<Tokens> load() override { co_return ledger_->tokens; }
  Task<void> refreshing(std::int64_t) override {
    ledger_->events.push_back("refreshing");
    co_return Result<void>();
  }
  Task<void> in_doubt(std::int64_t) override {
    ledger_->events.push_back("in doubt");
    co_return Result<void>();
  }
  Task<bool> replace(Tokens tokens) override {
    if (ledger_->saves_to_fail > 0) {
      --ledger_->saves_to_fail;
      ledger_->events.push_back("not stored");
      co_return Error{ErrorKind::unavailable, "diskFull", "", "The disk is full.", 0, ""};
    }
    if (tokens.generation != ledger_->tokens.generation) co_return false;
    ledger_->tokens = std::move(tokens);
    ++ledger_->tokens.generation;
    ledger_->events.push_back("stored");
    co_return true;
  }
  Task<void> needs_reauthorisation(std::string cause) override {
    ledger_->cause = std::move(cause);
    co_return Result<void>();
  }

 private:
  std::shared_ptr<TokenLedger> ledger_;
};

// Runs a coroutine to its end on this thread.
template <class T>
Result<T> run(boost::asio::io_context& context, Task<T> task) {
  std::optional<Result<T>> result;
  auto keep = [](Task<T> inner, std::optional<Result<T>>* out) -> boost::asio::awaitable<void> {
    out->emplace(co_await std::move(inner));
  };
  boost::asio::co_spawn(context, keep(std::move(task), &result), boost::asio::detached);
  context.restart();
  context.run();
  return std::move(*result);
}

}  // namespace crosswalk::salesforce
