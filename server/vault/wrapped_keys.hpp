// Where a tenant's data key lies, wrapped (encrypted) by the key of the key file. The store
// implements it; a wrapped key is worth nothing without the key file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "runtime/task.hpp"

namespace crosswalk::vault {

struct WrappedKey {
  std::int64_t number = 0;  // 1, 2, ... per tenant; the newest encrypts, all decrypt
  std::string wrapped;
};

class WrappedKeys {
 public:
  virtual ~WrappedKeys() = default;
  virtual Task<std::optional<WrappedKey>> newest(std::string tenant) = 0;
  virtual Task<std::optional<WrappedKey>> find(std::string tenant, std::int64_t number) = 0;
  // Kept only when the tenant has none of that number yet; answers what is kept now, so that two
  // callers end with the same key. Durable before it answers.
  virtual Task<WrappedKey> add(std::string tenant, WrappedKey key) = 0;
};

}  // namespace crosswalk::vault
