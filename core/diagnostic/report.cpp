#include "diagnostic/report.hpp"

#include "diagnostic/utf8.hpp"

namespace crosswalk::diagnostic {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

void append_escaped(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0x0F];
  }
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
  out += '"';
  out += name;
  out += "\":";
  append_json_string(out, text);
}

void append_step(std::string& out, const PatchOp& step) {
  out += '{';
  append_member(out, "op", step.op);
  if (!step.from.empty()) {
    out += ',';
    append_member(out, "from", step.from);
  }
  out += ',';
  append_member(out, "path", step.path);
  if (!step.value_json.empty()) {
    out += ",\"value\":";
    out += step.value_json;
  }
  out += '}';
}

void append_edit(std::string& out, const TextEdit& edit) {
  out += "{\"offset\":" + std::to_string(edit.offset);
  out += ",\"length\":" + std::to_string(edit.length) + ',';
  append_member(out, "text", edit.text);
  out += '}';
}

template <class Items, class Append>
void append_list(std::string& out, std::string_view name, const Items& items, Append append) {
  out += '"';
  out += name;
  out += "\":[";
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    append(out, item);
  }
  out += ']';
}

void append_fix(std::string& out, const Fix& fix) {
  out += '{';
  append_member(out, "title", fix.title);
  out += ',';
  append_list(out, "patch", fix.patch, append_step);
  out += ',';
  append_list(out, "edits", fix.edits, append_edit);
  out += '}';
}

void append_diagnostic(std::string& out, const Diagnostic& found) {
  out += '{';
  append_member(out, "code", found.code);
  out += ',';
  append_member(out, "severity", severity_name(found.severity));
  out += ',';
  append_member(out, "pointer", found.pointer);
  if (found.position) {
    out += ",\"line\":" + std::to_string(found.position->line);
    out += ",\"column\":" + std::to_string(found.position->column);
  }
  out += ',';
  append_member(out, "message", found.message);
  out += ',';
  append_member(out, "cause", found.cause);
  out += ',';
  append_list(out, "fixes", found.fixes, append_fix);
  out += '}';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = utf8_sequence_length(text, at);
    if (length == 0) {
      out += kReplacement;
      ++at;
      continue;
    }
    if (byte < 0x20 || byte == '"' || byte == '\\') {
      append_escaped(out, byte);
    } else {
      out.append(text, at, length);
    }
    at += length;
  }
  out += '"';
}

std::string write_report(const Report& report) {
  std::string out = report.ok() ? "{\"ok\":true" : "{\"ok\":false";
  out += ",\"errors\":" + std::to_string(report.errors());
  out += ",\"warnings\":" + std::to_string(report.warnings()) + ',';
  append_list(out, "diagnostics", report.diagnostics, append_diagnostic);
  out += '}';
  return out;
}

}  // namespace crosswalk::diagnostic
