// Where every choice of a generator comes from: a seed gives the same choices on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace crosswalk::truth {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = (state_ ^ state_ >> 30) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31;
  }

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  // Both ends included.
  std::size_t between(std::size_t low, std::size_t high) { return low + below(high - low + 1); }
  bool chance(std::size_t of_thousand) { return below(1000) < of_thousand; }

  template <class Item>
  Item one_of(std::initializer_list<Item> items) {
    return items.begin()[below(items.size())];
  }
  template <class Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace crosswalk::truth
