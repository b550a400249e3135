// SHA-256 (FIPS 180-4) of bytes fed in pieces. Pure; for digests of documents, not for secrets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crosswalk::plan {

class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  // Lower-case hexadecimal. The object is spent afterwards.
  std::string finish_hex();

 private:
  void compress(const unsigned char* block);

  std::array<std::uint32_t, 8> state_;
  std::array<unsigned char, 64> buffer_{};
  std::size_t buffered_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace crosswalk::plan
