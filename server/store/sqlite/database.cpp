#include "store/sqlite/database.hpp"

#include <cassert>
#include <cerrno>

#include "store/failure.hpp"

namespace crosswalk::store::sqlite {

namespace {

// Statements are written down in this folder; filters make a few dozen variants of some. The bound
// is far above that.
constexpr std::size_t kStatementsMax = 512;
constexpr int kBusyTimeoutMs = 5000;

// SQLite says "full" for ENOSPC only; a quota and a limit on file sizes are the same to an
// operator. It does not tell the system's code of a failed write to the log, errno still does.
SqlFailure failure_of(sqlite3* db, int code) {
  const int cause = errno;
  if (code == SQLITE_IOERR_WRITE && (cause == ENOSPC || cause == EDQUOT || cause == EFBIG))
    code = SQLITE_FULL;
  return {code, sqlite3_errmsg(db)};
}

}  // namespace

Error to_error(const SqlFailure& thrown) {
  switch (thrown.code & 0xff) {
    case SQLITE_FULL:
      return failure(ErrorKind::unavailable, "diskFull", {},
                     "The disk that holds the data folder is full; nothing was written.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return failure(ErrorKind::unavailable, "storeBusy", {}, "The store is busy; try again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return failure(ErrorKind::internal, "storeDamaged", {},
                     "The database file is damaged: " + thrown.message);
    case SQLITE_TOOBIG:
      return failure(ErrorKind::too_large, "valueTooLarge", {},
                     "A value is larger than the store takes.");
    default:
      return failure(ErrorKind::internal, "store", {}, "The store failed: " + thrown.message);
  }
}

Database::Database(const std::filesystem::path& file, Use use) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (use == Use::write ? SQLITE_OPEN_CREATE : 0);
  const int code = sqlite3_open_v2(file.c_str(), &db_, flags, nullptr);
  if (code != SQLITE_OK) {
    SqlFailure failure(code, db_ ? sqlite3_errmsg(db_) : "no memory");
    sqlite3_close(db_);
    throw failure;
  }
  sqlite3_busy_timeout(db_, kBusyTimeoutMs);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // Only the writer's connection may ever write the log back, also at the end (SQLite before
  // 3.51.3 can damage a file whose log is reset by two connections).
  if (use == Use::read) sqlite3_db_config(db_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  script(use == Use::write
             ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
               "PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000; PRAGMA temp_store=FILE;"
               "PRAGMA journal_size_limit=67108864;"
             : "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-8000;"
               "PRAGMA temp_store=FILE;");
}

Database::~Database() {
  for (auto& [sql, prepared] : statements_) sqlite3_finalize(prepared->statement);
  sqlite3_close(db_);
}

void Database::script(const std::string& sql) {
  const int code = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw failure_of(db_, code);
}

Database::Prepared& Database::prepare(std::string_view sql) {
  if (const auto found = statements_.find(sql); found != statements_.end()) return *found->second;
  if (statements_.size() >= kStatementsMax) {
    std::erase_if(statements_, [](auto& entry) {
      if (entry.second->busy) return false;
      sqlite3_finalize(entry.second->statement);
      return true;
    });
  }
  auto prepared = std::make_unique<Prepared>();
  const int code = sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &prepared->statement, nullptr);
  if (code != SQLITE_OK) throw failure_of(db_, code);
  return *statements_.emplace(std::string(sql), std::move(prepared)).first->second;
}

void Query::take() {
  assert(!prepared_.busy);
  prepared_.busy = true;
}

Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  prepared_.busy = false;
}

void Query::bind(int place, std::string_view text) {
  check(sqlite3_bind_text64(statement_, place, text.data() ? text.data() : "", text.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bind(int place, Blob blob) {
  check(sqlite3_bind_blob64(statement_, place, blob.bytes.data() ? blob.bytes.data() : "",
                            blob.bytes.size(), SQLITE_TRANSIENT));
}

bool Query::next() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw failure_of(database_.db_, code);
}

std::string_view Query::view(int column) const {
  // Blobs and text are read alike; sqlite3_column_blob of a text gives its bytes.
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(size)) : std::string_view();
}

void Query::check(int code) const {
  if (code != SQLITE_OK) throw failure_of(database_.db_, code);
}

}  // namespace crosswalk::store::sqlite
