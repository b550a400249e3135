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

// Words quote names of the document, and a hostile document's names are as long as it likes.
constexpr std::size_t kWordsMax = 2000;

void clip(std::string& words) {
  if (words.size() <= kWordsMax) return;
  std::size_t end = kWordsMax;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  words.resize(end);
  words += "\xE2\x80\xA6";
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

Diagnostic make(const Code& code, std::string pointer, std::string message) {
  return make(code, std::move(pointer), std::move(message), std::string(code.cause));
}

Diagnostic make(const Code& code, std::string pointer, std::string message, std::string cause) {
  Diagnostic made;
  made.code = code.code;
  made.severity = code.severity;
  made.pointer = std::move(pointer);
  made.message = std::move(message);
  made.cause = cause.empty() ? std::string(code.cause) : std::move(cause);
  return made;
}

std::size_t Report::errors() const { return count(*this, Severity::error) + errors_left_out; }

std::size_t Report::warnings() const { return count(*this, Severity::warning) + warnings_left_out; }

void Report::add(Diagnostic&& diagnostic) {
  if (!full()) {
    clip(diagnostic.message);
    clip(diagnostic.cause);
    for (Fix& fix : diagnostic.fixes) clip(fix.title);
    diagnostics.push_back(std::move(diagnostic));
  } else if (diagnostic.severity == Severity::error) {
    ++errors_left_out;
  } else if (diagnostic.severity == Severity::warning) {
    ++warnings_left_out;
  }
}

void Report::add(Report&& other) {
  for (Diagnostic& found : other.diagnostics) add(std::move(found));
  errors_left_out += other.errors_left_out;
  warnings_left_out += other.warnings_left_out;
}

}  // namespace crosswalk::diagnostic
