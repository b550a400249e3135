// The one place where a CSV is looked at byte by byte: 64 at a time, with SSE2, the vector
// instructions of WebAssembly, or plain 64-bit arithmetic where there is neither.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crosswalk::csv {

inline constexpr std::size_t kBlockBytes = 64;

// One bit for each of the 64 bytes, the first one lowest: whether it is the separator, a quote, or
// one of the two characters that lines end with.
std::uint64_t special_bits(const char* block, char separator);

// The same for fewer than 64 bytes.
std::uint64_t special_bits(const char* block, std::size_t size, char separator);

// The arithmetic way, which the other two are tested against.
std::uint64_t special_bits_scalar(const char* block, char separator);

}  // namespace crosswalk::csv
