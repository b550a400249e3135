// What a stream of values has shown so far, in bounded memory: how many different ones, and which
// row a value stood in first. Both know values by a hash of 64 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

namespace crosswalk::preview {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed);
// Letters of ASCII in any case are the same.
std::uint64_t hash_without_case(std::string_view text, std::uint64_t seed);

// How many different values, exactly up to a bound and "at least" beyond it.
class DistinctCounter {
 public:
  static constexpr std::size_t kMax = 10'000;

  void add(std::uint64_t hash) {
    if (count_ < kMax) insert(hash);
  }
  [[nodiscard]] bool full() const { return count_ >= kMax; }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  void insert(std::uint64_t hash);
  void grow();

  std::vector<std::uint64_t> slots_;  // a power of two; 0: empty
  std::size_t count_ = 0;
};

// Which row a value stood in first. Exact for kMax different values; later ones are still compared
// with those, but not with each other. Two different values are taken for one another with a
// chance of three in a million over kMax of them. The memory is taken once, with the first value.
class SeenValues {
 public:
  static constexpr std::size_t kMax = 1'500'000;
  static constexpr std::size_t kBytes = std::size_t{16} << 20;
  // A row that is known to be an earlier one, but not which.
  static constexpr std::uint64_t kSomeRow = 0xFFFFFF;

  // Brings the place of a value near, which is far away in a memory of this size.
  void expect(std::uint64_t hash) const {
    if (slots_) __builtin_prefetch(&slots_[hash & kMask]);
  }
  // The row that had the value first; 0: none had. `first_row` notes that this row has it.
  std::uint64_t first_row(std::uint64_t hash, std::uint64_t row);
  [[nodiscard]] std::uint64_t noted_row(std::uint64_t hash) const;
  // Values beyond the bound were left out.
  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  static constexpr std::size_t kMask = kBytes / sizeof(std::uint64_t) - 1;
  struct Freeing {
    void operator()(std::uint64_t* slots) const { std::free(slots); }
  };

  // 40 bits of the hash, 24 of the row; 0: empty. From calloc, so that a preview of a few rows does
  // not clear what it never looks at.
  std::unique_ptr<std::uint64_t[], Freeing> slots_;
  std::size_t count_ = 0;
  bool overflowed_ = false;
};

}  // namespace crosswalk::preview
