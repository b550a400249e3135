// What the module for records has besides the edge of module.cpp: bytes of files.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "previews.hpp"

namespace {

// An address, as JavaScript writes to it; 0: no such preview.
int room(int preview, int bytes) {
  if (bytes < 0) return 0;
  return static_cast<int>(reinterpret_cast<std::uintptr_t>(
      crosswalk::wasm::previews().room(preview, static_cast<std::size_t>(bytes))));
}

std::string feed(int preview, int bytes) {
  return crosswalk::wasm::previews().feed(preview, bytes < 0 ? 0 : static_cast<std::size_t>(bytes));
}

}  // namespace

EMSCRIPTEN_BINDINGS(crosswalk_records) {
  emscripten::function("room", &room);
  emscripten::function("feed", &feed);
}
