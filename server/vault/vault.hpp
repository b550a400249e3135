// The vault encrypts secrets at rest: AES-256-GCM with one data key per tenant, which is itself
// wrapped by the key of DIR/vault.key. A blob names its data key and is bound to its tenant and to
// the row it belongs to, so a blob that is altered, or copied into another row or tenant, is
// refused (Error{internal, "blobRefused"}; the message never holds a part of it). Safe from every
// thread; after a tenant's first use nothing waits.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "observe/secret.hpp"
#include "runtime/random.hpp"
#include "runtime/task.hpp"
#include "vault/wrapped_keys.hpp"

namespace crosswalk::vault {

// Reads the 32-byte key of DIR/vault.key; creates it (0600, atomically, durable) when there is none
// and `create` is set. Refused: group or others may read or write it, it is not a plain file of
// this user, or its length is wrong (Error{forbidden, "vaultKeyMode"}, {bad_input, "vaultKey"},
// ...).
Result<observe::Secret> read_key_file(const std::filesystem::path& data, bool create,
                                      runtime::Random& random);

class Vault {
 public:
  // References must outlive the vault.
  Vault(observe::Secret key, WrappedKeys& keys, runtime::Random& random);

  // `row` names the one place the blob may lie, e.g. "connection/<id>/refresh_token".
  Task<std::string> encrypt(std::string tenant, std::string row, observe::Secret plain);
  Task<observe::Secret> decrypt(std::string tenant, std::string row, std::string blob);

 private:
  using DataKey = std::shared_ptr<const observe::Secret>;

  Task<std::int64_t> newest_key(std::string tenant);
  Task<DataKey> data_key(std::string tenant, std::int64_t number);
  Result<DataKey> open_key(const std::string& tenant, const WrappedKey& key);

  observe::Secret key_;
  WrappedKeys& keys_;
  runtime::Random& random_;
  std::mutex mutex_;  // guards the two maps; never held across a suspension
  std::map<std::pair<std::string, std::int64_t>, DataKey> opened_;  // by tenant and number
  std::map<std::string, std::int64_t> newest_;
};

}  // namespace crosswalk::vault
