// Reads JSON text into a tree and prints trees, within bounds and without exceptions. Use these
// instead of nlohmann's parse and dump. Key order is kept; a key that comes twice is an error.
// Integers that fit 64 bits stay integers, other numbers become doubles: code that must keep every
// digit of a decimal reads tokens (scanner.hpp) instead of a tree.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/result.hpp"
#include "json/limits.hpp"

namespace crosswalk::json {

// Errors: code jsonSyntax, jsonUtf8, jsonTooDeep, jsonTooLarge or jsonDuplicateKey; path
// "line:column".
Result<nlohmann::ordered_json> read(std::string_view text, Limits limits = {});

// An error of read() as a diagnostic with its position (codes CW10xx).
Diagnostic diagnose(const Error& error);

// Compact JSON text; bytes that are not UTF-8 become U+FFFD. `indent` above 0 prints lines.
std::string write(const nlohmann::ordered_json& tree, int indent = 0);

// Looks a member up; null when `tree` is no object or has no such member, or the member is null:
// for documents from outside, where null and absent are the same.
const nlohmann::ordered_json* member(const nlohmann::ordered_json& tree, std::string_view key);

// A member of the right kind, or the fallback.
std::string text_member(const nlohmann::ordered_json& tree, std::string_view key,
                        std::string_view fallback = {});
bool truth_member(const nlohmann::ordered_json& tree, std::string_view key, bool fallback = false);
// An integer that fits, or the fallback.
long long integer_of(const nlohmann::ordered_json& value, long long fallback = 0);
long long integer_member(const nlohmann::ordered_json& tree, std::string_view key,
                         long long fallback = 0);

}  // namespace crosswalk::json
