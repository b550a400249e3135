// The OpenAPI 3.1 document, made from the route table: a route that is not in the table is not in
// it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "api/route.hpp"

namespace crosswalk::api {

std::string openapi(std::span<const Route> routes, std::string_view public_url,
                    std::string_view version);

}  // namespace crosswalk::api
