#include "salesforce/oauth.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "json/read.hpp"
#include "net/url.hpp"
#include "salesforce/answers.hpp"
#include "salesforce/errors.hpp"
#include "vault/tokens.hpp"

namespace crosswalk::salesforce {
namespace {

constexpr std::size_t kTokenBytesMax = 8u << 10;
constexpr std::size_t kTokenAnswerBytesMax = 64u << 10;
constexpr std::size_t kIdentityBytesMax = 1u << 20;

// What the token endpoint answers when the same request may succeed later. All else is final.
constexpr std::array<std::string_view, 3> kPassing{"rate_limit_exceeded", "server_error",
                                                   "temporarily_unavailable"};

// What an admin can do about an OAuth error, beside the description that Salesforce gives.
struct OAuthCure {
  std::string_view error;
  std::string_view cure;
};
constexpr std::array kCures{
    OAuthCure{"access_denied", "The access was denied on Salesforce's page; start again."},
    OAuthCure{"invalid_grant", "The grant has ended or was revoked; connect the org again."},
    OAuthCure{"invalid_client", "Check the app's consumer key and secret."},
    OAuthCure{"invalid_client_id",
              "Check the app's consumer key; a new app takes up to ten minutes to be known."},
    OAuthCure{"invalid_client_credentials", "Check the app's consumer secret."},
    OAuthCure{"redirect_uri_mismatch", "Register this server's callback URL with the app."},
    OAuthCure{"inactive_user", "The Salesforce user is not active."},
    OAuthCure{"inactive_org", "The org is locked or has expired."},
    OAuthCure{"invalid_scope", "Give the app the scopes that are asked for."},
    OAuthCure{"invalid_app_access", "An administrator must allow the app for this user."},
    OAuthCure{"OAUTH_APP_BLOCKED", "An administrator has blocked the app; unblock it."},
    OAuthCure{"OAUTH_APPROVAL_ERROR_GENERIC",
              "An administrator must install the app in the org before a user can connect it."},
};

std::string without_slash(std::string url) {
  while (!url.empty() && url.back() == '/') url.pop_back();
  return url;
}

Error bad_answer(std::string message) {
  return Error{.kind = ErrorKind::unavailable,
               .code = "tokenAnswer",
               .path = "",
               .message = std::move(message),
               .salesforce_status = 0,
               .salesforce_code = ""};
}

// The last two segments of https://login.salesforce.com/id/<orgId>/<userId>.
bool split_id_url(std::string_view url, std::string* org, std::string* user) {
  const std::size_t user_at = url.rfind('/');
  if (user_at == std::string_view::npos || user_at == 0) return false;
  const std::size_t org_at = url.rfind('/', user_at - 1);
  if (org_at == std::string_view::npos) return false;
  *org = url.substr(org_at + 1, user_at - org_at - 1);
  *user = url.substr(user_at + 1);
  return is_record_id(*org) && is_record_id(*user);
}

void add_client(net::Fields* fields, const App& app) {
  fields->emplace_back("client_id", app.consumer_key);
  if (!app.consumer_secret.empty())
    fields->emplace_back("client_secret", std::string(app.consumer_secret.reveal()));
}

// Requests are built outside of the coroutines: g++ 12 cannot keep a list of headers in one.
net::HttpRequest form_request(std::string url, std::string form) {
  return {.method = "POST",
          .url = std::move(url),
          .headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                      {"Accept", "application/json"}},
          .body = std::move(form)};
}

net::HttpRequest get_request(std::string url, const observe::Secret& token) {
  return {.method = "GET",
          .url = std::move(url),
          .headers = {{"Authorization", "Bearer " + std::string(token.reveal())},
                      {"Accept", "application/json"}},
          .body = ""};
}

net::Fields revoke_fields(const observe::Secret& token) {
  return {{"token", std::string(token.reveal())}};
}

}  // namespace

std::string authorize_url(const App& app, const AuthorizeRequest& request) {
  net::Fields fields{{"response_type", "code"},
                     {"client_id", app.consumer_key},
                     {"redirect_uri", request.redirect_uri},
                     {"state", request.state},
                     {"code_challenge", request.code_challenge},
                     {"code_challenge_method", "S256"}};
  if (!app.scopes.empty()) fields.emplace_back("scope", app.scopes);
  return without_slash(app.login_url) + "/services/oauth2/authorize?" + net::form_encode(fields);
}

std::string code_form(const App& app, std::string_view code, std::string_view redirect_uri,
                      std::string_view verifier) {
  net::Fields fields{{"grant_type", "authorization_code"},
                     {"code", std::string(code)},
                     {"redirect_uri", std::string(redirect_uri)},
                     {"code_verifier", std::string(verifier)}};
  add_client(&fields, app);
  return net::form_encode(fields);
}

std::string refresh_form(const App& app, std::string_view refresh_token) {
  net::Fields fields{{"grant_type", "refresh_token"},
                     {"refresh_token", std::string(refresh_token)}};
  add_client(&fields, app);
  return net::form_encode(fields);
}

Error read_oauth_error(int status, std::string_view body) {
  Error error{.kind = ErrorKind::unavailable,
              .code = std::string(kNotJson),
              .path = "",
              .message = "The login server gave no answer that can be read.",
              .salesforce_status = status,
              .salesforce_code = ""};
  const auto tree = json::read(body, {.depth_max = 8, .nodes_max = 256});
  if (!tree || !tree->is_object()) return error;
  error.salesforce_code = json::text_member(*tree, "error");
  if (error.salesforce_code.empty()) return error;
  error.code = std::string(kRefused);
  const bool passing =
      status == 429 || status >= 500 ||
      std::find(kPassing.begin(), kPassing.end(), error.salesforce_code) != kPassing.end();
  error.kind = passing ? ErrorKind::unavailable : ErrorKind::refused;
  error.message = json::text_member(*tree, "error_description", error.salesforce_code);
  const auto cure = std::find_if(kCures.begin(), kCures.end(), [&](const OAuthCure& row) {
    return row.error == error.salesforce_code;
  });
  if (cure != kCures.end()) error.message += ". " + std::string(cure->cure);
  return error;
}

bool needs_reauthorisation(const Error& error) {
  return error.kind == ErrorKind::refused && !error.salesforce_code.empty();
}

Result<TokenAnswer> read_token_answer(int status, std::string_view body, const App& app) {
  if (status != 200) return read_oauth_error(status, body);
  const auto tree = json::read(body, {.depth_max = 8, .nodes_max = 256});
  if (!tree || !tree->is_object()) return read_oauth_error(status, body);
  TokenAnswer answer;
  answer.access_token = observe::Secret(json::text_member(*tree, "access_token"));
  answer.refresh_token = observe::Secret(json::text_member(*tree, "refresh_token"));
  answer.id_url = json::text_member(*tree, "id");
  answer.issued_at = json::text_member(*tree, "issued_at");
  answer.scopes = json::text_member(*tree, "scope");
  if (answer.access_token.empty() || answer.access_token.size() > kTokenBytesMax ||
      answer.refresh_token.size() > kTokenBytesMax)
    return bad_answer("The login server's answer has no usable access token.");
  const auto origin = net::parse_origin(json::text_member(*tree, "instance_url"));
  if (!origin) return bad_answer("The login server's answer has no usable instance URL.");
  answer.instance_url = origin->text();
  if (!split_id_url(answer.id_url, &answer.org_id, &answer.user_id) ||
      !net::parse_url(answer.id_url))
    return bad_answer("The login server's answer has no usable identity URL.");
  if (!app.consumer_secret.empty() &&
      !vault::token_signature_holds(app.consumer_secret.reveal(), answer.id_url, answer.issued_at,
                                    json::text_member(*tree, "signature")))
    return bad_answer("The signature of the login server's answer does not hold.");
  return answer;
}

Result<Identity> read_identity(int status, std::string_view body) {
  const auto tree = json::read(body, {.depth_max = 16, .nodes_max = 4096});
  if (status != 200 || !tree || !tree->is_object()) {
    return Error{.kind = ErrorKind::unavailable,
                 .code = "identity",
                 .path = "",
                 .message = "Salesforce did not say who the user is.",
                 .salesforce_status = status,
                 .salesforce_code = ""};
  }
  return Identity{.org_id = json::text_member(*tree, "organization_id"),
                  .user_id = json::text_member(*tree, "user_id"),
                  .username = json::text_member(*tree, "username"),
                  .display_name = json::text_member(*tree, "display_name"),
                  .email = json::text_member(*tree, "email")};
}

OAuthClient::OAuthClient(net::Transport& transport, Settings settings)
    : transport_(&transport), settings_(std::move(settings)) {}

Task<net::HttpResponse> OAuthClient::post_form(std::string url, std::string form) {
  net::SendOptions options{.deadline = settings_.token_deadline,
                           .response_bytes_max = kTokenAnswerBytesMax};
  co_return co_await transport_->send(form_request(std::move(url), std::move(form)), options);
}

Task<TokenAnswer> OAuthClient::exchange(App app, std::string code, std::string redirect_uri,
                                        observe::Secret verifier) {
  auto answer = co_await post_form(without_slash(app.login_url) + "/services/oauth2/token",
                                   code_form(app, code, redirect_uri, verifier.reveal()));
  if (!answer) co_return answer.error();
  co_return read_token_answer(answer->status, answer->body, app);
}

Task<TokenAnswer> OAuthClient::refresh(App app, observe::Secret refresh_token) {
  auto answer = co_await post_form(without_slash(app.login_url) + "/services/oauth2/token",
                                   refresh_form(app, refresh_token.reveal()));
  if (!answer) co_return answer.error();
  co_return read_token_answer(answer->status, answer->body, app);
}

Task<void> OAuthClient::revoke(App app, observe::Secret token) {
  auto answer = co_await post_form(without_slash(app.login_url) + "/services/oauth2/revoke",
                                   net::form_encode(revoke_fields(token)));
  if (!answer) co_return answer.error();
  // 400 invalid_token: it was dead already, which is what was wanted.
  if (answer->status == 200 || answer->status == 400) co_return Result<void>();
  co_return read_oauth_error(answer->status, answer->body);
}

Task<net::HttpResponse> OAuthClient::get(std::string url, observe::Secret token) {
  net::SendOptions options{.deadline = settings_.token_deadline,
                           .response_bytes_max = kIdentityBytesMax};
  co_return co_await transport_->send(get_request(std::move(url), token), options);
}

Task<Identity> OAuthClient::identity(TokenAnswer tokens) {
  auto answer = co_await get(tokens.id_url, tokens.access_token);
  if (!answer) co_return answer.error();
  auto identity = read_identity(answer->status, answer->body);
  if (identity && (!same_record_id(identity->org_id, tokens.org_id) ||
                   !same_record_id(identity->user_id, tokens.user_id)))
    co_return bad_answer("Salesforce's identity answer is not about the user who logged in.");
  co_return identity;
}

Task<Organization> OAuthClient::organization(TokenAnswer tokens) {
  constexpr std::string_view kQuery =
      "SELECT Id, Name, OrganizationType, IsSandbox, InstanceName FROM Organization";
  auto answer = co_await get(tokens.instance_url + "/services/data/v" + settings_.api_version +
                                 "/query?q=" + net::percent_encode(kQuery),
                             tokens.access_token);
  if (!answer) co_return answer.error();
  if (answer->status != 200) co_return read_error(answer->status, answer->headers, answer->body);
  const auto tree = json::read(answer->body, {.depth_max = 16, .nodes_max = 4096});
  const auto* records = tree ? json::member(*tree, "records") : nullptr;
  if (records == nullptr || !records->is_array() || records->empty())
    co_return bad_answer("Salesforce did not say which org this is.");
  const auto& row = records->front();
  co_return Organization{.id = json::text_member(row, "Id"),
                         .name = json::text_member(row, "Name"),
                         .edition = json::text_member(row, "OrganizationType"),
                         .instance_name = json::text_member(row, "InstanceName"),
                         .sandbox = json::truth_member(row, "IsSandbox")};
}

}  // namespace crosswalk::salesforce
