// Connections over a real store and vault; Salesforce is a fake that rotates refresh tokens.
#include "sync/connections.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <set>

#include "server/salesforce/wire.hpp"
#include "server/store/wait_for.hpp"
#include "store/tenants.hpp"
#include "sync/stored_tokens.hpp"
#include "vault/vault.hpp"

namespace crosswalk::sync {
namespace {

constexpr const char* kTenant = "t";
constexpr const char* kConnection = "c";

// As strict as Salesforce: a refresh token that was replaced is a dead grant.
class RotatingLogin final : public net::Transport {
 public:
  Task<net::HttpResponse> send(net::HttpRequest request, net::SendOptions) override {
    // Others get their turn, as with a real socket.
    for (int i = 0; i < 20; ++i) {
      co_await boost::asio::post(co_await boost::asio::this_coro::executor,
                                 boost::asio::use_awaitable);
    }
    if (request.url.find("/oauth2/token") != std::string::npos) co_return refresh(request.body);
    if (request.url.find("/id/") != std::string::npos) {
      co_return salesforce::json_answer(
          200, R"({"organization_id":"00Dx0000000BV7zEAG","user_id":"005x00000012Q9PAAU",)"
               R"("username":"admin@lumen.example"})");
    }
    if (request.url.find("/query") != std::string::npos) {
      co_return salesforce::json_answer(
          200, R"({"totalSize":1,"done":true,"records":[{"Id":"00Dx0000000BV7zEAG",)"
               R"("Name":"Lumen","OrganizationType":"Developer Edition","IsSandbox":false}]})");
    }
    if (expired ||
        request.headers.get("Authorization") != "Bearer a" + std::to_string(generation)) {
      co_return salesforce::json_answer(
          401, R"([{"message":"Session expired","errorCode":"INVALID_SESSION_ID"}])");
    }
    co_return salesforce::json_answer(200, "{}");
  }

  int generation = 0;
  bool expired = false;                // the access token; a refresh helps
  std::vector<std::string> refreshes;  // bodies

 private:
  net::HttpResponse refresh(const std::string& body) {
    const bool sign_in = body.find("grant_type=authorization_code") != std::string::npos;
    if (!sign_in) refreshes.push_back(body);
    if (!sign_in &&
        body.find("refresh_token=r" + std::to_string(generation)) == std::string::npos) {
      return salesforce::json_answer(400, R"({"error":"invalid_grant"})");
    }
    expired = false;
    const std::string number = std::to_string(++generation);
    return salesforce::json_answer(
        200, R"({"access_token":"a)" + number + R"(","refresh_token":"r)" + number +
                 R"(","instance_url":"https://na1.salesforce.com","id":)" +
                 R"("https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU"})");
  }
};

class ConnectionsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = store::open_sqlite({.data = folder_.path()});
    ASSERT_TRUE(opened);
    store_ = std::move(*opened);
    auto key = vault::read_key_file(folder_.path(), true, random_);
    ASSERT_TRUE(key);
    vault_ = std::make_unique<vault::Vault>(std::move(*key), store_->wrapped_keys(), random_);
    store::TenantRow tenant;
    tenant.id = tenant.name = kTenant;
    store::ApiKeyRow api_key;
    api_key.id = api_key.hash = "k";
    api_key.tenant = kTenant;
    ASSERT_TRUE(wait(store_->tenants().create(tenant, api_key)));
    connections_ =
        std::make_unique<Connections>(Connections::Parts{.executor = context_.get_executor(),
                                                         .transport = login_,
                                                         .clock = clock_,
                                                         .random = random_,
                                                         .store = *store_,
                                                         .vault = *vault_});
    ASSERT_TRUE(wait(connections_->put_app(kTenant, "app", app("key1"))));
    store::ConnectionRow row;
    row.id = kConnection;
    row.app = "app";
    row.state = store::ConnectionState::active;
    row.instance_url = "https://na1.salesforce.com";
    ASSERT_TRUE(wait(store_->connections().create(kTenant, row)));
    StoredTokens tokens(*store_, *vault_, clock_, kTenant, kConnection);
    salesforce::Tokens first;
    first.access_token = observe::Secret("expired");
    first.refresh_token = observe::Secret("r0");
    first.instance_url = row.instance_url;
    auto stored = wait(tokens.replace(first));
    ASSERT_TRUE(stored && *stored);
  }

  static salesforce::App app(std::string consumer_key) {
    salesforce::App app;
    app.login_url = "https://login.salesforce.com";
    app.consumer_key = std::move(consumer_key);
    return app;
  }

  template <class T>
  Result<T> wait(Task<T> task) {
    return salesforce::run(context_, std::move(task));
  }

  std::shared_ptr<salesforce::Org> open() {
    auto org = wait(connections_->open(kTenant, kConnection));
    EXPECT_TRUE(org) << org.error().message;
    return org ? *org : nullptr;
  }

  // All at once; how many were good.
  int ask(const std::vector<std::shared_ptr<salesforce::Org>>& orgs) {
    int good = 0;
    auto versions = [&good](std::shared_ptr<salesforce::Org> org) -> boost::asio::awaitable<void> {
      const auto answer = co_await org->versions();
      good += answer.has_value();
    };
    for (const auto& org : orgs)
      boost::asio::co_spawn(context_, versions(org), boost::asio::detached);
    context_.restart();
    context_.run();
    return good;
  }

  store::test::TemporaryFolder folder_;
  boost::asio::io_context context_;  // outlives the store, whose threads answer to it
  RotatingLogin login_;
  salesforce::InstantClock clock_;
  salesforce::CountingRandom random_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<vault::Vault> vault_;
  std::unique_ptr<Connections> connections_;
};

TEST_F(ConnectionsTest, AnAppThatChangesDuringARunMakesNoSecondRefresher) {
  const auto of_the_run = open();
  ASSERT_TRUE(wait(connections_->put_app(kTenant, "app", app("key2"))));
  const auto of_a_plan = open();
  EXPECT_EQ(ask({of_the_run, of_a_plan, of_the_run}), 3);
  ASSERT_EQ(login_.refreshes.size(), 1u);
  EXPECT_NE(login_.refreshes[0].find("client_id=key2"), std::string::npos)
      << "the changed app counts, also for those who are at work";
}

TEST_F(ConnectionsTest, AConnectionAuthorisedAnewDuringARunHasOneRefresher) {
  const auto of_the_run = open();
  EXPECT_EQ(ask({of_the_run}), 1);
  ASSERT_TRUE(wait(connections_->disconnect(kTenant, kConnection)));
  EXPECT_EQ(ask({of_the_run}), 0);
  auto row = wait(store_->connections().get(kTenant, kConnection));
  ASSERT_TRUE(row);
  EXPECT_EQ(row->state, store::ConnectionState::disconnected) << "on purpose, so it stays";

  ASSERT_TRUE(wait(connections_->authorise(kTenant, kConnection, "code", "https://x/oauth/callback",
                                           observe::Secret("verifier"))));
  login_.expired = true;
  login_.refreshes.clear();
  EXPECT_EQ(ask({of_the_run, open()}), 2);
  EXPECT_EQ(login_.refreshes.size(), 1u);
}

}  // namespace
}  // namespace crosswalk::sync
