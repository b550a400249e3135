// Who asks: an API key or a console session becomes a tenant, and nothing else does. A session's
// unsafe calls must also come from the server's own pages (threat row S7).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/call.hpp"

namespace crosswalk::api {

inline constexpr std::chrono::hours kSessionLife{12};
inline constexpr std::chrono::minutes kTicketLife{10};

Task<Identity> identify(Services& services, const net::RequestHead& head, Access access);

// X-Crosswalk: 1 and the server's own Origin.
Result<void> check_same_origin(const Services& services, const net::RequestHead& head);

std::optional<std::string_view> cookie(const net::RequestHead& head, std::string_view name);
bool is_https(const Services& services);
// "__Host-crosswalk_session" over https; plain http (a local server) cannot have the prefix.
std::string session_cookie_name(const Services& services);
// Opens a session and answers the Set-Cookie value.
Task<std::string> open_session(Services& services, std::string tenant);
std::string expired_session_cookie(const Services& services);

}  // namespace crosswalk::api
