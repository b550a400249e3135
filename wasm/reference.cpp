// What write_reference.mjs asks when the package is built; not part of it.
#include <emscripten/bind.h>

#include "compat/matrix.hpp"
#include "diagnostic/catalogue.hpp"

EMSCRIPTEN_BINDINGS(crosswalk_reference) {
  emscripten::function("codes", &crosswalk::diagnostic::write_catalogue);
  emscripten::function("matrix", &crosswalk::compat::write_matrix);
}
