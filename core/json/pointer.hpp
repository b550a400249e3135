// JSON Pointer (RFC 6901) text: building and taking apart.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::json {

std::string escape_pointer(std::string_view token);  // ~ and / become ~0 and ~1

// `base` and one more step.
std::string child(std::string_view base, std::string_view key);
std::string child(std::string_view base, std::size_t index);

std::string_view parent(std::string_view pointer);  // "" for a pointer of one step and for ""
std::string last_token(std::string_view pointer);   // unescaped; "" for ""
std::vector<std::string> split(std::string_view pointer);

}  // namespace crosswalk::json
