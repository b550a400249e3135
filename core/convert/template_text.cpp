#include "convert/template_text.hpp"

#include <algorithm>

namespace crosswalk::convert {

std::optional<std::vector<TemplatePart>> read_template(std::string_view text,
                                                       std::string_view& problem) {
  std::vector<TemplatePart> parts;
  bool fields = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    std::size_t begin = at, end = text.find_first_of("{}", at);
    bool field = false;
    if (end == at && text.substr(at + 1, 1) == text.substr(at, 1)) {  // two braces are one
      begin = at + 1;
      end = at = at + 2;
    } else if (end == at) {
      begin = at + 1;
      end = c == '{' ? text.find_first_of("{}", begin) : std::string_view::npos;
      if (end == std::string_view::npos || text[end] == '{' || end == begin) {
        problem = "In braces stands the name of a platform field: {first_name}. {{ is one brace.";
        return {};
      }
      field = fields = true;
      at = end + 1;
    } else {
      end = at = std::min(end, text.size());
    }
    parts.push_back({field, text.substr(begin, end - begin)});
  }
  if (fields && parts.size() <= kTemplatePartsMax) return parts;
  problem = "A template names one field at least, and has 40 parts at most.";
  return {};
}

}  // namespace crosswalk::convert
