#include "api/login_url.hpp"

#include "net/url.hpp"

namespace crosswalk::api {

Result<std::string> read_login_url(const net::OriginPolicy& origins, std::string_view text) {
  auto url = net::parse_url(text);
  if (!url) return url.error();
  net::Origin origin = url->origin;
  constexpr std::string_view kLightning = ".lightning.force.com";
  if (origin.host.size() > kLightning.size() && origin.host.ends_with(kLightning)) {
    origin.host.replace(origin.host.size() - kLightning.size(), kLightning.size(),
                        ".my.salesforce.com");
  }
  auto allowed = origins.check(origin);
  if (!allowed) {
    Error error = allowed.error();
    error.kind = ErrorKind::bad_input;
    return error;
  }
  return origin.text();
}

}  // namespace crosswalk::api
