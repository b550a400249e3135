// The text of the step "template" taken apart: "{first_name} {last_name}". Two braces stand for
// one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace crosswalk::convert {

inline constexpr std::size_t kTemplatePartsMax = 40;

struct TemplatePart {
  bool is_field = false;
  std::string_view text;  // of the template; or the platform field's name
};

// Nothing, and in `problem` why, when the text is no template.
std::optional<std::vector<TemplatePart>> read_template(std::string_view text,
                                                       std::string_view& problem);

}  // namespace crosswalk::convert
