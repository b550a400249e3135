// The whole API as one table, in the order of the OpenAPI document.
#pragma once

#include <span>

#include "api/route.hpp"

namespace crosswalk::api {

std::span<const Route> routes();

// Each in the file of its resource.
std::span<const Route> health_routes();
std::span<const Route> session_routes();
std::span<const Route> app_routes();
std::span<const Route> connection_routes();
std::span<const Route> oauth_routes();
std::span<const Route> object_routes();
std::span<const Route> platform_routes();
std::span<const Route> mapping_routes();
std::span<const Route> sync_routes();
std::span<const Route> plan_routes();
std::span<const Route> run_routes();
std::span<const Route> run_event_routes();
std::span<const Route> issue_routes();
std::span<const Route> record_routes();
std::span<const Route> import_routes();

}  // namespace crosswalk::api
