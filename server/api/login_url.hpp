// The login host that an admin typed, made into an origin that may be reached.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "net/origin_policy.hpp"

namespace crosswalk::api {

// "https://acme.my.salesforce.com/" → "https://acme.my.salesforce.com". A Lightning address is the
// same org's page, not its API host, and is mapped. Errors: badUrl, originRefused.
Result<std::string> read_login_url(const net::OriginPolicy& origins, std::string_view text);

}  // namespace crosswalk::api
