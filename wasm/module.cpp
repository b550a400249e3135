// The module's registrations, and the edge where every exception ends as an answer. Running out of
// stack is no exception but a trap: the package drops the instance then.
#include <emscripten/bind.h>

#include <exception>
#include <new>
#include <string>

#include "workspaces.hpp"

namespace {

crosswalk::wasm::Workspaces& workspaces() {
  static crosswalk::wasm::Workspaces all;
  return all;
}

template <class Work>
std::string answered(Work&& work) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return crosswalk::wasm::refusal("outOfMemory", "The documents need more memory than there is.");
  } catch (const std::exception& failure) {
    return crosswalk::wasm::refusal("internal", failure.what());
  } catch (...) {
    return crosswalk::wasm::refusal("internal", "The core failed in an unknown way.");
  }
}

std::string open(const std::string& input) {
  return answered([&] { return workspaces().open(input); });
}

std::string call(int handle, const std::string& operation, const std::string& input) {
  return answered([&] { return workspaces().call(handle, operation, input); });
}

void close(int handle) { workspaces().close(handle); }

}  // namespace

EMSCRIPTEN_BINDINGS(crosswalk) {
  emscripten::function("open", &open);
  emscripten::function("call", &call);
  emscripten::function("close", &close);
}
