// OAuth 2.0 web-server flow with PKCE (S256), as pure codecs, and OAuthClient that sends them.
// Tokens are opaque texts. An identity is believed only when the token answer's signature proves
// it: BASE64 of HMAC-SHA256 with the consumer secret over `id` and `issued_at`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"
#include "net/transport.hpp"
#include "observe/secret.hpp"
#include "runtime/task.hpp"
#include "salesforce/settings.hpp"

namespace crosswalk::salesforce {

struct App {
  std::string
      login_url;  // https://login.salesforce.com, https://test.salesforce.com or a My Domain
  std::string consumer_key;
  observe::Secret consumer_secret;  // empty: a public client
  std::string scopes = "api refresh_token id";
};

struct AuthorizeRequest {
  std::string redirect_uri;
  std::string state;
  std::string code_challenge;  // vault::pkce_challenge(verifier)
};

struct TokenAnswer {
  observe::Secret access_token;
  observe::Secret refresh_token;  // empty: none was given; on a refresh the old one stays
  std::string instance_url;       // origin, without a trailing slash
  std::string id_url;             // https://login.salesforce.com/id/<orgId>/<userId>
  std::string issued_at;          // milliseconds since the epoch, as text
  std::string scopes;             // granted, separated by spaces

  std::string org_id;  // both from id_url
  std::string user_id;
};

struct Identity {
  std::string org_id, user_id, username, display_name, email;
};

struct Organization {
  std::string id, name, edition, instance_name;
  bool sandbox = false;
};

std::string authorize_url(const App& app, const AuthorizeRequest& request);
std::string code_form(const App& app, std::string_view code, std::string_view redirect_uri,
                      std::string_view verifier);
std::string refresh_form(const App& app, std::string_view refresh_token);
// Checks the signature, and that instance_url and id are clean origins/URLs.
Result<TokenAnswer> read_token_answer(int status, std::string_view body, const App& app);
Result<Identity> read_identity(int status, std::string_view body);
Error read_oauth_error(int status, std::string_view body);
// The connection is dead until a person logs in again: never retried.
bool needs_reauthorisation(const Error& error);

class OAuthClient {
 public:
  OAuthClient(net::Transport& transport, Settings settings);

  // The code comes decoded once from the callback's query.
  Task<TokenAnswer> exchange(App app, std::string code, std::string redirect_uri,
                             observe::Secret verifier);
  Task<TokenAnswer> refresh(App app, observe::Secret refresh_token);
  // Good also when the token was dead already.
  Task<void> revoke(App app, observe::Secret token);
  Task<Identity> identity(TokenAnswer tokens);
  Task<Organization> organization(TokenAnswer tokens);

 private:
  Task<net::HttpResponse> post_form(std::string url, std::string form);
  Task<net::HttpResponse> get(std::string url, observe::Secret token);

  net::Transport* transport_;
  Settings settings_;
};

}  // namespace crosswalk::salesforce
