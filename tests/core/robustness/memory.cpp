#include "core/robustness/memory.hpp"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace crosswalk::robustness {
namespace {

std::size_t now = 0;
std::size_t most = 0;
std::size_t at_start = 0;

}  // namespace

void start_counting() { most = at_start = now; }
std::size_t peak_bytes() { return most - at_start; }

void* counted(std::size_t bytes) {
  void* const block = std::malloc(std::max<std::size_t>(bytes, 1));
  if (block == nullptr) throw std::bad_alloc();
  now += malloc_usable_size(block);
  most = std::max(most, now);
  return block;
}

void uncounted(void* block) {
  if (block != nullptr) now -= malloc_usable_size(block);
  std::free(block);
}

}  // namespace crosswalk::robustness

void* operator new(std::size_t bytes) { return crosswalk::robustness::counted(bytes); }
void operator delete(void* block) noexcept { crosswalk::robustness::uncounted(block); }
void operator delete(void* block, std::size_t) noexcept { crosswalk::robustness::uncounted(block); }
