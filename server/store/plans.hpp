// Plans: what a run would do. Records are added in the plan's order and read back in pages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

enum class PlanState { building, ready, failed, applied };

struct PlanRow {
  std::string id, sync, mapping;
  PlanState state = PlanState::building;
  std::string cause;                   // why it failed
  std::string digest;                  // empty while building
  std::string totals_json, cost_json;  // objects of the contract; empty while building
  runtime::Stamp created_at, expires_at;
};

struct PlanRecord {
  std::string action;  // the contract's word, for the filter
  std::string json;    // the contract's record object
};

inline constexpr std::size_t kPlanBatchMax = 2000;

class Plans {
 public:
  virtual ~Plans() = default;
  virtual Task<void> create(std::string tenant, PlanRow plan) = 0;
  virtual Task<void> update(std::string tenant, PlanRow plan) = 0;
  virtual Task<PlanRow> get(std::string tenant, std::string id) = 0;
  // Appended in order; ≤ kPlanBatchMax.
  virtual Task<void> add(std::string tenant, std::string plan, std::vector<PlanRecord> records) = 0;
  virtual Task<Page<PlanRecord>> records(std::string tenant, std::string plan,
                                         std::optional<std::string> action, PageRequest page) = 0;
  // Removes expired plans with their records; answers how many.
  virtual Task<std::size_t> sweep(std::string tenant, runtime::Stamp now) = 0;
};

}  // namespace crosswalk::store
