// One libFuzzer program; which target it runs is said by the build.
#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crosswalk::fuzz::CROSSWALK_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
