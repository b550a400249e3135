#include "vault/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <cstdint>
#include <span>
#include <stdexcept>

namespace crosswalk::vault {

namespace {

constexpr std::string_view kBase64Url =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string encode(std::string_view bytes, std::string_view alphabet) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3 + 2);
  std::uint32_t held = 0;
  int bits = 0;
  for (const char byte : bytes) {
    held = (held << 8) | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 6;) {
      bits -= 6;
      text += alphabet[(held >> bits) & 63];
    }
  }
  if (bits > 0) text += alphabet[(held << (6 - bits)) & 63];
  return text;
}

std::string random_bytes(std::size_t count, runtime::Random& random) {
  std::string bytes(count, '\0');
  random.fill(std::as_writable_bytes(std::span(bytes)));
  return bytes;
}

}  // namespace

std::string base64url_encode(std::string_view bytes) { return encode(bytes, kBase64Url); }

std::string base64_encode(std::string_view bytes) {
  std::string text = encode(bytes, kBase64);
  while (text.size() % 4 != 0) text += '=';
  return text;
}

std::optional<std::string> base64url_decode(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t held = 0;
  int bits = 0;
  for (const char character : text) {
    const auto value = kBase64Url.find(character);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << 6) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((held >> bits) & 0xff);
    }
  }
  if ((held & ((1U << bits) - 1)) != 0) return std::nullopt;
  return bytes;
}

std::string sha256(std::string_view bytes) {
  std::string digest(32, '\0');
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size,
                 EVP_sha256(), nullptr) != 1 ||
      size != digest.size())
    throw std::runtime_error("SHA-256 is not available");
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string hex;
  hex.reserve(64);
  for (const char byte : sha256(bytes)) {
    hex += kHex[static_cast<unsigned char>(byte) >> 4];
    hex += kHex[static_cast<unsigned char>(byte) & 15];
  }
  return hex;
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  std::string digest(32, '\0');
  unsigned int size = 0;
  if (HMAC(EVP_sha256(), key.empty() ? "" : key.data(), static_cast<int>(key.size()),
           bytes_of(bytes), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
           &size) == nullptr ||
      size != digest.size())
    throw std::runtime_error("HMAC-SHA-256 is not available");
  return digest;
}

bool constant_time_equal(std::string_view left, std::string_view right) {
  return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

observe::Secret random_token(std::string_view prefix, runtime::Random& random) {
  std::string bytes = random_bytes(32, random);
  std::string token(prefix);
  std::string text = base64url_encode(bytes);
  token += text;
  observe::wipe(bytes);
  observe::wipe(text);
  return observe::Secret(std::move(token));
}

std::string random_id(std::string_view prefix, runtime::Random& random) {
  return std::string(prefix) + base64url_encode(random_bytes(16, random));
}

std::string hash_token(std::string_view token) { return sha256_hex(token); }

observe::Secret pkce_verifier(runtime::Random& random) { return random_token("", random); }

std::string pkce_challenge(std::string_view verifier) { return base64url_encode(sha256(verifier)); }

bool token_signature_holds(std::string_view consumer_secret, std::string_view id,
                           std::string_view issued_at, std::string_view signature) {
  std::string signed_text(id);
  signed_text += issued_at;
  return constant_time_equal(base64_encode(hmac_sha256(consumer_secret, signed_text)), signature);
}

}  // namespace crosswalk::vault
