#include "sync/settings.hpp"

#include <nlohmann/json.hpp>

#include "json/read.hpp"

namespace crosswalk::sync {
namespace {

using nlohmann::ordered_json;

Error bad(std::string pointer, std::string message) {
  return Error{.kind = ErrorKind::bad_input,
               .code = "syncDocument",
               .path = std::move(pointer),
               .message = std::move(message),
               .salesforce_status = 0,
               .salesforce_code = ""};
}

// Members of the contract that this version does not carry out, with the one value that asks for
// nothing. Any value is kept by the API; only what would be ignored silently is refused.
struct Idle {
  std::string_view name;
  std::string_view value;  // as compact JSON
};
constexpr Idle kIdle[] = {
    {"schedule", "null"},      {"live", "false"},        {"pollPrimaryOnly", "true"},
    {"personalEvery", "null"}, {"approve", "\"never\""}, {"deletes", "null"},
    {"settings", "{}"},
};

Result<void> read_member(SyncSettings* out, const std::string& name, const ordered_json& value) {
  const std::string pointer = "/" + name;
  if (name == "connection" || name == "mapping") {
    if (!value.is_string() || value.get<std::string>().empty())
      return bad(pointer, "The name of a " + name + " is needed.");
    (name == "connection" ? out->connection : out->mapping) = value.get<std::string>();
    return {};
  }
  if (name == "enabled") {
    if (!value.is_boolean()) return bad(pointer, "true or false is needed.");
    out->enabled = value.get<bool>();
    return {};
  }
  if (name == "reserve") {
    if (!value.is_number() || value.get<double>() < 0 || value.get<double>() >= 1)
      return bad(pointer, "A share from 0 to below 1 is needed.");
    out->reserve = value.get<double>();
    return {};
  }
  for (const Idle& idle : kIdle) {
    if (idle.name != name) continue;
    if (value.is_null() || json::write(value) == idle.value) return {};
    return bad(pointer, "This version does not carry out \"" + name + "\" yet; leave it out.");
  }
  return bad(pointer, "A sync has no member \"" + name + "\".");
}

}  // namespace

Result<SyncSettings> read_sync(std::string_view text) {
  auto tree = json::read(text, {.depth_max = 16, .nodes_max = 1000, .bytes_max = 256u << 10});
  if (!tree) return tree.error();
  if (!tree->is_object()) return bad("", "A sync is a JSON object.");
  SyncSettings settings;
  for (const auto& [name, value] : tree->items()) {
    if (auto read = read_member(&settings, name, value); !read) return read.error();
  }
  if (settings.connection.empty()) return bad("/connection", "A sync needs a connection.");
  if (settings.mapping.empty()) return bad("/mapping", "A sync needs a mapping.");
  return settings;
}

}  // namespace crosswalk::sync
