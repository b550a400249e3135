// The whole way over real HTTP: log in at the local org with PKCE, carry the demo's people both
// ways, and again through expired tokens, lost answers and busy servers.
#include <gtest/gtest.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "json/read.hpp"
#include "local_org.hpp"
#include "net/client.hpp"
#include "net/url.hpp"
#include "runtime/system_clock.hpp"
#include "runtime/system_random.hpp"
#include "server/salesforce/wire.hpp"
#include "store/documents.hpp"
#include "store/issues.hpp"
#include "store/records.hpp"
#include "store/tenants.hpp"
#include "sync/connections.hpp"
#include "sync/documents.hpp"
#include "sync/engine.hpp"
#include "vault/tokens.hpp"
#include "vault/vault.hpp"

namespace crosswalk::sync {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// How many people; more of them for a measurement.
std::size_t people_count() {
  const char* wanted = std::getenv("CROSSWALK_TEST_PEOPLE");
  return wanted != nullptr ? std::stoul(wanted) : 1200;
}

class OrgSync : public testing::Test {
 protected:
  OrgSync()
      : folder(fs::temp_directory_path() / ("crosswalk-org-sync-" + std::to_string(::getpid()))),
        org({"--port", "0", "--seed", "7", "--contacts", std::to_string(people_count() * 6 / 10),
             "--auto-approve", "--require-pkce", "--limit", "100000"}) {}

  void SetUp() override {
    ASSERT_FALSE(org.url().empty()) << "the local org does not start";
    fs::remove_all(folder);
    fs::create_directories(folder);
    net::ClientOptions options;
    ASSERT_TRUE(options.policy.allow(org.url()));
    transport = *net::make_transport(context.get_executor(), std::move(options));
    store::SqliteOptions sqlite;
    sqlite.data = folder / "data";
    store = std::move(*store::open_sqlite(sqlite));
    keys = std::make_unique<vault::Vault>(*vault::read_key_file(sqlite.data, true, random),
                                          store->wrapped_keys(), random);
    connections =
        std::make_unique<Connections>(Connections::Parts{.executor = context.get_executor(),
                                                         .transport = *transport,
                                                         .clock = clock,
                                                         .random = random,
                                                         .store = *store,
                                                         .vault = *keys,
                                                         .settings = {}});
    engine = std::make_unique<Engine>(Parts{.executor = context.get_executor(),
                                            .pool = pool,
                                            .clock = clock,
                                            .random = random,
                                            .store = *store,
                                            .orgs = *connections,
                                            .events = events,
                                            .limits = {}});
    prepare_tenant();
    log_in();
    import_people();
  }

  void TearDown() override {
    engine.reset();
    connections.reset();
    fs::remove_all(folder);
  }

  template <class T>
  Result<T> run(Task<T> task) {
    return salesforce::run(context, std::move(task));
  }

  void put(store::DocumentKind kind, const std::string& name, std::string text) {
    store::DocumentRow row;
    row.kind = kind;
    row.name = name;
    row.text = std::move(text);
    ASSERT_TRUE(run(store->documents().put("t", row, std::nullopt)));
  }

  void prepare_tenant() {
    store::TenantRow tenant;
    tenant.id = tenant.name = "t";
    store::ApiKeyRow key;
    key.id = "k";
    key.tenant = "t";
    key.hash = "h";
    ASSERT_TRUE(run(store->tenants().create(tenant, key)));
    const fs::path demo = CROSSWALK_DEMO_FOLDER;
    put(store::DocumentKind::platform_schema, store::kPlatformSchemaName,
        text_of(demo / "platform.json"));
    put(store::DocumentKind::mapping, "participants", text_of(demo / "mapping.json"));
    put(store::DocumentKind::sync, "s", R"({"connection":"c","mapping":"participants"})");
    salesforce::App app;
    app.login_url = org.url();
    app.consumer_key = "3MVG9.crosswalk.local.demo.key";
    app.consumer_secret = observe::Secret("crosswalk-local-demo-secret");
    ASSERT_TRUE(run(connections->put_app("t", "salesforce", std::move(app))));
    store::ConnectionRow connection;
    connection.id = "c";
    connection.app = "salesforce";
    ASSERT_TRUE(run(store->connections().create("t", connection)));
  }

  void log_in() {
    const auto row = sign_in();
    ASSERT_TRUE(row) << row.error().message;
    EXPECT_EQ(row->state, store::ConnectionState::active);
    EXPECT_FALSE(row->org_name.empty());
    EXPECT_FALSE(row->username.empty());
  }

  // As a browser would: the authorize page of an org that approves by itself redirects with the
  // code.
  Result<store::ConnectionRow> sign_in() {
    const std::string callback = "http://localhost:1/oauth/callback";
    const observe::Secret verifier = vault::pkce_verifier(random);
    const auto app = run(connections->app("t", "salesforce"));
    if (!app) return app.error();
    net::HttpRequest request;
    request.url = salesforce::authorize_url(
        *app, {.redirect_uri = callback,
               .state = "state",
               .code_challenge = vault::pkce_challenge(verifier.reveal())});
    const auto answer = run(transport->send(request, {}));
    if (!answer) return answer.error();
    EXPECT_EQ(answer->status, 302) << answer->body;
    const std::string location(answer->headers.get("Location").value_or(""));
    const auto fields = net::parse_form(location.substr(location.find('?') + 1));
    if (!fields) return fields.error();
    std::string code;
    for (const auto& [name, value] : *fields) {
      if (name == "code") code = value;
      if (name == "state") {
        EXPECT_EQ(value, "state");
      }
    }
    return run(connections->authorise("t", "c", code, callback, verifier));
  }

  void import_people() {
    const fs::path file = folder / "people.ndjson";
    ASSERT_TRUE(run_org_command({"people", "--seed", "7", "--count", std::to_string(people_count()),
                                 "--out", file.string()}));
    std::ifstream lines(file);
    std::vector<store::RecordWrite> batch;
    for (std::string line; std::getline(lines, line);) {
      const auto person = json::read(line);
      ASSERT_TRUE(person);
      store::RecordWrite write;
      write.object = "participant";
      write.key = json::text_member(*person, "key");
      write.fields_json = json::write(*json::member(*person, "fields"));
      batch.push_back(std::move(write));
      if (batch.size() < store::kRecordBatchMax) continue;
      ASSERT_TRUE(run(store->records().put("t", std::move(batch), clock.now())));
      batch.clear();
    }
    ASSERT_TRUE(run(store->records().put("t", std::move(batch), clock.now())));
  }

  store::RunRow sync(store::RunKind kind = store::RunKind::instant) {
    StartRun request;
    request.tenant = "t";
    request.sync = "s";
    request.kind = kind;
    const auto id = run(engine->start(std::move(request)));
    EXPECT_TRUE(id);
    auto row = run(store->runs().get("t", *id));
    EXPECT_TRUE(row);
    const auto milliseconds = (*row->finished_at - row->started_at).count();
    std::cout << "[   FIGURE ] " << name_of(kind) << " run: " << milliseconds << " ms "
              << write_run(*row, clock.now()) << "\n";
    return *row;
  }

  void tell_org(const std::string& path, const std::string& body) {
    net::HttpRequest request;
    request.method = "POST";
    request.url = org.url() + "/__org/" + path;
    request.headers.set("Content-Type", "application/json");
    request.body = body;
    const auto answer = run(transport->send(request, {}));
    ASSERT_TRUE(answer);
    ASSERT_LT(answer->status, 300) << answer->body;
  }

  static void expect_nothing_written(const store::RunRow& row) {
    EXPECT_EQ(row.counts.salesforce_created + row.counts.salesforce_updated +
                  row.counts.platform_created + row.counts.platform_updated,
              0);
  }

  fs::path folder;
  LocalOrg org;
  boost::asio::io_context context;
  boost::asio::thread_pool pool{1};
  runtime::SystemClock clock;
  runtime::SystemRandom random;
  std::shared_ptr<net::Transport> transport;
  std::unique_ptr<store::Store> store;
  std::unique_ptr<vault::Vault> keys;
  EventHub events{context.get_executor()};
  std::unique_ptr<Connections> connections;
  std::unique_ptr<Engine> engine;
};

TEST_F(OrgSync, CarriesTheDemosPeopleBothWaysAndThenRests) {
  const auto first = sync();
  EXPECT_EQ(first.state, store::RunState::partial) << first.cause;
  EXPECT_GT(first.counts.salesforce_created, 0);
  EXPECT_GT(first.counts.salesforce_updated, 0);
  EXPECT_GT(first.counts.platform_created, 0);
  EXPECT_GT(first.counts.platform_updated, 0);
  EXPECT_GT(first.counts.issues, 0) << "some people are flawed on purpose";
  store::IssueFilter filter;
  store::PageRequest page;
  page.limit = 1000;
  const auto issues = run(store->issues().list("t", filter, page));
  ASSERT_TRUE(issues);
  for (const auto& issue : issues->items) {
    EXPECT_FALSE(issue.message.empty());
    EXPECT_FALSE(issue.cure.empty()) << issue.code;
  }
  sync();  // records that came from Salesforce get their key there
  const auto rest = sync();
  EXPECT_NE(rest.state, store::RunState::failed) << rest.cause;
  expect_nothing_written(rest);
}

TEST_F(OrgSync, AConnectionStaysWithItsOrg) {
  EXPECT_TRUE(sign_in()) << "the same org may be signed in to again";
  auto row = run(store->connections().get("t", "c"));
  ASSERT_TRUE(row);
  row->org_id = "00DOTHER0000001EAA";
  ASSERT_TRUE(run(store->connections().update("t", *row)));
  const auto refused = sign_in();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "otherOrg");
  EXPECT_EQ(run(store->connections().get("t", "c"))->org_id, "00DOTHER0000001EAA");
}

TEST_F(OrgSync, GoesThroughAnExpiredSessionABusyServerAndALostAnswer) {
  tell_org("expire-tokens", "{}");
  tell_org("faults", R"({"refuse":{"count":2,"status":503,"errorCode":"SERVER_UNAVAILABLE"},
                         "loseAnswer":{"count":1,"path":"/composite/sobjects"}})");
  const auto first = sync();
  EXPECT_EQ(first.state, store::RunState::partial) << first.cause;
  sync();
  expect_nothing_written(sync());
}

}  // namespace
}  // namespace crosswalk::sync
