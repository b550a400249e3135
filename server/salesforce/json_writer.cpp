#include "salesforce/json_writer.hpp"

#include <array>

namespace crosswalk::salesforce {
namespace {

constexpr std::array<bool, 256> make_plain() {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 256; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}
constexpr std::array<bool, 256> kPlain = make_plain();

void append_escaped(std::string* out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      *out += "\\\"";
      return;
    case '\\':
      *out += "\\\\";
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      *out += "\\u00";
      *out += kHex[static_cast<unsigned char>(c) >> 4];
      *out += kHex[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void append_json_text(std::string* out, std::string_view text) {
  *out += '"';
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kPlain[static_cast<unsigned char>(text[i])]) continue;
    out->append(text.substr(from, i - from));
    append_escaped(out, text[i]);
    from = i + 1;
  }
  out->append(text.substr(from));
  *out += '"';
}

void append_json_value(std::string* out, const convert::Value& value) {
  switch (value.kind) {
    case convert::ValueKind::absent:
    case convert::ValueKind::null:
      *out += "null";
      return;
    case convert::ValueKind::text:
      append_json_text(out, value.text);
      return;
    case convert::ValueKind::number:
      *out += value.text;
      return;
    case convert::ValueKind::truth:
      *out += value.truth ? "true" : "false";
      return;
  }
}

void append_json_member(std::string* out, std::string_view name, const convert::Value& value) {
  if (!out->empty() && out->back() != '{') *out += ',';
  append_json_text(out, name);
  *out += ':';
  append_json_value(out, value);
}

}  // namespace crosswalk::salesforce
