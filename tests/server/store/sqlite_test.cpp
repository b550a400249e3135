// What is true of the SQLite store alone: locks, migrations, crashes, full queues, full disks,
// plans of its queries.
#include <gtest/gtest.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/asio/detached.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fstream>
#include <future>
#include <set>

#include "server/store/contract.hpp"
#include "store/sqlite/data_folder.hpp"
#include "store/sqlite/migrations.hpp"
#include "store/sqlite/pairing.hpp"

namespace crosswalk::store::test {
namespace {

std::unique_ptr<Store> open(const std::filesystem::path& data, std::size_t queue_max = 1024) {
  auto opened = open_sqlite({.data = data, .queue_max = queue_max});
  EXPECT_TRUE(opened) << opened.error().message;
  return opened ? std::move(*opened) : nullptr;
}

Result<void> add_tenant(Store& store, const std::string& id) {
  return wait_for(store.tenants().create(
      {.id = id, .name = id, .created_at = at(0)},
      {.id = "k", .tenant = id, .hash = "hash-" + id, .label = "", .created_at = at(0)}));
}

TEST(SqliteStore, RefusesASecondOwnerOfTheDataFolder) {
  const TemporaryFolder folder;
  const auto first = open(folder.path());
  auto second = open_sqlite({.data = folder.path()});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "dataInUse");
}

TEST(SqliteStore, ClosesTheFolderToOthersAndLeavesNoLogBehind) {
  const TemporaryFolder folder;
  const auto data = folder.path() / "fresh";
  ASSERT_TRUE(add_tenant(*open(data), "t"));
  EXPECT_EQ(std::filesystem::status(data).permissions(), std::filesystem::perms::owner_all);
  EXPECT_FALSE(std::filesystem::exists(data / "crosswalk.db-wal"));
  EXPECT_EQ(std::filesystem::file_size(data / "crosswalk.lock"), 0U);
  EXPECT_TRUE(wait_for(open(data)->tenants().get("t")));
}

TEST(SqliteStore, RefusesAFileOfANewerSchema) {
  const TemporaryFolder folder;
  open(folder.path());
  {
    sqlite::Database database(folder.path() / "crosswalk.db", sqlite::Database::Use::write);
    database.script("PRAGMA user_version=999");
  }
  auto opened = open_sqlite({.data = folder.path()});
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, "schemaNewer");
}

TEST(SqliteStore, TakesEachMigrationOnceAndUndoesOneThatFails) {
  const TemporaryFolder folder;
  sqlite::Database database(folder.path() / "m.db", sqlite::Database::Use::write);
  const std::vector<std::string_view> one = {
      "CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (1);"};
  EXPECT_EQ(*sqlite::migrate(database, one), 1);
  EXPECT_EQ(*sqlite::migrate(database, one), 1);
  std::vector<std::string_view> two = one;
  two.push_back("INSERT INTO a VALUES (2); INSERT INTO missing VALUES (1);");
  EXPECT_THROW((void)sqlite::migrate(database, two), sqlite::SqlFailure);
  two.back() = "INSERT INTO a VALUES (3);";
  EXPECT_EQ(*sqlite::migrate(database, two), 2);
  auto query = database.query("SELECT group_concat(x) FROM a");
  ASSERT_TRUE(query.next());
  EXPECT_EQ(query.text(0), "1,3");
}

TEST(SqliteStore, WarnsOfAnSqliteWithTheWalResetDefect) {
  const TemporaryFolder folder;
  const auto store = open(folder.path());
  auto health = wait_for(store->health());
  ASSERT_TRUE(health);
  EXPECT_TRUE(health->ok);
  EXPECT_EQ(health->engine, std::string("SQLite ") + sqlite3_libversion());
  EXPECT_EQ(health->schema_version, 1);
  const int version = sqlite3_libversion_number();
  const bool corrected = version >= 3051003 || (version >= 3050007 && version < 3051000) ||
                         (version >= 3044006 && version < 3045000);
  EXPECT_EQ(health->warnings.size(), corrected ? 0U : 1U);
}

// The child writes intents, says so, and goes on writing until it is killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& data, int tell) {
  auto opened = open_sqlite({.data = data, .checkpoint_pages = 20});
  if (!opened || !add_tenant(**opened, "t")) _exit(2);
  for (int round = 0;; ++round) {
    std::vector<Intent> intents(50);
    for (auto& intent : intents) intent.payload_json = "{\"round\":" + std::to_string(round) + "}";
    auto first = wait_for((*opened)->journal().begin("t", "r", kPeople, intents, at(round)));
    if (!first) _exit(3);
    const auto last = static_cast<std::int32_t>(*first + 49);
    if (::write(tell, &last, sizeof last) != sizeof last) _exit(4);
  }
}

TEST(SqliteStore, CrashBetweenIntentAndSettleLosesNoAnsweredIntent) {
  for (int round = 0; round < 5; ++round) {
    const TemporaryFolder folder;
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    if (child == 0) write_until_killed(folder.path(), pipe_ends[1]);
    ::close(pipe_ends[1]);
    std::int32_t told = 0;
    std::int32_t last = 0;
    for (int i = 0; i < 3 + 7 * round && ::read(pipe_ends[0], &told, sizeof told) == sizeof told;
         ++i)
      last = told;
    ::kill(child, SIGKILL);
    while (::read(pipe_ends[0], &told, sizeof told) == sizeof told) last = told;
    ::close(pipe_ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child failed by itself: " << WEXITSTATUS(status);
    ASSERT_GE(last, 150);

    EXPECT_GT(std::filesystem::file_size(folder.path() / "crosswalk.lock"), 0U);
    const auto store = open(folder.path());
    std::set<std::int64_t> found;
    for (std::int64_t after = 0;;) {
      auto rows = wait_for(store->journal().unanswered("t", kPeople.sync, after, 1000));
      ASSERT_TRUE(rows);
      if (rows->empty()) break;
      after = rows->back().seq;
      for (const auto& row : *rows) found.insert(row.seq);
    }
    for (std::int64_t seq = 1; seq <= last; ++seq) ASSERT_TRUE(found.contains(seq)) << seq;
    EXPECT_EQ(found.size() % 50, 0U) << "a batch is there whole or not at all";
    // A write waits for the check of the file and then goes through.
    EXPECT_TRUE(add_tenant(*store, "after"));
    EXPECT_TRUE(wait_for(store->health())->ok);
  }
}

TEST(SqliteStore, OpensACopyOfDatabaseAndLogTakenWhileItWorks) {
  const TemporaryFolder folder;
  const auto copy = folder.path() / "copy";
  std::filesystem::create_directory(copy);
  const auto store = open(folder.path() / "data");
  ASSERT_TRUE(add_tenant(*store, "t"));
  auto first = wait_for(store->journal().begin("t", "r", kPeople, std::vector<Intent>(7), at(0)));
  ASSERT_TRUE(first);
  for (const char* name : {"crosswalk.db", "crosswalk.db-wal"})
    std::filesystem::copy_file(folder.path() / "data" / name, copy / name);
  Settlement settlement{.run = "r", .crossing = kPeople, .at = at(1)};
  for (int i = 0; i < 7; ++i) settlement.intents.push_back(*first + i);
  ASSERT_TRUE(wait_for(store->journal().settle("t", settlement)));
  EXPECT_TRUE(wait_for(store->journal().unanswered("t", kPeople.sync, 0, 10))->empty());
  EXPECT_EQ(wait_for(open(copy)->journal().unanswered("t", kPeople.sync, 0, 10))->size(), 7U);
}

TEST(SqliteStore, RefusesWritesToADamagedFileAfterAnUncleanStop) {
  const TemporaryFolder folder;
  {
    const auto store = open(folder.path());
    ASSERT_TRUE(add_tenant(*store, "t"));
    for (int i = 0; i < 40; ++i)
      ASSERT_TRUE(wait_for(store->documents().put("t",
                                                  {.kind = DocumentKind::mapping,
                                                   .name = std::to_string(i),
                                                   .version = 0,
                                                   .text = std::string(3000, 'x'),
                                                   .updated_at = at(0)},
                                                  std::nullopt)));
  }
  const auto file = folder.path() / "crosswalk.db";
  {
    std::ofstream(folder.path() / "crosswalk.lock") << "open\n";
    std::fstream database(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = std::filesystem::file_size(file) / 8192 * 4096;
    for (int page = 0; page < 30; ++page) {
      database.seekp(static_cast<std::streamoff>(middle) + page * 4096);
      database << std::string(64, '\x7f');
    }
  }
  auto store = open_sqlite({.data = folder.path()});
  ASSERT_TRUE(store) << store.error().message;
  auto refused = add_tenant(**store, "u");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "storeDamaged");
  auto health = wait_for((*store)->health());
  ASSERT_TRUE(health);
  EXPECT_FALSE(health->ok);
}

TEST(SqliteStore, AFullDiskIsAClearErrorAndGoesAwayByItself) {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    // A limit on the size of files stands for a full disk; SQLite sees a failed write.
    ::signal(SIGXFSZ, SIG_IGN);
    auto store = open_sqlite({.data = folder.path(), .checkpoint_pages = 1'000'000});
    if (!store || !add_tenant(**store, "t")) _exit(2);
    const auto put = [&] {
      return wait_for((*store)->documents().put("t",
                                                {.kind = DocumentKind::mapping,
                                                 .name = "m",
                                                 .version = 0,
                                                 .text = std::string(600'000, 'x'),
                                                 .updated_at = at(0)},
                                                std::nullopt));
    };
    const struct rlimit small { 400'000, RLIM_INFINITY };
    ::setrlimit(RLIMIT_FSIZE, &small);
    auto refused = put();
    if (refused) _exit(3);
    if (!wait_for((*store)->tenants().get("t"))) _exit(4);
    const struct rlimit large { RLIM_INFINITY, RLIM_INFINITY };
    ::setrlimit(RLIMIT_FSIZE, &large);
    if (!put()) _exit(5);
    _exit(refused.error().code == "diskFull" ? 0 : 6);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

TEST(SqliteStore, ManyTasksAtOnceGetDistinctVersionsAndOneTicket) {
  const TemporaryFolder folder;
  const auto store = open(folder.path(), 4096);
  ASSERT_TRUE(add_tenant(*store, "t"));
  ASSERT_TRUE(wait_for(store->sessions().add_ticket({.hash = "ticket",
                                                     .kind = TicketKind::sign_in,
                                                     .tenant = "t",
                                                     .subject = "",
                                                     .payload = "",
                                                     .created_at = at(0),
                                                     .expires_at = at(1000)})));
  constexpr int kTasks = 500;
  boost::asio::thread_pool pool(4);
  std::mutex mutex;
  std::set<std::int64_t> versions;
  int tickets = 0;
  int failures = 0;
  auto work = [&](int number) -> boost::asio::awaitable<void> {
    std::vector<RecordWrite> batch(1);
    batch[0].object = "participant";
    batch[0].key = key_of(number);
    batch[0].fields_json = "{}";
    auto put = co_await store->records().put("t", batch, at(number));
    auto ticket = co_await store->sessions().take_ticket("ticket", TicketKind::sign_in, at(1));
    auto row = co_await store->records().get("t", "participant", key_of(number));
    const std::lock_guard lock(mutex);
    if (!put || !row || row->version != put->at(0).version) {
      ++failures;
    } else {
      versions.insert(row->version);
    }
    if (ticket) ++tickets;
  };
  for (int i = 0; i < kTasks; ++i)
    boost::asio::co_spawn(pool, work(i), [](const std::exception_ptr& thrown) {
      if (thrown) std::rethrow_exception(thrown);
    });
  pool.join();
  EXPECT_EQ(failures, 0);
  EXPECT_EQ(versions.size(), static_cast<std::size_t>(kTasks));
  EXPECT_EQ(tickets, 1);
}

TEST(SqliteStore, AFullQueueRefusesAtOnceInsteadOfGrowing) {
  const TemporaryFolder folder;
  const auto store = open(folder.path(), 4);
  ASSERT_TRUE(add_tenant(*store, "t"));
  boost::asio::io_context context;
  int good = 0;
  int busy = 0;
  auto work = [&](int number) -> boost::asio::awaitable<void> {
    AppRow app;
    app.name = std::to_string(number);
    auto put = co_await store->apps().put("t", app);
    if (put) ++good;
    if (!put && put.error().code == "storeBusy") ++busy;
  };
  constexpr int kTasks = 2000;
  for (int i = 0; i < kTasks; ++i) boost::asio::co_spawn(context, work(i), boost::asio::detached);
  context.run();
  EXPECT_EQ(good + busy, kTasks);
  EXPECT_GT(good, 0);
  EXPECT_GT(busy, 0);
}

TEST(SqliteStore, ProvisionsATenantWithAndWithoutARunningServer) {
  const TemporaryFolder folder;
  const auto data = folder.path() / std::string(120, 'd');  // longer than a socket's path may be
  const auto ask = [&](const std::string& name) {
    return provision_tenant(data, {.id = "id of " + name, .name = name, .created_at = at(3)},
                            {.id = "k",
                             .tenant = "id of " + name,
                             .hash = std::string(64, name[0]),
                             .label = "first",
                             .created_at = at(3)});
  };
  ASSERT_TRUE(ask("alone"));
  const auto store = open(data);
  auto door = ProvisionDoor::open(data);
  ASSERT_TRUE(door) << door.error().message;
  boost::asio::io_context context;
  auto serve = [&]() -> boost::asio::awaitable<void> { (void)co_await (*door)->serve(*store); };
  boost::asio::co_spawn(context, serve, boost::asio::detached);
  auto server = std::async(std::launch::async, [&] { context.run(); });
  auto beside = ask("beside");
  auto again = ask("beside");
  (*door)->close();
  server.get();
  ASSERT_TRUE(beside) << beside.error().message;
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "tenantExists");
  EXPECT_EQ(again.error().kind, ErrorKind::conflict);
  EXPECT_EQ(wait_for(store->tenants().get("id of beside"))->created_at, at(3));
  EXPECT_EQ(wait_for(store->tenants().find_key(std::string(64, 'a')))->tenant, "id of alone");
  EXPECT_EQ(wait_for(store->tenants().find_key(std::string(64, 'b')))->label, "first");
}

}  // namespace
}  // namespace crosswalk::store::test
