// The best one-to-one choice of pairs: the sum of their scores is as high as it can be. Successive
// shortest augmenting paths (Jonker and Volgenant) over the pairs that are worth a thought; a row
// stays alone when every choice would cost the others more.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace crosswalk::suggest {

struct Choice {
  std::uint32_t column = 0;
  int score = 0;  // above 0
};

inline constexpr std::uint32_t kAlone = UINT32_MAX;

// For each row its column, or kAlone. Of equally good choices always the same one, by the order of
// rows and choices. Time grows with rows times pairs.
std::vector<std::uint32_t> assign(std::span<const std::vector<Choice>> rows, std::size_t columns);

}  // namespace crosswalk::suggest
