#include "preview/seen.hpp"

#include <algorithm>
#include <cstring>

namespace crosswalk::preview {
namespace {

constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15U;
constexpr std::size_t kFirstSlots = 64;

std::uint64_t load(const char* at, std::size_t bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, bytes);
  return eight;
}

// Up to eight bytes. Two loads that overlap are quicker than one whose size is not known.
std::uint64_t load_rest(const char* at, std::size_t bytes) {
  if (bytes >= 4) return load(at, 4) | load(at + bytes - 4, 4) << 32;
  if (bytes == 0) return 0;
  return load(at, 1) | load(at + bytes / 2, 1) << 8 | load(at + bytes - 1, 1) << 16;
}

std::uint64_t lower_case(std::uint64_t eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U, kHigh = kOnes * 0x80;
  const std::uint64_t letters = eight & ~kHigh;
  const std::uint64_t from_a = letters + kOnes * (0x80 - 'A'),
                      past_z = letters + kOnes * (0x7F - 'Z');
  return eight | ((from_a & ~past_z & ~eight & kHigh) >> 2);
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t eight) {
  hash = (hash ^ eight) * kFactor;
  return hash ^ hash >> 32;
}

template <class Change>
std::uint64_t hash_by(std::string_view text, std::uint64_t seed, Change change) {
  std::uint64_t hash = mix(seed + kFactor, text.size());
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left > 8; at += 8, left -= 8) hash = mix(hash, change(load(at, 8)));
  hash = mix(hash, change(left == 8 ? load(at, 8) : load_rest(at, left)));
  hash *= 0xBF58476D1CE4E5B9U;
  return hash ^ hash >> 31;
}

}  // namespace

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  return hash_by(text, seed, [](std::uint64_t eight) { return eight; });
}

std::uint64_t hash_without_case(std::string_view text, std::uint64_t seed) {
  return hash_by(text, seed, lower_case);
}

void DistinctCounter::insert(std::uint64_t hash) {
  if (hash == 0) hash = 1;
  if (2 * (count_ + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    if (slots_[at] == hash) return;
    if (slots_[at] != 0) continue;
    slots_[at] = hash;
    ++count_;
    return;
  }
}

void DistinctCounter::grow() {
  std::vector<std::uint64_t> old(std::max(kFirstSlots, 2 * slots_.size()));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint64_t hash : old) {
    if (hash == 0) continue;
    std::size_t at = hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = hash;
  }
}

std::uint64_t SeenValues::noted_row(std::uint64_t hash) const {
  if (!slots_) return 0;
  const std::uint64_t tag = hash & ~kSomeRow;
  for (std::size_t at = hash & kMask; slots_[at] != 0; at = (at + 1) & kMask) {
    if ((slots_[at] & ~kSomeRow) == tag) return slots_[at] & kSomeRow;
  }
  return 0;
}

std::uint64_t SeenValues::first_row(std::uint64_t hash, std::uint64_t row) {
  if (!slots_) {
    slots_.reset(static_cast<std::uint64_t*>(std::calloc(kMask + 1, sizeof(std::uint64_t))));
    // Without the memory nothing is known to have come before, which the report says.
    if (!slots_) {
      overflowed_ = true;
      return 0;
    }
  }
  const std::uint64_t tag = hash & ~kSomeRow;
  for (std::size_t at = hash & kMask;; at = (at + 1) & kMask) {
    const std::uint64_t slot = slots_[at];
    if (slot == 0) {
      overflowed_ = overflowed_ || count_ == kMax;
      if (count_ == kMax) return 0;
      ++count_;
      slots_[at] = tag | std::min(row, kSomeRow);
      return 0;
    }
    if ((slot & ~kSomeRow) == tag) return slot & kSomeRow;
  }
}

}  // namespace crosswalk::preview
