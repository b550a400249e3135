#include "sync/stored_tokens.hpp"

#include "store/connections.hpp"
#include "vault/vault.hpp"

namespace crosswalk::sync {

StoredTokens::StoredTokens(store::Store& store, vault::Vault& vault, runtime::Clock& clock,
                           std::string tenant, std::string connection)
    : store_(store),
      vault_(vault),
      clock_(clock),
      tenant_(std::move(tenant)),
      connection_(std::move(connection)) {}

std::string StoredTokens::place(std::string_view token) const {
  return "connection/" + connection_ + "/" + std::string(token);
}

Task<salesforce::Tokens> StoredTokens::load() {
  auto row = co_await store_.connections().get(tenant_, connection_);
  if (!row) co_return row.error();
  auto kept = co_await store_.connections().tokens(tenant_, connection_);
  if (!kept) co_return kept.error();
  salesforce::Tokens tokens;
  tokens.instance_url = row->instance_url;
  tokens.generation = kept->generation;
  if (!kept->access_token.empty()) {
    auto token = co_await vault_.decrypt(tenant_, place("access_token"), kept->access_token);
    if (!token) co_return token.error();
    tokens.access_token = std::move(*token);
  }
  if (!kept->refresh_token.empty()) {
    auto token = co_await vault_.decrypt(tenant_, place("refresh_token"), kept->refresh_token);
    if (!token) co_return token.error();
    tokens.refresh_token = std::move(*token);
  }
  co_return tokens;
}

Task<void> StoredTokens::refreshing(std::int64_t generation) {
  co_return co_await store_.connections().mark_tokens(tenant_, connection_, generation,
                                                      store::TokenState::refreshing, clock_.now());
}

Task<void> StoredTokens::in_doubt(std::int64_t generation) {
  co_return co_await store_.connections().mark_tokens(tenant_, connection_, generation,
                                                      store::TokenState::in_doubt, clock_.now());
}

Task<bool> StoredTokens::replace(salesforce::Tokens tokens) {
  auto access = co_await vault_.encrypt(tenant_, place("access_token"), tokens.access_token);
  if (!access) co_return access.error();
  std::string refresh;
  if (!tokens.refresh_token.empty()) {
    auto blob = co_await vault_.encrypt(tenant_, place("refresh_token"), tokens.refresh_token);
    if (!blob) co_return blob.error();
    refresh = std::move(*blob);
  }
  // First, so that no pair is stored whose host is not.
  if (auto kept = co_await keep_instance(tokens.instance_url); !kept) co_return kept.error();
  auto stored = co_await store_.connections().store_tokens(tenant_, connection_, tokens.generation,
                                                           std::move(*access), std::move(refresh),
                                                           clock_.now());
  if (!stored) {
    if (stored.error().code == "tokenGeneration") co_return false;
    co_return stored.error();
  }
  co_return true;
}

// An org that was moved answers a refresh with its new host.
Task<void> StoredTokens::keep_instance(std::string instance_url) {
  auto row = co_await store_.connections().get(tenant_, connection_);
  if (!row) co_return row.error();
  if (row->instance_url == instance_url) co_return Result<void>();
  row->instance_url = std::move(instance_url);
  row->updated_at = clock_.now();
  co_return co_await store_.connections().update(tenant_, std::move(*row));
}

Task<void> StoredTokens::needs_reauthorisation(std::string cause) {
  auto row = co_await store_.connections().get(tenant_, connection_);
  if (!row) co_return row.error();
  // Disconnected on purpose while a call was under way: it stays so.
  if (row->state != store::ConnectionState::active) co_return Result<void>();
  row->state = store::ConnectionState::needs_reauthorisation;
  row->cause = std::move(cause);
  row->updated_at = clock_.now();
  co_return co_await store_.connections().update(tenant_, std::move(*row));
}

}  // namespace crosswalk::sync
