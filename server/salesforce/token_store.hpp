// Where one connection's tokens live. A refresh replaces the pair by compare-and-set on the
// generation, so that two processes that refresh at once cannot overwrite each other's result.
#pragma once

#include <cstdint>
#include <string>

#include "observe/secret.hpp"
#include "runtime/task.hpp"

namespace crosswalk::salesforce {

struct Tokens {
  observe::Secret access_token;
  observe::Secret refresh_token;
  std::string instance_url;
  std::int64_t generation = 0;  // grows by one with every stored pair
};

class TokenStore {
 public:
  virtual ~TokenStore() = default;
  virtual Task<Tokens> load() = 0;
  // A refresh of this generation is about to be sent (durable when it answers), or its answer is
  // lost.
  virtual Task<void> refreshing(std::int64_t generation) = 0;
  virtual Task<void> in_doubt(std::int64_t generation) = 0;
  // Durable when it answers. True: stored as generation + 1. False: another pair is stored already,
  // load it. Only `tokens.generation` names the expected generation.
  virtual Task<bool> replace(Tokens tokens) = 0;
  // Salesforce has refused the refresh token for good: `cause` is for the admin.
  virtual Task<void> needs_reauthorisation(std::string cause) = 0;
};

}  // namespace crosswalk::salesforce
