#include "api/routes.hpp"

#include <vector>

namespace crosswalk::api {

std::span<const Route> routes() {
  static const std::vector<Route> all = [] {
    std::vector<Route> joined;
    for (const auto table :
         {health_routes(), session_routes(), app_routes(), connection_routes(), oauth_routes(),
          object_routes(), platform_routes(), mapping_routes(), sync_routes(), plan_routes(),
          run_routes(), run_event_routes(), issue_routes(), record_routes(), import_routes()}) {
      joined.insert(joined.end(), table.begin(), table.end());
    }
    return joined;
  }();
  return all;
}

}  // namespace crosswalk::api
