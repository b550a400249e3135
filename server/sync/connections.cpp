#include "sync/connections.hpp"

#include <utility>

#include "observe/log.hpp"
#include "salesforce/client.hpp"
#include "salesforce/errors.hpp"
#include "sync/stored_tokens.hpp"
#include "vault/vault.hpp"

namespace crosswalk::sync {
namespace {

constexpr std::size_t kOpenMax = 512;  // orgs kept open that nobody uses at the moment

std::string secret_place(const std::string& app) { return "app/" + app + "/consumer_secret"; }

Error not_active(const store::ConnectionRow& row) {
  const bool log_in = row.state == store::ConnectionState::needs_reauthorisation;
  return Error{.kind = ErrorKind::conflict,
               .code = log_in ? std::string(salesforce::kNeedsReauthorisation)
                              : std::string("connectionNotActive"),
               .path = "",
               .message = log_in && !row.cause.empty() ? row.cause
                          : log_in                     ? "The connection must be authorised again."
                                                       : "The connection has not been authorised.",
               .salesforce_status = 0,
               .salesforce_code = ""};
}

Error other_org(const store::ConnectionRow& row) {
  return {.kind = ErrorKind::conflict,
          .code = "otherOrg",
          .path = "",
          .message = "This connection belongs to the org " + row.org_id +
                     ", and the sign-in was to another one. Sign in to that org, or make a new "
                     "connection for the other."};
}

Error tokens_overtaken() {
  return {.kind = ErrorKind::conflict,
          .code = "tokensOvertaken",
          .path = "",
          .message = "The connection was renewed while you signed in. Please connect once more."};
}

}  // namespace

Connections::Connections(Parts parts)
    : parts_(std::move(parts)), oauth_(parts_.transport, parts_.settings) {}
Connections::~Connections() = default;

Task<void> Connections::put_app(std::string tenant, std::string name, salesforce::App app) {
  store::AppRow row;
  if (!app.consumer_secret.empty()) {
    auto blob =
        co_await parts_.vault.encrypt(tenant, secret_place(name), std::move(app.consumer_secret));
    if (!blob) co_return blob.error();
    row.consumer_secret = std::move(*blob);
  }
  row.name = std::move(name);
  row.login_url = std::move(app.login_url);
  row.consumer_key = std::move(app.consumer_key);
  row.scopes = std::move(app.scopes);
  row.updated_at = parts_.clock.now();
  // Sessions ask for their app when they refresh: those that are open take the new one.
  co_return co_await parts_.store.apps().put(std::move(tenant), std::move(row));
}

Task<salesforce::App> Connections::app(std::string tenant, std::string name) {
  auto row = co_await parts_.store.apps().get(tenant, name);
  if (!row) co_return row.error();
  salesforce::App app;
  app.login_url = std::move(row->login_url);
  app.consumer_key = std::move(row->consumer_key);
  if (!row->scopes.empty()) app.scopes = std::move(row->scopes);
  if (!row->consumer_secret.empty()) {
    auto secret =
        co_await parts_.vault.decrypt(tenant, secret_place(name), std::move(row->consumer_secret));
    if (!secret) co_return secret.error();
    app.consumer_secret = std::move(*secret);
  }
  co_return app;
}

Task<salesforce::App> Connections::app_of(std::string tenant, store::ConnectionRow row) {
  auto found = co_await app(tenant, row.app);
  if (found && !row.login_url.empty()) found->login_url = std::move(row.login_url);
  co_return found;
}

Task<salesforce::App> Connections::app_of_connection(std::string tenant, std::string connection) {
  auto row = co_await parts_.store.connections().get(tenant, connection);
  if (!row) co_return row.error();
  co_return co_await app_of(std::move(tenant), std::move(*row));
}

Task<store::ConnectionRow> Connections::authorise(std::string tenant, std::string connection,
                                                  std::string code, std::string redirect_uri,
                                                  observe::Secret verifier) {
  auto row = co_await parts_.store.connections().get(tenant, connection);
  if (!row) co_return row.error();
  auto credentials = co_await app_of(tenant, *row);
  if (!credentials) co_return credentials.error();
  auto answer = co_await oauth_.exchange(*credentials, std::move(code), std::move(redirect_uri),
                                         std::move(verifier));
  if (!answer) co_return answer.error();
  auto identity = co_await oauth_.identity(*answer);
  if (!identity) co_return identity.error();
  auto organization = co_await oauth_.organization(*answer);
  if (!organization) co_return organization.error();

  if (!row->org_id.empty() && row->org_id != organization->id) {
    // The links of this connection's syncs hold ids of the org it began with.
    auto revoked = co_await oauth_.revoke(*credentials, answer->refresh_token);
    if (!revoked) observe::log_error(observe::Level::info, "connection.revoke", revoked.error());
    co_return other_org(*row);
  }

  StoredTokens tokens(parts_.store, parts_.vault, parts_.clock, tenant, connection);
  auto former = co_await tokens.load();
  if (!former) co_return former.error();
  if (!former->refresh_token.empty()) {
    // A user may hold five grants of one app; a sixth would silently end the oldest.
    auto revoked = co_await oauth_.revoke(*credentials, former->refresh_token);
    if (!revoked) observe::log_error(observe::Level::info, "connection.revoke", revoked.error());
  }
  row->org_id = organization->id;
  row->org_name = organization->name;
  row->edition = organization->edition;
  row->sandbox = organization->sandbox;
  row->user_id = identity->user_id;
  row->username = identity->username;
  row->instance_url = answer->instance_url;
  row->api_version = parts_.settings.api_version;
  row->scopes = answer->scopes;
  row->state = store::ConnectionState::active;
  row->cause.clear();
  row->updated_at = parts_.clock.now();
  if (auto updated = co_await parts_.store.connections().update(tenant, *row); !updated)
    co_return updated.error();
  salesforce::Tokens fresh;
  fresh.access_token = std::move(answer->access_token);
  fresh.refresh_token = std::move(answer->refresh_token);
  fresh.instance_url = row->instance_url;
  fresh.generation = former->generation;
  auto stored = co_await tokens.replace(std::move(fresh));
  if (!stored) co_return stored.error();
  forget_tokens(tenant, connection);
  // A refresh of the former grant was stored in between; what it stored has just been revoked.
  if (!*stored) co_return tokens_overtaken();
  co_return co_await parts_.store.connections().get(tenant, connection);
}

Task<void> Connections::disconnect(std::string tenant, std::string connection) {
  auto row = co_await parts_.store.connections().get(tenant, connection);
  if (!row) co_return row.error();
  StoredTokens tokens(parts_.store, parts_.vault, parts_.clock, tenant, connection);
  auto credentials = co_await app_of(tenant, *row);
  auto held = co_await tokens.load();
  if (credentials && held) {
    const bool refreshable = !held->refresh_token.empty();
    observe::Secret token = refreshable ? held->refresh_token : held->access_token;
    if (!token.empty()) {
      auto revoked = co_await oauth_.revoke(*credentials, std::move(token));
      if (!revoked)
        observe::log_error(observe::Level::warning, "connection.revoke", revoked.error());
    }
  }
  if (auto erased = co_await parts_.store.connections().erase_tokens(tenant, connection); !erased)
    co_return erased;
  forget_tokens(tenant, connection);
  row->state = store::ConnectionState::disconnected;
  row->cause.clear();
  row->updated_at = parts_.clock.now();
  co_return co_await parts_.store.connections().update(tenant, std::move(*row));
}

void Connections::forget_tokens(const std::string& tenant, const std::string& connection) {
  const auto known = opened_.find({tenant, connection});
  if (known != opened_.end()) known->second.session->forget();
}

// A session that nobody uses is held by its client and here; one that refreshes or saves tokens, by
// itself too.
void Connections::drop_unused() {
  std::erase_if(opened_, [](const auto& entry) {
    const Opened& opened = entry.second;
    return opened.org.use_count() == 1 && opened.session.use_count() == 2;
  });
}

Task<std::shared_ptr<salesforce::Org>> Connections::open(std::string tenant,
                                                         std::string connection) {
  auto row = co_await parts_.store.connections().get(tenant, connection);
  if (!row) co_return row.error();
  if (row->state != store::ConnectionState::active) co_return not_active(*row);
  const Name name(tenant, connection);
  if (const auto known = opened_.find(name); known != opened_.end()) co_return known->second.org;
  if (opened_.size() >= kOpenMax) drop_unused();
  auto session = std::make_shared<salesforce::Session>(salesforce::Session::Parts{
      .executor = parts_.executor,
      .app = [this, name] { return app_of_connection(name.first, name.second); },
      .oauth = oauth_,
      .store = std::make_unique<StoredTokens>(parts_.store, parts_.vault, parts_.clock, tenant,
                                              connection),
      .clock = parts_.clock,
      .settings = parts_.settings});
  std::shared_ptr<salesforce::Org> org = std::make_shared<salesforce::Client>(
      parts_.transport, session, parts_.clock, parts_.random, parts_.settings);
  opened_[name] = {.session = std::move(session), .org = org};
  co_return org;
}

}  // namespace crosswalk::sync
