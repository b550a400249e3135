// A connection as the contract's JSON, and the words and lists around it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "store/connections.hpp"

namespace crosswalk::api {

std::string_view name_of(store::ConnectionKind kind);
std::string_view name_of(store::ConnectionState state);

std::vector<std::string> split_scopes(std::string_view scopes);
std::string join_scopes(const std::vector<std::string>& scopes);

nlohmann::ordered_json connection_document(const store::ConnectionRow& row);

// A console route: words and names between slashes, never a URL (threat row S24).
bool is_route_name(std::string_view text);
std::string route_location(std::string_view route_name);

}  // namespace crosswalk::api
