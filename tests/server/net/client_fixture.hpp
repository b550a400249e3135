// A client whose sends are carried out one after the other on the test's own thread.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <optional>
#include <string>

#include "net/client.hpp"

namespace crosswalk::net::testing {

inline boost::asio::awaitable<void> keep_answer(Task<HttpResponse> sending,
                                                std::optional<Result<HttpResponse>>* answer) {
  answer->emplace(co_await std::move(sending));
}

class TestClient {
 public:
  explicit TestClient(ClientOptions options) {
    auto made = make_transport(context_.get_executor(), std::move(options));
    if (made) {
      transport_ = *made;
    } else {
      ADD_FAILURE() << made.error().message;
    }
  }

  Result<HttpResponse> send(HttpRequest request, SendOptions options = {}) {
    std::optional<Result<HttpResponse>> answer;
    auto sending = keep_answer(transport_->send(std::move(request), options), &answer);
    boost::asio::co_spawn(context_, std::move(sending), boost::asio::detached);
    context_.restart();
    context_.run();
    return std::move(*answer);
  }

  Result<HttpResponse> get(const std::string& url, SendOptions options = {}) {
    HttpRequest request;
    request.url = url;
    return send(std::move(request), options);
  }

 private:
  boost::asio::io_context context_;
  std::shared_ptr<Transport> transport_;
};

inline ClientOptions allowing(const std::string& origin) {
  ClientOptions options;
  const auto allowed = options.policy.allow(origin);
  EXPECT_TRUE(allowed.has_value()) << origin;
  return options;
}

}  // namespace crosswalk::net::testing
