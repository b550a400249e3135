// The face of the engine. It owns the coroutines of its runs; the caller owns everything in Parts
// and keeps it longer than the engine. All calls come from coroutines of `executor`, which runs
// them one at a time (a strand, or an io_context with one thread).
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/random.hpp"
#include "runtime/task.hpp"
#include "salesforce/org.hpp"
#include "store/runs.hpp"
#include "store/store.hpp"
#include "sync/event_hub.hpp"

namespace crosswalk::sync {

// Opens the org behind a connection; every caller of one connection shares one session.
class OrgFactory {
 public:
  virtual ~OrgFactory() = default;
  virtual Task<std::shared_ptr<salesforce::Org>> open(std::string tenant,
                                                      std::string connection) = 0;
};

struct Limits {
  std::size_t pairs_max = 1000;      // merged at a time
  std::size_t calls_at_once = 4;     // collections in flight
  std::size_t runs_at_once = 16;     // of the whole engine; the others wait as `queued`
  std::chrono::minutes overlap{15};  // re-read before the watermark
  std::chrono::milliseconds progress_every{250};
};

struct Parts {
  boost::asio::any_io_executor executor;
  boost::asio::thread_pool& pool;  // records are read, merged and written as JSON there
  runtime::Clock& clock;
  runtime::Random& random;
  store::Store& store;
  OrgFactory& orgs;
  EventHub& events;
  Limits limits = {};
};

struct StartRun {
  std::string tenant;
  std::string sync;
  store::RunKind kind = store::RunKind::instant;  // all but undo
  store::RunTrigger trigger = store::RunTrigger::manual;
  std::vector<std::string> records;  // platform keys; empty: all
};

class Engine {
 public:
  explicit Engine(Parts parts);
  ~Engine();

  // Answers the run's id at once; the run goes on by itself. While another run of the sync is on:
  // Error{conflict, code "runInProgress", path = that run's id}.
  Task<std::string> start(StartRun request);
  // Answers the plan's id at once; the plan's own state tells when it is through.
  Task<std::string> plan(std::string tenant, std::string sync, std::vector<std::string> records);
  // The run stops at the next batch, with everything settled that was sent. Good also when it has
  // ended.
  Task<void> cancel(std::string tenant, std::string run);

  // At start, before the first run: ends runs that a crash interrupted. Their open intents are
  // resolved by the next run of the sync, which recover() starts.
  Task<void> recover();
  // At shutdown: no new runs, running ones stop at the next batch; answers when all have, or after
  // `patience` (what is then open is found by recover()).
  boost::asio::awaitable<void> drain(std::chrono::milliseconds patience);

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace crosswalk::sync
