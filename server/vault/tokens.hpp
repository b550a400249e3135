// Random tokens, their hashes, and the small cryptography around signing in: PKCE, signatures,
// comparison in constant time. Pure functions; randomness is a parameter.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "observe/secret.hpp"
#include "runtime/random.hpp"

namespace crosswalk::vault {

// base64url without padding (RFC 4648); decoding refuses padding, other characters and loose bits.
std::string base64url_encode(std::string_view bytes);
std::optional<std::string> base64url_decode(std::string_view text);
// Plain base64 with padding, as Salesforce writes its signature.
std::string base64_encode(std::string_view bytes);

std::string sha256(std::string_view bytes);  // 32 bytes
std::string sha256_hex(std::string_view bytes);
std::string hmac_sha256(std::string_view key, std::string_view bytes);  // 32 bytes

// Takes the same time wherever the texts differ; only their lengths may be learnt.
bool constant_time_equal(std::string_view left, std::string_view right);

// Prefix and 256 random bits: "cwk_" + 43 characters. Prefixes: kApiKey, ...; an id has 128 bits.
inline constexpr std::string_view kApiKeyPrefix = "cwk_";
inline constexpr std::string_view kSessionPrefix = "cws_";
inline constexpr std::string_view kTicketPrefix = "cwt_";
observe::Secret random_token(std::string_view prefix, runtime::Random& random);
std::string random_id(std::string_view prefix, runtime::Random& random);  // not a secret

// What is stored in place of a token: SHA-256 as hex. Tokens have 256 random bits, so a plain hash
// cannot be reversed by guessing.
std::string hash_token(std::string_view token);

// PKCE (RFC 7636), method S256.
observe::Secret pkce_verifier(runtime::Random& random);
std::string pkce_challenge(std::string_view verifier);

// Salesforce signs a token answer: base64(HMAC-SHA-256(consumer secret, id + issued_at)).
bool token_signature_holds(std::string_view consumer_secret, std::string_view id,
                           std::string_view issued_at, std::string_view signature);

}  // namespace crosswalk::vault
