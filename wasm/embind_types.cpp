// The types that cross the module's edge, registered here in place of embind's own list: that one
// registers every type of C++ at each start, and brings their conversions into the glue, and printf
// for their names into the module.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <climits>
#include <cstring>
#include <string>
#include <typeinfo>

extern "C" {

// For error messages of embind alone; the caller frees it.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return strdup("?"); }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void
__embind_register_native_and_builtin_types() {
  using emscripten::internal::TypeID;
  emscripten::internal::_embind_register_void(TypeID<void>::get(), "void");
  emscripten::internal::_embind_register_integer(TypeID<int>::get(), "int", sizeof(int), INT_MIN,
                                                 INT_MAX);
  emscripten::internal::_embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

}  // extern "C"
