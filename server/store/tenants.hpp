// Tenants and the keys that let programs in. Only hashes of keys are kept (vault::hash_token).
#pragma once

#include <string>
#include <vector>

#include "runtime/clock.hpp"
#include "runtime/task.hpp"
#include "store/page.hpp"

namespace crosswalk::store {

struct TenantRow {
  std::string id;    // given by the caller; unique
  std::string name;  // unique; what the operator typed
  runtime::Stamp created_at;
};

struct ApiKeyRow {
  std::string id;
  std::string tenant;
  std::string hash;  // vault::hash_token of the key; unique
  std::string label;
  runtime::Stamp created_at;
};

class Tenants {
 public:
  virtual ~Tenants() = default;

  // Both in one transaction; Error{conflict, "tenantExists"} when the id or the name is taken.
  virtual Task<void> create(TenantRow tenant, ApiKeyRow first_key) = 0;
  virtual Task<TenantRow> get(std::string tenant) = 0;
  virtual Task<Page<TenantRow>> list(PageRequest page) = 0;  // by id; for start-up and operators

  virtual Task<void> add_key(std::string tenant, ApiKeyRow key) = 0;
  virtual Task<std::vector<ApiKeyRow>> keys(std::string tenant) = 0;
  virtual Task<void> erase_key(std::string tenant, std::string key) = 0;

  // The door: finds the tenant, so it cannot lead with it. Error{unauthorised, "apiKey"} if
  // unknown.
  virtual Task<ApiKeyRow> find_key(std::string hash) = 0;
};

}  // namespace crosswalk::store
