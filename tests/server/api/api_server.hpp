// The API as it is served: the real HTTP server, the real SQLite store and vault in a temporary
// folder, two tenants. Only Salesforce is a fake (a Transport that counts), and time can be moved.
#pragma once

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "api/describe_cache.hpp"
#include "api/router.hpp"
#include "api/routes.hpp"
#include "net/server.hpp"
#include "net/transport.hpp"
#include "runtime/system_clock.hpp"
#include "runtime/system_random.hpp"

namespace crosswalk::api_test {

struct Reply {
  int status = 0;
  net::Headers headers;
  std::string body;
  [[nodiscard]] std::string header(std::string_view name) const {
    return std::string(headers.get(name).value_or(""));
  }
};

// System time, moved by the test.
class MovableClock final : public runtime::Clock {
 public:
  runtime::Stamp now() const override {
    return system_.now() + std::chrono::milliseconds(moved_ms_);
  }
  std::chrono::steady_clock::time_point steady() const override { return system_.steady(); }
  boost::asio::awaitable<void> sleep(std::chrono::milliseconds duration) override {
    return system_.sleep(duration);
  }
  void move(std::chrono::milliseconds by) { moved_ms_ += by.count(); }

 private:
  runtime::SystemClock system_;
  std::atomic<std::int64_t> moved_ms_ = 0;
};

// Salesforce's login and API as far as connecting needs them; counts what it is asked.
class FakeSalesforce final : public net::Transport {
 public:
  Task<net::HttpResponse> send(net::HttpRequest request, net::SendOptions options) override;
  std::atomic<int> token_calls = 0;
  std::atomic<int> calls = 0;
};

inline constexpr const char* kLogin = "https://login.salesforce.com";
inline constexpr const char* kConsumerSecret = "canary-consumer-secret";

class ApiServer {
 public:
  ApiServer();
  ~ApiServer();

  // Headers beside Host and Connection; the answer is read to the end of the connection.
  Reply send(const std::string& method, const std::string& target, const std::string& body = "",
             std::vector<net::Header> headers = {});
  // With the first tenant's key; JSON when there is a body.
  Reply call(const std::string& method, const std::string& target, const std::string& body = "",
             std::vector<net::Header> headers = {});
  // Runs a task of the store on the server's context and waits.
  template <class T>
  Result<T> wait(Task<T> task);
  void on_context(std::function<void()> work);

  [[nodiscard]] std::string url() const { return settings_url_; }

  std::string tenant = "tn_first", key, other_key;
  MovableClock clock;
  FakeSalesforce salesforce;
  std::filesystem::path folder, console_folder;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<sync::EventHub> events;

 private:
  std::string create_tenant(const std::string& id, const std::string& name);

  runtime::SystemRandom random_;
  boost::asio::io_context context_{1};
  boost::asio::thread_pool workers_{1};
  std::unique_ptr<vault::Vault> vault_;
  net::OriginPolicy origins_;
  api::ConsoleFiles console_;
  std::unique_ptr<sync::Connections> connections_;
  std::unique_ptr<sync::Engine> engine_;
  std::unique_ptr<api::DescribeCache> describes_;
  std::unique_ptr<api::Services> services_;
  std::unique_ptr<api::Router> router_;
  std::unique_ptr<net::Server> server_;
  std::uint16_t port_ = 0;
  std::string settings_url_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
  std::thread thread_;
};

// The parts of a URL's query, decoded.
std::string query_value(const std::string& url, const std::string& name);
std::string member(const std::string& json_text, const std::string& name);

}  // namespace crosswalk::api_test

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>

namespace crosswalk::api_test {

template <class T>
boost::asio::awaitable<void> keep_result(Task<T> task, std::optional<Result<T>>* kept) {
  kept->emplace(co_await std::move(task));
}

template <class T>
Result<T> ApiServer::wait(Task<T> task) {
  std::optional<Result<T>> kept;
  auto keeping = keep_result<T>(std::move(task), &kept);
  boost::asio::co_spawn(context_, std::move(keeping), boost::asio::use_future).get();
  return std::move(*kept);
}

}  // namespace crosswalk::api_test
