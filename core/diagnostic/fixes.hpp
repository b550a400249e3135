// How fixes are made: the steps and titles that the rooms share.
#pragma once

#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::diagnostic {

// A text in double quotes, as JSON writes it: for messages, titles and values of steps.
std::string quoted(std::string_view text);

PatchOp step(std::string_view op, std::string path, std::string value_json = {});

// Fixes of one step.
Fix one_step(std::string title, std::string_view op, std::string path, std::string value_json = {});
Fix move_to(std::string title, std::string from, std::string to);
Fix replace_text(std::string title, std::string pointer, std::string_view text);
Fix change_to(std::string pointer, std::string_view text);  // with the title: Change to "text"

}  // namespace crosswalk::diagnostic

namespace crosswalk {
using diagnostic::change_to;
using diagnostic::move_to;
using diagnostic::one_step;
using diagnostic::quoted;
using diagnostic::replace_text;
using diagnostic::step;
}  // namespace crosswalk
