// The module's registrations. Nothing throws: the module is built without exceptions, and a
// document that is too large is refused by its reader. What is left, running out of stack or memory
// all the same, is a trap: the package drops the instance then.
#include <emscripten/bind.h>

#include <new>
#include <string>

#include "workspaces.hpp"

namespace {

crosswalk::wasm::Workspaces& workspaces() {
  static crosswalk::wasm::Workspaces all = [] {
    // Without exceptions, operator new would give null, which is an address like others here.
    std::set_new_handler([] { __builtin_trap(); });
    return crosswalk::wasm::Workspaces();
  }();
  return all;
}

std::string open(const std::string& input) { return workspaces().open(input); }

std::string call(int handle, const std::string& operation, const std::string& input) {
  return workspaces().call(handle, operation, input);
}

void close(int handle) { workspaces().close(handle); }

}  // namespace

EMSCRIPTEN_BINDINGS(crosswalk) {
  emscripten::function("open", &open);
  emscripten::function("call", &call);
  emscripten::function("close", &close);
}
