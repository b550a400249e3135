#include "diagnostic/diagnostic.hpp"

#include <algorithm>
#include <utility>

namespace crosswalk::diagnostic {
namespace {

std::size_t count(const Report& report, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(report.diagnostics.begin(), report.diagnostics.end(),
                    [severity](const Diagnostic& found) { return found.severity == severity; }));
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "error";
}

Diagnostic make(const Code& code, std::string pointer, std::string message, std::string cause) {
  Diagnostic made;
  made.code = code.code;
  made.severity = code.severity;
  made.pointer = std::move(pointer);
  made.message = std::move(message);
  made.cause = std::move(cause);
  return made;
}

std::size_t Report::errors() const { return count(*this, Severity::error); }
std::size_t Report::warnings() const { return count(*this, Severity::warning); }

}  // namespace crosswalk::diagnostic
