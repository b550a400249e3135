// What a plan or a run costs in Salesforce API calls, and roughly in time. Integers in, integers
// out. The sizes are Salesforce's own: a query page holds up to 2,000 records, a collection 200.
#pragma once

#include <cstdint>

namespace crosswalk::cost {

inline constexpr std::uint64_t kQueryPageRecords = 2000;
inline constexpr std::uint64_t kCollectionRecords = 200;

// Assumed duration of one call, milliseconds: a guess for the admin's eye, not a promise.
inline constexpr std::uint64_t kQueryMs = 1500;
inline constexpr std::uint64_t kCollectionMs = 4000;

// Records of one object that travel. An object that is read costs a query even when it is empty.
struct Amounts {
  bool reads = false;
  std::uint64_t read = 0;
  std::uint64_t create = 0;  // creates and updates go in collections of their own
  std::uint64_t update = 0;
  std::uint64_t erase = 0;
};

struct Calls {
  std::uint64_t query = 0;
  std::uint64_t collections = 0;
  std::uint64_t composite = 0;
  std::uint64_t bulk = 0;
  std::uint64_t other = 0;

  [[nodiscard]] std::uint64_t total() const {
    return query + collections + composite + bulk + other;
  }
  Calls& operator+=(const Calls& more);
  friend bool operator==(const Calls&, const Calls&) = default;
};

Calls calls_for(const Amounts& amounts);
std::uint64_t seconds_for(const Calls& calls);  // rounded up

}  // namespace crosswalk::cost
