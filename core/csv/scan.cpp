#include "csv/scan.hpp"

#include <cstring>

namespace crosswalk::csv {
namespace {

#if defined(__SSE2__)
#define CROSSWALK_CSV_VECTORS 1
using Vector = char __attribute__((vector_size(16)));
std::uint64_t mask_of(Vector found) {
  return static_cast<std::uint16_t>(__builtin_ia32_pmovmskb128(found));
}
#elif defined(__wasm_simd128__)
#define CROSSWALK_CSV_VECTORS 1
using Vector = signed char __attribute__((vector_size(16)));
std::uint64_t mask_of(Vector found) {
  return static_cast<std::uint16_t>(__builtin_wasm_bitmask_i8x16(found));
}
#endif

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kLow7 = 0x7F7F7F7F7F7F7F7FU;

// The high bit of every byte of `eight` that is zero, and no other bit.
std::uint64_t zero_bytes(std::uint64_t eight) {
  return ~(((eight & kLow7) + kLow7) | eight | kLow7);
}

// Eight high bits, gathered into the lowest eight.
std::uint64_t gather(std::uint64_t high_bits) {
  return ((high_bits >> 7) * 0x0102040810204080U) >> 56;
}

}  // namespace

std::uint64_t special_bits_scalar(const char* block, char separator) {
  const std::uint64_t separators = kOnes * static_cast<unsigned char>(separator);
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlockBytes; i += 8) {
    // Byte by byte, so that the first is the lowest on every machine.
    std::uint64_t eight = 0;
    for (std::size_t b = 0; b < 8; ++b) {
      eight |= static_cast<std::uint64_t>(static_cast<unsigned char>(block[i + b])) << (8 * b);
    }
    const std::uint64_t found = zero_bytes(eight ^ separators) | zero_bytes(eight ^ (kOnes * '"')) |
                                zero_bytes(eight ^ (kOnes * '\n')) |
                                zero_bytes(eight ^ (kOnes * '\r'));
    if (found != 0) bits |= gather(found) << i;
  }
  return bits;
}

std::uint64_t special_bits(const char* block, char separator) {
#ifdef CROSSWALK_CSV_VECTORS
  std::uint64_t bits = 0;
  const Vector separators = Vector{} + separator, quotes = Vector{} + '"';
  const Vector line_feeds = Vector{} + '\n', returns = Vector{} + '\r';
  for (std::size_t i = 0; i < kBlockBytes; i += sizeof(Vector)) {
    Vector bytes;
    std::memcpy(&bytes, block + i, sizeof bytes);
    const auto found =
        (bytes == separators) | (bytes == quotes) | (bytes == line_feeds) | (bytes == returns);
    bits |= mask_of(Vector(found)) << i;
  }
  return bits;
#else
  return special_bits_scalar(block, separator);
#endif
}

std::uint64_t special_bits(const char* block, std::size_t size, char separator) {
  char padded[kBlockBytes] = {};
  std::memcpy(padded, block, size);
  std::uint64_t bits = special_bits(padded, separator);
  if (size < kBlockBytes) bits &= (std::uint64_t{1} << size) - 1;
  return bits;
}

}  // namespace crosswalk::csv
