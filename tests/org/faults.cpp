#include "org/faults.hpp"

#include <nlohmann/json.hpp>

#include "json/read.hpp"
#include "org/value.hpp"

namespace crosswalk::org {

bool Faults::take_lock(const std::string& id) {
  const auto found = locks.find(id);
  if (found == locks.end() || found->second <= 0) return false;
  if (--found->second == 0) locks.erase(found);
  return true;
}

std::string set_faults(Faults& faults, const nlohmann::ordered_json& wanted) {
  if (!wanted.is_object()) return "an object is wanted";
  const auto count = [](const nlohmann::ordered_json& from, const char* name, int fallback) {
    return static_cast<int>(json::integer_member(from, name, fallback));
  };
  for (const auto& [name, value] : wanted.items()) {
    if (name == "refuse") {
      faults.refuse_count = count(value, "count", 1);
      faults.refuse_status = count(value, "status", 503);
      faults.refuse_code = json::text_member(value, "errorCode", "SERVER_UNAVAILABLE");
      faults.refuse_message = json::text_member(value, "message", "Server too busy");
    } else if (name == "lock") {
      const auto id = read_id(json::text_member(value, "id"));
      if (!id) return "lock.id is no id";
      faults.locks[*id] = count(value, "count", 1);
    } else if (name == "loseAnswer") {
      faults.lose_count = count(value, "count", 1);
      faults.lose_path = json::text_member(value, "path");
    } else if (name == "delay") {
      faults.delay_count = count(value, "count", 1);
      faults.delay_ms = count(value, "milliseconds", 1000);
    } else if (name == "limit") {
      faults.limit_max = count(value, "max", faults.limit_max);
      faults.limit_used = count(value, "used", faults.limit_used);
    } else if (name == "apiDisabled" && value.is_boolean()) {
      faults.api_disabled = value.get<bool>();
    } else if (name == "advanceSeconds" && value.is_number_integer()) {
      faults.clock_offset_s += value.get<std::int64_t>();
    } else {
      return "unknown or malformed fault \"" + name + "\"";
    }
  }
  return {};
}

}  // namespace crosswalk::org
