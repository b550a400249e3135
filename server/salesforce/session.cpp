#include "salesforce/session.hpp"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <utility>

#include "observe/log.hpp"
#include "salesforce/errors.hpp"

namespace crosswalk::salesforce {
namespace asio = boost::asio;

namespace {

Error must_log_in(const Error& why) {
  return Error{.kind = ErrorKind::refused,
               .code = std::string(kNeedsReauthorisation),
               .path = "",
               .message = "The connection must be authorised again: " + why.message,
               .salesforce_status = why.salesforce_status,
               .salesforce_code = why.salesforce_code};
}

Error no_refresh_token() {
  return Error{.kind = ErrorKind::refused,
               .code = std::string(kNeedsReauthorisation),
               .path = "",
               .message = "The session has ended, and the app gives no refresh token.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

}  // namespace

Session::Session(Parts parts)
    : executor_(parts.executor),
      app_(std::move(parts.app)),
      oauth_(std::move(parts.oauth)),
      store_(std::move(parts.store)),
      clock_(parts.clock),
      settings_(std::move(parts.settings)),
      finished_(parts.executor, asio::steady_timer::time_point::max()) {}

void Session::forget() {
  tokens_.reset();
  unsaved_.reset();
}

Task<Tokens> Session::current() {
  if (!tokens_) {
    auto loaded = co_await store_->load();
    if (!loaded) co_return loaded.error();
    if (!tokens_ || tokens_->generation < loaded->generation) tokens_ = std::move(*loaded);
  }
  co_return *tokens_;
}

Task<Tokens> Session::renew(std::int64_t stale) {
  if (tokens_ && tokens_->generation > stale) co_return *tokens_;
  if (!refreshing_) {
    refreshing_ = true;
    asio::co_spawn(executor_, run_refresh(shared_from_this(), stale), asio::detached);
  }
  const auto self = shared_from_this();
  while (refreshing_) {
    co_await finished_.async_wait(asio::as_tuple(asio::use_awaitable));
    // Woken by the caller's own cancellation: leave; the refresh goes on by itself.
    if (refreshing_ &&
        (co_await asio::this_coro::cancellation_state).cancelled() != asio::cancellation_type::none)
      co_return Error{ErrorKind::timeout, "cancelled", "", "The call was cancelled.", 0, ""};
  }
  if (tokens_ && tokens_->generation > stale) co_return *tokens_;
  co_return failure_ ? *failure_ : no_refresh_token();
}

asio::awaitable<void> Session::run_refresh(std::shared_ptr<Session> self, std::int64_t stale) {
  try {
    auto renewed = co_await self->refresh(stale);
    if (renewed) {
      self->tokens_ = std::move(*renewed);
      self->failure_.reset();
    } else {
      self->failure_ = renewed.error();
      observe::log_error(observe::Level::warning, "salesforce.refresh_failed", *self->failure_);
    }
  } catch (const std::exception& broken) {
    self->failure_ = Error{ErrorKind::internal, "internal", "", "The refresh failed.", 0, ""};
    observe::log(observe::Level::error, "salesforce.refresh_broken", {{"what", broken.what()}});
  }
  self->refreshing_ = false;
  self->finished_.cancel();
  if (self->unsaved_ && !self->saving_) {
    self->saving_ = true;
    asio::co_spawn(self->executor_, keep_saving(self), asio::detached);
  }
}

// Through renew(), so that there is never more than one at the token store.
asio::awaitable<void> Session::keep_saving(std::shared_ptr<Session> self) {
  const Settings& settings = self->settings_;
  auto pause = settings.save_pause_first;
  for (int attempt = 0; self->unsaved_ && attempt < settings.save_attempts_max; ++attempt) {
    co_await self->clock_.sleep(pause);
    pause = std::min(2 * pause, settings.save_pause_max);
    if (self->unsaved_) (void)co_await self->renew(self->unsaved_->generation);
  }
  self->saving_ = false;
  if (self->unsaved_) {
    observe::log(observe::Level::error, "salesforce.tokens_unsaved",
                 {{"attempts", settings.save_attempts_max}});
  }
}

Task<Tokens> Session::refresh(std::int64_t stale) {
  if (unsaved_) co_return co_await save();
  auto held = co_await store_->load();
  if (!held) co_return held.error();
  if (held->generation > stale) co_return held;  // another process was first
  const std::int64_t generation = held->generation;
  if (held->refresh_token.empty()) co_return co_await give_up(no_refresh_token());
  auto app = co_await app_();
  if (!app) co_return app.error();
  if (auto marked = co_await store_->refreshing(generation); !marked) co_return marked.error();
  auto answer = co_await oauth_.refresh(std::move(*app), held->refresh_token);
  if (answer) co_return co_await adopt(generation, std::move(*held), std::move(*answer));
  if (needs_reauthorisation(answer.error()))
    co_return co_await give_up(must_log_in(answer.error()));
  // The answer may be lost with a new refresh token in it: the next try decides, with the old one.
  if (auto marked = co_await store_->in_doubt(generation); !marked) co_return marked.error();
  co_return answer.error();
}

Task<Tokens> Session::adopt(std::int64_t generation, Tokens held, TokenAnswer answer) {
  Tokens fresh{.access_token = std::move(answer.access_token),
               .refresh_token = answer.refresh_token.empty() ? std::move(held.refresh_token)
                                                             : std::move(answer.refresh_token),
               .instance_url = std::move(answer.instance_url),
               .generation = generation};
  unsaved_ = std::move(fresh);
  co_return co_await save();
}

Task<Tokens> Session::save() {
  Tokens pair = *unsaved_;
  auto stored = co_await store_->replace(pair);
  if (!stored) co_return stored.error();
  unsaved_.reset();
  if (saving_) observe::log(observe::Level::info, "salesforce.tokens_saved", {});
  if (!*stored) co_return co_await store_->load();
  ++pair.generation;
  co_return pair;
}

Task<Tokens> Session::give_up(Error error) {
  auto noted = co_await store_->needs_reauthorisation(error.message);
  if (!noted) co_return noted.error();
  co_return error;
}

}  // namespace crosswalk::salesforce
