// The store: everything that Crosswalk remembers, one interface per resource. Each method takes the
// tenant first (the few that find the tenant say so), never blocks the calling thread, and resumes
// the caller on its own executor once the work is done; a write is durable when it answers. Stamps
// and ids come from the caller. Failures are Errors: not_found, conflict, too_large, bad_input as
// each method says; unavailable "storeBusy" when a queue is full, unavailable "diskFull", internal
// "store". A tenant that does not exist is Error{not_found, "tenant"} for writes and has nothing
// for reads. Tasks still under way when their executor goes away are dropped; finish them before.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "diagnostic/result.hpp"
#include "runtime/task.hpp"

namespace crosswalk::vault {
class WrappedKeys;
}

namespace crosswalk::store {

class Tenants;
class Sessions;
class Apps;
class Connections;
class Documents;
class Records;
class Links;
class Staging;
class Journal;
class Issues;
class Runs;
class Plans;

struct Health {
  bool ok = true;
  std::string engine;  // "SQLite 3.40.1"
  int schema_version = 0;
  std::vector<std::string> warnings;  // for /readyz and the start-up log
  std::size_t writes_queued = 0;
  std::size_t log_bytes = 0;  // of the write-ahead log
};

class Store {
 public:
  virtual ~Store() = default;

  virtual Tenants& tenants() = 0;
  virtual Sessions& sessions() = 0;
  virtual Apps& apps() = 0;
  virtual Connections& connections() = 0;
  virtual Documents& documents() = 0;
  virtual Records& records() = 0;
  virtual Links& links() = 0;
  virtual Staging& staging() = 0;
  virtual Journal& journal() = 0;
  virtual Issues& issues() = 0;
  virtual Runs& runs() = 0;
  virtual Plans& plans() = 0;
  virtual vault::WrappedKeys& wrapped_keys() = 0;

  virtual Task<Health> health() = 0;
};

struct SqliteOptions {
  std::filesystem::path data;           // folder, created (0700) when absent
  std::size_t readers = 2;              // reader threads, each with a connection
  std::size_t queue_max = 1024;         // waiting jobs, each of writer and readers
  std::size_t checkpoint_pages = 1000;  // of the write-ahead log, before it is written back
};

// Opens (or creates and migrates) DIR/crosswalk.db. Blocking: called once at start-up. Holds
// DIR/crosswalk.lock for its life: Error{conflict, "dataInUse"} while another process has it,
// Error{conflict, "schemaNewer"} when a newer Crosswalk wrote the file. The destructor finishes
// what is queued, writes the log back and leaves a clean file.
Result<std::unique_ptr<Store>> open_sqlite(SqliteOptions options);

}  // namespace crosswalk::store
