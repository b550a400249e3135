#include "core/validate/rule_cases.hpp"
#include "json/source_map.hpp"

namespace crosswalk::validate {
namespace {

using Tree = nlohmann::ordered_json;

void write_readable(const Tree& tree, std::size_t indent, std::size_t before, std::string& out) {
  constexpr std::size_t kWidth = 110;
  if (!tree.is_structured()) {
    out += tree.dump();
    return;
  }
  const bool object = tree.is_object();
  std::string line = object ? "{" : "[";
  for (const auto& [key, value] : tree.items()) {
    if (line.size() > 1) line += ",";
    if (object) line += " " + Tree(key).dump() + ":";
    if (object || line.size() > 1) line += " ";
    write_readable(value, 0, 0, line);
    if (line.size() > 4 * kWidth) break;  // will not fit
  }
  if (!object) {
    // "[ a, b ]" without the blanks
    if (line.size() > 1 && line[1] == ' ') line.erase(1, 1);
    line += "]";
  } else {
    line += tree.empty() ? "}" : " }";
  }
  if (before + line.size() <= kWidth && line.find('\n') == std::string::npos) {
    out += line;
    return;
  }
  out += object ? "{" : "[";
  const char* separator = "\n";
  for (const auto& [key, value] : tree.items()) {
    out += separator + std::string(indent + 2, ' ');
    std::size_t taken = indent + 3;
    if (object) {
      const std::string name = Tree(key).dump() + ": ";
      out += name;
      taken += name.size();
    }
    write_readable(value, indent + 2, taken, out);
    separator = ",\n";
  }
  out += "\n" + std::string(indent, ' ') + (object ? "}" : "]");
}

}  // namespace

std::string readable(const Tree& tree) {
  std::string out;
  write_readable(tree, 0, 0, out);
  return out + "\n";
}

std::string edited(const std::string& text, const std::vector<TextEdit>& edits) {
  const json::SourceMap map = json::SourceMap::build(text);
  const auto byte_of = [&](std::size_t units) {
    std::size_t at = 0;
    while (at < text.size() && map.utf16(at) < units) {
      do ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return at;
  };
  std::string out = text;
  for (std::size_t i = edits.size(); i-- > 0;) {
    const std::size_t begin = byte_of(edits[i].offset);
    const std::size_t end = byte_of(edits[i].offset + edits[i].length);
    out.replace(begin, end - begin, edits[i].text);
  }
  return out;
}

}  // namespace crosswalk::validate
