#include "api/auth.hpp"

#include "api/problem.hpp"
#include "net/url.hpp"
#include "store/sessions.hpp"
#include "store/tenants.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::api {
namespace {

Error unauthorised(std::string_view code, std::string_view message) {
  return make_error(ErrorKind::unauthorised, code, message);
}

Task<Identity> identify_key(Services& services, std::string header) {
  constexpr std::string_view kScheme = "Bearer ";
  if (header.size() <= kScheme.size() ||
      !net::equals_ignoring_case(header.substr(0, kScheme.size()), kScheme)) {
    co_return unauthorised("apiKey", "Authorization must be: Bearer <api key>.");
  }
  auto key = co_await services.store.tenants().find_key(
      vault::hash_token(std::string_view(header).substr(kScheme.size())));
  if (!key) {
    if (key.error().kind != ErrorKind::unauthorised) co_return key.error();
    co_return unauthorised("apiKey", "This API key is not known.");
  }
  co_return Identity{.credential = Credential::key, .tenant = key->tenant, .session_hash = ""};
}

Task<Identity> identify_session(Services& services, std::string token) {
  std::string hash = vault::hash_token(token);
  auto session = co_await services.store.sessions().find(hash, services.clock.now());
  if (!session) {
    if (session.error().kind != ErrorKind::unauthorised) co_return session.error();
    co_return unauthorised("session", "The session has ended. Sign in again.");
  }
  co_return Identity{.credential = Credential::session,
                     .tenant = session->tenant,
                     .session_hash = std::move(hash)};
}

// A browser that was sent to 127.0.0.1 may also know the server as localhost; both are this
// machine.
bool is_own_origin(const Services& services, std::string_view text) {
  const auto origin = net::parse_origin(text);
  const auto own = net::parse_origin(services.settings.public_url);
  if (!origin || !own) return false;
  if (*origin == *own) return true;
  const auto is_loopback = [](std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
  };
  return origin->scheme == own->scheme && origin->port == own->port && is_loopback(origin->host) &&
         is_loopback(own->host);
}

}  // namespace

std::optional<std::string_view> cookie(const net::RequestHead& head, std::string_view name) {
  for (std::string_view list : head.headers.all("Cookie")) {
    while (!list.empty()) {
      const std::size_t semicolon = list.find(';');
      std::string_view pair = list.substr(0, semicolon);
      list = semicolon == std::string_view::npos ? std::string_view() : list.substr(semicolon + 1);
      while (pair.starts_with(' ')) pair.remove_prefix(1);
      if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=') {
        return pair.substr(name.size() + 1);
      }
    }
  }
  return std::nullopt;
}

bool is_https(const Services& services) {
  return services.settings.public_url.starts_with("https://");
}

std::string session_cookie_name(const Services& services) {
  return is_https(services) ? "__Host-crosswalk_session" : "crosswalk_session";
}

Task<Identity> identify(Services& services, const net::RequestHead& head, Access access) {
  if (access == Access::open) co_return Identity{};
  if (const auto header = head.headers.get("Authorization")) {
    co_return co_await identify_key(services, std::string(*header));
  }
  if (access == Access::tenant) {
    if (const auto token = cookie(head, session_cookie_name(services))) {
      co_return co_await identify_session(services, std::string(*token));
    }
  }
  co_return unauthorised("noCredential", access == Access::tenant
                                             ? "Send an API key (Authorization: Bearer) or sign in."
                                             : "Send an API key (Authorization: Bearer).");
}

Result<void> check_same_origin(const Services& services, const net::RequestHead& head) {
  const auto origin = head.headers.get("Origin");
  if (head.headers.get("X-Crosswalk").value_or("") == "1" && origin &&
      is_own_origin(services, *origin)) {
    return {};
  }
  return make_error(ErrorKind::forbidden, "crossSite",
                    "With a session, changes must come from this server's own pages: the "
                    "Origin of the server and the header X-Crosswalk: 1.");
}

Task<std::string> open_session(Services& services, std::string tenant) {
  const observe::Secret token = vault::random_token(vault::kSessionPrefix, services.random);
  const runtime::Stamp now = services.clock.now();
  store::SessionRow row{.hash = vault::hash_token(token.reveal()),
                        .tenant = std::move(tenant),
                        .created_at = now,
                        .expires_at = now + kSessionLife};
  auto opened = co_await services.store.sessions().open(std::move(row));
  if (!opened) co_return opened.error();
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(kSessionLife).count();
  co_return session_cookie_name(services) + "=" + std::string(token.reveal()) +
      "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) +
      (is_https(services) ? "; Secure" : "");
}

std::string expired_session_cookie(const Services& services) {
  return session_cookie_name(services) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" +
         (is_https(services) ? "; Secure" : "");
}

}  // namespace crosswalk::api
