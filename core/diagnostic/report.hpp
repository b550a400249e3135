// A report as JSON text, in the shape that every face of Crosswalk answers with (command line,
// HTTP, WebAssembly). Compact, keys in a fixed order, so that equal reports are equal bytes.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::diagnostic {

std::string write_report(const Report& report);

// Appends `text` as a JSON string with its quotes. Bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);

}  // namespace crosswalk::diagnostic

namespace crosswalk {
using diagnostic::write_report;
}  // namespace crosswalk
