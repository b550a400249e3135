// One connection's access token: handed out, and refreshed once for all who met the same expiry.
// While a refresh is in flight the others wait for its result; the new pair is durable before
// anyone gets it. A refresh, once begun, runs to its end also when the coroutine that asked for it
// is cancelled: with rotating refresh tokens an answer that is not stored is a grant that is lost.
// A pair that the store fails to save is kept here and saved later: by itself, a bounded number of
// times, and whenever somebody asks for new tokens; until then they get the store's error, and the
// token that Salesforce has replaced is never sent again. One connection has one session.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <optional>

#include "runtime/clock.hpp"
#include "salesforce/oauth.hpp"
#include "salesforce/settings.hpp"
#include "salesforce/token_store.hpp"

namespace crosswalk::salesforce {

class Session : public std::enable_shared_from_this<Session> {
 public:
  // Asked before each refresh, so that a changed app counts from the next one on.
  using AppSource = std::function<Task<App>()>;

  struct Parts {
    boost::asio::any_io_executor executor;
    AppSource app;
    OAuthClient oauth;
    std::unique_ptr<TokenStore> store;
    runtime::Clock& clock;
    Settings settings = {};
  };

  // All calls come from coroutines of the executor, which runs them one at a time.
  explicit Session(Parts parts);

  Task<Tokens> current();
  // `stale` is the generation that Salesforce has refused: answers newer tokens, refreshing where
  // nobody has.
  Task<Tokens> renew(std::int64_t stale);
  // The connection was authorised anew, or disconnected: what the store has now is what counts.
  void forget();

 private:
  static boost::asio::awaitable<void> run_refresh(std::shared_ptr<Session> self,
                                                  std::int64_t stale);
  static boost::asio::awaitable<void> keep_saving(std::shared_ptr<Session> self);
  Task<Tokens> refresh(std::int64_t stale);
  Task<Tokens> adopt(std::int64_t generation, Tokens held, TokenAnswer answer);
  Task<Tokens> save();
  Task<Tokens> give_up(Error error);

  boost::asio::any_io_executor executor_;
  AppSource app_;
  OAuthClient oauth_;
  std::unique_ptr<TokenStore> store_;
  runtime::Clock& clock_;
  Settings settings_;
  std::optional<Tokens> tokens_;
  std::optional<Tokens> unsaved_;  // a new pair that the store has not taken yet
  bool saving_ = false;            // keep_saving is at it
  std::optional<Error> failure_;   // of the latest refresh
  bool refreshing_ = false;
  boost::asio::steady_timer finished_;  // cancelled to wake those who wait
};

}  // namespace crosswalk::salesforce
