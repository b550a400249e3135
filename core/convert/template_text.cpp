#include "convert/template_text.hpp"

namespace crosswalk::convert {

std::optional<std::vector<TemplatePart>> read_template(std::string_view text,
                                                       std::string& problem) {
  std::vector<TemplatePart> parts;
  bool fields = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool brace = c == '{' || c == '}';
    if (brace && (at + 1 == text.size() || text[at + 1] != c)) {
      const std::size_t end = c == '{' ? text.find_first_of("{}", at + 1) : std::string_view::npos;
      if (end == std::string_view::npos || text[end] == '{' || end == at + 1) {
        problem = "In braces stands the name of a platform field: {first_name}. {{ is one brace.";
        return {};
      }
      parts.push_back({true, std::string(text.substr(at + 1, end - at - 1))});
      fields = true;
      at = end;
      continue;
    }
    if (brace) ++at;
    if (parts.empty() || parts.back().is_field) parts.push_back({});
    parts.back().text += c;
  }
  if (fields && parts.size() <= kTemplatePartsMax) return parts;
  problem = fields ? "The template has more than 40 parts."
                   : "The template names no field: {first_name}. A constant needs no transform.";
  return {};
}

}  // namespace crosswalk::convert
