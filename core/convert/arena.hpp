// Text made by conversions: a bump allocator whose blocks are kept and used again after clear(), so
// that a loop over records allocates nothing once warm. Views stay good until clear().
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace crosswalk::convert {

class Arena {
 public:
  // Room for `size` bytes, to be filled by the caller.
  char* take(std::size_t size);
  // Gives back the end of the last take that was not needed.
  void give_back(std::size_t size);
  std::string_view keep(std::string_view text);
  void clear();

  [[nodiscard]] std::size_t bytes_held() const;  // of all blocks

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;  // in use
  std::size_t used_ = 0;   // of it
};

}  // namespace crosswalk::convert
