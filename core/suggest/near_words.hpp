// Which unknown words of one side are unknown words of the other with a slip of the pen: Adress and
// Address, Organisation and Organization.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "suggest/reading.hpp"

namespace crosswalk::suggest {

// Pairs of ids, each both ways, sorted. Words of fewer than five letters are near to none, and
// the first two letters are taken to be right.
std::vector<std::pair<std::uint32_t, std::uint32_t>> near_words(const Lexicon& lexicon);

}  // namespace crosswalk::suggest
