// The store on SQLite, put together.
#include "store/sqlite/data_folder.hpp"
#include "store/sqlite/migrations.hpp"
#include "store/sqlite/resources.hpp"

namespace crosswalk::store {

namespace sqlite {

namespace {

// SQLite 3.7.0 to 3.51.2 can damage a WAL file that two connections reset; these releases have the
// correction. The store keeps to one writing connection, which avoids it.
bool wal_reset_is_corrected(int version) {
  return version >= 3051003 || (version >= 3050007 && version < 3051000) ||
         (version >= 3044006 && version < 3045000);
}

class SqliteStore final : public Store {
 public:
  SqliteStore(std::unique_ptr<DataFolder> folder, std::unique_ptr<Database> database,
              int schema_version, const SqliteOptions& options)
      : folder_(std::move(folder)),
        schema_version_(schema_version),
        writer_(std::move(database), {.jobs_max = options.queue_max,
                                      .checkpoint_pages = options.checkpoint_pages,
                                      .check_first = folder_->was_unclean()}),
        readers_(folder_->database(), options.readers, options.queue_max) {}

  Tenants& tenants() override { return *tenants_; }
  Sessions& sessions() override { return *sessions_; }
  Apps& apps() override { return *apps_; }
  Connections& connections() override { return *connections_; }
  Documents& documents() override { return *documents_; }
  Records& records() override { return *records_; }
  Links& links() override { return *links_; }
  Staging& staging() override { return *staging_; }
  Journal& journal() override { return *journal_; }
  Issues& issues() override { return *issues_; }
  Runs& runs() override { return *runs_; }
  Plans& plans() override { return *plans_; }
  vault::WrappedKeys& wrapped_keys() override { return *wrapped_keys_; }

  Task<Health> health() override {
    return access_.read<Health>([this](Database& db) -> Result<Health> {
      Health health;
      health.engine = std::string("SQLite ") + sqlite3_libversion();
      health.schema_version = schema_version_;
      health.writes_queued = writer_.queue().size();
      auto query = db.query("PRAGMA page_size");
      if (query.next())
        health.log_bytes = writer_.log_pages() * static_cast<std::size_t>(query.integer(0));
      if (!wal_reset_is_corrected(sqlite3_libversion_number()))
        health.warnings.push_back(
            health.engine +
            " has the WAL-reset defect (corrected in 3.51.3). Only one connection "
            "writes and checkpoints here, which avoids it; let no other program "
            "write this file.");
      if (writer_.checking())
        health.warnings.push_back("The file is being checked after an unclean stop; writes wait.");
      if (const auto damage = writer_.damage()) {
        health.ok = false;
        health.warnings.push_back("The database file is damaged, writes are refused: " + *damage);
      }
      return health;
    });
  }

 private:
  // In this order: the readers go first, then the writer with the log, the lock last.
  std::unique_ptr<DataFolder> folder_;
  int schema_version_;
  Writer writer_;
  Readers readers_;
  Access access_{writer_, readers_};
  std::unique_ptr<Tenants> tenants_ = make_tenants(access_);
  std::unique_ptr<Sessions> sessions_ = make_sessions(access_);
  std::unique_ptr<Apps> apps_ = make_apps(access_);
  std::unique_ptr<Connections> connections_ = make_connections(access_);
  std::unique_ptr<Documents> documents_ = make_documents(access_);
  std::unique_ptr<Records> records_ = make_records(access_);
  std::unique_ptr<Links> links_ = make_links(access_);
  std::unique_ptr<Staging> staging_ = make_staging(access_);
  std::unique_ptr<Journal> journal_ = make_journal(access_);
  std::unique_ptr<Issues> issues_ = make_issues(access_);
  std::unique_ptr<Runs> runs_ = make_runs(access_);
  std::unique_ptr<Plans> plans_ = make_plans(access_);
  std::unique_ptr<vault::WrappedKeys> wrapped_keys_ = make_wrapped_keys(access_);
};

}  // namespace

}  // namespace sqlite

Result<std::unique_ptr<Store>> open_sqlite(SqliteOptions options) {
  auto folder = sqlite::DataFolder::take(options.data);
  if (!folder) return std::move(folder.error());
  try {
    auto database =
        std::make_unique<sqlite::Database>((*folder)->database(), sqlite::Database::Use::write);
    auto version = sqlite::migrate(*database, sqlite::schema_steps());
    if (!version) return std::move(version.error());
    return std::unique_ptr<Store>(std::make_unique<sqlite::SqliteStore>(
        std::move(*folder), std::move(database), *version, options));
  } catch (const sqlite::SqlFailure& thrown) {
    return sqlite::to_error(thrown);
  }
}

}  // namespace crosswalk::store
