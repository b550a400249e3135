// The tokens of one connection in the store, encrypted by the vault.
#pragma once

#include <string>

#include "runtime/clock.hpp"
#include "salesforce/token_store.hpp"
#include "store/store.hpp"

namespace crosswalk::vault {
class Vault;
}

namespace crosswalk::sync {

class StoredTokens final : public salesforce::TokenStore {
 public:
  StoredTokens(store::Store& store, vault::Vault& vault, runtime::Clock& clock, std::string tenant,
               std::string connection);

  Task<salesforce::Tokens> load() override;
  Task<void> refreshing(std::int64_t generation) override;
  Task<void> in_doubt(std::int64_t generation) override;
  Task<bool> replace(salesforce::Tokens tokens) override;
  Task<void> needs_reauthorisation(std::string cause) override;

 private:
  [[nodiscard]] std::string place(std::string_view token) const;
  Task<void> keep_instance(std::string instance_url);

  store::Store& store_;
  vault::Vault& vault_;
  runtime::Clock& clock_;
  std::string tenant_, connection_;
};

}  // namespace crosswalk::sync
