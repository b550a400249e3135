// What a test may ask to go wrong, and what it may ask to know: the state behind /__org/.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace crosswalk::org {

struct Faults {
  int refuse_count = 0, refuse_status = 503;  // the next N data calls answer this
  std::string refuse_code = "SERVER_UNAVAILABLE", refuse_message = "Server too busy";
  std::map<std::string, int> locks;   // id (18) → writes that find it locked
  int lose_count = 0;                 // calls that are carried out, then not answered
  std::string lose_path;              // only calls whose path holds this
  int delay_count = 0, delay_ms = 0;  // the next N answers come late
  bool api_disabled = false;
  std::int64_t clock_offset_s = 0;
  int limit_max = 15'000, limit_used = 0;  // daily API requests

  bool take_lock(const std::string& id);
};

// Sets what the document names and leaves the rest. Answers the problem, empty when all was good.
std::string set_faults(Faults& faults, const nlohmann::ordered_json& wanted);

struct Stats {
  std::map<std::string, std::uint64_t> calls;  // by kind
  std::uint64_t records_created = 0, records_updated = 0, records_deleted = 0, records_refused = 0;
};

}  // namespace crosswalk::org
