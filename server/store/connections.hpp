// Apps (a Salesforce connected app's consumer key and secret) and connections (one Salesforce
// user's authorised access). Secrets are blobs that the vault made; the store never sees plain
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

struct AppRow {
  std::string name;
  std::string login_url;
  std::string consumer_key;
  std::string consumer_secret;  // encrypted blob; empty for a public client
  std::string scopes;           // space separated; empty: the default
  runtime::Stamp updated_at;
};

class Apps {
 public:
  virtual ~Apps() = default;
  virtual Task<void> put(std::string tenant, AppRow app) = 0;
  virtual Task<AppRow> get(std::string tenant, std::string name) = 0;
  virtual Task<Page<AppRow>> list(std::string tenant, PageRequest page) = 0;
};

enum class ConnectionKind { primary, personal };
enum class ConnectionState { pending, active, needs_reauthorisation, disconnected };

struct ApiLimit {
  std::int64_t used = 0, max = 0;  // max 0: not seen yet
  runtime::Stamp at;
};

struct ConnectionRow {
  std::string id, app;
  ConnectionKind kind = ConnectionKind::primary;
  std::string user;  // the platform's user of a personal connection
  ConnectionState state = ConnectionState::pending;
  std::string cause;  // why it is not active, in words for an admin
  std::string org_id, org_name, edition;
  bool sandbox = false;
  std::string user_id, username, instance_url, login_url, api_version, scopes, return_to;
  ApiLimit limit;
  runtime::Stamp created_at, updated_at;
};

// What a token refresh is doing now. Salesforce may rotate refresh tokens, so a refresh is
// announced durably before it is sent and its answer is stored before anybody uses it.
enum class TokenState { none, current, refreshing, in_doubt };

struct TokenRow {
  std::int64_t generation = 0;  // 0: there were never tokens
  TokenState state = TokenState::none;
  std::string access_token;   // encrypted blob
  std::string refresh_token;  // encrypted blob; empty where the flow has none
  std::optional<runtime::Stamp> issued_at, refresh_started_at;
};

class Connections {
 public:
  virtual ~Connections() = default;
  virtual Task<void> create(std::string tenant, ConnectionRow connection) = 0;
  virtual Task<ConnectionRow> get(std::string tenant, std::string id) = 0;
  virtual Task<Page<ConnectionRow>> list(std::string tenant, PageRequest page) = 0;
  // Replaces everything but id, created_at, the limit and the tokens.
  virtual Task<void> update(std::string tenant, ConnectionRow connection) = 0;
  virtual Task<void> set_limit(std::string tenant, std::string id, ApiLimit limit) = 0;
  // Error{conflict, "connectionInUse"} never: syncs name a connection, and say so when it is gone.
  virtual Task<void> erase(std::string tenant, std::string id) = 0;

  virtual Task<TokenRow> tokens(std::string tenant, std::string id) = 0;
  // Compare and set: stores the pair as generation `expected` + 1, state current, only when the row
  // still has generation `expected`; otherwise Error{conflict, "tokenGeneration"}: read again.
  virtual Task<std::int64_t> store_tokens(std::string tenant, std::string id, std::int64_t expected,
                                          std::string access_token, std::string refresh_token,
                                          runtime::Stamp issued_at) = 0;
  // Same comparison; marks what happens to generation `expected` without changing the tokens.
  virtual Task<void> mark_tokens(std::string tenant, std::string id, std::int64_t expected,
                                 TokenState state, runtime::Stamp at) = 0;
  virtual Task<void> erase_tokens(std::string tenant, std::string id) = 0;
};

}  // namespace crosswalk::store
