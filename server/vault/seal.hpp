// AES-256-GCM over bytes. A sealed blob is: format byte 1, the key's number (4 bytes, big-endian),
// nonce (12), ciphertext, tag (16). The context is authenticated with it and never stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "observe/secret.hpp"
#include "runtime/random.hpp"

namespace crosswalk::vault {

inline constexpr std::size_t kKeyBytes = 32;

// Key: kKeyBytes long. Throws std::runtime_error when OpenSSL has no AES-256-GCM.
std::string seal(std::string_view key, std::uint32_t key_number, std::string_view context,
                 std::string_view plain, runtime::Random& random);

// The key's number, without any check; nothing when the blob is too short or of another format.
std::optional<std::uint32_t> sealed_with(std::string_view blob);

// Nothing when key, context or any byte is not what it was.
std::optional<observe::Secret> unseal(std::string_view key, std::string_view context,
                                      std::string_view blob);

}  // namespace crosswalk::vault
