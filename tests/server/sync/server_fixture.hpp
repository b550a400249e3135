// An engine over a real SQLite store in a folder of its own and an org in memory. stop() and
// start() are a crash (or an orderly end) and a new start: the folder and the org stay.
#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "counting_store.hpp"
#include "memory_org.hpp"
#include "server/salesforce/wire.hpp"
#include "store/connections.hpp"
#include "store/documents.hpp"
#include "store/issues.hpp"
#include "store/journal.hpp"
#include "store/links.hpp"
#include "store/plans.hpp"
#include "store/records.hpp"
#include "store/store.hpp"
#include "store/tenants.hpp"
#include "sync/engine.hpp"

namespace crosswalk::sync {

inline constexpr const char* kPlatform =
    R"({"version":1,"objects":[{"name":"participant","key":"id",
 "fields":[{"name":"id","type":"text","maxLength":36,"required":true,"unique":true},
 {"name":"first_name","type":"text","maxLength":40},{"name":"last_name","type":"text","maxLength":200},
 {"name":"title","type":"text","maxLength":300},{"name":"score","type":"number","precision":5,"scale":2},
 {"name":"status","type":"text","maxLength":20}]}]})";

inline constexpr const char* kMapping = R"({"version":1,"name":"participants","objects":[{
 "platform":"participant","salesforce":"Contact","direction":"both",
 "match":{"externalId":"Participant_Id__c"},"create":true,"update":true,
 "fields":[{"platform":"first_name","salesforce":"FirstName"},
 {"platform":"last_name","salesforce":"LastName"},{"platform":"title","salesforce":"Title"},
 {"platform":"score","salesforce":"Score__c"}]}]})";

class OneOrg final : public OrgFactory {
 public:
  explicit OneOrg(OrgState& state) : org_(std::make_shared<MemoryOrg>(state)) {}
  Task<std::shared_ptr<salesforce::Org>> open(std::string, std::string) override {
    co_return std::shared_ptr<salesforce::Org>(org_);
  }

 private:
  std::shared_ptr<MemoryOrg> org_;
};

struct Server {
  // `life` counts the starts: each has other random numbers.
  Server(const std::filesystem::path& data, OrgState& state, unsigned life)
      : store(open(data)), random(life), orgs(state), events(context.get_executor()) {
    engine = std::make_unique<Engine>(Parts{.executor = context.get_executor(),
                                            .pool = pool,
                                            .clock = clock,
                                            .random = random,
                                            .store = *store,
                                            .orgs = orgs,
                                            .events = events,
                                            .limits = {}});
  }

  static std::unique_ptr<CountingStore> open(const std::filesystem::path& data) {
    store::SqliteOptions options;
    options.data = data;
    auto opened = store::open_sqlite(options);
    if (!opened) throw std::runtime_error(opened.error().message);
    return std::make_unique<CountingStore>(std::move(*opened));
  }

  // Outlives the store, whose threads hand their last answers to it.
  boost::asio::io_context context;
  std::unique_ptr<CountingStore> store;
  boost::asio::thread_pool pool{1};
  salesforce::InstantClock clock;
  salesforce::CountingRandom random;
  OneOrg orgs;
  EventHub events;
  std::unique_ptr<Engine> engine;
};

class ServerTest : public testing::Test {
 protected:
  ServerTest() {
    folder = std::filesystem::temp_directory_path() /
             ("crosswalk-sync-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "-" +
              testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder);
    start();
    store::TenantRow tenant;
    tenant.id = "t";
    tenant.name = "t";
    store::ApiKeyRow key;
    key.id = "k";
    key.tenant = "t";
    key.hash = "hash";
    EXPECT_TRUE(run(server->store->tenants().create(tenant, key)));
    store::ConnectionRow connection;
    connection.id = "c";
    connection.app = "salesforce";
    connection.state = store::ConnectionState::active;
    connection.user_id = "005000000000001AAA";
    EXPECT_TRUE(run(server->store->connections().create("t", connection)));
    put(store::DocumentKind::platform_schema, store::kPlatformSchemaName, kPlatform);
    put(store::DocumentKind::mapping, "m", kMapping);
    put(store::DocumentKind::sync, "s", R"({"connection":"c","mapping":"m"})");
  }
  ~ServerTest() override {
    server.reset();
    std::filesystem::remove_all(folder);
  }

  void start() { server = std::make_unique<Server>(folder, org, ++lives); }
  void stop() { server.reset(); }

  template <class T>
  Result<T> run(Task<T> task) {
    return salesforce::run(server->context, std::move(task));
  }

  void put(store::DocumentKind kind, const std::string& name, const std::string& text) {
    store::DocumentRow row;
    row.kind = kind;
    row.name = name;
    row.text = text;
    EXPECT_TRUE(run(server->store->documents().put("t", row, std::nullopt)));
  }

  void put_record(const std::string& key, const std::string& fields_json) {
    store::RecordWrite write;
    write.object = "participant";
    write.key = key;
    write.fields_json = fields_json;
    const auto outcome = run(server->store->records().put("t", {write}, server->clock.now()));
    ASSERT_TRUE(outcome);
  }

  void put_people(std::size_t count) {
    std::vector<store::RecordWrite> batch;
    for (std::size_t i = 0; i < count; ++i) {
      store::RecordWrite write;
      write.object = "participant";
      write.key = "p" + std::to_string(i);
      write.fields_json = R"({"first_name":"F","last_name":"L)" + std::to_string(i) + "\"}";
      batch.push_back(std::move(write));
    }
    ASSERT_TRUE(run(server->store->records().put("t", std::move(batch), server->clock.now())));
  }

  std::string record_json(const std::string& key) {
    const auto row = run(server->store->records().get("t", "participant", key));
    return row ? row->fields_json : "none: " + row.error().code;
  }

  // Runs to the end and answers the row.
  store::RunRow sync(store::RunKind kind = store::RunKind::instant,
                     std::vector<std::string> keys = {}) {
    org.seconds += 1;
    StartRun request;
    request.tenant = "t";
    request.sync = "s";
    request.kind = kind;
    request.records = std::move(keys);
    const auto id = run(server->engine->start(std::move(request)));
    if (!id) throw std::runtime_error(id.error().message);
    return row(*id);
  }

  store::RunRow row(const std::string& id) {
    auto found = run(server->store->runs().get("t", id));
    if (!found) throw std::runtime_error(found.error().message);
    return *found;
  }

  std::vector<store::IssueRow> issues(store::IssueState state = store::IssueState::open) {
    store::IssueFilter filter;
    filter.state = state;
    store::PageRequest page;
    page.limit = 1000;
    auto found = run(server->store->issues().list("t", filter, page));
    return found ? found->items : std::vector<store::IssueRow>();
  }

  std::size_t unanswered() {
    const auto open = run(server->store->journal().unanswered("t", "s", 0, 1000));
    return open ? open->size() : 999;
  }

  OrgState org;
  unsigned lives = 0;
  std::filesystem::path folder;
  std::unique_ptr<Server> server;
};

}  // namespace crosswalk::sync
