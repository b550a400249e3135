#include "convert/arena.hpp"

#include <algorithm>
#include <cstring>

namespace crosswalk::convert {
namespace {
constexpr std::size_t kBlockBytes = std::size_t{16} << 10;
}

char* Arena::take(std::size_t size) {
  while (block_ < blocks_.size() && blocks_[block_].size - used_ < size) {
    ++block_;
    used_ = 0;
  }
  if (block_ == blocks_.size()) {
    const std::size_t bytes = std::max(size, kBlockBytes);
    blocks_.push_back(Block{std::make_unique<char[]>(bytes), bytes});
    used_ = 0;
  }
  char* bytes = blocks_[block_].bytes.get() + used_;
  used_ += size;
  return bytes;
}

void Arena::give_back(std::size_t size) { used_ -= std::min(size, used_); }

std::string_view Arena::keep(std::string_view text) {
  if (text.empty()) return {};
  char* bytes = take(text.size());
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

void Arena::clear() {
  block_ = 0;
  used_ = 0;
}

std::size_t Arena::bytes_held() const {
  std::size_t bytes = 0;
  for (const Block& block : blocks_) bytes += block.size;
  return bytes;
}

}  // namespace crosswalk::convert
