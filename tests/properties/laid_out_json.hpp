// JSON text as people write it, comments and all, beside where its printer put each part: what a
// source map must find again.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace crosswalk::properties {

struct Spot {
  std::string pointer;
  std::size_t key_begin = 0, key_end = 0;
  std::size_t value_begin = 0, value_end = 0;
  std::size_t members = 0;
  bool object = false;
};

struct LaidOut {
  std::string text;
  std::vector<Spot> spots;  // of every value, the whole document's first
};

// Inside an exec or a property only.
nlohmann::ordered_json any_tree();
LaidOut laid_out(const nlohmann::ordered_json& tree);

}  // namespace crosswalk::properties
