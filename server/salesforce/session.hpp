// One connection's access token: handed out, and refreshed once for all who met the same expiry.
// While a refresh is in flight others wait for its result; the new pair is durable before anyone
// gets it.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>

#include "salesforce/oauth.hpp"
#include "salesforce/token_store.hpp"

namespace crosswalk::salesforce {

class Session {
 public:
  // All calls come from coroutines of `executor`, which runs them one at a time.
  Session(boost::asio::any_io_executor executor, App app, OAuthClient oauth,
          std::unique_ptr<TokenStore> store);

  Task<Tokens> current();
  // `stale` are the tokens that Salesforce has refused: answers newer ones, refreshing where nobody
  // has.
  Task<Tokens> renew(Tokens stale);

 private:
  Task<Tokens> refresh(Tokens stale);

  App app_;
  OAuthClient oauth_;
  std::unique_ptr<TokenStore> store_;
  std::optional<Tokens> tokens_;
  std::optional<Error> last_failure_;
  bool refreshing_ = false;
  boost::asio::steady_timer finished_;  // cancelled to wake those who wait
};

}  // namespace crosswalk::salesforce
