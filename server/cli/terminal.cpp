#include "cli/terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace crosswalk::cli {
namespace {

void put(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fputc('\n', stream);
}

std::string_view escape(Colour colour) {
  switch (colour) {
    case Colour::red:
      return "\x1b[31m";
    case Colour::yellow:
      return "\x1b[33m";
    case Colour::blue:
      return "\x1b[34m";
    case Colour::green:
      return "\x1b[32m";
    case Colour::dim:
      return "\x1b[2m";
    case Colour::bold:
      return "\x1b[1m";
    case Colour::none:
      break;
  }
  return "";
}

// Characters, not bytes: good enough for aligning names of people.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

Colour colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Colour::red;
    case Severity::warning:
      return Colour::yellow;
    case Severity::info:
      break;
  }
  return Colour::blue;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
  return out;
}

Terminal::Terminal() {
  const char* no_color = std::getenv("NO_COLOR");
  const bool wanted = no_color == nullptr || *no_color == '\0';
  coloured_ = wanted && isatty(STDOUT_FILENO) == 1;
}

void Terminal::print(std::string_view text) { put(stdout, text); }

void Terminal::flush() { std::fflush(stdout); }

void Terminal::note(std::string_view text) { put(stderr, text); }

void Terminal::error(std::string_view text) { put(stderr, "crosswalk: " + std::string(text)); }

void Terminal::error(const Error& error) {
  std::string text;
  if (!error.path.empty()) text = error.path + ": ";
  text += error.message;
  if (!error.code.empty()) text += " (" + error.code + ")";
  this->error(printable(text));
}

std::string Terminal::paint(Colour colour, std::string_view text) const {
  if (!coloured_ || colour == Colour::none) return std::string(text);
  return std::string(escape(colour)) + std::string(text) + "\x1b[0m";
}

void Terminal::table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      line += printable(rows[r][i]);
      if (i + 1 < rows[r].size()) line.append(widths[i] + 2 - width(rows[r][i]), ' ');
    }
    print(r == 0 ? paint(Colour::bold, line) : line);
  }
}

void Terminal::report(std::string_view file, const Report& report) {
  for (const Diagnostic& finding : report.diagnostics) {
    std::string line(file);
    if (finding.position) {
      line += ":" + std::to_string(finding.position->line) + ":" +
              std::to_string(finding.position->column);
    }
    line += ": " + paint(colour_of(finding.severity), diagnostic::severity_name(finding.severity)) +
            " " + std::string(finding.code) + ": " + printable(finding.message);
    print(line);
    if (!finding.cause.empty()) print("    " + paint(Colour::dim, printable(finding.cause)));
    for (const Fix& fix : finding.fixes) print("    fix: " + printable(fix.title));
  }
}

}  // namespace crosswalk::cli
