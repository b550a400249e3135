#include "vault/seal.hpp"

#include <openssl/evp.h>

#include <cassert>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>

namespace crosswalk::vault {

namespace {

constexpr char kFormat = 1;
constexpr std::size_t kHeadBytes = 5;
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

const unsigned char* in(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* out(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void must(bool good) {
  if (!good) throw std::runtime_error("AES-256-GCM failed");
}

int size_of(std::string_view text) {
  must(text.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
  return static_cast<int>(text.size());
}

}  // namespace

std::string seal(std::string_view key, std::uint32_t key_number, std::string_view context,
                 std::string_view plain, runtime::Random& random) {
  assert(key.size() == kKeyBytes);
  std::string blob{kFormat, static_cast<char>(key_number >> 24),
                   static_cast<char>(key_number >> 16), static_cast<char>(key_number >> 8),
                   static_cast<char>(key_number)};
  std::string nonce(kNonceBytes, '\0');
  random.fill(std::as_writable_bytes(std::span(nonce)));

  const Cipher cipher(EVP_CIPHER_CTX_new());
  must(cipher &&
       EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1);
  int written = 0;
  must(EVP_EncryptUpdate(cipher.get(), nullptr, &written, in(blob), size_of(blob)) == 1);
  must(EVP_EncryptUpdate(cipher.get(), nullptr, &written, in(context), size_of(context)) == 1);
  std::string hidden(plain.size() + kTagBytes, '\0');
  must(EVP_EncryptUpdate(cipher.get(), out(hidden), &written, in(plain), size_of(plain)) == 1);
  int rest = 0;
  must(EVP_EncryptFinal_ex(cipher.get(), out(hidden) + written, &rest) == 1);
  must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes,
                           out(hidden) + plain.size()) == 1);
  return blob + nonce + hidden;
}

std::optional<std::uint32_t> sealed_with(std::string_view blob) {
  if (blob.size() < kHeadBytes + kNonceBytes + kTagBytes || blob[0] != kFormat) return std::nullopt;
  std::uint32_t number = 0;
  for (std::size_t i = 1; i < kHeadBytes; ++i)
    number = (number << 8) | static_cast<unsigned char>(blob[i]);
  return number;
}

std::optional<observe::Secret> unseal(std::string_view key, std::string_view context,
                                      std::string_view blob) {
  if (key.size() != kKeyBytes || !sealed_with(blob)) return std::nullopt;
  const auto head = blob.substr(0, kHeadBytes);
  const auto nonce = blob.substr(kHeadBytes, kNonceBytes);
  const auto hidden =
      blob.substr(kHeadBytes + kNonceBytes, blob.size() - kHeadBytes - kNonceBytes - kTagBytes);
  std::string tag(blob.substr(blob.size() - kTagBytes));

  const Cipher cipher(EVP_CIPHER_CTX_new());
  must(cipher &&
       EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(nonce)) == 1);
  int written = 0;
  must(EVP_DecryptUpdate(cipher.get(), nullptr, &written, in(head), size_of(head)) == 1);
  must(EVP_DecryptUpdate(cipher.get(), nullptr, &written, in(context), size_of(context)) == 1);
  std::string plain(hidden.size() + 1, '\0');  // never empty: OpenSSL wants a place to write to
  must(EVP_DecryptUpdate(cipher.get(), out(plain), &written, in(hidden), size_of(hidden)) == 1);
  must(EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, out(tag)) == 1);
  int rest = 0;
  const bool genuine = EVP_DecryptFinal_ex(cipher.get(), out(plain) + written, &rest) == 1;
  plain.resize(hidden.size());
  observe::Secret secret(std::move(plain));
  if (!genuine) return std::nullopt;
  return secret;
}

}  // namespace crosswalk::vault
