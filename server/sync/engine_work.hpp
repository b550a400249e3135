// What is inside the engine: all that is under way, each with the control that stops it. How a run
// lives is in engine_runs.cpp, a plan in engine_plans.cpp, the start after a crash in recovery.cpp.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <map>
#include <utility>

#include "store/plans.hpp"
#include "sync/control.hpp"
#include "sync/engine.hpp"
#include "sync/progress.hpp"

namespace crosswalk::sync {
namespace asio = boost::asio;

Error draining();  // no more work is taken
Error broken();    // for what no code foresaw

struct Engine::Impl : std::enable_shared_from_this<Engine::Impl> {
  explicit Impl(Parts given)
      : parts(std::move(given)), changed(parts.executor, asio::steady_timer::time_point::max()) {}

  using Name = std::pair<std::string, std::string>;  // tenant, id of a run or plan

  static asio::awaitable<void> run(std::shared_ptr<Impl> self, std::string tenant,
                                   store::RunRow row, std::shared_ptr<Control> control);
  static asio::awaitable<void> plan(std::shared_ptr<Impl> self, std::string tenant,
                                    store::PlanRow row, std::vector<std::string> keys,
                                    std::shared_ptr<Control> control);
  Task<void> run_in_turn(std::string tenant, Progress& progress, const Control& control);
  Task<void> end_run(std::string tenant, Progress& progress,
                     Result<std::vector<store::Watermark>> done, const Control& control);
  Task<void> end_plan(std::string tenant, store::PlanRow row, Result<void> done);
  Task<void> recover_tenant(std::string tenant);
  Task<store::RunRow> end_interrupted(std::string tenant, store::RunRow row);
  Task<std::string> begin(std::string tenant, store::RunRow row);

  std::shared_ptr<Control> open(const Name& name) {
    auto control = std::make_shared<Control>();
    controls[name] = control;
    return control;
  }
  void close(const Name& name) {
    controls.erase(name);
    changed.cancel();
  }

  Parts parts;
  std::map<Name, std::shared_ptr<Control>> controls;  // of all that is under way
  std::size_t running = 0;                            // of these, runs that have their turn
  bool closing = false;
  asio::steady_timer changed;  // cancelled whenever a run ends
};

}  // namespace crosswalk::sync
