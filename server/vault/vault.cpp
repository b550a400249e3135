#include "vault/vault.hpp"

#include <cassert>
#include <limits>
#include <span>

#include "vault/seal.hpp"

namespace crosswalk::vault {

namespace {

// What a blob is bound to. The lengths keep ("a", "bc") apart from ("ab", "c").
std::string context_of(std::string_view purpose, std::string_view tenant, std::string_view row) {
  std::string context;
  for (const auto part : {purpose, tenant, row}) {
    context += std::to_string(part.size());
    context += ':';
    context += part;
  }
  return context;
}

Error refused() {
  Error error;
  error.code = "blobRefused";
  error.message = "An encrypted value was altered, moved, or made with another key.";
  return error;
}

std::string key_context(const std::string& tenant, std::int64_t number) {
  return context_of("data key", tenant, std::to_string(number));
}

}  // namespace

Vault::Vault(observe::Secret key, WrappedKeys& keys, runtime::Random& random)
    : key_(std::move(key)), keys_(keys), random_(random) {
  assert(key_.size() == kKeyBytes);
}

Task<std::string> Vault::encrypt(std::string tenant, std::string row, observe::Secret plain) {
  auto newest = co_await newest_key(tenant);
  if (!newest) co_return std::move(newest.error());
  auto key = co_await data_key(tenant, *newest);
  if (!key) co_return std::move(key.error());
  co_return seal((*key)->reveal(), static_cast<std::uint32_t>(*newest),
                 context_of("value", tenant, row), plain.reveal(), random_);
}

Task<observe::Secret> Vault::decrypt(std::string tenant, std::string row, std::string blob) {
  const auto number = sealed_with(blob);
  if (!number) co_return refused();
  auto key = co_await data_key(tenant, *number);
  if (!key) co_return std::move(key.error());
  auto plain = unseal((*key)->reveal(), context_of("value", tenant, row), blob);
  if (!plain) co_return refused();
  co_return std::move(*plain);
}

Task<std::int64_t> Vault::newest_key(std::string tenant) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = newest_.find(tenant); found != newest_.end()) co_return found->second;
  }
  auto kept = co_await keys_.newest(tenant);
  if (!kept) co_return std::move(kept.error());
  WrappedKey key;
  if (*kept) {
    key = std::move(**kept);
  } else {
    std::string plain(kKeyBytes, '\0');
    random_.fill(std::as_writable_bytes(std::span(plain)));
    const observe::Secret fresh(std::move(plain));
    key = {.number = 1,
           .wrapped = seal(key_.reveal(), 0, key_context(tenant, 1), fresh.reveal(), random_)};
    auto added = co_await keys_.add(tenant, std::move(key));
    if (!added) co_return std::move(added.error());
    key = std::move(*added);
  }
  auto opened = open_key(tenant, key);
  if (!opened) co_return std::move(opened.error());
  const std::lock_guard lock(mutex_);
  newest_[tenant] = key.number;
  co_return key.number;
}

Task<Vault::DataKey> Vault::data_key(std::string tenant, std::int64_t number) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = opened_.find({tenant, number}); found != opened_.end())
      co_return found->second;
  }
  auto kept = co_await keys_.find(tenant, number);
  if (!kept) co_return std::move(kept.error());
  if (!*kept) co_return refused();
  co_return open_key(tenant, **kept);
}

Result<Vault::DataKey> Vault::open_key(const std::string& tenant, const WrappedKey& key) {
  auto plain = unseal(key_.reveal(), key_context(tenant, key.number), key.wrapped);
  if (!plain || plain->size() != kKeyBytes) return refused();
  auto opened = std::make_shared<const observe::Secret>(std::move(*plain));
  const std::lock_guard lock(mutex_);
  return opened_.emplace(std::pair(tenant, key.number), std::move(opened)).first->second;
}

}  // namespace crosswalk::vault
