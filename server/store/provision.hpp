// Creating a tenant from the command line, also while the server runs. Only one connection of one
// process may write the database, so the command never opens it beside a server: when it gets the
// data folder's lock it opens the store itself; otherwise it hands the request to the server that
// holds it, through the socket DIR/crosswalk.sock (0600, so only the same user reaches it). The
// request carries the key's hash, never the key.
#pragma once

#include <filesystem>
#include <memory>

#include "diagnostic/result.hpp"
#include "runtime/task.hpp"
#include "store/tenants.hpp"

namespace crosswalk::store {

class Store;

// For the command line; blocks, at most about ten seconds.
Result<void> provision_tenant(const std::filesystem::path& data, TenantRow tenant,
                              ApiKeyRow first_key);

// For the server: answers such requests until cancelled (terminal cancellation) or close().
class ProvisionDoor {
 public:
  // Creates the socket, replacing a stale one; the caller must hold the data folder's lock.
  static Result<std::unique_ptr<ProvisionDoor>> open(const std::filesystem::path& data);
  virtual ~ProvisionDoor() = default;
  virtual Task<void> serve(Store& store) = 0;
  virtual void close() = 0;  // from any thread; serve() then ends
};

}  // namespace crosswalk::store
