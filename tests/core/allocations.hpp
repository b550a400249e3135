// Counts what a program takes from the heap. It replaces the operators of the whole program, so one
// source of a program includes it, and no other.
#pragma once

#include <atomic>
#include <cstdlib>
#include <new>

namespace crosswalk {

inline std::atomic<std::size_t> allocations{0};

}  // namespace crosswalk

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++crosswalk::allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
