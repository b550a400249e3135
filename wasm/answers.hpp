// What the operations share in reading what they are given and in saying no: an answer is text, and
// a refusal is an answer too: {"error":{"code","message","path"?}}.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "diagnostic/result.hpp"

namespace crosswalk::wasm {

using Tree = nlohmann::ordered_json;

// With "path" where the error knows a place.
std::string refusal(std::string_view code, std::string_view message, std::string_view path = {});
std::string refusal_of(const Error& error);
std::string must_be_text(std::string_view name);

bool has_text(const Tree& tree, std::string_view key);

}  // namespace crosswalk::wasm
