// A fix says the same change twice: as a JSON Patch and as edits of the text. Both are carried out
// here by other means than the core's.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.hpp"

namespace crosswalk::properties {

// RFC 6902; the steps of a fix. Nothing when a step cannot be carried out.
std::optional<nlohmann::json> patched(const nlohmann::json& document,
                                      const std::vector<PatchOp>& patch);

// Offsets count UTF-16 units. Nothing when an edit lies outside of the text, within a character, or
// over another edit.
std::optional<std::string> edited(const std::string& text, const std::vector<TextEdit>& edits);

// The text's document, comments passed over; nothing when it is none.
std::optional<nlohmann::json> parsed(const std::string& text);

}  // namespace crosswalk::properties
