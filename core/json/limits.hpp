// The bounds that every JSON text from outside is read under. They hold before a tree exists:
// nlohmann/json's own parser takes any depth, and copying or printing such a tree ends the process.
#pragma once

#include <cstddef>
#include <cstdint>

namespace crosswalk::json {

struct Limits {
  std::size_t depth_max = 64;
  std::size_t nodes_max = 2'000'000;  // values, counted at every level
  std::size_t bytes_max = std::size_t{32} << 20;
  std::size_t key_bytes_max = 4096;       // of one member's name
  std::size_t text_bytes_max = SIZE_MAX;  // of one text
  bool comments = false;                  // accept // and /* */ between tokens
};

}  // namespace crosswalk::json
