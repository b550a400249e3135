// Reads a mapping document, comments accepted. Findings go to the report, all at once: broken JSON,
// unknown keys with what was probably meant, wrong types, missing members, keys that this version
// does not carry out. What can be understood is understood: the document is there unless the text
// is no JSON object or has no list of objects.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "mapping/document.hpp"

namespace crosswalk::mapping {

struct ReadOutcome {
  std::optional<Document> document;
  Report report;
};

// With positions and text edits in the report.
ReadOutcome read(std::string_view text);

// Without them, for a caller that adds findings of its own and locates all of them at once
// (json::locate). Broken JSON has its position in either case.
ReadOutcome read_unlocated(std::string_view text);

}  // namespace crosswalk::mapping
